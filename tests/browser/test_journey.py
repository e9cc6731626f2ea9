"""The way through the app that it was made for: from a count to its sentence, to the text, and home with a file."""

import csv
import io
import re
import zipfile

import openpyxl
import pytest
from playwright.sync_api import expect

from corpus.coding.evidence import sentence
from corpus.paths import DATA, SEEDS

pytestmark = pytest.mark.browser

FIGURE = "xinhui-n04"
WHOLE = re.compile(r"所示 166 / 171 个数字")


def assert_same_rows(exported, shown):
    """Assert that the rows of a file say what the rows on the page say, in their order, column by column."""
    columns = set(exported[0]) & set(shown[0])
    assert [[row[name] for name in columns] for row in exported] == [[row[name] for name in columns] for row in shown]
    return columns


def test_from_a_count_to_its_sentence_and_home_with_a_file(visitor, collection):
    """A reader filters, opens a figure, reads on in the article, comes back to the same filters and takes the rows."""
    page = visitor.page
    visitor.go("/", "产改观察")
    visitor.menu("数字")
    expect(page.get_by_text(WHOLE)).to_be_visible()
    expect(visitor.lines).to_have_count(166)

    visitor.pill("地区", "新会区").click()
    expect(page.get_by_text(re.compile(r"所示 37 / 171 个数字"))).to_be_visible()
    expect(page.get_by_text(WHOLE)).to_have_count(0)
    expect(visitor.lines).to_have_count(37)
    visitor.settle()
    shown = visitor.rows()
    assert {row["地区"] for row in shown} == {"新会区"}
    assert all(row["number_id"].startswith("xinhui-") for row in shown)

    row = collection.tables["numbers"].set_index("number_id").loc[FIGURE]
    source = (SEEDS / "xinhui.txt").read_bytes().decode()
    visitor.line(FIGURE).get_by_role("button").click()
    found = visitor.sentence()
    assert found["quote"] == source[int(row["start"]) : int(row["end"])] == "每月1500元"
    assert found["sentence"] == sentence(collection, FIGURE)
    assert found["sentence"] in source

    visitor.drawer.get_by_role("link", name="在原文中继续读").click()
    expect(page).to_have_url(re.compile(rf"/reader\?(?=.*doc=xinhui)(?=.*figure={FIGURE})"))
    expect(page.locator("h1")).to_have_text("检索与原文")
    focused = page.locator("[data-focus]")
    expect(focused).to_have_text("每月1500元")
    expect(focused).to_be_in_viewport(ratio=1)
    expect(visitor.drawer).to_have_count(0)
    visitor.settle()

    visitor.menu("数字")
    expect(visitor.lines).to_have_count(37)
    expect(visitor.pill("地区", "新会区")).to_have_attribute("aria-pressed", "true")
    expect(page).to_have_url(re.compile(r"/numbers\?(?=.*region=440705)"))
    visitor.settle()
    assert visitor.rows() == shown

    name, file = visitor.download("CSV")
    assert name.endswith(".csv")
    assert "_37条" in name
    assert file.startswith(b"\xef\xbb\xbf")
    exported = list(csv.DictReader(io.StringIO(file.decode("utf-8-sig"))))
    columns = assert_same_rows(exported, shown)
    assert {"number_id", "原文写法", "折算", "指标", "地区", "性质", "主体"} <= columns


def test_in_english_with_a_workbook_and_the_package(arrive):
    """An English reader gets the same rows as a workbook, and a package whose README names the filter."""
    visitor = arrive(locale="en-GB")
    page = visitor.page
    visitor.go("/", "Changai Explorer")
    visitor.menu("Numbers")
    visitor.pill("Region", "Xinhui District").click()
    expect(page.get_by_text(re.compile("37 of 171 figures shown"))).to_be_visible()
    expect(visitor.lines).to_have_count(37)
    visitor.settle()
    shown = visitor.rows()
    visitor.line(FIGURE).get_by_role("button").click()
    assert visitor.sentence()["quote"] == "每月1500元"
    expect(visitor.fact("Normalised")).to_have_text("1,500 yuan a month")
    visitor.close_drawer()

    name, file = visitor.download("XLSX")
    assert name.endswith(".xlsx")
    assert "_37 rows" in name
    head, *body = openpyxl.load_workbook(io.BytesIO(file))["numbers"].iter_rows(values_only=True)
    exported = [{title: "" if cell is None else cell for title, cell in zip(head, line, strict=True)} for line in body]
    columns = assert_same_rows(exported, shown)
    assert {"number_id", "As written", "Normalised", "Indicator", "Region", "Kind", "Whose"} <= columns
    assert {type(row["Value"]) for row in exported} <= {int, float}

    name, file = visitor.download("ZIP")
    assert name.endswith(".zip")
    assert "_37 rows" in name
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        read = {entry.partition("/")[2]: archive.read(entry) for entry in archive.namelist()}
    readme = read["README.md"].decode()
    assert "Region: Xinhui District" in readme
    assert "37 of 171" in readme
    assert read["data/numbers.csv"] == (DATA / "numbers.csv").read_bytes()
    assert read["seeds/xinhui.txt"] == (SEEDS / "xinhui.txt").read_bytes()
    selection = list(csv.DictReader(io.StringIO(read["selection/numbers.csv"].decode("utf-8-sig"))))
    assert_same_rows(selection, shown)

"""The profile of a region, two regions side by side, and the brief that goes home."""

import csv
import io
import re
from collections import Counter

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from playwright.sync_api import expect

from corpus.coding.evidence import sentence
from corpus.paths import DATA

pytestmark = pytest.mark.browser

TITLE = "地区画像"
QIJIANG, CHONGQING, XINHUI = "500110", "500000", "440705"
UNREPORTED = "这批材料没有写到的"
MEASURE = "xinhui-m03"


@pytest.fixture(scope="module")
def rows():
    """The rows of data/measures.csv that are some place's: what is proposed to the country is none's."""
    with (DATA / "measures.csv").open(encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.DictReader(file) if row["scope"] != "nation"]


def reported(rows, region):
    """The measure types of which a region reports something, plans and proposals included."""
    return {row["measure_type_id"] for row in rows if row["region_id"] == region}


def listed(visitor, beginning):
    """The measure types that a line of the page lists, and how many it says there are."""
    line = visitor.page.get_by_test_id("stMarkdown").filter(has_text=re.compile(f"^{beginning}"))
    said = re.match(r".*?（(\d+)）(.*)", line.inner_text(), re.DOTALL)
    return int(said[1]), set(re.findall(r"\b[A-H]\d\b", said[2]))


def test_two_regions_side_by_side(visitor, collection, rows):
    """A second region stands beside the first, both with their levels; a type is read in both, each to its sentence."""
    page = visitor.page
    visitor.go(f"/profile?region={QIJIANG}", TITLE)
    expect(page.get_by_text(UNREPORTED, exact=True)).to_be_visible()
    visitor.choose("并排比较", "重庆")
    expect(page).to_have_url(re.compile(rf"region={QIJIANG}&with={CHONGQING}"))
    for header in ("綦江区 · 县级", "重庆市 · 省级"):
        expect(page.get_by_role("heading", name=header, exact=True)).to_be_visible()
    expect(page.get_by_text(UNREPORTED, exact=True)).to_have_count(0)
    visitor.settle()

    first, second = reported(rows, QIJIANG), reported(rows, CHONGQING)
    for beginning, types in (
        ("都报告了", first & second),
        ("只有綦江 · 县级报告", first - second),
        ("只有重庆 · 省级报告", second - first),
    ):
        assert types
        assert listed(visitor, beginning) == (len(types), types)

    chosen = max(first & second)
    visitor.choose("并排读哪一类措施的原文", chosen)
    expect(page).to_have_url(re.compile(rf"type={chosen}\b"))
    visitor.settle()
    texts = page.locator(".passage")
    expect(texts).to_have_count(2)
    for at, region in enumerate((QIJIANG, CHONGQING)):
        own = [row for row in rows if (row["region_id"], row["measure_type_id"]) == (region, chosen)]
        found = visitor.entries(texts.nth(at))
        assert [entry["quote"] for entry in found] == [row["quote"].replace("\n", "") for row in own]
        assert [entry["sentence"] for entry in found] == [sentence(collection, row["measure_id"]) for row in own]
    left, right = texts.nth(0).bounding_box(), texts.nth(1).bounding_box()
    assert left["x"] + left["width"] <= right["x"]

    texts.nth(1).locator("mark").last.click()
    assert visitor.opened("measure", own[-1]["measure_id"])["quote"] == own[-1]["quote"].replace("\n", "")
    visitor.close_drawer()
    expect(texts).to_have_count(2)


def test_link_restores_the_comparison(arrive):
    """A link gives a stranger both regions and the type that is read."""
    stranger = arrive()
    stranger.go("/profile?region=360000&with=511000&type=F1", TITLE)
    # The two texts side by side, under the figures of both that look alike.
    expect(stranger.page.locator(".passage")).to_have_count(3)
    stranger.settle()
    for name, value in (("地区", "江西 · 省级"), ("并排比较", "内江 · 地级"), ("并排读哪一类措施的原文", "F1 ")):
        box = stranger.page.get_by_role("combobox", name=re.compile(f"{name}$"))
        expect(box).to_have_value(re.compile(f"^{value}"))
    expect(stranger.page).to_have_url(stranger.origin + "/profile?region=360000&with=511000&type=F1")


@pytest.mark.parametrize("measure", ["xinhui-m03", "xinhui-m57"])
def test_mark_opens_its_measure(visitor, rows, measure):
    """A click on a mark of the strip opens that measure's evidence, whether it is drawn full or hollow."""
    row = next(row for row in rows if row["measure_id"] == measure)
    visitor.go(f"/profile?region={XINHUI}", TITLE)
    marks = visitor.page.locator('[data-testid="stVegaLiteChart"] .role-mark > path[aria-label]')
    expect(marks).to_have_count(sum(other["region_id"] == XINHUI for other in rows))
    visitor.settle()
    visitor.click_mark(visitor.page.locator(f'.role-mark > path[aria-label][aria-label^="{row["label_zh"]} · "]'))
    assert visitor.opened("measure", measure)["quote"] == row["quote"]


@pytest.mark.parametrize(
    ("section", "kind", "target"),
    [
        ("措施", "measure", ".passage p.entry mark"),
        ("关键数字", "figure", ".frame tbody button"),
        ("行为人与机构", "organisation", ".passage p.name mark"),
        ("政策文件", "policy", ".passage p.name mark"),
    ],
)
def test_section_opens_evidence(visitor, collection, section, kind, target):
    """Whatever a part of the profile lists opens its evidence; closed, it leaves the URL."""
    page = visitor.page
    visitor.go(f"/profile?region={XINHUI}", TITLE)
    page.get_by_role("radio", name=section, exact=True).click()
    first = page.locator(target).first
    expect(first).to_be_visible()
    if kind != "measure":
        expect(page.locator("p.entry")).to_have_count(0)
    visitor.settle()
    name = first.inner_text()
    first.click()
    expect(page).to_have_url(re.compile(f"{kind}="))
    row_id = re.search(f"{kind}=([^&]+)", page.url)[1]
    found = visitor.opened(kind, row_id)
    assert found["sentence"] == sentence(collection, row_id)
    if kind in {"measure", "figure"}:
        assert found["quote"] == name
    else:
        expect(visitor.drawer.get_by_role("heading", name=name, exact=True)).to_be_visible()
        # What hangs on it opens in its place.
        visitor.drawer.locator("p.entry mark").first.click()
        expect(page).to_have_url(re.compile(r"[?&]measure="))
        expect(page).not_to_have_url(re.compile(rf"[?&]{kind}="))
        measure = re.search("measure=([^&]+)", page.url)[1]
        assert visitor.opened("measure", measure)["sentence"] == sentence(collection, measure)
    visitor.close_drawer()


def test_texts_lead_to_the_reader(visitor, collection):
    """The articles of a region lead to the reader."""
    page = visitor.page
    visitor.go(f"/profile?region={CHONGQING}&section=texts", TITLE)
    documents = collection.tables["documents"].query("region_id == @CHONGQING")
    links = page.get_by_role("link", name="读原文 →")
    expect(links).to_have_count(len(documents))
    visitor.settle()
    links.last.click()
    expect(page.locator("h1")).to_have_text("检索与原文")
    expect(page).to_have_url(re.compile(f"doc={documents['document_id'].iloc[-1]}"))


def test_figure_in_a_measure_opens_in_its_place(visitor):
    """A figure inside a measure's quote opens its own evidence, and the measure leaves the URL."""
    visitor.go(f"/profile?region={XINHUI}&measure={MEASURE}", TITLE)
    quote = visitor.opened("measure", MEASURE)["quote"]
    visitor.drawer.locator("mark.figure").click()
    found = visitor.opened("figure", "xinhui-n03")
    assert found["quote"] == "10万元"
    assert found["quote"] in quote
    expect(visitor.page).not_to_have_url(re.compile("measure="))
    visitor.close_drawer()


def test_organisation_counts_its_measures(visitor, rows):
    """The evidence of an organisation lists every measure in which it acts, alone or with others."""
    visitor.go("/profile?region=440705&section=actors&organisation=lee-kum-kee-xinhui", TITLE)
    visitor.opened("organisation", "lee-kum-kee-xinhui")
    own = [row for row in rows if "lee-kum-kee-xinhui" in {row["actor"], *row["partners"].split("|")}]
    assert own
    assert [entry["quote"] for entry in visitor.entries(visitor.drawer)] == [row["quote"] for row in own]


def test_card_leads_here(visitor, rows):
    """The overview has a card for every region with articles, and each leads to its profile."""
    page = visitor.page
    visitor.go("/", "产改观察")
    links = page.get_by_role("link", name="画像 →", exact=True)
    counts = Counter(row["region_id"] for row in rows)
    expect(links).to_have_count(len(counts))
    expect(page.get_by_text(f"地区自己的措施 {counts['500110']} 项", exact=False).first).to_be_visible()
    visitor.settle()
    links.last.click()
    expect(page.locator("h1")).to_have_text(TITLE)
    expect(page.get_by_role("heading", name="綦江区 · 县级", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile(f"region={QIJIANG}"))


def test_brief_as_word_document(visitor, collection, rows):
    """The Word brief states every measure of the region, and its footnotes hold the sentence of each."""
    visitor.go(f"/profile?region={XINHUI}", TITLE)
    expect(visitor.page.get_by_text("地区自己的", exact=False).first).to_be_visible()
    visitor.settle()
    name, file = visitor.download("DOCX")
    assert re.fullmatch(r"产改观察_新会_简报_\d+条\.docx", name)
    document = Document(io.BytesIO(file))
    part = next(part for part in document.part.package.iter_parts() if part.partname == "/word/footnotes.xml")
    notes = [
        "".join(text.text for text in note.iter(qn("w:t"))) for note in parse_xml(part.blob).iter(qn("w:footnote"))
    ]
    words = "".join(paragraph.text for paragraph in document.paragraphs)
    for row in (row for row in rows if row["region_id"] == XINHUI):
        assert row["label_zh"] in words
        (note,) = [note for note in notes if f"{row['measure_id']} [" in note]
        assert sentence(collection, row["measure_id"]).strip() in note
        assert f"measure={row['measure_id']}" in note
    assert UNREPORTED in words


def test_brief_as_page(arrive):
    """The brief as a page is offered in English and fetches nothing."""
    visitor = arrive(locale="en-GB")
    visitor.go(f"/profile?region={QIJIANG}", "Region profile")
    expect(visitor.page.get_by_role("heading", name=re.compile("^Qijiang"))).to_be_visible()
    visitor.settle()
    name, file = visitor.download("HTML")
    assert re.fullmatch(r"Changai_Qijiang_brief_\d+ rows\.html", name)
    page = file.decode()
    assert "Not reported in this corpus" in page
    assert "src=" not in page

"""Files to take away hold what is in the tables, and nothing that a spreadsheet would run."""

import csv
import io
import json
import re
import zipfile

import openpyxl
import pandas as pd
import pytest

from benchmarks.exports import faults
from benchmarks.hostile import generated
from corpus.collection.folder import load, table_bytes
from corpus.export.files import csv_file, neutralised, numeric_columns, package_sheets, package_zip, xlsx_file
from corpus.export.selectors import exported, selectors
from corpus.paths import DATA, SEEDS

BOM = b"\xef\xbb\xbf"
SIGNS = ["=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠", "﹦", "﹣", "\t", "\r"]
"""What a spreadsheet may take for the beginning of a formula, with the full-width forms."""
BEFORE = [
    "",
    " ",
    "   ",
    "\u3000",
    "\xa0",
    "\n",
    "\u200b",
    "\u200c",
    "\u200d",
    "\u2060",
    "\ufeff",
    "\ufeff \u200b",
    "\u2066",
    "\u061c",
    "\ufe0f",
]
"""Blanks, characters of no width and byte-order marks that may hide such a beginning."""
FORMULAS = [
    "=1+1",
    '=HYPERLINK("http://x.example","看")',
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "|cmd",
    "%0A",
    "＝1＋1",
    "=cmd|' /C calc'!A0",
]
NUMBERS = ["0", "5", "-5", "-0.5", "3.14", "83.74", "100000000000", "-100"]
ORDINARY = [
    "",
    "约有8万",
    "3.1 万人次",
    "10~20",
    "a=b",
    "2021 – 2023-06",
    "2023-05-06",
    "2023",
    "16—17",
    "甲，乙",
    'say "yes"',
    "两\n行",
    "007",
    "'quoted",
]
TURNED = [
    "2023-05",
    "2023/5",
    "2023/5/1",
    "1-2",
    "2/3",
    "1/20",
    "5/2023",
    "18:1",
    "9:47:3",
    "1E5",
    "2023年5月",
    "5月23日",
]
"""What a spreadsheet takes for a date, a time or a power of ten."""
MONTHLY = {
    *("published", "published_earliest", "published_latest", "covers_from", "covers_to"),
    *("period_from", "period_to", "as_of"),
}
"""Columns that may hold a month."""
README = "# 产改观察 · 数据包\n"


def read_csv(content):
    """The rows of a CSV file, header first, as the csv module reads them."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def workbook(content):
    """A workbook as openpyxl reads it, formulas as formulas."""
    return openpyxl.load_workbook(io.BytesIO(content))


@pytest.mark.parametrize("before", BEFORE, ids=ascii)
def test_dangerous_cell_is_neutralised(before):
    """A cell that begins with a sign of a formula, behind whatever hides it, gets an apostrophe and loses nothing."""
    for cell in (f"{before}{sign}{more}" for sign in SIGNS for more in ("1+1", "")):
        # A carriage return may become a line feed, as files of lines have it.
        assert neutralised(cell).replace("\r", "\n") == f"'{cell}".replace("\r", "\n")


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_formula_reaches_the_csv(formula):
    """A formula in any cell stands in the file behind an apostrophe, and is otherwise whole."""
    frame = pd.DataFrame({"a": [formula, "x"], "b": ["y", formula]})
    assert read_csv(csv_file(frame)) == [["a", "b"], [f"'{formula}", "y"], ["x", f"'{formula}"]]


@pytest.mark.parametrize("number", NUMBERS)
def test_number_is_left_alone(number):
    """A number keeps its form, a minus sign included."""
    assert neutralised(number) == number


@pytest.mark.parametrize("cell", ORDINARY)
def test_ordinary_text_is_left_alone(cell):
    """Text that no spreadsheet runs is not touched."""
    assert neutralised(cell) == cell


@pytest.mark.parametrize("cell", TURNED)
def test_month_and_fraction_survive_a_spreadsheet(cell):
    """A cell that Excel would turn into a date stands behind an apostrophe in CSV, and as itself, as text, in XLSX."""
    frame = pd.DataFrame({"a": [cell]})
    assert read_csv(csv_file(frame)) == [["a"], [f"'{cell}"]]
    written = workbook(xlsx_file({"t": frame}))["t"]["A2"]
    assert (written.value, written.data_type) == (cell, "s")


@pytest.mark.parametrize("cell", ["\x00=1", "\x1b=1", "\ud800=1"], ids=ascii)
def test_what_no_file_stores_is_dropped(cell):
    """Control characters and lone surrogates go, and what they hid is neutralised."""
    assert neutralised(cell) == "'=1"
    frame = pd.DataFrame({"a": [cell]}, dtype=object)
    assert read_csv(csv_file(frame)) == [["a"], ["'=1"]]
    assert workbook(xlsx_file({"t": frame}))["t"]["A2"].value == "=1"


def test_generated_texts_come_back_and_run_nothing():
    """Twenty thousand hostile texts come back from both files as they were, none a formula, none cut without a word."""
    found = faults(list(generated(20_000)))
    assert found == dict.fromkeys(found, 0)


@pytest.mark.parametrize("letter", ["产", "𠀀", "\n"], ids=ascii)
@pytest.mark.parametrize("more", [0, 1, 5_000])
def test_cell_too_long_for_a_workbook_says_so(letter, more):
    """A text that fills a cell is whole; a longer one is cut in the workbook, which says by how much, not in CSV."""
    most = 32_767 * 2 // len(letter.encode("utf-16-le"))
    text = letter * (most + more)
    frame = pd.DataFrame({"a": [text]})
    assert read_csv(csv_file(frame))[1] == [text]
    held = workbook(xlsx_file({"t": frame}))["t"]["A2"].value
    assert len(held.encode("utf-16-le")) <= 2 * 32_767
    if not more:
        assert held == text
        return
    (left_out,) = {
        int(count) for count in re.findall(r"略去 (\d+) 字|(?<=\[)(\d+) characters", held) for count in count if count
    }
    kept = held.partition(" 【")[0]
    assert (kept, left_out) == (text[: len(kept)], len(text) - len(kept))


def test_number_with_more_digits_than_a_workbook_keeps_stays_text():
    """A number that would lose digits, or be infinite, stays the text that it was."""
    numbers = ["123456789012345", "1234567890123456", "0.1234567890123456", "9" * 400]
    sheet = workbook(xlsx_file({"t": pd.DataFrame({"n": numbers})}, frozenset({"n"})))["t"]
    cells = [sheet.cell(row=line, column=1) for line in range(2, len(numbers) + 2)]
    assert [cell.data_type for cell in cells] == ["n", "s", "s", "s"]
    assert [cell.value for cell in cells] == [123456789012345, *numbers[1:]]


@pytest.mark.parametrize("title", FORMULAS)
def test_heading_of_a_column_is_no_formula(title):
    """What a column is called may be a reader's own words, and is neutralised as its cells are."""
    frame = pd.DataFrame({title: ["x"]})
    assert read_csv(csv_file(frame)) == [[f"'{title}"], ["x"]]
    assert workbook(xlsx_file({"t": frame}))["t"]["A1"].data_type == "s"


def test_csv_begins_with_a_byte_order_mark():
    """Excel takes the file for UTF-8 by its first three bytes, which stand there once."""
    content = csv_file(pd.DataFrame({"地区": ["新会区"]}))
    assert content.startswith(BOM)
    assert content.count(BOM) == 1
    assert content.decode("utf-8-sig") == "地区\n新会区\n"


def test_csv_reads_back_equal():
    """Commas, quotes, line feeds, leading zeros and blanks come back as they were, from the csv module and pandas."""
    frame = pd.DataFrame({"代号": ["a", "b"] * (len(ORDINARY) // 2), '文字, "text"': ORDINARY})
    content = csv_file(frame)
    assert read_csv(content) == [list(frame.columns), *frame.to_numpy().tolist()]
    assert pd.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False).equals(frame)


@pytest.mark.parametrize("cell", ["x\r=1+1", "x\r\n=1+1", "x\n=1+1", "x\r"], ids=ascii)
def test_line_break_starts_no_row(cell):
    """A line break inside a cell stays inside it: no row of the file begins with what follows."""
    rows = read_csv(csv_file(pd.DataFrame({"a": [cell, "last"]})))
    assert len(rows) == 3
    assert rows[2] == ["last"]


def test_empty_table_has_its_header():
    """A table without rows is a file with a header, in both formats."""
    frame = pd.DataFrame({"a": [], "b": []}, dtype=str)
    assert read_csv(csv_file(frame)) == [["a", "b"]]
    assert [[cell.value for cell in row] for row in workbook(xlsx_file({"t": frame}))["t"].iter_rows()] == [["a", "b"]]


def test_workbook_runs_nothing():
    """In a workbook a formula or an address is text as it was typed: no formula, no link."""
    cells = [*FORMULAS, "http://x.example", "mailto:a@x.example", "internal:t!A1", *ORDINARY]
    sheet = workbook(xlsx_file({"t": pd.DataFrame({"a": cells})}))["t"]
    found = [sheet.cell(row=line, column=1) for line in range(2, len(cells) + 2)]
    assert [cell.value or "" for cell in found] == cells
    assert {cell.data_type for cell in found if cell.value} == {"s"}
    assert [cell.hyperlink for cell in found if cell.hyperlink] == []


def test_workbook_keeps_numbers_as_numbers():
    """Columns named as numeric hold numbers, whatever else is in them stays text, and other columns stay text."""
    frame = pd.DataFrame({"value": [*NUMBERS, "", "about 5"], "code": [*NUMBERS, "", "007"]})
    sheet = workbook(xlsx_file({"t": frame}, frozenset({"value"})))["t"]
    values = [sheet.cell(row=line, column=1) for line in range(2, len(frame) + 2)]
    codes = [sheet.cell(row=line, column=2) for line in range(2, len(frame) + 2)]
    assert [cell.value for cell in values] == [*map(float, NUMBERS), "", "about 5"]
    assert {cell.data_type for cell in values[: len(NUMBERS)]} == {"n"}
    assert [cell.value for cell in codes] == [*NUMBERS, "", "007"]


def test_workbook_of_the_package_equals_the_tables(collection):
    """The workbook of all tables reads back as they are taken away: numeric columns as numbers, text as text."""
    numeric = numeric_columns(collection)
    book = workbook(xlsx_file(package_sheets(collection), numeric))
    assert book.sheetnames == list(collection.dictionary.resources)
    for name in book.sheetnames:
        header, *rows = book[name].iter_rows()
        frame = exported(collection, name)
        assert [cell.value for cell in header] == list(frame.columns)
        assert len(rows) == len(frame)
        for cells, expected in zip(rows, frame.itertuples(index=False), strict=True):
            for title, cell, text in zip(frame.columns, cells, expected, strict=True):
                number = title in numeric and text != ""
                assert cell.data_type == ("n" if number else "s"), (name, cell.coordinate)
                assert cell.value == (float(text) if number else text), (name, cell.coordinate)


def test_columns_of_numbers_hold_nothing_else(collection):
    """A column that some table declares to hold numbers holds numbers in every table that has it."""
    kinds = {}
    for table in collection.tables:
        for field in collection.dictionary.fields(table):
            kinds.setdefault(field.name, set()).add(field.type in {"integer", "number"})
    assert numeric_columns(collection) == {name for name, kind in kinds.items() if kind == {True}}
    assert [name for name, kind in kinds.items() if len(kind) > 1] == []


def test_data_need_few_apostrophes(collection):
    """No cell of the tables is changed by a download as CSV but months, printed dates, and the sign % of units."""
    changed = {
        (name, column, cell)
        for name, frame in collection.tables.items()
        if name not in {"codings", "corrections"}  # which repeat cells of the others
        for column in frame.columns
        for cell in frame[column]
        if neutralised(cell) != cell
    }
    months = {found for found in changed if re.fullmatch(r"\d{4}-\d\d", found[2])}
    assert months
    assert {column for _, column, _ in months} <= MONTHLY
    others = {(table, column) for table, column, _ in changed - months}
    assert {table for table, _ in others} == {"units", "ratio_kinds", "excluded_numerals"}
    assert ("excluded_numerals", "quote") in others


def test_csv_of_every_table_equals_the_file(collection):
    """A table's download is its file with a byte-order mark, cell by cell, apostrophes aside."""
    for name, frame in collection.tables.items():
        downloaded = read_csv(csv_file(frame))
        original = read_csv((DATA / f"{name}.csv").read_bytes())
        assert [[cell.removeprefix("'") for cell in row] for row in downloaded] == [
            [cell.removeprefix("'") for cell in row] for row in original
        ]


def test_zip_holds_the_package_byte_for_byte(collection):
    """The archive opens sound and holds tables, dictionary, sources and notice exactly as they are on disk."""
    with zipfile.ZipFile(io.BytesIO(package_zip(collection, README))) as archive:
        assert archive.testzip() is None
        found = {name: archive.read(name) for name in archive.namelist()}
    assert len(found) == len(archive.namelist())
    root = "changai-explorer"
    expected = {f"{root}/data/{path.name}": path.read_bytes() for path in DATA.iterdir()}
    expected |= {f"{root}/seeds/{path.name}": path.read_bytes() for path in SEEDS.iterdir()}
    anchors = table_bytes(selectors(collection))
    assert found == {**expected, f"{root}/README.md": README.encode(), f"{root}/anchors.csv": anchors}
    tables = {f"{root}/data/{entry['path']}" for entry in collection.dictionary.resources.values()}
    assert tables <= set(found)
    assert json.loads(found[f"{root}/data/datapackage.json"])["version"] == collection.version
    assert found[f"{root}/seeds/NOTICE.md"].strip()


def test_zip_unpacks_to_a_sound_package(collection, tmp_path):
    """Unpacked elsewhere, the archive loads as the same package."""
    with zipfile.ZipFile(io.BytesIO(package_zip(collection, README))) as archive:
        archive.extractall(tmp_path)
    unpacked = load(tmp_path / "changai-explorer" / "data", tmp_path / "changai-explorer" / "seeds")
    assert unpacked.digest == collection.digest


def test_zip_of_a_selection_adds_what_is_shown(collection):
    """With filters on, the archive holds the rows shown as well, neutralised, in a folder of their own."""
    frame = pd.DataFrame({"quote": ["约有8万", "=1+1"]})
    with zipfile.ZipFile(io.BytesIO(package_zip(collection, README, {"numbers": frame}))) as archive:
        added = archive.read("changai-explorer/selection/numbers.csv")
        whole = archive.read("changai-explorer/data/numbers.csv")
    assert added == csv_file(frame)
    assert whole == (DATA / "numbers.csv").read_bytes()


def test_zip_holds_the_collection_and_nothing_else(collection, one_article):
    """The ZIP of another collection has that one's sources and rows, and nothing of the curated texts."""
    with zipfile.ZipFile(io.BytesIO(package_zip(one_article, README))) as archive:
        names = set(archive.namelist())
        documents = archive.read("changai-explorer/data/documents.csv").decode()
    assert {name for name in names if name.startswith("changai-explorer/seeds/")} == {"changai-explorer/seeds/mine.txt"}
    assert "mine" in documents
    assert not any(document in documents for document in collection.tables["documents"]["document_id"])

"""A table comes out row by row, its cells as a reader sees them."""

import datetime as dt

import pytest

from corpus.intake.sheet import shown
from corpus.intake.source import RefusedError
from corpus.intake.take import take
from tests.made_files import saved, workbook


def parts(source):
    """Role and text of each block."""
    return [(block.role, source.text[block.start : block.end]) for block in source.blocks]


def test_rows_are_lines_with_their_header():
    """The title above the table is a line of text; each row below is a line whose cells tabs part."""
    book = workbook({"表一": [["夜校情况"], [], ["县", None, "人次"], ["甲县", "", 1600], ["乙\n县", "x\ty", None]]})
    assert parts(take("a.xlsx", saved(book))) == [
        ("", "夜校情况"),
        ("table", "县\t\t人次"),
        ("table", "甲县\t\t1600"),
        ("table", "乙 县\tx y"),
    ]


def test_several_sheets_have_their_names_and_hidden_ones_are_told():
    """Each visible sheet stands under its name; how many are hidden is told, not what is in them."""
    book = workbook({"表一": [["县", "期"], ["甲", 1]], "表二": [["县", "期"], ["乙", 2]], "底稿": [["勿外传"]]})
    book["底稿"].sheet_state = "hidden"
    source = take("a.xlsx", saved(book))
    assert [part for part in parts(source) if part[0] == "heading"] == [("heading", "表一"), ("heading", "表二")]
    assert "勿外传" not in source.text
    assert [(said.key, said.values) for said in source.told] == [("sheets_hidden", {"count": 1})]


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (0.125, "0.0%", "12.5%"),
        (0.35, "0%", "35%"),
        (0.1 + 0.2, "General", "0.3"),
        (35700000000.0, "General", "35700000000"),
        (1.5e-7, "General", "0.00000015"),
        (1600, "#,##0", "1600"),
        (True, "General", "TRUE"),
        (dt.datetime(2024, 10, 21), "yyyy-mm-dd", "2024-10-21"),  # noqa: DTZ001 a workbook knows no zones
        (dt.datetime(2024, 10, 21, 8, 30), "General", "2024-10-21 08:30"),  # noqa: DTZ001 as above
        (dt.time(8, 30), "h:mm", "08:30:00"),
    ],
)
def test_cells_are_shown_as_a_reader_sees_them(value, number_format, text):
    """Shares have their sign, numbers no trace of their binary form, days are ISO 8601."""
    assert shown(value, number_format) == text


def test_formula_is_its_last_value_or_blank():
    """A formula that no program has computed has no value, and its wording is never taken for one."""
    source = take("a.xlsx", saved(workbook({"表": [["人次", "合计"], [3, "=SUM(A2:A2)"]]})))
    assert parts(source) == [("table", "人次\t合计"), ("table", "3")]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("县,人次\n甲,3\n", ["县\t人次", "甲\t3"]),
        ("县;人次\r\n甲;3\r\n", ["县\t人次", "甲\t3"]),
        ("县\t人次\n甲\t3\n", ["县\t人次", "甲\t3"]),
        ('县,人次\n"甲,乙","1,200"\n"a\nb",""\n', ["县\t人次", "甲,乙\t1,200", "a b"]),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_separated_values_are_a_table(text, rows, encoding):
    """Commas, semicolons and tabs part cells, quotation marks keep them whole, in any encoding."""
    source = take("a.csv", text.encode(encoding))
    assert source.form == "csv"
    assert source.text.split("\n") == rows
    assert {block.role for block in source.blocks} == {"table"}


def test_csv_that_is_no_table_is_text():
    """A text that is called CSV but has no columns is read as the text that it is."""
    source = take("a.csv", "办夜校三期。\n培训工人。\n".encode())
    assert source.form == "txt"
    assert "named_otherwise" in [said.key for said in source.told]


def test_blank_workbook_is_told():
    """A workbook without a filled cell is refused in its own words."""
    with pytest.raises(RefusedError) as refused:
        take("a.xlsx", saved(workbook({"表": [[None, None]]})))
    assert refused.value.said.key == "no_text_found"

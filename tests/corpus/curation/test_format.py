"""Tables that a spreadsheet has saved come back in canonical form, and nothing is lost."""

import csv
import io

import pytest

from corpus.__main__ import main
from corpus.collection.dictionary import Field
from corpus.collection.folder import load
from corpus.collection.spreadsheet import doubted, restored
from corpus.curation.format import format_folder
from corpus.export.files import csv_file
from corpus.paths import DATA

NAMES = ("numbers", "documents", "measures", "units")


def resaved(content: bytes, how: str) -> bytes:
    """A canonical table as a spreadsheet saves it."""
    text = content.decode()
    rows = list(csv.reader(io.StringIO(text, newline="")))
    if how == "byte-order mark and CRLF":
        return ("\ufeff" + text.replace("\n", "\r\n")).encode()
    if how == "GB18030":
        return text.encode("gb18030")
    written = io.StringIO()
    if how in {"semicolons", "tabs in UTF-16"}:
        csv.writer(written, delimiter=";" if how == "semicolons" else "\t", lineterminator="\r\n").writerows(rows)
    elif how == "everything quoted":
        csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    else:
        csv.writer(written, lineterminator="\n").writerows([*rows, [""] * len(rows[0]), [""] * len(rows[0])])
    return written.getvalue().encode("utf-16" if how.endswith("UTF-16") else "utf-8")


@pytest.mark.parametrize(
    "how",
    [
        "byte-order mark and CRLF",
        "GB18030",
        "semicolons",
        "tabs in UTF-16",
        "everything quoted",
        "blank lines at the end",
    ],
)
def test_resaved_tables_come_back_byte_for_byte(how, copied):
    """Whatever the spreadsheet did, `format` restores the very bytes, says what it did, and has nothing to do again."""
    for name in NAMES:
        path = copied / "data" / f"{name}.csv"
        path.write_bytes(resaved(path.read_bytes(), how))
    changed, problems = format_folder(copied / "data", copied / "seeds")
    assert set(changed) == {f"{name}.csv" for name in NAMES}
    assert all(changed.values())
    assert problems == []
    for name in NAMES:
        assert (copied / "data" / f"{name}.csv").read_bytes() == (DATA / f"{name}.csv").read_bytes()
    assert format_folder(copied / "data", copied / "seeds") == ({}, [])


def field(table: str, name: str) -> Field:
    """A column of the dictionary."""
    return next(known for known in load().dictionary.fields(table) if known.name == name)


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("2023/5/11", "2023-05-11"),
        ("2023-5-11 0:00", "2023-05-11"),
        ("2023年5月11日", "2023-05-11"),
        ("2023年5月", "2023-05"),
        ("2023/5", "2023-05"),
        ("2023年", "2023"),
        ("23/5/2023", "2023-05-23"),
        ("5/23/2023", "2023-05-23"),
    ],
)
def test_date_that_a_spreadsheet_turned_is_turned_back(cell, meant):
    """Where only one date can have become it, a cell becomes that date again."""
    assert restored(field("documents", "published"), cell) == meant
    assert doubted(field("documents", "published"), meant) is None


@pytest.mark.parametrize("cell", ["2023/5/1", "5/6/2023", "5月23日", "May-23", "23-May", "45047", "2023/2/30"])
def test_date_that_may_be_several_stays_and_is_named(cell):
    """2023-05 and 2023-05-01 both become 2023/5/1: where months are allowed, nothing tells which it was."""
    assert restored(field("documents", "published"), cell) == cell
    assert doubted(field("documents", "published"), cell)


def test_first_of_a_month_is_a_day_where_months_are_not_allowed():
    """A column of days loses nothing when a spreadsheet writes one its own way."""
    assert restored(field("retired_ids", "date"), "2023/5/1") == "2023-05-01"


@pytest.mark.parametrize("cell", ["80,000", "80 000", "1E+11"])
def test_number_that_a_spreadsheet_dressed_is_named(cell, copied):
    """A separator between thousands and a power of ten are named with line and column, and nothing is guessed."""
    path = copied / "data" / "numbers.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(",80000,", f',"{cell}",', 1), encoding="utf-8")
    _, problems = format_folder(copied / "data", copied / "seeds")
    assert [(problem.table, problem.row, problem.field) for problem in problems] == [("numbers", "line 3", "value")]
    assert cell in path.read_text(encoding="utf-8")


def test_true_and_false_are_those_of_the_tables(copied):
    """TRUE and FALSE, as a spreadsheet writes them, come back byte for byte."""
    path = copied / "data" / "segments.csv"
    content = path.read_bytes()
    path.write_bytes(content.replace(b",false", b",FALSE").replace(b",true", b",TRUE"))
    assert set(format_folder(copied / "data", copied / "seeds")[0]) == {"segments.csv"}
    assert path.read_bytes() == content


def test_download_put_back_is_the_table(copied, collection):
    """A table taken away as CSV, apostrophes and byte-order mark included, can be put back in the place of its file."""
    for name in collection.dictionary.resources:
        (copied / "data" / f"{name}.csv").write_bytes(csv_file(collection.tables[name]))
    assert format_folder(copied / "data", copied / "seeds")[1] == []
    for name in collection.dictionary.resources:
        assert (copied / "data" / f"{name}.csv").read_bytes() == (DATA / f"{name}.csv").read_bytes(), name


def test_percentage_takes_the_form_that_is_printed(copied):
    """Excel saves 9.2% as 9.20%: where the text at the quote's place shows it, it goes back; elsewhere it stays."""
    path = copied / "data" / "numbers.csv"
    content = path.read_text(encoding="utf-8")
    assert ",9.2%," in content
    path.write_text(content.replace(",9.2%,", ",9.20%,"), encoding="utf-8")
    assert set(format_folder(copied / "data", copied / "seeds")[0]) == {"numbers.csv"}
    assert path.read_text(encoding="utf-8") == content
    path.write_text(wrong := content.replace(",9.2%,", ",8.20%,"), encoding="utf-8")
    assert format_folder(copied / "data", copied / "seeds") == ({}, [])
    assert path.read_text(encoding="utf-8") == wrong


def test_row_with_too_many_cells_is_left_as_it_is(copied):
    """A comma that was typed without quotes moves the cells after it: the table is named by line, and not touched."""
    path = copied / "data" / "units.csv"
    path.write_bytes(content := path.read_bytes().replace(b"facility,", b"facility,,", 1))
    changed, problems = format_folder(copied / "data", copied / "seeds")
    assert changed == {}
    assert [(problem.table, problem.row) for problem in problems] == [("units", "line 5")]
    assert path.read_bytes() == content


def test_file_that_is_no_text_is_named(copied):
    """A workbook saved under the name of a table is named, and the other files are formatted all the same."""
    (copied / "data" / "units.csv").write_bytes(b"PK\x03\x04\x14\x00\x06\x00")
    words = copied / "data" / "stopwords.txt"
    words.write_bytes(b"\xef\xbb\xbf" + words.read_bytes())
    changed, problems = format_folder(copied / "data", copied / "seeds")
    assert set(changed) == {"stopwords.txt"}
    assert [problem.table for problem in problems] == ["units.csv"]


def test_columns_are_put_in_order_and_none_is_lost(copied):
    """Columns in another order go back; one that the dictionary does not know stays and is named."""
    path = copied / "data" / "units.csv"
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
    shuffled = io.StringIO()
    csv.writer(shuffled, lineterminator="\n").writerows([list(reversed(row)) for row in rows])
    path.write_text(shuffled.getvalue(), encoding="utf-8")
    format_folder(copied / "data", copied / "seeds")
    assert path.read_bytes() == (DATA / "units.csv").read_bytes()
    path.write_text("\n".join(",".join(["x", *row]) for row in rows) + "\n", encoding="utf-8")
    _, problems = format_folder(copied / "data", copied / "seeds")
    assert {problem.field for problem in problems} == {"x"}
    assert "x" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("how", ["byte-order mark and CRLF", "semicolons", "tabs in UTF-16", "everything quoted"])
def test_message_of_the_check_names_the_command(how, copied, capsys):
    """Whoever saved a table in a spreadsheet is told the one command that mends it, and it does."""
    path = copied / "data" / "units.csv"
    path.write_bytes(resaved(path.read_bytes(), how))
    folders = ["--data", str(copied / "data"), "--seeds", str(copied / "seeds")]
    assert main(["check", *folders])
    assert "python -m corpus format" in "".join(capsys.readouterr())
    assert main(["format", *folders]) == 0
    assert main(["check", *folders]) == 0

"""Tables that a spreadsheet has saved come back in canonical form, and nothing is lost."""

import csv
import io

import pytest

from corpus.__main__ import main
from corpus.curation.format import format_folder
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
    if how == "semicolons":
        csv.writer(written, delimiter=";", lineterminator="\n").writerows(rows)
    elif how == "everything quoted":
        csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    else:
        csv.writer(written, lineterminator="\n").writerows([*rows, [""] * len(rows[0]), [""] * len(rows[0])])
    return written.getvalue().encode()


@pytest.mark.parametrize(
    "how", ["byte-order mark and CRLF", "GB18030", "semicolons", "everything quoted", "blank lines at the end"]
)
def test_resaved_tables_come_back_byte_for_byte(how, copied):
    """Whatever the spreadsheet did, `format` restores the very bytes, says what it did, and has nothing to do again."""
    for name in NAMES:
        path = copied / "data" / f"{name}.csv"
        path.write_bytes(resaved(path.read_bytes(), how))
    told = format_folder(copied / "data")
    assert {line.partition(":")[0] for line in told} == {f"{name}.csv" for name in NAMES}
    for name in NAMES:
        assert (copied / "data" / f"{name}.csv").read_bytes() == (DATA / f"{name}.csv").read_bytes()
    assert format_folder(copied / "data") == []


def test_dates_that_a_spreadsheet_turned_are_turned_back_or_named(copied):
    """2023/5/1 is a day and 2023年5月 a month; 5月23日 has lost its year and is named, not guessed."""
    path = copied / "data" / "documents.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(",2023,2023-07-11,2023-12-31,", ",2023年,2023/7/11,5月23日,", 1), encoding="utf-8")
    told = format_folder(copied / "data")
    assert ",2023,2023-07-11,5月23日," in path.read_text(encoding="utf-8")
    assert any("5月23日" in line and "line 2" in line for line in told)


def test_columns_are_put_in_order_and_none_is_lost(copied):
    """Columns in another order go back; one that the dictionary does not know stays and is named."""
    path = copied / "data" / "units.csv"
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
    shuffled = io.StringIO()
    csv.writer(shuffled, lineterminator="\n").writerows([list(reversed(row)) for row in rows])
    path.write_text(shuffled.getvalue(), encoding="utf-8")
    format_folder(copied / "data")
    assert path.read_bytes() == (DATA / "units.csv").read_bytes()
    path.write_text("\n".join(",".join([*row, "x"]) for row in rows) + "\n", encoding="utf-8")
    assert any("columns differ" in line for line in format_folder(copied / "data"))
    assert "x" in path.read_text(encoding="utf-8")


def test_message_of_the_check_names_the_command(copied, capsys):
    """Whoever saved a table in a spreadsheet is told the one command that mends it, and it does."""
    path = copied / "data" / "units.csv"
    path.write_bytes(resaved(path.read_bytes(), "byte-order mark and CRLF"))
    folders = ["--data", str(copied / "data"), "--seeds", str(copied / "seeds")]
    assert main(["check", *folders]) == 2
    assert "python -m corpus format" in capsys.readouterr().err
    assert main(["format", *folders]) == 0
    assert main(["check", *folders]) == 0

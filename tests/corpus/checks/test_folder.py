"""The check of a folder names the file, the row and the remedy, whatever is wrong with its files."""

from pathlib import Path

import pytest

from corpus.__main__ import main
from corpus.checks.folder import check_folder
from corpus.paths import DATA, SEEDS

UNITS, SEED = Path("data/units.csv"), Path("seeds/pingguo.txt")


def recoded(encoding):
    """A file saved in another encoding."""
    return lambda content: content.decode().encode(encoding)


def windows(content):
    """A file saved with the line ends of Windows."""
    return content.replace(b"\n", b"\r\n")


@pytest.mark.parametrize("file", [UNITS, SEED])
@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda content: b"\xef\xbb\xbf" + content, "byte_order_mark"),
        (recoded("gb18030"), "in_gb18030"),
        (recoded("utf-16"), "in_utf16"),
        (recoded("utf-16-le"), "no_utf8"),
        (windows, "carriage_returns"),
    ],
    ids=["BOM", "GB18030", "UTF-16", "other", "CRLF"],
)
def test_form_of_a_file_is_one_problem(file, change, message, copied):
    """A file in another form is named as such, once: not as the rows that it breaks."""
    (copied / file).write_bytes(change((copied / file).read_bytes()))
    collection, (problem,) = check_folder(copied / "data", copied / "seeds")
    assert collection is None
    assert (problem.table, problem.message) == (file.name, message)
    assert problem.remedy == ("format" if file == UNITS else "restore_or_add")


@pytest.mark.parametrize(
    ("old", "new", "row", "message"),
    [
        (b"person,persons,people,", b"person,persons,people,,", "line 2", "cells_in_row"),
        (b"facilities,organisations,", b"facilities", "line 5", "cells_in_row"),
        (b"person_time,", b'person_time "so called",', "", ""),
        (b"person_time,", b'"person_time,', "line 3", "open_quote"),
        (b"person_time,", b'"person"_time,', "line 3", "open_quote"),
        (b",", b";", "", "separators"),
        (b",", b"\t", "", "separators"),
    ],
    ids=["a cell too many", "a cell too few", "quotes inside a cell", "open quote", "torn quote", "semicolons", "tabs"],
)
def test_row_that_does_not_fit_is_named_by_its_line(old, new, row, message, copied):
    """What keeps a table from being read is named by its line; what does not is left to the rules."""
    content = (copied / UNITS).read_bytes()
    (copied / UNITS).write_bytes(content.replace(old, new, -1 if old == b"," else 1))
    collection, problems = check_folder(copied / "data", copied / "seeds")
    assert problems
    assert (collection is None) == bool(message)
    if message:
        assert (problems[0].table, problems[0].row, problems[0].message) == ("units.csv", row, message)


def test_line_is_that_of_the_file(copied):
    """Cells that hold line breaks stand above the row, and it is named by the line on which it begins."""
    measures = copied / "data" / "measures.csv"
    lines = measures.read_bytes().split(b"\n")
    lines[2] = lines[2].replace(b"Build a public", b'"Build\n\na public', 1).replace(b",C5,", b'",C5,', 1)
    lines[4] = lines[4].replace(b",implemented,", b",done,", 1)
    measures.write_bytes(b"\n".join(lines))
    _, problems = check_folder(copied / "data", copied / "seeds")
    (status,) = [problem for problem in problems if problem.field == "status"]
    number = int(status.row.removeprefix("line "))
    assert measures.read_text(encoding="utf-8").split("\n")[number - 1].count(",done,") == 1


def test_missing_source_is_missing(copied):
    """A source that is gone is one problem that names it, and no lost anchor."""
    (copied / SEED).unlink()
    _, problems = check_folder(copied / "data", copied / "seeds")
    assert {(problem.table, problem.row, problem.message) for problem in problems} == {
        ("documents", "pingguo.txt", "source_missing")
    }


def test_changed_source_is_no_lost_anchor(copied):
    """A source with a character too many is one problem for each of its articles, not one for each quote behind it."""
    seed = copied / "seeds" / "chongqing.txt"
    seed.write_bytes("重".encode() + seed.read_bytes())
    _, problems = check_folder(copied / "data", copied / "seeds")
    assert {(problem.table, problem.message) for problem in problems} == {("documents", "source_changed")}
    assert {problem.row for problem in problems} == {"qijiang", "chuanwei", "luyuefu", "cqcet"}


@pytest.mark.parametrize("name", ["datapackage.json", "stopwords.txt", "documents.csv"])
def test_missing_file_is_missing(name, copied):
    """What a collection cannot do without is named when it is gone."""
    (copied / "data" / name).unlink()
    _, problems = check_folder(copied / "data", copied / "seeds")
    assert (name, "file_missing") in {(problem.table, problem.message) for problem in problems}


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"", "empty_file"), (b"\n", "no_header"), (b",,\n", "no_header"), (b"\na,b\n", "no_header")],
)
def test_table_without_a_header_is_named(content, message, copied):
    """A table that was emptied, or begins with a blank line, is named, not raised."""
    (copied / UNITS).write_bytes(content)
    collection, problems = check_folder(copied / "data", copied / "seeds")
    assert collection is None
    assert [(problem.table, problem.message) for problem in problems] == [("units.csv", message)]


@pytest.mark.parametrize("offset", ["²", "４５", "-1", "1e3", "٣"])
def test_odd_offset_is_a_problem(offset, copied):
    """An offset in characters that look like a number is a problem of its cell."""
    numbers = copied / "data" / "numbers.csv"
    numbers.write_bytes(numbers.read_bytes().replace(b"xinhui.txt,924,929", f"xinhui.txt,{offset},929".encode()))
    _, problems = check_folder(copied / "data", copied / "seeds")
    assert ("numbers", "start") in {(problem.table, problem.field) for problem in problems}
    assert "check" not in {problem.table for problem in problems}


def test_nothing_is_read_from_an_empty_folder(tmp_path):
    """Folders with nothing in them, or that are not there, end in the names of what is missing."""
    for folder, message in ((tmp_path, "file_missing"), (tmp_path / "gone", "folder_closed")):
        collection, problems = check_folder(folder, folder)
        assert collection is None
        assert {problem.message for problem in problems} == {message}


@pytest.mark.parametrize("file", [*sorted(path.name for path in DATA.iterdir()), SEED.name])
def test_no_path_of_the_server_is_told(file, copied):
    """Whatever file is torn, what is said names files and rows, in both languages, and no folder."""
    path = copied / ("seeds" if file == SEED.name else "data") / file
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    _, problems = check_folder(copied / "data", copied / "seeds")
    said = [problem.said(language) for problem in problems for language in ("zh", "en")]
    assert said
    assert not [line for line in said if str(copied) in line or "\n" in line]


@pytest.mark.parametrize(
    ("environment", "asked", "said"),
    [
        ({"LANG": "zh_CN.UTF-8"}, (), "问题 0 个"),
        ({"LANG": "C.UTF-8"}, (), "problems: 0"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB.UTF-8"}, (), "problems: 0"),
        ({"LANG": "en_GB.UTF-8"}, ("--language", "zh"), "问题 0 个"),
    ],
)
def test_command_speaks_the_language_of_whoever_asks(environment, asked, said, monkeypatch, capsys):
    """The system's locale chooses the language of the check, and `--language` has the last word."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert main(["check", "--data", str(DATA), "--seeds", str(SEEDS), *asked]) == 0
    assert said in capsys.readouterr().out


def test_doubt_is_no_failure(copied, capsys):
    """A doubt without a reason is printed apart, and the command ends as for a sound collection."""
    reasons = copied / "data" / "reasons.csv"
    lines = reasons.read_bytes().splitlines(keepends=True)
    reasons.write_bytes(b"".join(lines[:-1]))
    folders = ["--data", str(copied / "data"), "--seeds", str(copied / "seeds")]
    assert main(["pin", *folders]) == 0
    capsys.readouterr()
    assert main(["check", "--language", "en", *folders]) == 0
    doubt, summary = capsys.readouterr().out.splitlines()
    assert doubt.startswith(f"doubt ({lines[-1].decode().split(',')[2]}): ")
    assert summary.endswith("problems: 0, doubts: 1")

"""Anchors are found from quotes, repaired where that is certain and never guessed; the command says how it went."""

import io
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

import pytest

from corpus.__main__ import main
from corpus.checks import CHECKS
from corpus.coding.anchors import ANCHORED, anchored_tables, fill, fill_files, is_exact, places
from corpus.collection.collection import Collection
from corpus.collection.folder import load
from corpus.paths import DATA

SEED = "新增30家，其中民企30家、国企13家；等13项、等13类。"


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("新增30家", [(0, 5, "新增30家")]),
        ("30家", [(2, 5, "30家"), (10, 13, "30家")]),
        ("民企⟦30家⟧", [(10, 13, "30家")]),
        ("⟦30家⟧，", [(2, 5, "30家")]),
        ("等⟦13⟧项", [(21, 23, "13")]),
        ("等⟦13⟧", [(21, 23, "13"), (26, 28, "13")]),
        ("⟦国企13家⟧", [(14, 19, "国企13家")]),
        ("31家", []),
        ("国企⟦30家⟧", []),
    ],
)
def test_places_of_a_quote(quote, found):
    """Every place of a quote is found; with ⟦ ⟧ the surroundings choose the place and the marked part is the quote."""
    assert places(SEED, quote) == found
    assert all(SEED[start:end] == marked for start, end, marked in found)


def test_overlapping_places_are_all_found():
    """A quote that overlaps itself stands in two places, and so is ambiguous."""
    assert [start for start, _, _ in places("一项项项", "项项")] == [1, 2]


def test_surroundings_may_span_lines():
    """The line breaks of a column may stand in the surroundings of a quote."""
    assert places("建成\n12条\n产业链", "建成\n⟦12条⟧\n产业链") == [(3, 6, "12条")]


@pytest.mark.parametrize(
    ("start", "end", "quote", "exact"),
    [
        ("2", "5", "30家", True),
        ("10", "13", "30家", True),
        ("3", "6", "30家", False),
        ("2", "6", "30家", False),
        ("", "", "30家", False),
        ("2", "2", "", False),
        ("-3", "-1", "3类", False),
        ("2.0", "5", "30家", False),
    ],
)
def test_anchor_is_exact_to_the_character(start, end, quote, exact):
    """Offsets cut the quote out of the seed, or the anchor is lost; blanks and signs are no offsets."""
    assert is_exact(SEED, start, end, quote) is exact


def test_numbers_and_excluded_numerals_are_anchored(collection):
    """The anchored tables of the package are those whose columns carry an anchor."""
    columns = {"seed_file", "start", "end", "quote"}
    assert anchored_tables(collection) == list(ANCHORED)
    assert {table for table, frame in collection.tables.items() if columns <= set(frame.columns)} == set(ANCHORED)


def edited(folder: Path, table: str, rows: dict[str, dict[str, str]]) -> Collection:
    """The copied package with cells changed, in its file as well; a row is named by its first cell or its quote."""
    collection = load(folder / "data", folder / "seeds")
    frame = collection.tables[table]
    for name, cells in rows.items():
        (index,) = frame.index[(frame.iloc[:, 0] == name) | (frame["quote"] == name)]
        frame.loc[index, list(cells)] = list(cells.values())
    frame.to_csv(folder / "data" / f"{table}.csv", index=False, lineterminator="\n")
    return collection.changed(**{table: frame})


BLANK = {"start": "", "end": ""}


@pytest.mark.parametrize("table", ANCHORED)
def test_every_shipped_anchor_is_restored_from_its_surroundings(table, collection, copied):
    """With all offsets blank and each quote marked in its surroundings, the table comes back byte for byte."""
    frame = collection.tables[table].copy()
    typed = collection.typed(table)
    for index, row in typed[typed["quote"] != ""].iterrows():
        row[["start", "end"]] = row[["start", "end"]].astype(int)
        seed = collection.seeds[row["seed_file"]]
        before, after = seed[max(row["start"] - 20, 0) : row["start"]], seed[row["end"] : row["end"] + 20]
        frame.loc[index, ["start", "end", "quote"]] = ["", "", f"{before}⟦{row['quote']}⟧{after}"]
    shipped = (DATA / f"{table}.csv").read_bytes()
    file = copied / "data" / f"{table}.csv"
    file.write_bytes(b"")
    assert fill_files(collection.changed(**{table: frame}), copied / "data") == []
    assert file.read_bytes() == shipped


@pytest.mark.parametrize(
    "offsets", [BLANK, {"start": "925", "end": "930"}, {"end": "931"}], ids=["blank", "shifted", "too long"]
)
def test_unique_quote_is_repaired(offsets, copied):
    """A row whose quote stands once gets its shipped offsets, and the other rows stay as they are."""
    collection = edited(copied, "numbers", {"4995名": offsets})
    assert (copied / "data/numbers.csv").read_bytes() != (DATA / "numbers.csv").read_bytes()
    assert fill_files(collection, copied / "data") == []
    assert (copied / "data/numbers.csv").read_bytes() == (DATA / "numbers.csv").read_bytes()


def test_exact_anchor_of_a_repeated_quote_is_left_alone(collection):
    """约有8万 stands twice in 新会's page; exact offsets are not put in question."""
    assert len(places(collection.seeds["xinhui.txt"], "约有8万")) == 2
    frame, problems = fill(collection, "numbers")
    assert problems == []
    assert frame.equals(collection.tables["numbers"])


def test_fill_leaves_its_argument_alone(copied):
    """Filling gives a new table; the package keeps the one it was read with."""
    collection = edited(copied, "numbers", {"4995名": BLANK})
    frame, _ = fill(collection, "numbers")
    row = frame["quote"] == "4995名"
    assert list(frame.loc[row, "start"]) == ["924"]
    assert list(collection.tables["numbers"].loc[row, "start"]) == [""]


@pytest.mark.parametrize(
    ("quote", "message", "remedy"),
    [
        ("约有8万", "“约有8万” stands at 159, 4899 in xinhui.txt", "⟦quote⟧"),
        ("约有9万", "“约有9万” is not in xinhui.txt", "character by character"),
        ("", "“” is not in xinhui.txt", "character by character"),
    ],
    ids=["ambiguous", "missing", "blank"],
)
def test_uncertain_anchor_is_reported_and_nothing_written(quote, message, remedy, copied):
    """A quote that stands twice or nowhere stops the command: its row keeps what it had, and no file changes."""
    collection = edited(copied, "numbers", {"4995名": BLANK, "xinhui-n02": BLANK | {"quote": quote}})
    before = {table: (copied / f"data/{table}.csv").read_bytes() for table in ANCHORED}
    frame, _ = fill(collection, "numbers")
    assert list(frame.set_index("number_id").loc["xinhui-n02", ["start", "end", "quote"]]) == ["", "", quote]
    (problem,) = fill_files(collection, copied / "data")
    assert (problem.table, problem.row, problem.field) == ("numbers", "xinhui-n02", "quote")
    assert str(problem).startswith(f"numbers / xinhui-n02 / quote: {message} → ")
    assert remedy in str(problem)
    assert {table: (copied / f"data/{table}.csv").read_bytes() for table in ANCHORED} == before


class Ran(NamedTuple):
    """What a command left behind: its exit code, and what it printed."""

    returncode: int
    stdout: str
    stderr: str


def command(name: str, folder: Path) -> Ran:
    """Run a command on a copied package as its command line does, in this process."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code = main([name, "--data", str(folder / "data"), "--seeds", str(folder / "seeds")])
        except SystemExit as refused:
            code = refused.code
    return Ran(code, out.getvalue(), err.getvalue())


def test_command_check_passes_the_shipped_package(copied):
    """A sound package ends in exit code 0, with the number of rules and no problem."""
    result = command("check", copied)
    assert (result.returncode, result.stdout, result.stderr) == (
        0,
        f"{len(CHECKS)} rules; problems: 0, doubts: 0\n",
        "",
    )


def test_command_check_lists_problems(copied):
    """A broken package ends in exit code 1, one line per problem, with table, row, field, message and remedy."""
    edited(copied, "numbers", {"4995名": {"value": "4959"}})
    result = command("check", copied)
    assert result.returncode == 1
    assert result.stdout.splitlines() == [
        "numbers / xinhui-n14 / value: “4995名” states 4995 → correct the value",
        f"{len(CHECKS)} rules; problems: 1. Doubts are looked for when there is none",
    ]
    assert result.stderr == ""


def test_command_anchor_repairs_the_files(copied):
    """Blank offsets are filled in the file given, with exit code 0."""
    edited(copied, "numbers", {"4995名": BLANK})
    edited(copied, "excluded_numerals", {"一码受理": BLANK})
    result = command("anchor", copied)
    assert (result.returncode, result.stdout, result.stderr) == (0, "problems with anchors: 0\n", "")
    for table in ANCHORED:
        assert (copied / f"data/{table}.csv").read_bytes() == (DATA / f"{table}.csv").read_bytes()


def test_command_anchor_stops_where_a_quote_is_uncertain(copied):
    """One lost quote ends in exit code 1 and its line; the repairable row beside it is not written either."""
    edited(copied, "numbers", {"4995名": BLANK, "1065人": BLANK | {"quote": "1056人"}})
    before = (copied / "data/numbers.csv").read_bytes()
    result = command("anchor", copied)
    assert result.returncode == 1
    problem, done = result.stdout.splitlines()
    assert problem.startswith("numbers / xinhui-n17 / quote: “1056人” is not in xinhui.txt → ")
    assert done == "problems with anchors: 1"
    assert (copied / "data/numbers.csv").read_bytes() == before


@pytest.mark.parametrize(
    ("file", "content", "reason"),
    [
        ("data/datapackage.json", None, "datapackage.json"),
        ("data/datapackage.json", b'{"resources": [', "line 1"),
        ("data/units.csv", "单位,名称\n".encode("gb18030"), "units.csv: is in GB18030"),
        ("seeds/pingguo.txt", "平果市".encode("gb18030"), "pingguo.txt: is in GB18030"),
        ("data/units.csv", b"unit,name_zh\nperson,\xe4\xba\xba\nyuan,\xe5\x85\x83,yuan\n", "line 3"),
        ("data/datapackage.json", b"[]", "datapackage.json"),
    ],
    ids=["no dictionary", "torn dictionary", "table in GB 18030", "seed in GB 18030", "row too long", "no object"],
)
def test_command_says_in_one_line_why_a_package_is_unreadable(file, content, reason, copied):
    """What cannot be read ends in exit code 2 and one line that says why, on the error stream."""
    if content is None:
        (copied / file).unlink()
    else:
        (copied / file).write_bytes(content)
    result = command("check", copied)
    assert (result.returncode, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith("the data package cannot be read: ")
    assert reason in line


@pytest.mark.parametrize("file", ["data/units.csv", "seeds/pingguo.txt"])
def test_command_names_the_unreadable_file(file, copied):
    """Whoever meets the message learns which file to mend."""
    (copied / file).write_bytes("平果市\n".encode("gb18030"))
    assert Path(file).name in command("check", copied).stderr


def test_command_anchor_reports_a_missing_column(copied):
    """A table without its anchor columns ends in a sentence, not in a traceback."""
    numbers = copied / "data/numbers.csv"
    numbers.write_bytes(numbers.read_bytes().replace(b",quote,", b",quotation,", 1))
    result = command("anchor", copied)
    assert "Traceback" not in result.stderr
    assert "quote" in result.stdout + result.stderr


def test_command_refuses_an_unknown_word(copied):
    """Only check and anchor are commands."""
    result = command("chekc", copied)
    assert result.returncode == 2
    assert "chekc" in result.stderr

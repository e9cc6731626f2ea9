"""What was changed since an older folder is recorded with its reason, once, and as a chain that leads to today."""

import shutil

import pytest

from corpus.__main__ import main
from corpus.checks import run_checks
from corpus.coding.corrections import corrections_by_reason, corrections_by_row
from corpus.collection.folder import load, read_table, table_bytes

WHY = ("--why", "看错了", "--why-en", "Misread", "--date", "2026-11-28")


@pytest.fixture
def changed(copied):
    """A package without corrections, beside the older version of its tables."""
    path = copied / "data" / "corrections.csv"
    path.write_bytes(table_bytes(read_table(path).head(0)))
    shutil.copytree(copied / "data", copied / "old")
    return copied


def record(folder, *options):
    """Record what was changed since the older version."""
    folders = ["--data", str(folder / "data"), "--seeds", str(folder / "seeds"), "--since", str(folder / "old")]
    return main(["corrections", *options, *folders])


def set_cells(folder, row, **cells):
    """Change cells of a measure."""
    path = folder / "data" / "measures.csv"
    frame = read_table(path)
    for column, cell in cells.items():
        frame.loc[frame["measure_id"] == row, column] = cell
    path.write_bytes(table_bytes(frame))


def test_changes_are_recorded_once_and_follow_each_other(changed, capsys):
    """A second run adds nothing; a later change begins where the one before ended, and the check is content."""
    set_cells(changed, "xinhui-m01", scope="part", note="见下文", note_en="See below")
    assert record(changed, *WHY) == 0
    assert "corrections recorded: 3; without a reason: 0" in capsys.readouterr().out
    assert record(changed, *WHY) == 0
    set_cells(changed, "xinhui-m01", scope="single_organisation")
    assert record(changed, "--why", "再看", "--why-en", "Read again", "--date", "2026-11-29") == 0
    main(["pin", "--data", str(changed / "data"), "--seeds", str(changed / "seeds")])
    collection = load(changed / "data", changed / "seeds")
    assert [problem for problem in run_checks(collection, changed / "data") if problem.table == "corrections"] == []
    made = corrections_by_row(collection)["measures", "xinhui-m01"]
    assert [(one.field, one.before, one.after) for one in made] == [
        ("scope", "whole_region", "part"),
        ("note", "", "见下文"),
        ("note_en", "", "See below"),
        ("scope", "part", "single_organisation"),
    ]
    assert [(day, len(rows)) for (day, _, _), rows in corrections_by_reason(collection).items()] == [
        ("2026-11-29", 1),
        ("2026-11-28", 3),
    ]


def test_rows_added_and_taken_away_are_one_correction_each(changed):
    """What came and what went is told by the field of the key."""
    path = changed / "data" / "measures.csv"
    frame = read_table(path)
    frame.loc[0, "measure_id"] = "xinhui-m99"
    path.write_bytes(table_bytes(frame))
    assert record(changed, *WHY) == 0
    made = read_table(changed / "data" / "corrections.csv")
    assert made[["row", "field", "from", "to"]].to_numpy().tolist() == [
        ["xinhui-m01", "measure_id", "xinhui-m01", ""],
        ["xinhui-m99", "measure_id", "", "xinhui-m99"],
    ]


def test_each_change_has_the_first_reason_that_fits(changed, capsys):
    """A list of reasons goes by table, row, field and outcome; what none fits is named and stays unrecorded."""
    set_cells(changed, "xinhui-m01", scope="part")
    set_cells(changed, "xinhui-m02", scope="part", status="planned")
    listed = changed / "reasons.csv"
    listed.write_text(
        "table,row,field,to,why,why_en\n"
        "measures,xinhui-m02|xinhui-m03,scope,*,只及园区,Parks alone\n"
        "measures,*,scope,part,只及部分,A part alone\n"
    )
    assert record(changed, "--reasons", str(listed), "--date", "2026-11-28") == 1
    assert "measures / xinhui-m02 / status: implemented → planned: no reason" in capsys.readouterr().out
    made = read_table(changed / "data" / "corrections.csv")
    assert made[["row", "why_en"]].to_numpy().tolist() == [
        ["xinhui-m01", "A part alone"],
        ["xinhui-m02", "Parks alone"],
    ]


def test_place_and_state_are_no_corrections(changed):
    """An offset that follows a quote and a state that follows codings tell nothing; nor does a column that is new."""
    old = changed / "old" / "measures.csv"
    frame = read_table(old).drop(columns="scope")
    frame.loc[0, ["start", "record_state"]] = ["1", "reviewed"]
    old.write_bytes(table_bytes(frame))
    assert record(changed, *WHY) == 0
    assert len(read_table(changed / "data" / "corrections.csv")) == 0

"""Filled sheets and lists are taken into the codings, all or none, and each row says how far it is checked."""

import pytest

from corpus.__main__ import main
from corpus.checks import run_checks
from corpus.coding.agreement import agreements
from corpus.coding.codings import CODED
from corpus.collection.folder import csv_bytes, load, read_table, table_bytes
from corpus.curation.blind import TEXT
from corpus.curation.sheets import read_sheet

CODERS = (
    "coder,coder_kind,name_zh,name_en,saw_zh,saw_en,sample_zh,sample_en,date\n"
    "ours,first,编者,Editors,原文,The text,全部,All,2026-11-27\n"
    "other,blind,另一人,Another,原文,The text,抽样,A sample,2026-11-28\n"
)


@pytest.fixture
def study(copied):
    """A copy of the package in which nobody has coded again yet, with a study of one second coder."""
    (copied / "data" / "coders.csv").write_text(CODERS)
    for table in ("codings", "corrections"):
        frame = read_table(copied / "data" / f"{table}.csv")
        (copied / "data" / f"{table}.csv").write_bytes(table_bytes(frame.head(0)))
    run(copied, "states")
    return copied


def run(folder, command, *options):
    """Run a command on a folder."""
    return main([command, *map(str, options), "--data", str(folder / "data"), "--seeds", str(folder / "seeds")])


def filled(folder, **changes):
    """Sheets of a sample filled with the codes of the package, some cells changed: (row, field) → code."""
    run(folder, "sample", folder / "blind", "--measures", 9, "--figures", 7)
    for table, fields in CODED.items():
        path = folder / "blind" / f"{table}.csv"
        sheet = read_sheet(path.read_bytes(), TEXT)
        own = read_table(folder / "data" / f"{table}.csv").set_index(sheet.header and f"{table[:-1]}_id")
        rows = []
        for rank, row in enumerate(sheet.rows):
            cells = dict(zip(sheet.header, row, strict=True))
            cells |= {field: own.loc[cells["row"], field] for field in fields}
            cells |= changes.get(table, {}) if not rank else {}
            rows.append(cells.values())
        path.write_bytes(csv_bytes(sheet.header, rows))
    return [folder / "blind" / f"{table}.csv" for table in CODED]


def test_filled_sheets_are_taken_over(study, capsys):
    """Each answer stands beside the first coder's; who agrees makes a row reviewed, who differs a disputed one."""
    files = filled(study, measures={"status": "planned", "scope": "nation"})
    assert run(study, "codings", *files, "--coder", "other", "--date", "2026-11-28") == 0
    assert "states written: measures, numbers" in capsys.readouterr().out
    run(study, "pin")
    grown = load(study / "data", study / "seeds")
    assert run_checks(grown, study / "data") == []
    codings = grown.tables["codings"]
    assert len(codings) == 2 * (9 * 5 + 7 * 8)
    assert set(codings["coder"]) == {"ours", "other"}
    for table, size in (("measures", 9), ("numbers", 7)):
        states = grown.tables[table]["record_state"].value_counts()
        assert states.drop("draft").sum() == size
    assert (grown.tables["measures"]["record_state"] == "disputed").sum() == 1
    assert [found.field for found in agreements(grown)] == [field for fields in CODED.values() for field in fields]


def test_list_of_codings_is_taken_over(study):
    """The form of the table itself, which names coder and day; a value is one code however it is written."""
    number = read_table(study / "data" / "numbers.csv").iloc[0]
    listed = study / "list.csv"
    rows = [("numbers", number["number_id"], "value", f"{number['value']}.0", "other", "2026-11-28")]
    listed.write_bytes(csv_bytes(("table", "row", "field", "code", "coder", "date"), rows))
    assert run(study, "codings", listed) == 0
    assert list(read_table(study / "data" / "codings.csv")["code"]) == [number["value"]] * 2
    assert read_table(study / "data" / "numbers.csv").iloc[0]["record_state"] == "reviewed"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (("measures", "xinhui-m999", "status", "planned", "other"), "no such row"),
        (("measures", "xinhui-m01", "status", "perhaps", "other"), "perhaps is no code"),
        (("measures", "xinhui-m01", "measure_type_id", "Z9", "other"), "Z9 is no code"),
        (("measures", "xinhui-m01", "label_zh", "x", "other"), "no field that is coded twice"),
        (("measures", "xinhui-m01", "status", "planned", "stranger"), "names no coder stranger"),
        (("measures", "xinhui-m01", "status", "planned", "ours"), "is the first coder"),
    ],
)
def test_faulty_codings_change_nothing(row, told, study, capsys):
    """A coding that cannot be is named, and no file changes."""
    before = (study / "data" / "codings.csv").read_bytes()
    listed = study / "list.csv"
    listed.write_bytes(csv_bytes(("table", "row", "field", "code", "coder"), [row]))
    assert run(study, "codings", listed) == 2
    assert told in capsys.readouterr().err
    assert (study / "data" / "codings.csv").read_bytes() == before


def test_nothing_is_taken_over_twice(study, capsys):
    """A coder codes a field of a row once."""
    files = filled(study)
    assert run(study, "codings", *files, "--coder", "other") == 0
    before = (study / "data" / "codings.csv").read_bytes()
    assert run(study, "codings", *files, "--coder", "other") == 2
    assert "has coded it already" in capsys.readouterr().err
    assert (study / "data" / "codings.csv").read_bytes() == before

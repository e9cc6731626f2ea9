"""Ids are issued to rows that have none, and to no other."""

import pandas as pd

from corpus.__main__ import main
from corpus.collection.folder import read_table, table_bytes


def run(folder):
    """Issue ids in the tables of a folder."""
    return main(["ids", "--data", str(folder / "data"), "--seeds", str(folder / "seeds")])


def blanked(folder, table, **cells):
    """Append copies of the first row of a table without an id, one for each value of the cells given."""
    path = folder / "data" / f"{table}.csv"
    frame = read_table(path)
    rows = [
        frame.iloc[0].to_dict() | {frame.columns[0]: ""} | dict(zip(cells, values, strict=True))
        for values in zip(*cells.values(), strict=True)
    ]
    path.write_bytes(table_bytes(pd.concat([frame, pd.DataFrame(rows)], ignore_index=True)))


def test_rows_without_an_id_get_the_next_ones(copied, capsys):
    """Each article goes on counting where it stopped, in every table whose ids are numbered; no other cell changes."""
    before = {table: read_table(copied / "data" / f"{table}.csv") for table in ("segments", "numbers", "measures")}
    blanked(copied, "numbers", document_id=["xinhui", "jiangxi", "xinhui"])
    blanked(copied, "measures", document_id=["luyuefu"])
    blanked(copied, "segments", document_id=["pingguo"])
    assert run(copied) == 0
    told = capsys.readouterr().out.splitlines()
    assert told == [
        "segments: pingguo-s17",
        "numbers: xinhui-n39, jiangxi-n45, xinhui-n40",
        "measures: luyuefu-m28",
        "ids issued: 5",
    ]
    for table, frame in before.items():
        assert read_table(copied / "data" / f"{table}.csv").head(len(frame)).equals(frame)
    content = (copied / "data" / "numbers.csv").read_bytes()
    assert run(copied) == 0
    assert (copied / "data" / "numbers.csv").read_bytes() == content


def test_row_that_names_no_article_gets_none(copied, capsys):
    """An id is its article's: a row without one, or with one that is not there, is named and stays."""
    blanked(copied, "numbers", document_id=["", "nowhere", "xinhui"])
    assert run(copied) == 1
    told = capsys.readouterr().out.splitlines()
    assert [line.partition(" / document_id")[0] for line in told[:2]] == ["numbers / line 173", "numbers / line 174"]
    assert list(read_table(copied / "data" / "numbers.csv")["number_id"].tail(3)) == ["", "", "xinhui-n39"]

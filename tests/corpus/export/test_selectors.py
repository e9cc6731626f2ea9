"""Every anchored row is taken away with what stands around its quote, and is found by it again."""

import csv
import io
import zipfile

import pandas as pd
import pytest

from corpus.coding.anchors import anchored_tables
from corpus.collection.collection import Collection, union
from corpus.collection.folder import load
from corpus.collection.tables import records
from corpus.curation.format import format_folder
from corpus.export.files import csv_file, package_zip
from corpus.export.selectors import SURROUNDINGS, exported, selectors
from tests.strange import STRANGE, bare


def anchored(collection: Collection) -> list[tuple[str, dict[str, str]]]:
    """Every row that has a place, with its table."""
    return [
        (table, row)
        for table in anchored_tables(collection)
        for row in records(exported(collection, table))
        if row["start"]
    ]


@pytest.mark.parametrize("made", [None, "both", *STRANGE])
def test_surroundings_are_the_source(made, collection):
    """Prefix, quote and suffix are one unbroken stretch of the source; only its ends shorten them."""
    tried = collection
    if made:
        tried = union(collection, bare(collection)) if made == "both" else STRANGE[made](collection)
    for table, row in anchored(tried):
        seed, start, end = tried.seeds[row["seed_file"]], int(row["start"]), int(row["end"])
        whole = row["prefix"] + row["quote"] + row["suffix"]
        assert seed[start - len(row["prefix"]) :].startswith(whole), (table, row)
        assert len(row["prefix"]) == min(SURROUNDINGS, start)
        assert len(row["suffix"]) == min(SURROUNDINGS, len(seed) - end)


def test_surroundings_find_the_quote_without_its_place(collection):
    """In the whole source there is one place for quote and surroundings, and it is that of the row."""
    for table, row in anchored(collection):
        seed = collection.seeds[row["seed_file"]]
        whole = row["prefix"] + row["quote"] + row["suffix"]
        assert seed.count(whole) == 1, (table, row)
        assert seed.index(whole) + len(row["prefix"]) == int(row["start"])


def test_package_lists_every_anchor(collection):
    """The archive has a table of all anchors, as W3C names them; what is on disk stays as it is."""
    with zipfile.ZipFile(io.BytesIO(package_zip(collection, "about"))) as archive:
        text = archive.read("changai-explorer/anchors.csv").decode()
    found = list(csv.DictReader(io.StringIO(text, newline="")))
    assert found == records(selectors(collection))
    assert len(found) == len(anchored(collection))
    assert {row["table"] for row in found} == {table for table, _ in anchored(collection)}
    assert {row["row"] for row in found if row["table"] == "numbers"} == set(collection.tables["numbers"]["number_id"])


def test_other_tables_are_taken_away_as_they_are(collection):
    """What has no place in a source gets no columns."""
    for table in set(collection.tables) - set(anchored_tables(collection)):
        pd.testing.assert_frame_equal(exported(collection, table), collection.tables[table])


def test_download_put_back_is_the_table_again(copied):
    """A table that was taken away and put back into the folder loses the derived columns, and nothing else."""
    collection = load(copied / "data", copied / "seeds")
    before = {table: (copied / "data" / f"{table}.csv").read_bytes() for table in anchored_tables(collection)}
    for table in before:
        (copied / "data" / f"{table}.csv").write_bytes(csv_file(exported(collection, table)))
    changed, problems = format_folder(copied / "data", copied / "seeds")
    assert problems == []
    assert "columns that a download adds taken away: prefix, suffix" in changed["numbers.csv"]
    assert {table: (copied / "data" / f"{table}.csv").read_bytes() for table in before} == before

"""Rules on who coded a row: what a program suggested never passes for what was coded with the source at hand."""

from collections.abc import Iterator

from corpus.collection.codebook import AS_WRITTEN, UNLISTED
from corpus.collection.collection import Collection
from corpus.collection.tables import cells
from corpus.problem import Problem

_TABLES = ("numbers", "measures")


def accepted_rows_name_their_coder(collection: Collection) -> Iterator[Problem]:
    """Whoever accepted a suggestion is named; a suggestion that nobody has accepted names no one."""
    for table in _TABLES:
        (key,) = collection.dictionary.primary_key(table)
        for row_id, origin, coder in cells(collection.tables[table], (key, "origin", "coder")):
            if origin == "accepted" and not coder:
                yield Problem(table, row_id, "coder", "nobody_accepted", "name_coder")
            if origin == "suggested" and coder:
                yield Problem(table, row_id, "origin", "suggested_by_person", "correct_one", {"coder": coder})


def suggestions_are_decided(collection: Collection) -> Iterator[Problem]:
    """A curated collection holds nothing that nobody has looked at."""
    for table in _TABLES:
        (key,) = collection.dictionary.primary_key(table)
        frame = collection.tables[table]
        for row_id in frame.loc[frame["origin"] == "suggested", key]:
            yield Problem(table, row_id, "origin", "still_suggested", "decide")


def figures_count_what_is_listed(collection: Collection) -> Iterator[Problem]:
    """A curated figure names an indicator and a unit of the codebook: what is new to it becomes a row there."""
    columns = ("number_id", "indicator_id", "unit")
    for number, indicator, unit in cells(collection.tables["numbers"], columns):
        if indicator == UNLISTED:
            yield Problem("numbers", number, "indicator_id", "unlisted_indicator", "list_indicator")
        if unit == AS_WRITTEN:
            yield Problem("numbers", number, "unit", "unlisted_unit", "list_unit")

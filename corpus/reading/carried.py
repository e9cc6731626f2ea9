"""The decisions of a review carried over to a text that was read anew."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.collection.collection import Collection
from corpus.collection.tables import records
from corpus.reading.review import KEYS, PASSED, Decision, Review, passed_id, row_tables

_AROUND = 8
"""So many characters before and after a quote tell its place in a text whose order was corrected."""


def carried(review: Review, before: Collection, after: Collection) -> Review:
    """The review of a text that was read anew: what was decided of a row holds for the row at its place now.

    Where the text itself is another, its order corrected, a row's place is told by the words around it.
    """
    then, now = _places(before, before.seeds == after.seeds), _places(after, before.seeds == after.seeds)
    rows = {place: row for row, place in now.items()}
    moved = {row: row for row in _rows_elsewhere(review, before)}
    moved |= {row: rows[place] for row, place in then.items() if place in rows}

    def again(steps: Iterable[tuple[Decision, ...]]) -> Iterator[tuple[Decision, ...]]:
        for step in steps:
            kept = tuple(
                replace(one, row=moved[one.table, one.row][1]) for one in step if (one.table, one.row) in moved
            )
            if kept:
                yield kept

    return replace(review, steps=tuple(again(review.steps)), undone=())


def _places(collection: Collection, exact: bool) -> dict[tuple[str, str], tuple[str, ...]]:  # noqa: FBT001 it is computed
    """(table, row) → what tells its place: offsets where they are `exact`, else its quote with the words around it.

    Rows that are not told apart so are left out.
    """
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for table in (*KEYS, PASSED):
        for row in records(collection.tables[table]):
            start, end = int(row["start"]), int(row["end"])
            seed = collection.seeds[row["seed_file"]]
            around = "".join(seed[max(start - _AROUND, 0) : end + _AROUND].split())
            place = (row["start"], row["end"]) if exact else ("".join(row["quote"].split()), around)
            row_id = row[KEYS[table]] if table in KEYS else passed_id(row["seed_file"], row["start"])
            found[table, row_id] = (table, row["seed_file"], *place)
    counts = Counter(found.values())
    return {row: place for row, place in found.items() if counts[place] == 1}


def _rows_elsewhere(review: Review, before: Collection) -> Iterator[tuple[str, str]]:
    """The rows of a review that belong to other texts."""
    own = {(table, row) for row, table in row_tables(before).items()}
    yield from {(one.table, one.row) for step in review.steps for one in step} - own

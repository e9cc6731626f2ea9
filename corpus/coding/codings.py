"""Which fields are coded a second time, and where a row of theirs stands: what sample, agreement and state share."""

from collections.abc import Iterator
from typing import NamedTuple

from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells

CODED = {
    "measures": ("measure_type_id", "instrument_id", "actor_type", "status", "scope"),
    "numbers": ("value", "unit", "qualifier", "kind", "flow", "period_from", "period_to", "as_of"),
}
"""Table → its fields that take a judgement, in the order of the dictionary."""


class Coding(NamedTuple):
    """One coder's code of one field of one row: a row of `codings` without its date."""

    table: str
    row: str
    field: str
    code: str
    coder: str


COLUMNS = Coding._fields


def codings(collection: Collection) -> Iterator[Coding]:
    """The codings of a collection, in the order of the file."""
    return map(Coding._make, cells(collection.tables["codings"], COLUMNS))


@computed_once
def rows_by_id(collection: Collection, table: str) -> dict[str, int]:
    """The id of each row of a table (the parts of its key, joined by blanks) → its place in the frame."""
    key = collection.dictionary.primary_key(table)
    return {" ".join(row): place for place, row in enumerate(cells(collection.tables[table], key))} if key else {}

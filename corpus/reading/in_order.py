"""The rows of a reader's collection that can be decided on, text by text and in the order of each."""

from collections.abc import Mapping
from typing import NamedTuple

from corpus.coding.evidence import evidence
from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.collection.tables import records
from corpus.reading.review import KEYS, PASSED, passed_id
from corpus.texts.reading_text import article_at


class Listed(NamedTuple):
    """A row to be decided on: its table, what decisions call it, its cells."""

    table: str
    row_id: str
    cells: Mapping[str, str]


@computed_once
def in_order(collection: Collection) -> dict[str, list[Listed]]:
    """Document → its figures and measures as the text has them, then the numerals that were passed over.

    A measure comes before the figures that it holds.
    """
    found: dict[str, list[Listed]] = {document: [] for document in collection.tables["documents"]["document_id"]}
    for table, key in KEYS.items():
        for row in records(collection.tables[table]):
            found[row["document_id"]].append(Listed(table, row[key], row))
    for rows in found.values():
        places = {row.row_id: evidence(collection, row.row_id) for row in rows}
        rows.sort(key=lambda row: (places[row.row_id].position, -len(places[row.row_id].quote)))
    passed = records(collection.tables[PASSED])
    for row in sorted(passed, key=lambda row: (row["seed_file"], int(row["start"]))):
        document = article_at(collection, row["seed_file"], int(row["start"]))
        found[document].append(Listed(PASSED, passed_id(row["seed_file"], row["start"]), row))
    return found

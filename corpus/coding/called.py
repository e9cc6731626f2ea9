"""What is called like a text that a reader looks for: bodies, policies, programmes, persons and awards by any name."""

from typing import NamedTuple

from corpus.coding.evidence import KINDS, NAMED_KINDS
from corpus.coding.mentions import NAMED, first_mentions
from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.collection.tables import records
from corpus.texts.folding import fold, folded, holds


class Called(NamedTuple):
    """A row that is called so: its kind, its id, and the article that names it first."""

    kind: str
    row_id: str
    document_id: str


def called_like(collection: Collection, query: str) -> list[Called]:
    """The rows one of whose names, in either language, holds the query, both folded; what no article names is left out.

    A query without letters finds nothing.
    """
    wanted = fold(query.strip()).text
    return [called for called, name in _names(collection) if holds(name, wanted)]


@computed_once
def _names(collection: Collection) -> list[tuple[Called, str]]:
    """Every row that can be found, with all its names folded, in one text of parts that no query spans."""
    found = []
    for kind in NAMED_KINDS:
        table = KINDS[kind][0]
        key, name = NAMED[table]
        first = first_mentions(collection, table)
        for row in records(collection.tables[table]):
            if row[key] in first:
                names = [row[f"{name}_zh"], row[f"{name}_en"], *row.get("aliases", "").split("|")]
                called = Called(kind, row[key], first[row[key]].document_id)
                found.append((called, folded("\n".join(filter(None, names)))))
    return found

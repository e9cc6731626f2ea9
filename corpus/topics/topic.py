"""A topic: what it gathers, as its row of `topics` says, or as a reader has typed it."""

from dataclasses import dataclass

from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.collection.tables import records

LISTS = (
    "terms",
    "indicators",
    "measure_types",
    "organisations",
    "programmes",
    "actor_types",
    "statuses",
    "kinds",
    "dimensions",
    "tables",
)
"""The columns of `topics` that gather rows, each a list parted by |."""


@dataclass(frozen=True)
class Topic:
    """What is gathered: whatever meets any of the lists, which are those of LISTS.

    `terms` are looked for in the texts, `tables` are taken whole, all else are ids and codes. What a reader has typed
    has no `topic_id` and one term, which is looked for in labels too.
    """

    topic_id: str
    terms: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    measure_types: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    actor_types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()

    @property
    def typed(self) -> str:
        """What a reader has typed, "" for a topic of the collection."""
        return "" if self.topic_id else self.terms[0]


def typed(query: str) -> Topic:
    """The topic that a query makes on the spot."""
    return Topic("", (query,))


@computed_once
def topics(collection: Collection) -> dict[str, Topic]:
    """Topic id → topic, in the order of their table."""
    return {
        row["topic_id"]: Topic(row["topic_id"], *(tuple(filter(None, row[name].split("|"))) for name in LISTS))
        for row in records(collection.tables["topics"])
    }

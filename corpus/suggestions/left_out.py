"""A collection as if it had never held one of its articles."""

from corpus.coding.mentions import mentions
from corpus.collection.collection import Collection

_OF_AN_ARTICLE = ("documents", "segments", "measures", "numbers")
"""Tables whose rows belong to an article and teach something."""
_TEXTS = ("documents", "segments", "regions")


def without(collection: Collection, document_id: str) -> Collection:
    """The collection without an article, its rows, and the bodies that no other article names."""
    tables = {}
    for table in _OF_AN_ARTICLE:
        frame = collection.tables[table]
        tables[table] = frame[frame["document_id"] != document_id].reset_index(drop=True)
    elsewhere = {
        mention.row_id for mention in mentions(collection, "organisations") if mention.document_id != document_id
    }
    bodies = collection.tables["organisations"]
    tables["organisations"] = bodies[bodies["organisation_id"].isin(elsewhere)].reset_index(drop=True)
    return collection.changed(**tables)


def alone(collection: Collection, document_id: str) -> Collection:
    """An article as a reader brings it: its text and its row of `documents`, nothing that was coded of it."""
    tables = {table: collection.tables[table].head(0) for table in collection.rows if table not in _TEXTS}
    for table in ("documents", "segments"):
        frame = collection.tables[table]
        tables[table] = frame[frame["document_id"] == document_id].reset_index(drop=True)
    return collection.changed(**tables)

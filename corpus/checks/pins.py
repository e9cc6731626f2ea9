"""Pins: how many rows each table and article has, and what each reading text is, written down to show in review."""

from collections.abc import Iterator
from hashlib import sha256

import pandas as pd

from corpus.collection.collection import Collection
from corpus.collection.tables import tuples
from corpus.problem import Problem
from corpus.texts.reading_text import readings

_COUNTED = ("segments", "numbers", "measures")
"""Tables whose rows are counted for each article."""


def pinned(collection: Collection) -> pd.DataFrame:
    """What `pins` has to say of a collection: rows of `what, key, pinned`."""
    rows = [("rows", table, str(len(frame))) for table, frame in sorted(collection.tables.items()) if table != "pins"]
    for table in _COUNTED:
        counts = collection.tables[table]["document_id"].value_counts()
        rows += [
            (table, document, str(counts.get(document, 0)))
            for document in collection.tables["documents"]["document_id"]
        ]
    rows += [
        ("text", document, sha256(reading.text.encode()).hexdigest()[:16])
        for document, reading in readings(collection).items()
    ]
    return pd.DataFrame(rows, columns=["what", "key", "pinned"])


def pins_hold(collection: Collection) -> Iterator[Problem]:
    """The tables have the rows, and the articles the rows and the text, that were pinned."""
    written = {(row.what, row.key): row.pinned for row in tuples(collection.tables["pins"])}
    found = {(row.what, row.key): row.pinned for row in tuples(pinned(collection))}
    for place in sorted({**written, **found}):
        if written.get(place) != found.get(place):
            both = {"found": found.get(place, "–"), "pinned": written.get(place, "–")}
            yield Problem("pins", " ".join(place), "pinned", "was_pinned", "pin", both)

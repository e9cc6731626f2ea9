"""Ids are issued once: the next number of an article's rows is one above all that are used or were retired."""

import re

from corpus.collection.collection import Collection

_MARKS = {"segments": "s", "numbers": "n", "measures": "m", "policy_documents": "p"}


def next_id(collection: Collection, table: str, document_id: str, issued: int = 0) -> str:
    """The next free id of an article in a table; `issued` are those given out since the table was read."""
    pattern = re.compile(rf"{re.escape(document_id)}-{_MARKS[table]}(\d+)")
    key = collection.dictionary.primary_key(table)[0]
    retired = collection.tables["retired_ids"]["retired_id"] if "retired_ids" in collection.tables else ()
    used = [pattern.fullmatch(row_id) for row_id in (*collection.tables[table][key], *retired)]
    numbers = [int(match[1]) for match in used if match]
    return f"{document_id}-{_MARKS[table]}{max(numbers, default=0) + issued + 1:02d}"


def with_ids(collection: Collection) -> tuple[Collection, list[str]]:
    """The collection with an id for every row of figures and measures that has none, and the ids issued."""
    issued: list[str] = []
    for table in ("numbers", "measures"):
        key = collection.dictionary.primary_key(table)[0]
        frame = collection.tables[table]
        for row in frame.index[frame[key] == ""]:
            frame.loc[row, key] = next_id(collection.changed(**{table: frame}), table, frame.loc[row, "document_id"])
            issued.append(frame.loc[row, key])
        collection = collection.changed(**{table: frame})
    return collection, issued

"""Ids are issued once: the next number of an article's rows is one above all that are used or were retired."""

import re

from corpus.checks.cells import line
from corpus.collection.collection import Collection
from corpus.problem import Problem

_MARKS = {"segments": "s", "numbers": "n", "measures": "m", "policy_documents": "p", "sentences_en": "e"}


def next_id(collection: Collection, table: str, document_id: str, issued: int = 0) -> str:
    """The next free id of an article in a table; `issued` are those given out since the table was read."""
    pattern = re.compile(rf"{re.escape(document_id)}-{_MARKS[table]}(\d+)")
    key = collection.dictionary.primary_key(table)[0]
    retired = collection.tables["retired_ids"]["retired_id"] if "retired_ids" in collection.tables else ()
    used = [pattern.fullmatch(row_id) for row_id in (*collection.tables[table][key], *retired)]
    numbers = [int(match[1]) for match in used if match]
    return f"{document_id}-{_MARKS[table]}{max(numbers, default=0) + issued + 1:02d}"


def with_ids(collection: Collection) -> tuple[Collection, dict[str, list[str]], list[Problem]]:
    """The collection with an id for every row that has none, the ids issued to each table, and rows that get none.

    Segments, figures, measures and sentences are named after their article; a row that names none cannot be.
    """
    issued: dict[str, list[str]] = {}
    problems: list[Problem] = []
    documents = set(collection.tables["documents"]["document_id"])
    for table in ("segments", "numbers", "measures", "sentences_en"):
        key = collection.dictionary.primary_key(table)[0]
        frame = collection.tables[table]
        for number, row in enumerate(frame.index):
            document_id = frame.loc[row, "document_id"]
            if frame.loc[row, key]:
                continue
            if document_id not in documents:
                wrong = "no_article" if document_id else "no_article_no_id"
                place = (table, line(frame, number), "document_id")
                problems.append(Problem(*place, wrong, "name_article", {"document": document_id}))
                continue
            frame.loc[row, key] = next_id(collection.changed(**{table: frame}), table, document_id)
            issued.setdefault(table, []).append(frame.loc[row, key])
        collection = collection.changed(**{table: frame})
    return collection, issued, problems

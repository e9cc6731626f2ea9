"""Rules on dates: days that the calendar has, of this republic, and none after publication but those of targets."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from corpus.collection.collection import Collection
from corpus.collection.labels import last_day
from corpus.collection.spreadsheet import is_date
from corpus.collection.tables import cells, records
from corpus.problem import Problem

_EARLIEST, _LATEST = "1949", "2100"
_AHEAD = {"target", "parameter"}
"""Kinds of figures that may lie after the day on which they were printed."""


def dates_are_real(collection: Collection) -> Iterator[Problem]:
    """Every date is in the calendar, none before 1949 or in another century."""
    bounds = {"earliest": _EARLIEST, "latest": _LATEST}
    # The same few days stand in most rows.
    is_real = cache(_is_real)
    for table, frame in collection.tables.items():
        columns = [field.name for field in collection.dictionary.fields(table) if is_date(field)]
        key = collection.dictionary.primary_key(table)
        for row in records(frame[sorted({*key, *columns})]) if columns else ():
            name = " ".join(row[column] for column in key)
            for column in columns:
                text = row[column]
                if text and not is_real(text):
                    yield Problem(table, name, column, "no_calendar_date", "correct_date", {"cell": text})
                elif text and not _EARLIEST <= text < _LATEST:
                    yield Problem(table, name, column, "out_of_time", "correct_date", bounds | {"date": text})


def articles_are_dated(collection: Collection) -> Iterator[Problem]:
    """Of every article it is known when it appeared, or at least not before when."""
    for document, earliest in cells(collection.tables["documents"], ("document_id", "published_earliest")):
        if not earliest:
            yield Problem("documents", document, "published_earliest", "blank", "write")


def figures_are_of_their_time(collection: Collection) -> Iterator[Problem]:
    """No article covers, and no result or context is dated, a time after the article can have appeared."""
    documents = records(collection.tables["documents"])
    latest = {row["document_id"]: row["published_latest"] or row["published"] for row in documents}
    reported = [row for row in records(collection.tables["numbers"]) if row["kind"] not in _AHEAD]
    for table, key, rows, columns in (
        ("documents", "document_id", documents, ("covers_from", "covers_to")),
        ("numbers", "number_id", reported, ("period_from", "period_to", "as_of")),
    ):
        for row in rows:
            printed = latest[row["document_id"]]
            for column in columns if printed else ():
                length = min(len(row[column]), len(printed))
                if row[column][:length] > printed[:length]:
                    both = {"date": row[column], "printed": printed}
                    yield Problem(table, row[key], column, "after_publication", "correct_one", both)


def _is_real(text: str) -> bool:
    """Whether an ISO date, as coarse as its evidence, names a day that there was."""
    try:
        date.fromisoformat(last_day(text))
        parts = [int(part) for part in text.split("-")]
        date(*parts, *(1,) * (3 - len(parts)))
    except (ValueError, KeyError):
        return False
    return True

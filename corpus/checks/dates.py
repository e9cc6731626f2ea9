"""Rules on dates: days that the calendar has, between 1949 and the day of publication."""

from collections.abc import Iterator
from datetime import date

from corpus.collection.collection import Collection
from corpus.collection.labels import last_day
from corpus.problem import Problem

_EARLIEST = "1949"
_TABLES = {
    "documents": ("document_id", ("published", "published_earliest", "published_latest", "covers_from", "covers_to")),
    "numbers": ("number_id", ("period_from", "period_to", "as_of")),
}
"""Table → its key and its columns of dates."""
_AHEAD = {"target", "parameter"}
"""Kinds of figures that may lie after the day on which they were printed."""


def dates_are_real(collection: Collection) -> Iterator[Problem]:
    """Every date is in the calendar, and none is before 1949."""
    for table, (key, columns) in _TABLES.items():
        for row in collection.tables[table].to_dict("records"):
            for column in columns:
                text = row[column]
                if text and not _is_real(text):
                    yield Problem(table, row[key], column, "no_calendar_date", "correct_date", {"cell": text})
                elif text and text < _EARLIEST:
                    yield Problem(
                        table, row[key], column, "before_1949", "correct_date", {"date": text, "earliest": _EARLIEST}
                    )


def figures_are_of_their_time(collection: Collection) -> Iterator[Problem]:
    """No result or context is dated after its article can have appeared."""
    documents = collection.tables["documents"]
    latest = {row.document_id: row.published_latest or row.published for row in documents.itertuples()}
    for row in collection.tables["numbers"].to_dict("records"):
        printed = latest[row["document_id"]]
        for column in ("period_from", "period_to", "as_of") if printed and row["kind"] not in _AHEAD else ():
            text = row[column]
            length = min(len(text), len(printed))
            if text[:length] > printed[:length]:
                both = {"date": text, "printed": printed}
                yield Problem("numbers", row["number_id"], column, "after_publication", "correct_one", both)


def _is_real(text: str) -> bool:
    """Whether an ISO date, as coarse as its evidence, names a day that there was."""
    try:
        date.fromisoformat(last_day(text))
        parts = [int(part) for part in text.split("-")]
        date(*parts, *(1,) * (3 - len(parts)))
    except (ValueError, KeyError):
        return False
    return True

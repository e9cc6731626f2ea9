"""What was corrected: the corrections of a row, and all of them by reason and day."""

from typing import NamedTuple

from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells

COLUMNS = ("table", "row", "field", "from", "to", "why", "why_en", "date")
"""Columns of the table, in its order."""


class Correction(NamedTuple):
    """One field of one row that was changed: a row of `corrections`; the key's field stands for the whole row."""

    table: str
    row: str
    field: str
    before: str
    after: str
    why_zh: str
    why_en: str
    date: str


@computed_once
def corrections(collection: Collection) -> tuple[Correction, ...]:
    """The corrections of a collection, in the order in which they were made."""
    return tuple(map(Correction._make, cells(collection.tables["corrections"], COLUMNS)))


@computed_once
def corrections_by_row(collection: Collection) -> dict[tuple[str, str], tuple[Correction, ...]]:
    """(table, row) → its corrections, the oldest first."""
    found: dict[tuple[str, str], list[Correction]] = {}
    for correction in corrections(collection):
        found.setdefault(correction[:2], []).append(correction)
    return {row: tuple(made) for row, made in found.items()}


@computed_once
def corrections_by_reason(collection: Collection) -> dict[tuple[str, str, str], tuple[Correction, ...]]:
    """(date, reason in Chinese, in English) → the corrections made for it; the latest day first."""
    found: dict[tuple[str, str, str], list[Correction]] = {}
    for correction in corrections(collection):
        found.setdefault((correction.date, correction.why_zh, correction.why_en), []).append(correction)
    days = sorted(found, key=lambda reason: reason[0], reverse=True)
    return {reason: tuple(found[reason]) for reason in days}

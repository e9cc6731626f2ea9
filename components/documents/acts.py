"""What the browser says was done in the list of the review, taken over into the review, each act once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from corpus.collection.collection import Collection
from corpus.reading.misfits import misfits
from corpus.reading.review import (
    ACCEPTED,
    ADDED,
    CORRECTED,
    FIELDS,
    MEASURES,
    NUMBERS,
    OPEN,
    PASSED,
    REJECTED,
    Decision,
    Review,
    decided,
    redone,
    row_tables,
    undone,
)

_VERDICTS = {"accept": ACCEPTED, "correct": CORRECTED, "reject": REJECTED, "add": ADDED, "open": OPEN}
_UNDO, _REDO = "undo", "redo"


@dataclass(frozen=True)
class Wrong:
    """What was entered of a row in an act, and the columns that cannot hold it."""

    act: int
    row: str
    columns: tuple[str, ...]
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Taken:
    """The number of the last act taken over, what of it could not be, and the row that an undone step leads to."""

    turn: int = 0
    wrong: Wrong | None = None
    lead: str = ""
    reasons: frozenset[str] = field(default_factory=frozenset)


def take_acts(
    collection: Collection, review: Review, taken: Taken, acts: Sequence[Mapping[str, Any]]
) -> tuple[Review, Taken]:
    """The review after those acts that were not taken over yet, in their order.

    Whatever a browser sends is checked: rows that are not there, columns that cannot be corrected and reasons that no
    list has change nothing; a correction that a column cannot hold is handed back.
    """
    tables = row_tables(collection)
    for act in sorted(acts, key=lambda act: act["n"]):
        if act["n"] > taken.turn:
            taken = replace(taken, turn=act["n"], wrong=None, lead="")
            review, taken = _one(collection, tables, (review, taken), act)
    return review, taken


def _one(
    collection: Collection, tables: Mapping[str, str], so_far: tuple[Review, Taken], act: Mapping[str, Any]
) -> tuple[Review, Taken]:
    review, taken = so_far
    if act["act"] in {_UNDO, _REDO}:
        step = (review.steps if act["act"] == _UNDO else review.undone)[-1:]
        changed = undone(review) if act["act"] == _UNDO else redone(review)
        return changed, replace(taken, lead=step[0][0].row if step else "")
    verdict = _VERDICTS.get(act["act"])
    rows = [(tables[row], row) for row in act["rows"] if row in tables]
    # A numeral that was passed over is either a figure after all or not looked at.
    rows = [row for row in rows if verdict == OPEN or (row[0] == PASSED) == (verdict == ADDED)]
    if not verdict or not rows:
        return review, taken
    cells: dict[str, str] = {}
    if verdict in {CORRECTED, ADDED}:
        table = MEASURES if rows[0][0] == MEASURES else NUMBERS
        cells = {name: str(cell) for name, cell in act["cells"].items() if name in FIELDS[table]}
        if wrong := misfits(collection, table, cells):
            return review, replace(taken, wrong=Wrong(act["n"], rows[0][1], tuple(wrong), cells))
    reason = act.get("reason", "")
    decisions = [
        Decision(
            table, row, verdict, tuple(cells.items()), reason if table == NUMBERS and reason in taken.reasons else ""
        )
        for table, row in rows
    ]
    return decided(review, *decisions), taken

"""Rules on what may be computed from figures: shares and their bases, cross-checks, terms, kinds of money."""

from collections.abc import Iterator

from corpus.coding.crosschecks import DIFFERS, outcomes
from corpus.coding.guard import guarded
from corpus.collection.collection import Collection
from corpus.problem import Problem

_COMPUTED = {"sum", "not_the_base"}
"""Kinds of cross-check that are arithmetic."""


def shares_have_their_base(collection: Collection) -> Iterator[Problem]:
    """A row of `shares` is a percentage; its part and its whole count one thing; a printed base has both."""
    numbers = collection.tables["numbers"].set_index("number_id")
    for row in collection.tables["shares"].itertuples():
        if numbers.loc[row.number_id, "unit"] != "percent":
            yield Problem("shares", row.number_id, "number_id", "is no percentage", "remove the row")
        sides = [numbers.loc[side, "unit"] for side in (row.part, row.whole) if side]
        if len(set(sides)) > 1:
            yield Problem("shares", row.number_id, "whole", "part and whole differ in unit", "correct one of the two")
        if (row.base_status == "printed") != (len(sides) == len(("part", "whole"))):
            yield Problem("shares", row.number_id, "base_status", "does not fit part and whole", "correct it")


def crosschecks_come_out(collection: Collection) -> Iterator[Problem]:
    """A cross-check names figures of its article, and what it computes is what the text states."""
    documents = collection.tables["numbers"].set_index("number_id")["document_id"]
    exact = {number for number, figure in guarded(collection).items() if figure.exact}
    sound = True
    for row in collection.tables["crosschecks"].itertuples():
        for number in row.numbers.split("|"):
            if documents.get(number) != row.document_id:
                sound = False
                yield Problem(
                    "crosschecks", row.crosscheck_id, "numbers", f"{number!r} is not of its article", "correct it"
                )
        if row.kind in _COMPUTED and not exact >= set(row.numbers.split("|")) & set(documents.index):
            sound = False
            yield Problem(
                "crosschecks", row.crosscheck_id, "numbers", "a range or no exact number", "name exact figures"
            )
        if row.kind == "not_the_base" and row.numbers.count("|") != 1:
            sound = False
            yield Problem(
                "crosschecks", row.crosscheck_id, "numbers", "a part and a whole are two figures", "name both"
            )
        if (row.kind in _COMPUTED) != bool(row.stated):
            sound = False
            yield Problem("crosschecks", row.crosscheck_id, "stated", "does not fit the kind", "fill or clear it")
    for outcome in outcomes(collection) if sound else []:
        if outcome.result == DIFFERS:
            yield Problem(
                "shares" if outcome.kind == "share" else "crosschecks",
                outcome.crosscheck_id,
                "stated",
                f"computed {outcome.computed}, stated {outcome.stated}",
                "correct the rows, or list it as a contradiction",
            )


def terms_state_parameters(collection: Collection) -> Iterator[Problem]:
    """A term is a figure coded as a parameter, and so is what limits it."""
    kinds = collection.tables["numbers"].set_index("number_id")["kind"]
    for row in collection.tables["terms"].itertuples():
        for column, number in (("number_id", row.number_id), ("limit", row.limit)):
            if number and kinds[number] != "parameter":
                yield Problem("terms", row.number_id, column, f"{number} is no parameter", "correct it")


def money_has_its_kind(collection: Collection) -> Iterator[Problem]:
    """Every indicator of money says which kind of money it is, and no other does."""
    dimensions = collection.tables["units"].set_index("unit")["dimension"]
    for row in collection.tables["indicators"].itertuples():
        if (dimensions[row.unit] == "money") != bool(row.money_kind):
            yield Problem("indicators", row.indicator_id, "money_kind", "does not fit the unit", "fill or clear it")

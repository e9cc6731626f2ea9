"""Rules on what may be computed from figures: shares and their bases, cross-checks, terms, kinds of money."""

from collections.abc import Iterator

from corpus.coding.crosschecks import DIFFERS, outcomes
from corpus.coding.guard import guarded
from corpus.collection.collection import Collection
from corpus.collection.tables import tuples
from corpus.problem import Problem

_COMPUTED = {"sum", "not_the_base"}
"""Kinds of cross-check that are arithmetic."""


def shares_have_their_base(collection: Collection) -> Iterator[Problem]:
    """A row of `shares` is a percentage; its part and its whole count one thing; a printed base has both."""
    numbers = collection.tables["numbers"].set_index("number_id")
    for row in tuples(collection.tables["shares"]):
        if numbers.loc[row.number_id, "unit"] != "percent":
            yield Problem("shares", row.number_id, "number_id", "no_percentage", "remove_row")
        sides = [numbers.loc[side, "unit"] for side in (row.part, row.whole) if side]
        if len(set(sides)) > 1:
            yield Problem("shares", row.number_id, "whole", "part_and_whole", "correct_one")
        if (row.base_status == "printed") != (len(sides) == len(("part", "whole"))):
            yield Problem("shares", row.number_id, "base_status", "base_does_not_fit", "correct")


def crosschecks_come_out(collection: Collection) -> Iterator[Problem]:
    """A cross-check names figures of its article, and what it computes is what the text states."""
    documents = collection.tables["numbers"].set_index("number_id")["document_id"]
    exact = {number for number, figure in guarded(collection).items() if figure.exact}
    values = set(collection.tables["numbers"][["document_id", "value"]].itertuples(index=False, name=None))
    sound = True
    for row in tuples(collection.tables["crosschecks"]):
        for number in row.numbers.split("|"):
            if documents.get(number) != row.document_id:
                sound = False
                wrong = {"number": number}
                yield Problem("crosschecks", row.crosscheck_id, "numbers", "not_of_its_article", "correct", wrong)
        if row.kind in _COMPUTED and not exact >= set(row.numbers.split("|")) & set(documents.index):
            sound = False
            yield Problem("crosschecks", row.crosscheck_id, "numbers", "no_exact_number", "name_exact")
        if row.kind == "not_the_base" and row.numbers.count("|") != 1:
            sound = False
            yield Problem("crosschecks", row.crosscheck_id, "numbers", "two_figures", "name_both")
        if row.kind == "not_the_base" and (row.document_id, row.stated) not in values:
            sound = False
            stated = {"stated": row.stated}
            yield Problem("crosschecks", row.crosscheck_id, "stated", "stated_nowhere", "correct", stated)
        if (row.kind in _COMPUTED) != bool(row.stated):
            sound = False
            yield Problem("crosschecks", row.crosscheck_id, "stated", "stated_does_not_fit", "fill_or_clear")
    for outcome in outcomes(collection) if sound else []:
        if outcome.result == DIFFERS:
            table = "shares" if outcome.kind == "share" else "crosschecks"
            both = {"computed": outcome.computed, "stated": outcome.stated}
            yield Problem(table, outcome.crosscheck_id, "stated", "comes_out", "correct_or_contradiction", both)


def compared_figures_share_a_unit(collection: Collection) -> Iterator[Problem]:
    """Indicators that may be compared count in one unit."""
    verdicts = dict(collection.tables["comparisons"][["comparison_id", "verdict"]].itertuples(index=False, name=None))
    units: dict[str, list[str]] = {}
    for row in tuples(collection.tables["indicators"]):
        if verdicts.get(row.comparison_id, "not_comparable") != "not_comparable":
            counted = units.setdefault(row.comparison_id, [])
            counted.extend([row.unit] if row.unit not in counted else [])
    for comparison, counted in units.items():
        if len(counted) > 1:
            found = {"units": ", ".join(counted)}
            yield Problem("comparisons", comparison, "verdict", "units_compared", "not_comparable_or_unit", found)


def terms_state_parameters(collection: Collection) -> Iterator[Problem]:
    """A term is a figure coded as a parameter, and so is what limits it."""
    kinds = collection.tables["numbers"].set_index("number_id")["kind"]
    for row in tuples(collection.tables["terms"]):
        for column, number in (("number_id", row.number_id), ("limit", row.limit)):
            if number and kinds[number] != "parameter":
                yield Problem("terms", row.number_id, column, "no_parameter", "correct", {"number": number})


def money_has_its_kind(collection: Collection) -> Iterator[Problem]:
    """Every indicator of money says which kind of money it is, and no other does."""
    dimensions = collection.tables["units"].set_index("unit")["dimension"]
    codes = collection.tables["codes"]
    kinds = {"unit": "", "kinds": ", ".join(codes.loc[codes["code_list"] == "money_kind", "code"])}
    for row in tuples(collection.tables["indicators"]):
        if (dimensions[row.unit] == "money") != bool(row.money_kind):
            message, remedy = ("no_money", "clear") if row.money_kind else ("money_without_kind", "write_kind")
            yield Problem("indicators", row.indicator_id, "money_kind", message, remedy, kinds | {"unit": row.unit})

"""Rules on what may be computed from figures: shares and their bases, cross-checks, terms, kinds of money."""

from collections.abc import Callable, Iterator

from corpus.coding.crosschecks import ARITHMETIC, DIFFERS, outcomes
from corpus.coding.evidence import sentence_places
from corpus.coding.guard import guarded
from corpus.collection.collection import Collection
from corpus.collection.tables import cells, tuples
from corpus.problem import Problem
from corpus.texts.reading_text import readings

_STATED = {"sum", "not_the_base"}
"""Kinds of cross-check that compute what the row states, not what a figure does."""
_FITS: dict[str, Callable[[list[str]], bool]] = {
    "sum": lambda units: len(set(units)) == 1,
    "part": lambda units: len(set(units)) == 1,
    "product": lambda units: units == ["yuan_per_month", "year"],
    "readings": lambda units: units[:2] == ["percent"] * 2,
}
"""Kind of cross-check → whether it can be done with figures of these units."""


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
    """A cross-check names figures of its article that fit its kind, and what it computes is what the text states."""
    sound = True
    for problem in _misfits(collection):
        sound = False
        yield problem
    for outcome in outcomes(collection) if sound else []:
        if outcome.result == DIFFERS:
            table = "shares" if outcome.kind == "share" else "crosschecks"
            both = {"computed": outcome.computed, "stated": outcome.stated}
            yield Problem(table, outcome.crosscheck_id, "stated", "comes_out", "correct_or_contradiction", both)


def _misfits(collection: Collection) -> Iterator[Problem]:
    """What keeps a cross-check from being done."""
    documents = dict(cells(collection.tables["numbers"], ("number_id", "document_id")))
    exact = {number for number, figure in guarded(collection).items() if figure.exact}
    values = set(cells(collection.tables["numbers"], ("document_id", "value")))
    for row in tuples(collection.tables["crosschecks"]):
        numbers = row.numbers.split("|")
        for number in numbers:
            if documents.get(number) != row.document_id:
                wrong = {"number": number}
                yield Problem("crosschecks", row.crosscheck_id, "numbers", "not_of_its_article", "correct", wrong)
        wanted = ARITHMETIC[row.kind][1] if row.kind in ARITHMETIC else 0
        if row.kind in ARITHMETIC and not exact >= set(numbers) & set(documents):
            yield Problem("crosschecks", row.crosscheck_id, "numbers", "no_exact_number", "name_exact")
        if wanted and len(numbers) != wanted:
            yield Problem("crosschecks", row.crosscheck_id, "numbers", "figures_of_kind", "correct", {"wanted": wanted})
        if row.kind == "not_the_base" and (row.document_id, row.stated) not in values:
            stated = {"stated": row.stated}
            yield Problem("crosschecks", row.crosscheck_id, "stated", "stated_nowhere", "correct", stated)
        if (row.kind in _STATED) != bool(row.stated):
            yield Problem("crosschecks", row.crosscheck_id, "stated", "stated_does_not_fit", "fill_or_clear")
    yield from _unlike(collection)


def _unlike(collection: Collection) -> Iterator[Problem]:
    """Figures that do not fit each other: unlike units, a rate and another's term, a list of another sentence."""
    units = {number: figure.unit for number, figure in guarded(collection).items()}
    places = sentence_places(collection, "numbers")
    limits = dict(cells(collection.tables["terms"], ("number_id", "limit")))
    for row in tuples(collection.tables["crosschecks"]):
        numbers = [number for number in row.numbers.split("|") if number in units]
        told = [units[number] for number in numbers]
        if not numbers or not _FITS.get(row.kind, bool)(told):
            mixed = {"units": ", ".join(told)}
            yield Problem("crosschecks", row.crosscheck_id, "numbers", "units_of_kind", "correct", mixed)
        elif row.kind == "product" and limits.get(numbers[0]) != numbers[-1]:
            yield Problem("crosschecks", row.crosscheck_id, "numbers", "no_limit_of_it", "name_limit")
        elif row.kind == "listed" and not (row.quote and _in_sentence(collection, row, places[numbers[0]])):
            yield Problem("crosschecks", row.crosscheck_id, "quote", "list_elsewhere", "quote_list")


def _in_sentence(collection: Collection, row: tuple, sentence: tuple[str, int, int]) -> bool:
    """Whether the quote of a cross-check stands in a sentence, told by article, begin and end."""
    document, begin, stop = sentence
    start, end = readings(collection)[document].span(int(row.start), int(row.end))
    return begin <= start and end <= stop


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

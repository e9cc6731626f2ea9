"""Arithmetic that the texts allow, done again; and what they contradict, repeat or do not let anybody compute."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from corpus.coding.guard import Figure, before_after, guarded
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells, tuples

AGREES, DIFFERS, NOT_THE_BASE, COMPUTED, SHOWN = "agrees", "differs", "not_the_base", "computed", "shown"
"""What came of a check: the text's figure, another one, a wrong base found out, what the text does not print, or
nothing to compute but to show."""
MONTHS = 12


@dataclass(frozen=True)
class Outcome:
    """One check: its kind (a code of `crosscheck`, or share), the figures concerned, the sum done, what came of it.

    `computed` is the value done again in the precision of `stated`, both blank where nothing is computed.
    `crosscheck_id` names the row of `crosschecks`, the number_id of the share for a share.
    """

    crosscheck_id: str
    document_id: str
    kind: str
    number_ids: tuple[str, ...]
    formula: str
    computed: str
    stated: str
    result: str


@computed_once
def _values(collection: Collection) -> dict[str, Decimal]:
    """The numbers of the exact figures: there is no arithmetic with a range, nor with a figure without a number."""
    numbers = dict(cells(collection.tables["numbers"], ("number_id", "value")))
    return {number: Decimal(numbers[number]) for number, figure in guarded(collection).items() if figure.exact}


def as_precise(value: Decimal, stated: str) -> Decimal:
    """A value rounded half up to as many decimals as the text prints."""
    return value.quantize(Decimal(1).scaleb(Decimal(stated).as_tuple().exponent), ROUND_HALF_UP)


@computed_once
def share_outcomes(collection: Collection) -> list[Outcome]:
    """Every share whose part and whole are printed as exact numbers, computed again: part / whole × 100."""
    values = _values(collection)
    numbers = collection.tables["numbers"].set_index("number_id")
    outcomes = []
    for row in tuples(collection.tables["shares"]):
        if {row.part, row.whole, row.number_id} <= values.keys():
            stated = numbers.loc[row.number_id, "value"]
            computed = as_precise(values[row.part] / values[row.whole] * 100, stated)
            outcomes.append(
                Outcome(
                    row.number_id,
                    numbers.loc[row.number_id, "document_id"],
                    "share",
                    (row.part, row.whole, row.number_id),
                    f"{values[row.part]:,} ÷ {values[row.whole]:,} = {computed}%",
                    str(computed),
                    stated,
                    AGREES if computed == Decimal(stated) else DIFFERS,
                )
            )
    return outcomes


@dataclass(frozen=True)
class _Done:
    """The sum of one check, as an `Outcome` tells it."""

    formula: str = ""
    computed: str = ""
    stated: str = ""
    result: str = SHOWN


def _sum(row: tuple, values: list[Decimal]) -> _Done:
    """Some figures add up to what the text states."""
    total = sum(values)
    formula = f"{' + '.join(f'{value:,}' for value in values)} = {total:,}"
    return _Done(formula, str(total), row.stated, AGREES if total == Decimal(row.stated) else DIFFERS)


def _not_the_base(row: tuple, values: list[Decimal]) -> _Done:
    """A part of what looks like its whole is another share than the one stated; the whole by that share."""
    part, whole = values
    share = as_precise(part / whole * 100, "0.0")
    implied = as_precise(part / Decimal(row.stated) * 100, "0")
    formula = f"{part:,} ÷ {whole:,} = {share}% ≠ {row.stated}%, {part:,} ÷ {row.stated}% ≈ {implied}"
    return _Done(formula, str(share), row.stated, AGREES if share == Decimal(row.stated) else NOT_THE_BASE)


def listed(quote: str) -> list[str]:
    """The names of a list that the text parts by 、."""
    return quote.replace("\n", "").split("、")


def _listed(row: tuple, values: list[Decimal]) -> _Done:
    """The names that the quote lists are as many as the figure counts."""
    (stated,) = values
    names = listed(row.quote)
    return _Done(f"“{'、'.join(names)}” = {len(names)}", str(len(names)), str(stated), _agree(len(names) == stated))


def _part(_row: tuple, values: list[Decimal]) -> _Done:
    """A part is no more than its whole."""
    part, whole = values
    sign = "≤" if part <= whole else ">"
    return _Done(f"{part:,} {sign} {whole:,}", str(part), str(whole), _agree(part <= whole))


def _product(_row: tuple, values: list[Decimal]) -> _Done:
    """What a rate a month comes to over a term of years."""
    rate, years = values
    total = rate * MONTHS * years
    return _Done(f"{rate:,} × {MONTHS} × {years} = {total:,}", str(total), "", COMPUTED)


def _readings(_row: tuple, values: list[Decimal]) -> _Done:
    """What a change by some per cent can mean for last year: points of the share, per cent of it, or of the count."""
    change, share, count = values
    growth = 1 + change / 100
    points, relative = share - change, as_precise(share / growth, str(share))
    counted = as_precise(count / growth, "0")
    formula = f"{share}% − {change} = {points}%; {share}% ÷ {growth} = {relative}%; {count:,} ÷ {growth} ≈ {counted:,}"
    return _Done(formula, "", "", COMPUTED)


def _agree(holds: bool) -> str:  # noqa: FBT001 it is the one thing asked
    return AGREES if holds else DIFFERS


ARITHMETIC: dict[str, tuple[Callable[[tuple, list[Decimal]], _Done], int]] = {
    "sum": (_sum, 0),
    "not_the_base": (_not_the_base, 2),
    "listed": (_listed, 1),
    "part": (_part, 2),
    "product": (_product, 2),
    "readings": (_readings, 3),
}
"""Kind of cross-check that computes → how, from how many figures; 0 for any number."""


@computed_once
def outcomes(collection: Collection) -> list[Outcome]:
    """All checks: shares first, then the rows of `crosschecks` in their order."""
    values = _values(collection)
    found = list(share_outcomes(collection))
    for row in tuples(collection.tables["crosschecks"]):
        ids = tuple(row.numbers.split("|"))
        done = _Done(stated=row.stated)
        if row.kind in ARITHMETIC and values.keys() >= set(ids):
            done = ARITHMETIC[row.kind][0](row, [values[number] for number in ids])
        told = (done.formula, done.computed, done.stated, done.result)
        found.append(Outcome(row.crosscheck_id, row.document_id, row.kind, ids, *told))
    return found


@computed_once
def remarks(collection: Collection, language: Language) -> dict[str, str]:
    """Cross-check → what the curator says of it."""
    table = collection.tables["crosschecks"]
    return dict(zip(table["crosscheck_id"], table["note" if language == "zh" else "note_en"], strict=True))


@dataclass(frozen=True)
class Change:
    """The state before and the result after of one body and thing; `ratio` is after / before."""

    before: str
    after: str
    ratio: Decimal


@computed_once
def changes(collection: Collection) -> list[Change]:
    """Every pair of figures that the guard takes for before and after, in the order of the source."""
    values, figures = _values(collection), guarded(collection).values()
    results: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        if figure.kind == "result":
            results.setdefault((figure.entity, figure.indicator_id), []).append(figure)
    return [
        Change(one.number_id, other.number_id, values[other.number_id] / values[one.number_id])
        for one in figures
        if one.kind == "context"
        for other in results.get((one.entity, one.indicator_id), ())
        # Nothing grows from nought by any factor.
        if before_after(one, other) and values[one.number_id]
    ]

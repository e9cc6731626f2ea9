"""Arithmetic that the texts allow, done again; and what they contradict, repeat or do not let anybody compute."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from corpus.coding.guard import Figure, before_after, guarded
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells, tuples

AGREES, DIFFERS, NOT_THE_BASE, SHOWN = "agrees", "differs", "not_the_base", "shown"
"""What came of a check: the text's figure, another one, a wrong base found out, or nothing to compute but to show."""


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


@computed_once
def outcomes(collection: Collection) -> list[Outcome]:
    """All checks: shares first, then the rows of `crosschecks` in their order."""
    values = _values(collection)
    found = list(share_outcomes(collection))
    for row in tuples(collection.tables["crosschecks"]):
        ids = tuple(row.numbers.split("|"))
        formula, computed, result = "", "", SHOWN
        exact = values.keys() >= set(ids)
        if exact and row.kind == "sum":
            total = sum(values[number] for number in ids)
            formula = f"{' + '.join(f'{values[number]:,}' for number in ids)} = {total:,}"
            computed, result = str(total), AGREES if total == Decimal(row.stated) else DIFFERS
        elif exact and row.kind == "not_the_base":
            part, whole = (values[number] for number in ids)
            share = as_precise(part / whole * 100, "0.0")
            implied = as_precise(part / Decimal(row.stated) * 100, "0")
            formula = f"{part:,} ÷ {whole:,} = {share}% ≠ {row.stated}%, {part:,} ÷ {row.stated}% ≈ {implied}"
            computed, result = str(share), AGREES if share == Decimal(row.stated) else NOT_THE_BASE
        found.append(Outcome(row.crosscheck_id, row.document_id, row.kind, ids, formula, computed, row.stated, result))
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
        if before_after(one, other)
    ]

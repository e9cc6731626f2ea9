"""What may honestly be computed from two printed numbers of one text; and where only the numerator is printed."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from corpus.coding.guard import guarded
from corpus.coding.rows import in_order
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells, records, tuples

DIGITS = 3
"""How many significant digits a ratio is told with: the texts round their numbers to no more."""
_ABOUT = "about"
_UP, _DOWN = {"more_than", "at_least"}, {"nearly", "at_most"}


@dataclass(frozen=True)
class Ratio:
    """One ratio: its row and kind, its operands by number_id, its value in the text's precision and its qualifier.

    `value` is rounded to `DIGITS` significant digits, in per cent for a kind that is a share; `exact` says whether
    nothing was rounded, nor qualified.
    """

    ratio_id: str
    kind: str
    numerator: str
    denominator: str
    value: Decimal
    qualifier: str
    exact: bool


@dataclass(frozen=True)
class Kind:
    """What is divided by what: indicators of either side, and whether the result is a share in per cent."""

    kind: str
    numerators: tuple[str, ...]
    denominators: tuple[str, ...]
    percent: bool


@computed_once
def ratio_kinds(collection: Collection) -> dict[str, Kind]:
    """All kinds of ratios by id, in their order."""
    return {
        row.ratio_kind_id: Kind(
            row.ratio_kind_id,
            tuple(row.numerators.split("|")),
            tuple(row.denominators.split("|")),
            row.percent == "true",
        )
        for row in tuples(collection.tables["ratio_kinds"])
    }


def rounded(value: Decimal) -> Decimal:
    """A positive value rounded half up to `DIGITS` significant digits; zeros behind the point go where it is exact."""
    place = Decimal(1).scaleb(value.adjusted() - DIGITS + 1)
    short = value.quantize(min(place, Decimal(1)), ROUND_HALF_UP) if place <= 1 else round(value / place) * place
    return short.normalize() if short == value else short


def combined(numerator: str, denominator: str) -> str:
    """The qualifier of a ratio: more than something by nearly something is more, and where the two pull apart, about.

    A denominator that is larger than printed makes the ratio smaller than computed, which is at most.
    """
    if not denominator or (not numerator and denominator == _ABOUT):
        return numerator or denominator
    up = numerator in _UP or denominator in _DOWN
    down = numerator in _DOWN or denominator in _UP
    if _ABOUT in {numerator, denominator} or (up and down):
        return _ABOUT
    return "more_than" if up else "at_most"


@computed_once
def ratios(collection: Collection) -> list[Ratio]:
    """All ratios whose operands are exact numbers, no denominator nought, in the order of their table."""
    figures, kinds = guarded(collection), ratio_kinds(collection)
    values = dict(cells(collection.tables["numbers"], ("number_id", "value")))
    found = []
    for row in tuples(collection.tables["ratios"]):
        numerator, denominator = figures[row.numerator], figures[row.denominator]
        if not (numerator.exact and denominator.exact and Decimal(values[row.denominator])):
            continue
        value = Decimal(values[row.numerator]) / Decimal(values[row.denominator])
        value *= 100 if kinds[row.ratio_kind_id].percent else 1
        qualifier = combined(numerator.qualifier, denominator.qualifier)
        operands = (row.numerator, row.denominator)
        exact = rounded(value) == value and not qualifier
        found.append(Ratio(row.ratio_id, row.ratio_kind_id, *operands, rounded(value), qualifier, exact))
    return found


@computed_once
def without_denominator(collection: Collection) -> dict[str, list[str]]:
    """Kind of ratio → the figures that would be divided and stand in none of its ratios, each fact once.

    The part of a share that its text prints has its whole.
    """
    shared = set(collection.tables["shares"].query("whole != ''")["part"])
    rows = [row for row in records(in_order(collection, "numbers")) if not row["same_as"]]
    own: dict[str, set[str]] = {}
    for kind, numerator in cells(collection.tables["ratios"], ("ratio_kind_id", "numerator")):
        own.setdefault(kind, set()).add(numerator)
    by_indicator: dict[str, list[str]] = {}
    for row in rows:
        by_indicator.setdefault(row["indicator_id"], []).append(row["number_id"])
    ranks = {row["number_id"]: rank for rank, row in enumerate(rows)}
    return {
        kind.kind: sorted(
            (
                number
                for indicator in kind.numerators
                for number in by_indicator.get(indicator, ())
                if number not in own.get(kind.kind, ()) and not (kind.percent and number in shared)
            ),
            key=ranks.__getitem__,
        )
        for kind in ratio_kinds(collection).values()
    }


@computed_once
def ratio_units(collection: Collection, language: Language) -> dict[str, str]:
    """Kind of ratio → its unit."""
    return dict(cells(collection.tables["ratio_kinds"], ("ratio_kind_id", f"unit_{language}")))


def written(value: Decimal, unit: str) -> str:
    """A ratio as a reader meets it: `28.6 人次／场次`, `92%`."""
    return f"{value:,f}%" if unit == "%" else f"{value:,f} {unit}"


@computed_once
def ratio_notes(collection: Collection, language: Language) -> dict[str, str]:
    """Ratio → what the curator says of it, blank where nothing."""
    return dict(cells(collection.tables["ratios"], ("ratio_id", "note" if language == "zh" else "note_en")))

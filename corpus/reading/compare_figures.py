"""Figures of a reader's text beside those of the curated ones that count the same: within their range, or out of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from corpus.coding.counterparts import decisive, pair_reason, rule_definitions
from corpus.coding.guard import NOT, Figure, Judgement, guarded, judged
from corpus.collection.codebook import AS_WRITTEN, UNLISTED
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells

INSIDE, BELOW, ABOVE, EQUAL, APART = PLACES = ("inside", "below", "above", "equal", "apart")
"""Where a figure lies: from the smallest to the largest value, below, above, at the only value there is; APART where
none may be compared with it."""


@dataclass(frozen=True)
class Alike:
    """A figure of the curated texts that counts the same in the same unit, its value, and the guard's word."""

    number_id: str
    value: Decimal | None
    judgement: Judgement


@dataclass(frozen=True)
class Placed:
    """A figure of a reader's text among those that may be compared with it, the smallest value first.

    `apart` are those that count the same and may not be compared: they make no range.
    """

    number_id: str
    value: Decimal | None
    comparable: tuple[Alike, ...]
    apart: tuple[Alike, ...]

    @property
    def place(self) -> str:
        """Where the figure lies, one of PLACES."""
        values = [one.value for one in self.comparable if one.value is not None]
        if not values or self.value is None:
            return APART
        if self.value < min(values):
            return BELOW
        if self.value > max(values):
            return ABOVE
        return EQUAL if min(values) == max(values) else INSIDE

    @property
    def ends(self) -> tuple[list[Alike], list[Alike]]:
        """Who states the smallest value, and who the largest; nothing twice where there is no range."""
        if not self.comparable:
            return [], []
        low, high = self.comparable[0].value, self.comparable[-1].value
        return [one for one in self.comparable if one.value == low], [
            one for one in self.comparable if one.value == high
        ]


def placed(own: Collection, curated: Collection) -> list[Placed]:
    """The figures of a reader's text that the curated texts have counterparts of, in the order of the text.

    A counterpart counts the same (by comparison or indicator) in the same unit. What no indicator counts, and what is
    in a unit that the codebook lacks, has none. A fact told twice is one.
    """
    values = {**_values(own), **_values(curated)}
    return list(_placed(own, curated, values))


def _placed(own: Collection, curated: Collection, values: dict[str, Decimal]) -> Iterator[Placed]:
    counted = _counted(curated)
    for figure in guarded(own).values():
        if figure.first != figure.number_id or figure.indicator_id == UNLISTED or figure.unit == AS_WRITTEN:
            continue
        alike = [
            Alike(other.number_id, values.get(other.number_id), judged(curated, figure, other))
            for other in counted.get((figure.like, figure.unit), ())
        ]
        if alike:
            comparable = [one for one in alike if one.judgement.verdict != NOT]
            yield Placed(
                figure.number_id,
                values.get(figure.number_id) if figure.exact else None,
                tuple(sorted(comparable, key=lambda one: one.value)),
                tuple(one for one in alike if one.judgement.verdict == NOT),
            )


@computed_once
def _counted(curated: Collection) -> dict[tuple[str, str], list[Figure]]:
    """What look-alikes share, and their unit → the figures that do, each fact once."""
    found: dict[tuple[str, str], list[Figure]] = {}
    for figure in guarded(curated).values():
        if figure.first == figure.number_id:
            found.setdefault((figure.like, figure.unit), []).append(figure)
    return found


@computed_once
def _values(collection: Collection) -> dict[str, Decimal]:
    rows = cells(collection.tables["numbers"], ("number_id", "value"))
    return {number: Decimal(value) for number, value in rows if value}


def why(own: Collection, curated: Collection, number_id: str, other: Alike, language: Language) -> list[str]:
    """Why the guard says what it says of a figure and one of the curated texts."""
    first, second = guarded(own)[number_id], guarded(curated)[other.number_id]
    alike = first.group == second.group != ""
    said = pair_reason(curated, first.indicator_id, second.indicator_id, language) if alike else ""
    defined = rule_definitions(curated, language)
    return [text for text in (said, *(defined.get(rule, "") for rule in decisive(other.judgement))) if text]

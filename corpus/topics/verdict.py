"""Whether the figures of an answer that look alike may be compared, in one line, and in which fields they differ."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from corpus.coding.counterparts import reasons
from corpus.coding.guard import NOT, VERDICTS, Figure, apart, compare, guarded
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language

FIELDS = ("base", "unit", "span", "level", "body", "kind")
"""What figures that look alike may differ in: what is counted, unit, span of time, level of the place, whom it is
about, and whether it is a result, a target, a starting point or a term."""
_FIELD_OF = {
    "what_is_counted": "base",
    "group": "base",
    "category": "base",
    "unit": "unit",
    "stock_or_flow": "span",
    "span": "span",
    "date": "span",
    "level": "level",
    "region_and_body": "body",
    "bodies_of_one_type": "body",
    "bodies_of_unlike_types": "body",
    "status": "kind",
}
"""Rule of the guard → the field that it looks at."""
MOST = 600
"""How many pairs are compared at most: beyond that a reader is told how many were."""


@dataclass(frozen=True)
class Verdict:
    """What the guard says of the pairs of figures that look alike.

    `verdict` is the hardest, "" where no two figures look alike; `figures` how many do, `pairs` how many pairs of them
    were compared, `forbidden` how many of these may not be; `why` the reasons, the most frequent first; `fields` those
    of FIELDS that differ in some pair, and `differing` the same for each figure; `left` how many pairs were left out.
    """

    verdict: str
    pairs: int
    forbidden: int
    figures: int
    why: tuple[str, ...]
    fields: tuple[str, ...]
    left: int
    differing: Mapping[str, tuple[str, ...]]


def verdict(collection: Collection, number_ids: Sequence[str], language: Language) -> Verdict:
    """The guard's word on the figures that look alike: of one group or one indicator, of different articles or bodies.

    Each fact counts once.
    """
    figures = [guarded(collection)[number] for number in number_ids]
    alike = _alike([figure for figure in figures if figure.first == figure.number_id])
    pairs = alike[:MOST]
    found = {
        (one.number_id, other.number_id): compare(collection, one.number_id, other.number_id) for one, other in pairs
    }
    told: dict[str, int] = {}
    differing: dict[str, set[str]] = {}
    for pair, judgement in found.items():
        for text in reasons(collection, *pair, language):
            told[text] = told.get(text, 0) + 1
        fields = {_FIELD_OF[rule] for rule in judgement.rules if rule in _FIELD_OF}
        for number in pair:
            differing.setdefault(number, set()).update(fields)
    verdicts = [judgement.verdict for judgement in found.values()]
    met = set().union(*differing.values())
    return Verdict(
        max(verdicts, key=VERDICTS.index, default=""),
        len(pairs),
        verdicts.count(NOT),
        len(differing),
        tuple(sorted(told, key=lambda text: -told[text])),
        tuple(field for field in FIELDS if field in met),
        len(alike) - len(pairs),
        {number: tuple(field for field in FIELDS if field in own) for number, own in differing.items()},
    )


def _alike(figures: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """The pairs that a reader will want to compare."""
    groups: dict[str, list[Figure]] = {}
    for figure in figures:
        groups.setdefault(figure.like, []).append(figure)
    return [(one, other) for own in groups.values() for one, other in combinations(own, 2) if apart(one, other)]

"""How far suggestions agree with what was coded, article by article, each with its own coding left out."""

from collections.abc import Iterator
from typing import NamedTuple

from corpus.collection.collection import Collection
from corpus.collection.tables import records
from corpus.suggestions.learned import overlaps, spans_of_measures
from corpus.suggestions.left_out import alone, without
from corpus.suggestions.suggest import suggested_measures
from corpus.suggestions.suggestion import Suggestion

FOUND, RIGHT_PLACE = "found", "right_place"
SCORES = (
    FOUND,
    RIGHT_PLACE,
    "pillar",
    "type",
    "type_among_three",
    "instrument",
    "status",
    "actor_type",
    "scope",
)
"""What is counted. The first is of all coded measures, the second of all suggestions, the others of measures found."""


class Score(NamedTuple):
    """A row of `suggestion_scores`: of so many, so many right."""

    document_id: str
    score: str
    right: int
    of: int


def article_scores(collection: Collection, document_id: str) -> list[Score]:
    """The scores of an article whose coding taught nothing, in the order of SCORES.

    A suggestion and a coded measure meet where they share at least half of the shorter quote; a measure is compared
    with the suggestion that shares most with it. Measures that stand outside body paragraphs cannot be found.
    """
    suggested = suggested_measures(without(collection, document_id), alone(collection, document_id), document_id)
    places = {
        measure: (start, end)
        for measure, (document, start, end) in spans_of_measures(collection).items()
        if document == document_id
    }
    rows = {row["measure_id"]: row for row in records(collection.tables["measures"])}
    pillars = dict(collection.tables["measure_types"][["measure_type_id", "pillar_id"]].to_numpy())
    right = dict.fromkeys(SCORES, 0)
    for measure, (start, end) in places.items():
        nearest = _nearest(suggested, start, end)
        if nearest:
            right[FOUND] += 1
            for score, agrees in _agreement(nearest, rows[measure], pillars).items():
                right[score] += agrees
    right[RIGHT_PLACE] = sum(
        any(overlaps(one.start, one.end, *place) for place in places.values()) for one in suggested
    )
    of = dict.fromkeys(SCORES, right[FOUND]) | {FOUND: len(places), RIGHT_PLACE: len(suggested)}
    return [Score(document_id, score, right[score], of[score]) for score in SCORES]


def all_scores(collection: Collection) -> Iterator[Score]:
    """The scores of every article of a collection, in the order of `documents`."""
    for document_id in collection.tables["documents"]["document_id"].tolist():
        yield from article_scores(collection, document_id)


def _nearest(suggested: list[Suggestion], start: int, end: int) -> Suggestion | None:
    """The suggestion that shares most with a stretch, of those that meet it."""
    meeting = [one for one in suggested if overlaps(one.start, one.end, start, end)]

    def shared(one: Suggestion) -> float:
        return (min(one.end, end) - max(one.start, start)) / (max(one.end, end) - min(one.start, start))

    return max(meeting, key=shared, default=None)


def _agreement(suggested: Suggestion, coded: dict[str, str], pillars: dict[str, str]) -> dict[str, bool]:
    likeliest, kind = suggested.measure_types[0], coded["measure_type_id"]
    return {
        "pillar": pillars[likeliest] == pillars[kind],
        "type": likeliest == kind,
        "type_among_three": kind in suggested.measure_types,
        "instrument": suggested.instrument_id == coded["instrument_id"],
        "status": suggested.status == coded["status"],
        "actor_type": suggested.actor_type == coded["actor_type"],
        "scope": suggested.scope == coded["scope"],
    }

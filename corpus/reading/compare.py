"""Which rows of a reader's texts are set beside the curated ones, and the two as one collection for a session."""

from dataclasses import dataclass

from corpus.collection.collection import Collection, union
from corpus.collection.memo import computed_once
from corpus.reading.review import Review, accepted, looked_at


@dataclass(frozen=True)
class Mine:
    """The rows to compare: those a person stands for, else all that are suggested.

    `taken` of `all` figures and measures are somebody's; `settled` says whether only these are in `rows`.
    """

    rows: Collection
    taken: int
    all: int
    settled: bool


def mine(own: Collection, *, settled: bool | None = None) -> Mine:
    """What of a reader's collection is compared: `settled` rows only, or all; None is settled where any row is."""
    taken, count = looked_at(own, Review())
    only = bool(taken) if settled is None else settled
    return Mine(_settled(own) if only else own, taken, count, only)


@computed_once
def _settled(own: Collection) -> Collection:
    return accepted(own, Review())


@computed_once
def together(own: Collection, curated: Collection) -> Collection:
    """Both as one. It is kept with the reader's own collection and goes with it; the curated one learns nothing."""
    return union(curated, own)

"""What stands out of a collection by itself: something that does not add up, a silence, a typical word."""

from dataclasses import dataclass

from corpus.coding.crosschecks import DIFFERS, NOT_THE_BASE, SHOWN, Outcome, outcomes
from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells
from corpus.regions.matrix import NOT_REPORTED, articles_read, blank
from corpus.regions.profile import profiled, typical_words
from corpus.regions.standing import standing

_HARDEST = (DIFFERS, NOT_THE_BASE)
"""What came of a check that did not agree, the plainest first."""
_CONTRADICTING = ("contradiction", "unreconciled")
"""Kinds of cross-check without a sum that say that texts do not agree."""


@dataclass(frozen=True)
class Quiet:
    """A measure type that other places report and one, read in `articles`, does not."""

    region: str
    measure_type: str
    reporting: tuple[str, ...]
    articles: int


@dataclass(frozen=True)
class Typical:
    """The word that stands out most of one region's articles beside all others: its count there, and elsewhere."""

    region: str
    word: str
    count: int
    elsewhere: int


@computed_once
def disagreement(collection: Collection) -> Outcome | None:
    """The first check that does not come out; where all do, the first that shows a contradiction; None for neither."""
    found = outcomes(collection)
    ranked = [outcome for result in _HARDEST for outcome in found if outcome.result == result]
    ranked += [one for kind in _CONTRADICTING for one in found if one.kind == kind and one.result == SHOWN]
    return next(iter(ranked), None)


@computed_once
def silence(collection: Collection) -> Quiet | None:
    """The measure type reported by the most regions but not by all, and of those silent the one read most.

    Only a type of which nothing stands, and nothing is stated, is a silence; None where there is none.
    """
    regions = profiled(collection)
    best: tuple[tuple[int, int], Quiet] | None = None
    for (measure_type,) in cells(collection.tables["measure_types"], ("measure_type_id",)):
        reporting = tuple(region for region in regions if standing(collection, region, measure_type))
        quiet = [
            region
            for region in regions
            if region not in reporting and blank(collection, "type", region, measure_type) == NOT_REPORTED
        ]
        if reporting and quiet:
            region = max(quiet, key=articles_read(collection).__getitem__)
            rank = (len(reporting), articles_read(collection)[region])
            if best is None or rank > best[0]:
                best = (rank, Quiet(region, measure_type, reporting, rank[1]))
    return best[1] if best else None


@computed_once
def typical(collection: Collection) -> Typical | None:
    """The word with the best evidence (G²) of all that stand out of some region's articles; None where none does."""
    words = {region: typical_words(collection, region) for region in profiled(collection)}
    found = [(region, rows.iloc[0]) for region, rows in words.items() if len(rows)]
    if not found:
        return None
    region, row = max(found, key=lambda one: one[1]["g2"])
    return Typical(region, row["concept"], int(row["count"]), int(row["reference"]))

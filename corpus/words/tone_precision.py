"""How precise the rules of tone are: what they count, held against what was read in context."""

from dataclasses import dataclass
from math import sqrt

from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.collection.tables import tuples
from corpus.texts.reading_text import readings
from corpus.words.places import Place
from corpus.words.tone import occurrences

_Z = 1.959963984540054
"""The standard normal deviate of a two-sided interval of 95%."""


@dataclass(frozen=True)
class Precision:
    """Of the places of a class that count and were read: how many there are, and how many are used so.

    `missed` are places that were read as used so and do not count; `elsewhere` and `elsewhere_right` are places read in
    texts other than those of the collection.
    """

    kind: str
    read: int
    right: int
    missed: int
    elsewhere: int
    elsewhere_right: int


@computed_once
def precisions(collection: Collection) -> list[Precision]:
    """The precision of every class of `tone`, in their order."""
    tone, said = collection.tables["tone"], _said(collection)
    other = {row.kind: (int(row.read), int(row.right)) for row in tuples(collection.tables["tone_elsewhere"])}
    found = []
    for kind in dict.fromkeys(tone["kind"]):
        words = set(tone.loc[tone["kind"] == kind, "word"])
        own = [one for word, places in occurrences(collection).items() if word in words for one in places]
        read = [(not one.left_out, said[one.place]) for one in own if one.place in said]
        counted = [used for counts, used in read if counts]
        missed = sum(used for counts, used in read if not counts)
        found.append(Precision(kind, len(counted), sum(counted), missed, *other.get(kind, (0, 0))))
    return found


def interval(right: int, read: int) -> tuple[float, float]:
    """Wilson's 95% interval of a share; from 0 to 1 where nothing was read.

    It holds for small samples and shares near 1. Wilson (1927), Journal of the American Statistical Association 22.
    """
    if not read:
        return 0.0, 1.0
    share, square = right / read, _Z * _Z
    middle = (share + square / (2 * read)) / (1 + square / read)
    half = _Z * sqrt(share * (1 - share) / read + square / (4 * read * read)) / (1 + square / read)
    return max(middle - half, 0.0), min(middle + half, 1.0)


@computed_once
def _said(collection: Collection) -> dict[Place, bool]:
    """Place in a reading text → whether the word was read as used so there."""
    told: dict[str, dict[int, bool]] = {}
    for row in tuples(collection.tables["tone_readings"]):
        told.setdefault(row.seed_file, {})[int(row.start)] = row.used == "true"
    found = {}
    for own in occurrences(collection).values():
        for one in own:
            reading = readings(collection)[one.place.document_id]
            used = told.get(reading.seed_file, {}).get(reading.offsets[one.place.start])
            if used is not None:
                found[one.place] = used
    return found

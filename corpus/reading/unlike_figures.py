"""Sentences that two texts share, in which a figure is not the same."""

import re

from corpus.collection.collection import Collection
from corpus.reading.reference import ADAPTED, Beside
from corpus.reading.reworded import reworded
from corpus.reading.sentences import plain

_WRITES_NUMBERS = re.compile(r"[\d.]+|[〇零一二两三四五六七八九十百千万亿]+")


def unlike_figures(collection: Collection, found: Beside) -> tuple[frozenset[int], frozenset[int]]:
    """The ranks of adapted sentences, of the reference and of the own text, that state another figure at one place.

    Only those are compared word by word whose numerals differ at all.
    """
    reference = (
        (rank, sentence.text, found.own[standing.other].text)
        for rank, (sentence, standing) in enumerate(zip(found.reference, found.of_reference, strict=True))
        if standing.kind == ADAPTED
    )
    own = (
        (rank, found.reference[standing.other].text, sentence.text)
        for rank, (sentence, standing) in enumerate(zip(found.own, found.of_own, strict=True))
        if standing.kind == ADAPTED
    )
    known: dict[tuple[str, str], bool] = {}

    def differ(one: str, other: str) -> bool:
        if (one, other) not in known:
            written, other_written = (_WRITES_NUMBERS.findall(plain(text)) for text in (one, other))
            unlike = bool(written and other_written) and written != other_written
            known[one, other] = unlike and bool(reworded(collection, one, other).figures)
        return known[one, other]

    first, second = (frozenset(rank for rank, *pair in side if differ(*pair)) for side in (reference, own))
    return first, second

"""Sentences that two texts share, in which a figure is not the same."""

import re
from dataclasses import dataclass

from corpus.collection.collection import Collection
from corpus.reading.reference import ADAPTED, Beside
from corpus.reading.reworded import reworded
from corpus.reading.sentences import plain

_WRITES_NUMBERS = re.compile(r"[\d.]+|[〇零一二两三四五六七八九十百千万亿]+")


MOST = 1_000
"""So many pairs of sentences are compared word by word at most."""


@dataclass(frozen=True)
class Unlike:
    """The ranks of adapted sentences, of the reference and of the own text, that state another figure at one place.

    `left_out` pairs were too many to be looked at.
    """

    reference: frozenset[int]
    own: frozenset[int]
    left_out: int


def unlike_figures(collection: Collection, found: Beside) -> Unlike:
    """The sentences that two texts share in other figures; only those are compared whose numerals differ at all."""
    reference = (
        (rank, sentence.text, found.own[match.other].text)
        for rank, (sentence, match) in enumerate(zip(found.reference, found.of_reference, strict=True))
        if match.kind == ADAPTED
    )
    own = (
        (rank, found.reference[match.other].text, sentence.text)
        for rank, (sentence, match) in enumerate(zip(found.own, found.of_own, strict=True))
        if match.kind == ADAPTED
    )
    known: dict[tuple[str, str], bool] = {}
    left_out = 0

    def differ(one: str, other: str) -> bool:
        nonlocal left_out
        if (one, other) in known:
            return known[one, other]
        written, other_written = (_WRITES_NUMBERS.findall(plain(text)) for text in (one, other))
        unlike = bool(written and other_written) and written != other_written
        if unlike and len(known) >= MOST:
            left_out += 1
            return False
        if unlike:
            known[one, other] = bool(reworded(collection, one, other).figures)
        return unlike and known[one, other]

    ranks = [frozenset(rank for rank, *pair in side if differ(*pair)) for side in (reference, own)]
    return Unlike(*ranks, left_out)

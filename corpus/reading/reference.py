"""Two texts held beside each other sentence by sentence: what one has verbatim of the other, adapted, or not at all."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from math import sqrt

import numpy as np

from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.reading.sentences import MOST, Sentence, plain, sentences
from corpus.texts.reading_text import ReadingText, readings

VERBATIM, ADAPTED, ABSENT = MATCHES = ("verbatim", "adapted", "absent")
"""How a sentence stands in the other text: every character in one run, most of it or most of another in it, neither."""
GRAM = 3
"""How many characters in a row are looked for: a word and a neighbour."""
HALF = 0.36
"""The share of a sentence that must stand in one of the other text, by weight, to be adapted from it."""
PART = 0.42
"""The share of a sentence of the other text that must stand in this one, where this one holds more than that."""
LEAST = 8
"""Characters that two sentences share at least where one is adapted; a shorter sentence is verbatim or absent."""
CROWD = 250
"""What stands in more sentences of a text than these (a table of like rows) leads from none to another."""
_EVERYWHERE = 10
"""In so many sentences a formula is taken to stand, whatever the collection."""

Stock = Mapping[str, int]
"""Characters in a row → in how many sentences of the genre they stand."""


@dataclass(frozen=True, slots=True)
class Match:
    """How a sentence stands in the other text: one of MATCHES, and the rank of the sentence there, -1 for none.

    `share` is how much of it stands there, by weight, from 0 to 1.
    """

    kind: str
    other: int
    share: float


@dataclass(frozen=True)
class Beside:
    """Two texts beside each other: their sentences, and how each stands in the other text.

    `left_out` are sentences of either that were too many to be compared.
    """

    reference: tuple[Sentence, ...]
    own: tuple[Sentence, ...]
    of_reference: tuple[Match, ...]
    of_own: tuple[Match, ...]
    left_out: tuple[int, int] = (0, 0)

    def counts(self) -> tuple[dict[str, int], dict[str, int]]:
        """How many sentences of the reference, and of the own text, stand in either way."""
        found = []
        for matches in (self.of_reference, self.of_own):
            told = Counter(one.kind for one in matches)
            found.append({kind: told[kind] for kind in MATCHES})
        return found[0], found[1]


def beside(reference: Iterable[ReadingText], own: Iterable[ReadingText], stock: Stock) -> Beside:
    """Hold two texts beside each other.

    The time it takes grows with what their sentences share; two thousand beside two thousand take about a second.
    """
    theirs, mine = sentences(reference), sentences(own)
    left_out = max(len(theirs) - MOST, 0), max(len(mine) - MOST, 0)
    theirs, mine = theirs[:MOST], mine[:MOST]
    one, other = _Side(theirs), _Side(mine)
    _meet(one, other, stock)
    of_reference, of_own = (
        tuple(_match(side, rank, against) for rank in side.of_sentence)
        for side, against in ((one, other), (other, one))
    )
    return Beside(tuple(theirs), tuple(mine), of_reference, of_own, left_out)


@computed_once
def stock(collection: Collection) -> dict[str, int]:
    """The characters in a row of the sentences of a collection: what the genre says everywhere.

    What two texts share of it says little of whether one knew the other.
    """
    counts = Counter({gram: _EVERYWHERE for formula in _formulae() for gram in _grams(formula)})
    for sentence in sentences(readings(collection).values()):
        counts.update(_grams(plain(sentence.text)))
    return dict(counts)


def _formulae() -> list[str]:
    lines = files(__package__).joinpath("formulae.txt").read_text(encoding="utf-8").splitlines()
    return [plain(line) for line in lines if not line.startswith("#")]


def _grams(text: str) -> set[str]:
    return {text[at : at + GRAM] for at in range(len(text) - GRAM + 1)}


class _Side:
    """The sentences of a text as they are compared, those that read alike once, with their runs of characters."""

    def __init__(self, found: Sequence[Sentence]) -> None:
        texts = [plain(sentence.text) for sentence in found]
        self.first = {text: rank for rank, text in reversed(list(enumerate(texts)))}
        self.plain = list(dict.fromkeys(texts))
        self.ranks = {text: rank for rank, text in enumerate(self.plain)}
        self.of_sentence = [self.ranks[text] for text in texts]
        self.grams = [_grams(text) for text in self.plain]
        self.counts = Counter(gram for grams in self.grams for gram in grams)
        self.nearest = np.full(len(self.plain), -1)
        self.fit, self.share = np.zeros(len(self.plain)), np.zeros(len(self.plain))

    def sentence(self, rank: int) -> int:
        """The rank of the first sentence that reads as a text does."""
        return self.first[self.plain[rank]]


def _meet(one: _Side, other: _Side, stock: Stock) -> None:
    """Note of each sentence which of the other side fits it best, how well, and how much of it stands there."""
    counts = {gram: max(one.counts[gram], other.counts[gram]) for gram in one.counts | other.counts}
    weights = np.array(
        [0 if count > CROWD else 1 / (sqrt(count) * (1 + stock.get(gram, 0))) for gram, count in counts.items()]
    )
    numbers = {gram: number for number, gram in enumerate(counts)}
    rows, columns = ([np.array([numbers[gram] for gram in own], int) for own in side.grams] for side in (one, other))
    totals = np.array([weights[own].sum() or 1 for own in columns])
    holders: list[list[int]] = [[] for _ in counts]
    for rank, own in enumerate(columns):
        for number in own[weights[own] > 0].tolist():
            holders[number].append(rank)
    held = [np.array(ranks, int) for ranks in holders]
    for rank, own in enumerate(rows):
        near = [held[number] for number in own.tolist()]
        if not near or not len(columns):
            continue
        lengths = [len(ranks) for ranks in near]
        shared = np.bincount(np.concatenate(near), np.repeat(weights[own], lengths), len(columns))
        ours, theirs = shared / (weights[own].sum() or 1), shared / totals
        fit, back = np.maximum(ours / HALF, theirs / PART), np.maximum(theirs / HALF, ours / PART)
        best = int(fit.argmax())
        if fit[best]:
            one.nearest[rank], one.fit[rank], one.share[rank] = best, fit[best], ours[best]
        better = back > other.fit
        other.nearest[better], other.fit[better], other.share[better] = rank, back[better], theirs[better]


def _match(side: _Side, rank: int, other: _Side) -> Match:
    """How a sentence stands in the other text, once the sides have met."""
    text, near = side.plain[rank], int(side.nearest[rank])
    if text in other.ranks:
        return Match(VERBATIM, other.first[text], 1.0)
    if len(text) < LEAST or near < 0:
        return Match(ABSENT, -1, 0.0)
    if text in _around(other.plain, near, len(text)):
        return Match(VERBATIM, other.sentence(near), 1.0)
    share, long = float(side.share[rank]), len(side.grams[rank] & other.grams[near]) + GRAM > LEAST
    return Match(ADAPTED, other.sentence(near), share) if side.fit[rank] >= 1 and long else Match(ABSENT, -1, share)


def _around(texts: Sequence[str], rank: int, length: int) -> str:
    """A sentence with what stands before and after it, up to a length: a run may cross the ends of sentences."""
    before, after = "", ""
    at = rank - 1
    while at >= 0 and len(before) < length:
        before, at = texts[at] + before, at - 1
    at = rank + 1
    while at < len(texts) and len(after) < length:
        after, at = after + texts[at], at + 1
    return before + texts[rank] + after

"""Set phrases: runs of words that stand in the articles more than once, word for word."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np

from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once, latest_results
from corpus.texts.reading_text import readings
from corpus.words.counts import types
from corpus.words.places import Places
from corpus.words.selection import Selection, stretches
from corpus.words.tokens import tokens

_SIGNS = re.compile(r"[^\u4e00-\u9fff]")
_INNER_SIGNS = "“”‘’『』、"
"""Signs that may stand inside a phrase."""
LONGEST = 24
"""Most characters of a phrase."""
FEWEST_WORDS = 3
"""Fewest running words of a phrase."""
PARTICLES = frozenset("的地得了着过和与及或在为是对将把被于从以等之中上下里")
"""Words at which no phrase begins or ends: 的重要内容 is no formula."""
_FIRST_LETTER, _LETTERS = 0x4E00, 0x9FFF - 0x4E00 + 1
_BATCH = 200_000
"""How many characters are gone through at once."""
_SHARES = 8
"""In how many shares the runs are compared, so that not all of them have to be sorted at once."""


@dataclass(frozen=True)
class Phrase:
    """A repeated run of words; `text` as it is written most often, `regions` in the order of the documents.

    Where it stands says nothing of who was first.
    """

    text: str
    places: Places
    regions: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class _Runs:
    """The places of all runs of words that stand at least twice, in one text that holds all articles.

    `first` begins the places of each run; `starts` are positions in the whole text, where the article of rank `i`
    begins at `begins[i]`; `lengths` are in characters.
    """

    begins: np.ndarray
    first: np.ndarray
    starts: np.ndarray
    lengths: np.ndarray

    def articles(self, places: np.ndarray | slice) -> np.ndarray:
        """The ranks of the articles of some places."""
        return np.searchsorted(self.begins, self.starts[places], "right") - 1


@computed_once
def _runs(collection: Collection) -> _Runs:
    """Every run of words that stands at least twice, its signs left out."""
    sizes = np.array([len(reading.text) + 1 for reading in readings(collection).values()], np.int64)
    begins = (np.cumsum(sizes) - sizes).astype(np.int32)
    shares = [[(np.zeros(0, np.uint64), np.zeros(0, np.int32), np.zeros(0, np.uint8))] for _ in range(_SHARES)]
    for batch in _batches(begins, sizes):
        candidates = _candidates(_Batch(collection, batch, begins))
        columns = [np.concatenate(column) for column in zip(*candidates, strict=True)]
        share = (columns[0] % np.uint64(_SHARES)).astype(np.uint8)
        order = np.argsort(share, kind="stable")
        parts = np.cumsum(np.bincount(share, minlength=_SHARES))[:-1]
        for own, *part in zip(shares, *(np.split(column[order], parts) for column in columns), strict=True):
            own.append(part)
    first, found, before = [], [], 0
    while shares:
        keys, starts, lengths = (np.concatenate(column) for column in zip(*shares.pop(), strict=True))
        order = np.argsort(keys)
        heads = np.flatnonzero(np.diff(keys[order], prepend=keys[order][:1] + np.uint64(1)))
        numbers = np.diff(heads, append=len(order))
        order, numbers = order[np.repeat(numbers > 1, numbers)], numbers[numbers > 1]
        found.append((starts[order], lengths[order]))
        first.append(before + np.cumsum(numbers) - numbers)
        before += len(order)
    return _Runs(begins, np.concatenate(first), *(np.concatenate(column) for column in zip(*found, strict=True)))


def _batches(begins: np.ndarray, sizes: np.ndarray) -> Iterator[range]:
    """Ranks of articles that follow each other, in batches of about as many characters."""
    cuts = np.flatnonzero(np.diff((begins + sizes) // _BATCH, prepend=0))
    edges = sorted({0, *(cuts + 1).tolist(), len(begins)})
    return (range(start, end) for start, end in pairwise(edges) if start < end)


class _Batch:
    """Some articles as one text, with their running words; a line feed, which no run crosses, parts the articles.

    Positions are those in the text of all articles, less `begin`.
    """

    def __init__(self, collection: Collection, batch: range, begins: np.ndarray) -> None:
        texts, known = readings(collection), types(collection)
        documents = list(texts)[batch.start : batch.stop]
        self.begin = int(begins[batch.start])
        text = "".join(texts[document].text + "\n" for document in documents)
        signs = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        is_letter = (signs >= _FIRST_LETTER) & (signs < _FIRST_LETTER + _LETTERS)
        self.letters = _counts_before(is_letter)
        self.broken = _counts_before(~is_letter & ~np.isin(signs, [ord(sign) for sign in _INNER_SIGNS]))
        self.opens, self.closes = signs == ord("“"), signs == ord("”")
        self.quotes = _counts_before(self.opens) - _counts_before(self.closes)
        words = [tokens(collection)[document] for document in documents]
        shifts = begins[batch.start : batch.stop] - self.begin
        self.starts = np.concatenate([own.starts + shift for own, shift in zip(words, shifts, strict=True)])
        self.ends = np.concatenate([own.ends + shift for own, shift in zip(words, shifts, strict=True)])
        particles = np.array([text in PARTICLES for text in known.texts], bool)
        self.edge = ~np.concatenate([particles[known.of(own)[own.types]] for own in words])
        self._powers, self._sums = _fingerprints(signs[is_letter] - _FIRST_LETTER)

    def fingerprint(self, starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
        """A number for the letters of each stretch: equal for equal ones, and but for a rare chance only for these."""
        begin, end = self.letters[starts], self.letters[ends]
        return (self._sums[end] - self._sums[begin]) * self._powers[begin]


def _counts_before(these: np.ndarray) -> np.ndarray:
    """Before each position, and at the end, how many positions are meant."""
    return np.concatenate([np.zeros(1, np.int32), np.cumsum(these, dtype=np.int32)])


def _fingerprints(letters: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Polynomials over the letters, modulo 2^64, with a random number for each letter and a fixed odd base.

    Returns the powers of the base's inverse, and the sums of the terms before each letter: the difference of two sums
    times a power does not depend on where the letters stand. Karp and Rabin (1987), IBM Journal 31(2).
    """
    base = 0x9E3779B97F4A7C15
    drawn = np.random.default_rng(20).integers(1, 2**64, _LETTERS, np.uint64)
    powers, inverse = (
        np.cumprod(np.append(np.uint64(1), np.full(len(letters), number, np.uint64)))
        for number in (base, pow(base, -1, 2**64))
    )
    sums = np.append(np.uint64(0), np.cumsum(drawn[letters] * powers[:-1]))
    return inverse, sums


def _candidates(batch: _Batch) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Every run of words that may be a phrase, by its number of words: fingerprints, starts and lengths."""
    opening = np.flatnonzero(batch.edge).astype(np.int32)
    for more in range(1, LONGEST):
        opening = opening[opening + more < len(batch.starts)]
        starts, ends = batch.starts[opening], batch.ends[opening + more]
        # What is too long or broken stays so with more words.
        sound = (ends - starts <= LONGEST) & (batch.broken[ends] == batch.broken[starts])
        opening, starts, ends = opening[sound], starts[sound], ends[sound]
        if more >= FEWEST_WORDS - 1:
            closed = batch.edge[opening + more]
            starts, ends = starts[closed], ends[closed]
            yield batch.fingerprint(starts, ends), *_quoted(batch, starts, ends)


def _quoted(batch: _Batch, starts: np.ndarray, ends: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Starts and lengths of runs, each with the quotation mark beside it whose partner is inside it."""
    opened = batch.quotes[ends] - batch.quotes[starts]
    starts = starts - ((opened < 0) & batch.opens[starts - 1])
    return starts + batch.begin, (ends + ((opened > 0) & batch.closes[ends]) - starts).astype(np.uint8)


@latest_results(64)
def phrases(collection: Collection, least_regions: int, selection: Selection) -> list[Phrase]:
    """The runs of at least three words that stand twice or more in a selection, in articles of `least_regions` regions.

    Signs between the words (、 and quotation marks) do not matter. A run inside a longer one is left out where it
    stands nowhere else. The widest shared first, then the longest.
    """
    runs, texts = _runs(collection), readings(collection)
    documents = list(texts)
    inside = _inside(collection, runs, selection)
    homes = collection.tables["documents"].set_index("document_id")["region_id"]
    regions = list(dict.fromkeys(homes))
    home = homes[documents].map({region: rank for rank, region in enumerate(regions)}).to_numpy(np.int32)
    counts = np.add.reduceat(inside, runs.first, dtype=np.int32) if len(runs.first) else runs.first
    shared = counts > 1
    if least_regions > 1:
        shared &= _region_counts(runs, inside, home, len(regions)) >= least_regions
    last = np.append(runs.first[1:], len(runs.starts))
    held: dict[str, int] = {}
    for rank in np.flatnonzero(shared).tolist():
        one = runs.first[rank]
        article = int(runs.articles(one))
        start = int(runs.starts[one] - runs.begins[article])
        run = texts[documents[article]].text[start : start + int(runs.lengths[one])]
        held[_SIGNS.sub("", run)] = rank
    found = []
    for letters in _outermost({run: int(counts[rank]) for run, rank in held.items()}):
        own = np.arange(runs.first[held[letters]], last[held[letters]])
        own = own[inside[own]]
        own = own[np.argsort(runs.starts[own])]
        articles = runs.articles(own)
        starts = runs.starts[own] - runs.begins[articles]
        places = Places(documents, articles, starts, starts + runs.lengths[own])
        where = tuple(dict.fromkeys(regions[rank] for rank in home[articles].tolist()))
        found.append(Phrase(_written(collection, letters, places), places, where))
    return sorted(found, key=lambda phrase: (-len(phrase.regions), -len(phrase.text), phrase.text))


def _inside(collection: Collection, runs: _Runs, selection: Selection) -> np.ndarray:
    """Whether each place of a run lies in a selection."""
    begins = dict(zip(readings(collection), runs.begins.tolist(), strict=True))
    spans = [
        (begins[document] + start, begins[document] + end)
        for document, own in stretches(collection, selection).items()
        for start, end in own
    ]
    if not spans:
        return np.zeros(len(runs.starts), bool)
    starts, ends = np.array(sorted(spans), np.int32).T
    inside = np.empty(len(runs.starts), bool)
    for part in _parts(runs):
        near = np.searchsorted(starts, runs.starts[part], "right") - 1
        inside[part] = (near >= 0) & (runs.starts[part] + runs.lengths[part] <= ends[near])
    return inside


def _region_counts(runs: _Runs, inside: np.ndarray, home: np.ndarray, regions: int) -> np.ndarray:
    """In articles of how many regions each run stands."""
    rank = np.repeat(np.arange(len(runs.first), dtype=np.int32), np.diff(runs.first, append=len(runs.starts)))
    pairs = [np.zeros(0, np.int64)]
    for part in _parts(runs):
        region = home[runs.articles(part)]
        pairs.append(np.unique((rank[part].astype(np.int64) * regions + region)[inside[part]]))
    return np.bincount(np.unique(np.concatenate(pairs)) // regions, minlength=len(runs.first))


def _parts(runs: _Runs) -> Iterator[slice]:
    """The places of runs some at a time, for numbers beside all of them would fill the memory."""
    return (slice(start, start + _BATCH) for start in range(0, len(runs.starts), _BATCH))


def _outermost(counts: dict[str, int]) -> list[str]:
    """The runs that are not part of a longer one which stands as often."""
    inner: set[str] = set()
    for run in sorted(counts, key=len, reverse=True):
        # What is part of a part of a longer run is part of that one, and marked with it.
        if run not in inner:
            parts = (run[start:end] for start, end in combinations(range(len(run) + 1), 2) if end - start < len(run))
            inner.update(part for part in parts if counts.get(part) == counts[run])
    return [run for run in counts if run not in inner]


def _written(collection: Collection, letters: str, places: Places) -> str:
    """How a phrase is written most often, ties going to the first place."""
    if not (places.ends - places.starts - len(letters)).any():
        return letters
    forms = (readings(collection)[place.document_id].text[place.start : place.end] for place in places)
    return Counter(forms).most_common(1)[0][0]


def shared_counts(found: list[Phrase]) -> Counter[tuple[str, str]]:
    """Pair of regions → how many phrases both have, the pair in the order of its phrases' regions."""
    return Counter(pair for phrase in found for pair in combinations(sorted(phrase.regions), 2))

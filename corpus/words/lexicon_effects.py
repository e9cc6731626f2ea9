"""What the lexicon does to the cut: the terms it keeps whole, and the other words that it changes."""

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from operator import itemgetter

from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.texts.reading_text import readings
from corpus.words.counts import counted, types
from corpus.words.selection import Selection
from corpus.words.tokens import cutter, entries, tokens


@dataclass(frozen=True)
class Effect:
    """How often a term stands as one word, and how often jieba alone would have kept it whole."""

    term: str
    whole: int
    whole_without: int


@dataclass(frozen=True)
class SideEffect:
    """A word beside a term that is cut otherwise than without the lexicon: `plain` are the words it was made from."""

    document_id: str
    position: int
    word: str
    plain: tuple[str, ...]


@computed_once
def plain_cut(collection: Collection) -> dict[str, list[tuple[str, int, int]]]:
    """How jieba alone cuts every article: word, start and end."""
    cut = cutter([])
    return {document: list(cut(reading.text)) for document, reading in readings(collection).items()}


def effects(collection: Collection) -> list[Effect]:
    """Every entry in the order of the lexicon, then of the organisations, with its counts."""
    everything, known = counted(collection, Selection()), types(collection)
    with_it: Counter[str] = Counter()
    for word, count in zip(everything.types.tolist(), everything.counts.tolist(), strict=True):
        with_it[known.texts[word]] += count
    without = Counter(word for cut in plain_cut(collection).values() for word, _, _ in cut)
    return [Effect(term, with_it[term], without[term]) for term in entries(collection.codebook)]


def side_effects(collection: Collection) -> list[SideEffect]:
    """Words that are no entry and that jieba alone cuts otherwise, in the order of reading."""
    known = entries(collection.codebook)
    found = []
    for document, plain in plain_cut(collection).items():
        places = {(start, end) for _, start, end in plain}
        for token in tokens(collection)[document]:
            if token.text not in known and (token.start, token.end) not in places:
                first = bisect_right(plain, token.start, key=itemgetter(2))
                last = bisect_left(plain, token.end, key=itemgetter(1))
                pieces = tuple(word for word, _, _ in plain[first:last])
                found.append(SideEffect(document, token.start, token.text, pieces))
    return found

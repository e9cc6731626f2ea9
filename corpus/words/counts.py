"""How often the words of a selection stand: counted once for each text, added up for a selection."""

from collections.abc import Container
from dataclasses import dataclass

import numpy as np

from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once, latest_results
from corpus.words.dispersion import deviations
from corpus.words.selection import KEPT, Selection, words_inside
from corpus.words.tokens import Token, Words, stopwords, tally, tokens

SHORTEST = 2
"""Words of one character are left out: most are parts of other words or function words."""
_CHINESE_NUMERALS = frozenset("〇零一二两三四五六七八九十百千万亿第")


@dataclass(frozen=True, eq=False)
class Types:
    """The distinct words of a collection, whose texts may have been cut in several vocabularies, by number.

    A word that means two things in two articles is two.

    `concepts` are distinct, in the order in which they are first met; `ranks` says which is which, and
    `concept_of[type]` is the rank of a word's concept.
    """

    texts: list[str]
    kinds: list[str]
    concepts: list[str]
    ranks: dict[str, int]
    concept_of: np.ndarray
    numbers: dict[int, np.ndarray]

    def of(self, words: Words) -> np.ndarray:
        """The numbers here of the numbers in a text's own vocabulary."""
        return self.numbers[id(words.vocabulary)]


@computed_once
def types(collection: Collection) -> Types:
    """The distinct words of a collection."""
    vocabularies = {id(words.vocabulary): words.vocabulary for words in tokens(collection).values()}
    met: dict[tuple[str, str], int] = {}
    kinds, numbers, ranks, concept_of = [], {}, {}, []
    for name, vocabulary in vocabularies.items():
        for text, concept, kind in zip(vocabulary.texts, vocabulary.concepts, vocabulary.kinds, strict=True):
            if (text, concept) not in met:
                met[text, concept] = len(met)
                kinds.append(kind)
                concept_of.append(ranks.setdefault(concept, len(ranks)))
        own = zip(vocabulary.texts, vocabulary.concepts, strict=True)
        numbers[name] = np.array([met[word] for word in own], np.int32)
    return Types([text for text, _ in met], kinds, list(ranks), ranks, np.array(concept_of, np.int32), numbers)


def countable(collection: Collection, token: Token, left_out: Container[str]) -> bool:
    """Whether a token counts as a word: long enough, no stop word, no number, of no class left out."""
    return token.kind not in left_out and _is_word(token.text, stopwords(collection.codebook))


def _is_word(text: str, stop: frozenset[str]) -> bool:
    return (
        len(text) >= SHORTEST
        and text not in stop
        and not text.strip("%").replace(".", "").isdigit()
        and not _CHINESE_NUMERALS.issuperset(text)
    )


@computed_once
def _are_words(collection: Collection) -> np.ndarray:
    stop = stopwords(collection.codebook)
    return np.array([_is_word(text, stop) for text in types(collection).texts], bool)


@latest_results(8)
def counting(collection: Collection, left_out: tuple[str, ...]) -> np.ndarray:
    """Whether each type counts as a word; see `countable`."""
    kept = np.array([kind not in left_out for kind in types(collection).kinds], bool)
    return kept & _are_words(collection)


@dataclass(frozen=True, eq=False)
class Counts:
    """The types of a selection in the order in which they are first met, and how often each stands there."""

    types: np.ndarray
    counts: np.ndarray

    @property
    def words(self) -> int:
        """The running words of the selection."""
        return int(self.counts.sum())

    def by_concept(self, collection: Collection, kept: np.ndarray) -> np.ndarray:
        """How often each concept of the collection stands in the selection, only the types `kept` counted."""
        known = types(collection)
        counts = np.where(kept[self.types], self.counts, 0)
        return np.bincount(known.concept_of[self.types], counts, len(known.concepts)).astype(np.int64)


@latest_results(KEPT)
def counted(collection: Collection, selection: Selection) -> Counts:
    """The words of a selection with their counts: those of its articles added up, or counted in its sentences."""
    known = types(collection)
    total = np.zeros(len(known.texts), np.int64)
    # The rank that the first token of each type would have if the articles of the selection were one text.
    first = np.full(len(known.texts), -1, np.int64)
    before = 0
    for words, ranks in words_inside(collection, selection):
        numbers, counts, ordinals = words.counts if selection.whole else tally(words.types[ranks])
        own = known.of(words)[numbers]
        total[own] += counts
        new = first[own] < 0
        first[own[new]] = before + ordinals[new]
        before += len(ranks)
    met = np.flatnonzero(total)
    met = met[np.argsort(first[met])]
    return Counts(met.astype(np.int32), total[met])


def running_words(collection: Collection, selection: Selection) -> int:
    """How many running words a selection has, stop words included."""
    return counted(collection, selection).words


@dataclass(frozen=True, eq=False)
class Spread:
    """Of each concept: in how many articles and in how many regions it stands, and how evenly over the articles."""

    articles: np.ndarray
    regions: np.ndarray
    dispersion: np.ndarray


@computed_once
def spread(collection: Collection) -> Spread:
    """How the concepts are spread over all articles of a collection."""
    known, documents = types(collection), collection.tables["documents"]
    places = {region: rank for rank, region in enumerate(dict.fromkeys(documents["region_id"]))}
    home = dict(zip(documents["document_id"], documents["region_id"].map(places), strict=True))
    texts, concepts, counts, regions = [], [], [], []
    for rank, (document, words) in enumerate(tokens(collection).items()):
        numbers, own, _ = words.counts
        concepts.append(known.concept_of[known.of(words)[numbers]])
        counts.append(own)
        texts.append(np.full(len(own), rank, np.int64))
        regions.append(np.full(len(own), home[document], np.int64))
    sizes = np.array([len(words) for words in tokens(collection).values()], np.int64)
    concepts, counts, texts, regions = (
        np.concatenate(column) if column else np.zeros(0, np.int64) for column in (concepts, counts, texts, regions)
    )
    width = max(len(known.concepts), 1)
    # Several words of a text may be of one concept.
    pairs, inverse = np.unique(texts * width + concepts, return_inverse=True)
    together = np.bincount(inverse, counts, len(pairs)).astype(np.int64)
    held = np.unique(regions * width + concepts) % width
    return Spread(
        np.bincount(pairs % width, minlength=width),
        np.bincount(held, minlength=width),
        deviations(pairs % width, pairs // width, together, sizes),
    )

"""Running words: the reading texts cut by jieba with our lexicon, each token with its place."""

import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np

from corpus.collection.codebook import Codebook
from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.collection.tables import tuples
from corpus.texts.reading_text import readings
from corpus.words.dictionary import frequencies
from corpus.words.own_places import concepts_here, hang_on_article


@dataclass(frozen=True, slots=True)
class Token:
    """A running word of an article; `start` and `end` are positions in its reading text.

    `concept` is what synonyms share, the word itself where the lexicon does not know it; of a word that hangs on its
    article (我省) it is what it means there. `kind` is the class of the lexicon's entry (term, place, person,
    organisation), "" for any other word.
    """

    document_id: str
    text: str
    start: int
    end: int
    concept: str
    kind: str


@dataclass(frozen=True)
class Entry:
    """An entry of the lexicon with its English gloss, "" where it has none; `source` is the table it comes from."""

    term: str
    concept: str
    kind: str
    pillar_id: str
    gloss_en: str
    source: str


class Vocabulary(dict[str | tuple[str, str], int]):
    """Distinct word → its number, -1 for what is no word (blanks and punctuation).

    A word that means different things in different articles is looked up with its concept there. What is looked up for
    the first time gets the next number; `texts`, `concepts` and `kinds` hold by number what a `Token` says of it. Each
    collection that cuts texts of its own has one; none is shared between collections.
    """

    def __init__(self, known: Mapping[str, "Entry"]) -> None:
        super().__init__()
        self._known = known
        self.texts: list[str] = []
        self.concepts: list[str] = []
        self.kinds: list[str] = []

    def __missing__(self, word: str | tuple[str, str]) -> int:
        """The next number for a new word."""
        text, concept = word if isinstance(word, tuple) else (word, "")
        if not any(character.isalnum() for character in text):
            self[word] = -1
            return -1
        entry = self._known.get(text)
        self.texts.append(text)
        self.concepts.append(concept or (entry.concept if entry else text))
        self.kinds.append(entry.kind if entry else "")
        self[word] = number = len(self.texts) - 1
        return number


@dataclass(frozen=True, eq=False)
class Words(Sequence[Token]):
    """The running words of a text, made into tokens when somebody asks for them.

    `types[i]` is the number in `vocabulary` of the word that begins at position `starts[i]`.
    """

    document_id: str
    vocabulary: Vocabulary
    types: np.ndarray
    starts: np.ndarray

    def __len__(self) -> int:
        """How many running words the text has."""
        return len(self.types)

    def __getitem__(self, rank: int | slice) -> Token | list[Token]:
        """The token of a rank, or those of a slice."""
        if isinstance(rank, slice):
            return list(self.tokens(np.arange(len(self))[rank]))
        (token,) = self.tokens(np.array([rank]))
        return token

    def __iter__(self) -> Iterator[Token]:
        """All tokens in the order of reading."""
        return self.tokens(np.arange(len(self)))

    def tokens(self, ranks: np.ndarray) -> Iterator[Token]:
        """The tokens of some ranks."""
        texts, concepts, kinds = self.vocabulary.texts, self.vocabulary.concepts, self.vocabulary.kinds
        for word, start in zip(self.types[ranks].tolist(), self.starts[ranks].tolist(), strict=True):
            text = texts[word]
            yield Token(self.document_id, text, start, start + len(text), concepts[word], kinds[word])

    def rank_at(self, position: int) -> int:
        """The rank of the last token that begins at a position or before it, -1 where none does."""
        return int(np.searchsorted(self.starts, position, "right")) - 1

    @property
    def ends(self) -> np.ndarray:
        """The position after each word."""
        lengths = np.fromiter(map(len, self.vocabulary.texts), np.int32, len(self.vocabulary.texts))
        return self.starts + lengths[self.types]

    @cached_property
    def counts(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """The distinct words of the text; see `tally`."""
        return tally(self.types)


def tally(types: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The distinct numbers of some words in order, how often each stands, the rank of the first."""
    numbers, first, counts = np.unique(types, return_index=True, return_counts=True)
    return numbers, counts.astype(np.int32), first.astype(np.int32)


@computed_once
def entries(codebook: Codebook) -> dict[str, Entry]:
    """Term → entry: the rows of `lexicon`, and the names of organisations from their own table."""
    found = {
        row.term: Entry(row.term, row.concept, row.kind, row.pillar_id, row.gloss_en, "lexicon")
        for row in tuples(codebook.tables["lexicon"])
    }
    for row in tuples(codebook.names):
        for name in [row.name_zh, *row.aliases.split("|")]:
            # Entries with brackets or marks of punctuation never match in jieba.
            if name and name.isalnum():
                found.setdefault(name, Entry(name, row.name_zh, "organisation", "", row.name_en, "organisations"))
    return found


Cutter = Callable[[str], Iterable[tuple[str, int, int]]]
"""What cuts a text into pieces: word, start, end."""


KEPT_TOGETHER = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffffa-zA-Z0-9+#&._%\-"
"""What a term may be made of: characters that the segmenter takes for parts of words."""


def cutter(terms: list[str]) -> Cutter:
    """A function that cuts a text into words, `terms` kept whole; it knows jieba's dictionary and nothing else.

    Terms get no frequency of their own: jieba then gives each just enough to be kept.
    """
    import jieba  # noqa: PLC0415 takes 0.3 s, and most pages cut nothing

    # As it comes, jieba takes the rare characters of names (䶮, 𬭎) for signs between words.
    jieba.re_han_default = re.compile(rf"([{KEPT_TOGETHER}]+)")
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = frequencies()
    tokenizer.initialized = True
    for term in terms:
        tokenizer.add_word(term)
    return partial(tokenizer.tokenize, HMM=True)


@computed_once
def _own_cutter(codebook: Codebook) -> Cutter:
    return cutter(list(entries(codebook)))


def cut(collection: Collection, text: str, document_id: str = "") -> Words:
    """The running words of any text; blanks and punctuation are no words. Nothing of the text is kept.

    It stands in no article, so that what hangs on one (我省) means itself.
    """
    codebook = collection.codebook
    return _words(document_id, _own_cutter(codebook)(text), Vocabulary(entries(codebook)), _meaning(collection, ""))


@computed_once
def tokens(collection: Collection) -> dict[str, Words]:
    """The running words of every article, by document_id; a collection made of others has the very words of those."""
    held = {document: words for part in collection.parts for document, words in tokens(part).items()}
    vocabulary = Vocabulary(entries(collection.codebook))
    cut_own = _own_cutter(collection.codebook)
    documents = collection.tables["documents"]
    regions = dict(zip(documents["document_id"], documents["region_id"], strict=True))
    return {
        document: held[document]
        if document in held
        else _words(document, cut_own(reading.text), vocabulary, _meaning(collection, regions[document]))
        for document, reading in readings(collection).items()
    }


Meaning = Callable[[str], str | tuple[str, str]]
"""What makes of a word of an article the key of a vocabulary: the word, or the word with its concept there."""


def _meaning(collection: Collection, region: str) -> Meaning:
    """What the words of an article of a region mean."""
    hanging, here = hang_on_article(collection.codebook), concepts_here(collection)
    return lambda text: (text, here(text, region) or text) if text in hanging else text


def _words(document_id: str, pieces: Iterable[tuple[str, int, int]], vocabulary: Vocabulary, meaning: Meaning) -> Words:
    types, starts = array("i"), array("i")
    for text, start, _ in pieces:
        number = vocabulary[meaning(text)]
        if number >= 0:
            types.append(number)
            starts.append(start)
    return Words(document_id, vocabulary, np.array(types, np.int32), np.array(starts, np.int32))


@computed_once
def stopwords(codebook: Codebook) -> frozenset[str]:
    """Words left out of clouds and tables: function words and the phrases of the genre."""
    return frozenset(codebook.stopwords)

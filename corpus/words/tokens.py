"""Running words: the reading texts cut by jieba with our lexicon, each token with its place."""

import tempfile
from dataclasses import dataclass
from functools import partial

from corpus.collection.codebook import Codebook
from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.texts.reading_text import readings


@dataclass(frozen=True)
class Token:
    """A running word of an article; `start` and `end` are positions in its reading text.

    `concept` is what synonyms share, the word itself where the lexicon does not know it; `kind` is the class of the
    lexicon's entry (term, place, person, organisation), "" for any other word.
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


@computed_once
def entries(codebook: Codebook) -> dict[str, Entry]:
    """Term → entry: the rows of `lexicon`, and the names of organisations from their own table."""
    found = {
        row.term: Entry(row.term, row.concept, row.kind, row.pillar_id, row.gloss_en, "lexicon")
        for row in codebook.tables["lexicon"].itertuples()
    }
    for row in codebook.names.itertuples():
        for name in [row.name_zh, *row.aliases.split("|")]:
            # Entries with brackets or marks of punctuation never match in jieba.
            if name and name.isalnum():
                found.setdefault(name, Entry(name, row.name_zh, "organisation", "", row.name_en, "organisations"))
    return found


def cutter(terms: list[str]) -> "partial":
    """A function that cuts a text into words, `terms` kept whole; it knows jieba's dictionary and nothing else.

    Terms get no frequency of their own: jieba then gives each just enough to be kept.
    """
    import jieba  # noqa: PLC0415 takes 0.3 s, and most pages cut nothing

    jieba.setLogLevel("ERROR")
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = tempfile.gettempdir()
    tokenizer.initialize()
    for term in terms:
        tokenizer.add_word(term)
    return partial(tokenizer.tokenize, HMM=True)


@computed_once
def _own_cutter(codebook: Codebook) -> "partial":
    return cutter(list(entries(codebook)))


def cut(collection: Collection, text: str, document_id: str = "") -> tuple[Token, ...]:
    """The running words of any text; blanks and punctuation are no words. Nothing of the text is kept."""
    codebook = collection.codebook
    return tuple(_words(document_id, _own_cutter(codebook)(text), entries(codebook)))


@computed_once
def tokens(collection: Collection) -> dict[str, tuple[Token, ...]]:
    """The running words of every article, by document_id; a collection made of others has the very words of those."""
    held = {document: words for part in collection.parts for document, words in tokens(part).items()}
    return {
        document: held[document] if document in held else cut(collection, reading.text, document)
        for document, reading in readings(collection).items()
    }


def _words(document_id: str, cut: object, known: dict[str, Entry]) -> list[Token]:
    words = []
    for text, start, end in cut:
        if any(character.isalnum() for character in text):
            entry = known.get(text)
            words.append(
                Token(document_id, text, start, end, entry.concept if entry else text, entry.kind if entry else "")
            )
    return words


@computed_once
def stopwords(codebook: Codebook) -> frozenset[str]:
    """Words left out of clouds and tables: function words and the phrases of the genre."""
    return frozenset(codebook.stopwords)

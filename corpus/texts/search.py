"""Full-text search over the reading texts: every occurrence of a string, two-character words included."""

from typing import NamedTuple

from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.texts.folding import Folded, fold, occurrences
from corpus.texts.reading_text import ReadingText, readings

CONTEXT = 24
"""Characters shown on either side of a hit."""


class Hit(NamedTuple):
    """One line of a concordance: the stretch from `position` to the character before `stop` of a reading text."""

    reading: ReadingText
    position: int
    stop: int

    @property
    def document_id(self) -> str:
        """The article."""
        return self.reading.document_id

    @property
    def keyword(self) -> str:
        """What was found, as it is printed."""
        return self.reading.text[self.position : self.stop]

    @property
    def left(self) -> str:
        """What is printed before it; line feeds between paragraphs are shown as ¶."""
        return self.reading.text[max(self.position - CONTEXT, 0) : self.position].replace("\n", " ¶ ")

    @property
    def right(self) -> str:
        """What is printed after it; line feeds between paragraphs are shown as ¶."""
        return self.reading.text[self.stop : self.stop + CONTEXT].replace("\n", " ¶ ")

    @property
    def start(self) -> int:
        """The place of its first character in the article's seed file."""
        return self.reading.offsets[self.position]

    @property
    def end(self) -> int:
        """The place after its last character in the seed file; below `start` where a join runs backwards."""
        return self.reading.offsets[self.stop - 1] + 1


def search(collection: Collection, query: str) -> list[Hit]:
    """Every occurrence of `query`, in the order of articles and of reading, overlapping ones included.

    Query and texts are folded (see `corpus.texts.folding`): `由"工"变"匠"` finds 由“工”变“匠”, and 3.1万 finds 3.1 万.
    A query without letters finds nothing; line feeds between paragraphs never match.
    """
    wanted, texts = fold(query.strip()).text, _folded_texts(collection)
    return [
        Hit(reading, start, end)
        for document_id, reading in readings(collection).items()
        for start, end in occurrences(texts[document_id], wanted)
    ]


@computed_once
def _folded_texts(collection: Collection) -> dict[str, Folded]:
    """The folded form of every reading text; a collection made of others has the very ones of those."""
    held = {document: folded for part in collection.parts for document, folded in _folded_texts(part).items()}
    return {
        document: held[document] if document in held else fold(reading.text)
        for document, reading in readings(collection).items()
    }

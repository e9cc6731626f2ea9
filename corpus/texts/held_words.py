"""Whether a collection holds words anywhere: in its texts, or in what was coded of them."""

from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.texts.folding import folded
from corpus.texts.reading_text import readings


def bare(text: str) -> str:
    """The letters and digits of a text, folded (see `corpus.texts.folding`), without blanks and punctuation."""
    return "".join(filter(str.isalnum, folded(text)))


def holds_words(collection: Collection, text: str) -> bool:
    """Whether any text or cell of a collection holds these words, whatever blanks and punctuation stand among them."""
    return bare(text) in _held(collection)


@computed_once
def _held(collection: Collection) -> str:
    """All that a collection says, bare: its texts and each distinct cell, a line each."""
    cells = {cell for table in collection.tables.values() for column in table for cell in table[column].unique()}
    whole = [reading.text for reading in readings(collection).values()]
    return "\n".join(sorted(set(map(bare, [*whole, *collection.seeds.values(), *cells]))))

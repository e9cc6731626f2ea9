"""Full-text search over the reading texts: every occurrence of a string, two-character words included."""

from dataclasses import dataclass

from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.texts.reading_text import readings

_ALIKE = str.maketrans(
    {full: chr(full - 0xFEE0) for full in range(0xFF01, 0xFF5F)}
    | dict.fromkeys(map(ord, "“”„«»「」『』〝〞"), '"')
    | dict.fromkeys(map(ord, "‘’"), "'")
    | {0x3000: " "}
)
"""What readers cannot see or type apart: full-width and half-width forms, and the many quotation marks."""
CONTEXT = 24
"""Characters shown on either side of a hit."""


@dataclass(frozen=True)
class Hit:
    """One line of a concordance.

    `start` is the place of its first character in the article's seed file and `end` the one after its last (below
    `start` where a join runs backwards); `position` is its place in the reading text.
    """

    document_id: str
    left: str
    keyword: str
    right: str
    start: int
    end: int
    position: int


def search(collection: Collection, query: str) -> list[Hit]:
    """Every occurrence of `query`, in the order of articles and of reading.

    Letter case, full and half width and the shape of quotation marks are ignored: `由"工"变"匠"` finds 由“工”变“匠”.
    Blanks at either end of the query do not count; a blank query finds nothing. Line feeds between paragraphs are shown
    as ¶ and never match.
    """
    wanted = _folded(query.strip())
    hits: list[Hit] = []
    if not wanted or "\n" in wanted:
        return hits
    for document_id, reading in readings(collection).items():
        text, folded = reading.text, _folded_texts(collection)[document_id]
        at = folded.find(wanted)
        while at != -1:
            end = at + len(wanted)
            hits.append(
                Hit(
                    document_id,
                    text[max(at - CONTEXT, 0) : at].replace("\n", " ¶ "),
                    text[at:end],
                    text[end : end + CONTEXT].replace("\n", " ¶ "),
                    reading.offsets[at],
                    reading.offsets[end - 1] + 1,
                    at,
                )
            )
            at = folded.find(wanted, at + 1)
    return hits


@computed_once
def _folded_texts(collection: Collection) -> dict[str, str]:
    return {document_id: _folded(reading.text) for document_id, reading in readings(collection).items()}


def _folded(text: str) -> str:
    """The text with what is alike made the same, character for character."""
    alike = text.translate(_ALIKE)
    # The folded form of some letters is longer: they stay as they are, so that places keep.
    return "".join(low if len(low := letter.casefold()) == 1 else letter for letter in alike)

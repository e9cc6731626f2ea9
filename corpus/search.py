"""Full-text search over the reading texts: every occurrence of a string, two-character words included."""

from dataclasses import dataclass

from corpus.package import Package
from corpus.reading_text import readings

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


def search(package: Package, query: str) -> list[Hit]:
    """Every occurrence of `query`, in the order of articles and of reading; letter case is ignored.

    Blanks at either end of the query do not count; a blank query finds nothing. Line feeds between paragraphs are
    shown as ¶ and never match.
    """
    wanted = query.strip().casefold()
    hits: list[Hit] = []
    if not wanted or "\n" in wanted:
        return hits
    for document_id, reading in readings(package).items():
        text = reading.text
        # casefold() may change the length of some letters; lower() does so for İ alone, which no source holds.
        folded = text.casefold() if len(text.casefold()) == len(text) else text
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

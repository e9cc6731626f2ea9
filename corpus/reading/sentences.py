"""The sentences of texts that are held beside each other, and what of each is compared."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.intake.source import Source
from corpus.reading.layout import BYLINE, CLUTTER, CREDIT, layout
from corpus.texts.folding import folded
from corpus.texts.reading_text import ReadingText, Segment, reading_text

_PLAIN = re.compile(r"(?<=\d)[.:/~-](?=\d)|[^\W_]|[%‰]")
_ASIDE = {CLUTTER, BYLINE, CREDIT}
MOST = 5_000
"""So many sentences of a text are compared at most."""

LONGEST = 400
"""Characters of a sentence; what goes on without a stop (a table, a list) is compared in parts."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: the article it stands in, its place in the reading text, and its words."""

    document_id: str
    start: int
    end: int
    text: str


def plain(text: str) -> str:
    """A text without what does not count between sentences: punctuation, blanks, width, letter case, script.

    Signs inside numbers stay, for 3.5 is not 35 and 3-5 neither.
    """
    return "".join(_PLAIN.findall(folded(text)))


def read_source(source: Source, document_id: str) -> ReadingText:
    """The reading text of a source that is compared and never coded."""
    segments = [
        Segment(
            document_id,
            position,
            source.name,
            part.start,
            part.end,
            part.role,
            part.joins and position > 1,
            lost_start=False,
        )
        for position, part in enumerate(layout(source), 1)
    ]
    if not segments:
        segments = [
            Segment(document_id, 1, source.name, 0, len(source.text), "body", joins_previous=False, lost_start=False)
        ]
    return reading_text(document_id, source.title, segments, source.text)


def sentences(texts: Iterable[ReadingText]) -> list[Sentence]:
    """The sentences of articles in their order, without bylines, credits and the clutter around an article."""
    return [
        Sentence(text.document_id, start, end, text.text[start:end])
        for text in texts
        for paragraph in text.paragraphs
        if paragraph.role not in _ASIDE
        for whole in text.sentences(paragraph)
        for start, end in _parts(text.text, *whole)
        if plain(text.text[start:end])
    ]


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or the parts of one that is too long to be looked at: to its last comma within the bound."""
    while end - start > LONGEST:
        stops = [text.rfind(sign, start, start + LONGEST) + 1 for sign in "；;，,、 "]
        stop = next((stop for stop in stops if stop > start), start + LONGEST)
        yield start, stop
        start = stop
    yield start, end

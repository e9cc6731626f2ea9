"""The reading text of an article: its segments in reading order, with a map back to the source file."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once

_SENTENCE = re.compile(r".+?(?:[。！？!?…]+[”’』」）)]*|$)", re.DOTALL)
_MARKUP = re.compile(r"#+ ")


@dataclass(frozen=True)
class Paragraph:
    """A stretch of a reading text; `start` and `end` are offsets in it, `lost_start` marks a missing beginning."""

    role: str
    start: int
    end: int
    lost_start: bool


@dataclass(frozen=True)
class ReadingText:
    """An article as it is meant to be read.

    `offsets[i]` is the place of `text[i]` in the seed file (code points), -1 for the line feeds between paragraphs.
    """

    document_id: str
    seed_file: str
    text: str
    offsets: tuple[int, ...]
    paragraphs: tuple[Paragraph, ...]

    @cached_property
    def _positions(self) -> dict[int, int]:
        return {offset: position for position, offset in enumerate(self.offsets) if offset >= 0}

    def span(self, seed_start: int, seed_end: int) -> tuple[int, int] | None:
        """Where a stretch of the seed stands in this text; None when it is not part of the article."""
        inside = [self._positions[o] for o in range(seed_start, seed_end) if o in self._positions]
        return (min(inside), max(inside) + 1) if inside else None

    def stretch(self, first: int, end: int) -> tuple[int, int] | None:
        """Where the text runs from seed offset `first` to the one before `end`; None when it does not.

        Unlike a `span`, a stretch may cross a join that runs backwards in the seed: `end` may be below `first`.
        """
        if max(first, end) > max(self.offsets) + 1:
            return None
        if first < end:
            return self.span(first, end)
        start, last = self._positions.get(first), self._positions.get(end - 1)
        return (start, last + 1) if start is not None and last is not None and start <= last else None

    def seed_spans(self, start: int, end: int) -> list[tuple[int, int]]:
        """The unbroken stretches of the seed that `text[start:end]` comes from, in reading order."""
        spans: list[tuple[int, int]] = []
        for offset in self.offsets[start:end]:
            if offset < 0:
                continue
            if spans and offset == spans[-1][1]:
                spans[-1] = (spans[-1][0], offset + 1)
            else:
                spans.append((offset, offset + 1))
        return spans

    def paragraph_at(self, position: int) -> Paragraph:
        """The paragraph that holds a position of the text."""
        starts = [paragraph.start for paragraph in self.paragraphs]
        return self.paragraphs[max(bisect_right(starts, position) - 1, 0)]

    def sentences(self, paragraph: Paragraph) -> list[tuple[int, int]]:
        """The sentences of a paragraph as (start, end) in the text; they partition it."""
        body = self.text[paragraph.start : paragraph.end]
        return [(paragraph.start + m.start(), paragraph.start + m.end()) for m in _SENTENCE.finditer(body)]

    @cached_property
    def all_sentences(self) -> list[tuple[int, int]]:
        """The sentences of all paragraphs as (start, end) in the text, in the order of reading."""
        return [span for paragraph in self.paragraphs for span in self.sentences(paragraph)]

    def sentence_at(self, position: int) -> tuple[int, int]:
        """The sentence that holds a position of the text, as (start, end)."""
        return self.all_sentences[bisect_right(self.all_sentences, position, key=lambda span: span[0]) - 1]

    @property
    def characters(self) -> int:
        """Non-blank characters of the article, captions included."""
        return sum(not character.isspace() for character in self.text)


def reading_text(collection: Collection, document_id: str) -> ReadingText:
    """Build the reading text of an article from `segments` and its seed.

    Line breaks inside a segment come from the printed column and are dropped; one that parts the clauses of a title,
    as `documents` writes it, becomes a space. Heading marks (`#`) are typography of the scan and are dropped.
    """
    documents = collection.tables["documents"].set_index("document_id")
    title = documents.loc[document_id, "title_zh"]
    segments = collection.typed("segments")
    segments = segments[segments["document_id"] == document_id].sort_values("position")
    seed_file = segments["seed_file"].iloc[0]
    seed = collection.seeds[seed_file]
    characters: list[str] = []
    offsets: list[int] = []
    paragraphs: list[Paragraph] = []
    for row in segments.itertuples():
        if characters and not row.joins_previous:
            characters.append("\n")
            offsets.append(-1)
        begin = len(characters)
        markup = _MARKUP.match(seed, row.start)
        for offset in range(markup.end() if markup else row.start, row.end):
            if seed[offset] != "\n":
                characters.append(seed[offset])
                offsets.append(offset)
            elif row.role == "title" and f"{seed[offset - 1]} {seed[offset + 1]}" in title:
                characters.append(" ")
                offsets.append(offset)
        if row.joins_previous:
            last = paragraphs.pop()
            paragraphs.append(Paragraph(last.role, last.start, len(characters), last.lost_start))
        else:
            paragraphs.append(Paragraph(row.role, begin, len(characters), row.lost_start))
    return ReadingText(document_id, seed_file, "".join(characters), tuple(offsets), tuple(paragraphs))


@computed_once
def readings(collection: Collection) -> dict[str, ReadingText]:
    """The reading text of every article, by document_id, in the order of `documents`.

    A collection made of others has the very texts of those.
    """
    held = {document: reading for part in collection.parts for document, reading in readings(part).items()}
    return {
        document: held[document] if document in held else reading_text(collection, document)
        for document in collection.tables["documents"]["document_id"]
    }


@computed_once
def article_at(collection: Collection, seed_file: str, offset: int) -> str:
    """The document_id of the article that a character of a seed belongs to; LookupError for one that has none."""
    for document_id, reading in readings(collection).items():
        if reading.seed_file == seed_file and reading.span(offset, offset + 1):
            return document_id
    message = f"{seed_file} {offset} belongs to no article"
    raise LookupError(message)

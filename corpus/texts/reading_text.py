"""The reading text of an article: its segments in reading order, with a map back to the source file."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from corpus.collection.codebook import CLUTTER, TABLE
from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells

_SENTENCE = re.compile(r".+?(?:[。！？!?…]+[”’』」）)]*|$)", re.DOTALL)
MARKUP = re.compile(r"#+ ")
"""What marks a heading in a text without other typography."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of a reading text; `start` and `end` are offsets in it, `lost_start` marks a missing beginning."""

    role: str
    start: int
    end: int
    lost_start: bool


class Segment(NamedTuple):
    """A row of `segments`, its offsets as numbers."""

    document_id: str
    position: int
    seed_file: str
    start: int
    end: int
    role: str
    joins_previous: bool
    lost_start: bool


@dataclass(frozen=True)
class Offsets(Sequence[int]):
    """Position in a reading text → place in the seed file (code points), -1 for the line feeds between paragraphs.

    Kept as runs, each an unbroken stretch of the seed or a line feed: `starts` are their first positions, `origins`
    the places of these in the seed.
    """

    starts: array
    origins: array
    length: int

    def __len__(self) -> int:
        """How many characters the text has."""
        return self.length

    def __getitem__(self, position: int | slice) -> int | list[int]:
        """The place of a position, or of each of a slice; IndexError beyond the text."""
        if isinstance(position, slice):
            return [self[at] for at in range(*position.indices(self.length))]
        at = position + self.length if position < 0 else position
        if not 0 <= at < self.length:
            raise IndexError(position)
        run = bisect_right(self.starts, at) - 1
        origin = self.origins[run]
        return origin + at - self.starts[run] if origin >= 0 else -1

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """The runs from `start` to the position before `end`: first position, place in the seed, length."""
        for run in range(max(bisect_right(self.starts, start) - 1, 0), bisect_left(self.starts, end)):
            first, origin = self.starts[run], self.origins[run]
            stop = self.starts[run + 1] if run + 1 < len(self.starts) else self.length
            begin, stop = max(first, start), min(stop, end)
            if begin < stop:
                yield begin, origin + begin - first if origin >= 0 else -1, stop - begin

    @cached_property
    def by_place(self) -> tuple[array, array, array]:
        """The runs but for the line feeds in the order of the seed: places, lengths, first positions."""
        runs = sorted((origin, length, start) for start, origin, length in self.runs(0, self.length) if origin >= 0)
        return tuple(array("i", column) for column in zip(*runs, strict=True)) if runs else (array("i"),) * 3

    def inside(self, seed_start: int, seed_end: int) -> Iterator[tuple[int, int]]:
        """Where what the text has of `seed[seed_start:seed_end]` stands in it, as (start, end) in the seed's order."""
        places, lengths, starts = self.by_place
        for run in range(max(bisect_right(places, seed_start) - 1, 0), bisect_left(places, seed_end)):
            begin, stop = max(places[run], seed_start), min(places[run] + lengths[run], seed_end)
            if begin < stop:
                yield starts[run] + begin - places[run], starts[run] + stop - places[run]


@dataclass(frozen=True)
class ReadingText:
    """An article as it is meant to be read.

    `offsets[i]` is the place of `text[i]` in the seed file (code points), -1 for the line feeds between paragraphs.
    """

    document_id: str
    seed_file: str
    text: str
    offsets: Offsets
    paragraphs: tuple[Paragraph, ...]

    def span(self, seed_start: int, seed_end: int) -> tuple[int, int] | None:
        """Where a stretch of the seed stands in this text; None when it is not part of the article."""
        places, lengths, starts = self.offsets.by_place
        run = bisect_right(places, seed_start) - 1
        if run >= 0 and seed_start < seed_end <= places[run] + lengths[run]:
            # Most stretches that are asked for lie in one run.
            return starts[run] + seed_start - places[run], starts[run] + seed_end - places[run]
        parts = list(self.offsets.inside(seed_start, seed_end))
        return (min(start for start, _ in parts), max(end for _, end in parts)) if parts else None

    def stretch(self, first: int, end: int) -> tuple[int, int] | None:
        """Where the text runs from seed offset `first` to the one before `end`; None when it does not.

        Unlike a `span`, a stretch may cross a join that runs backwards in the seed: `end` may be below `first`.
        """
        places, lengths, _ = self.offsets.by_place
        if max(first, end) > (places[-1] + lengths[-1] if places else 0):
            return None
        if first < end:
            return self.span(first, end)
        start, last = self.span(first, first + 1), self.span(end - 1, end)
        return (start[0], last[1]) if start and last and start <= last else None

    def seed_spans(self, start: int, end: int) -> list[tuple[int, int]]:
        """The unbroken stretches of the seed that `text[start:end]` comes from, in reading order."""
        spans: list[tuple[int, int]] = []
        for _, origin, length in self.offsets.runs(start, end):
            if origin < 0:
                continue
            if spans and origin == spans[-1][1]:
                spans[-1] = (spans[-1][0], origin + length)
            else:
                spans.append((origin, origin + length))
        return spans

    def paragraph_at(self, position: int) -> Paragraph:
        """The paragraph that holds a position of the text."""
        return self.paragraphs[max(bisect_right(self._paragraph_starts, position) - 1, 0)]

    @cached_property
    def _paragraph_starts(self) -> array:
        return array("i", [paragraph.start for paragraph in self.paragraphs])

    def sentences(self, paragraph: Paragraph) -> list[tuple[int, int]]:
        """The sentences of a paragraph as (start, end) in the text; they partition it."""
        starts, ends = self._sentences
        first, last = bisect_left(starts, paragraph.start), bisect_left(starts, paragraph.end)
        return list(zip(starts[first:last], ends[first:last], strict=True))

    @cached_property
    def _sentences(self) -> tuple[array, array]:
        starts, ends = array("i"), array("i")
        for paragraph in self.paragraphs:
            for match in _SENTENCE.finditer(self.text, paragraph.start, paragraph.end):
                starts.append(match.start())
                ends.append(match.end())
        return starts, ends

    def in_sentences(self, starts: Sequence[int]) -> list[bool]:
        """Of each position whether it stands in a sentence; in the rows of tables none does."""
        return [self.paragraph_at(start).role != TABLE for start in starts]

    @cached_property
    def has_table(self) -> bool:
        """Whether the article has rows of a table."""
        return any(paragraph.role == TABLE for paragraph in self.paragraphs)

    @property
    def sentence_starts(self) -> array:
        """Where each of all sentences begins."""
        return self._sentences[0]

    def sentence_at(self, position: int) -> tuple[int, int]:
        """The sentence that holds a position of the text, as (start, end)."""
        starts, ends = self._sentences
        rank = bisect_right(starts, position) - 1
        return starts[rank], ends[rank]

    @cached_property
    def characters(self) -> int:
        """Non-blank characters of the article, captions included."""
        return self.characters_between(0, len(self.text))

    def characters_between(self, start: int, end: int) -> int:
        """Non-blank characters of `text[start:end]`."""
        return sum(map(len, self.text[start:end].split()))


def reading_text(document_id: str, title: str, segments: Sequence[Segment], seed: str) -> ReadingText:
    """Build the reading text of an article from its segments, in the order of reading, and their seed.

    What is CLUTTER is in no reading text, so that nothing finds it. Line breaks inside a segment come from the printed
    column and are dropped; one that parts words of an alphabet, or the clauses of a title, as `documents` writes it,
    becomes a space. Heading marks (`#`) are typography of the scan and are dropped.
    """
    pieces, paragraphs, length = [], [], 0
    starts, origins = array("i"), array("i")
    for segment in segments:
        if segment.role == CLUTTER:
            continue
        found = list(_pieces(segment, title, seed))
        joins = segment.joins_previous and bool(paragraphs)
        if length and not joins:
            found.insert(0, ("\n", -1))
        elif length and found and _are_words(pieces[-1][-1], found[0][0][0]):
            found.insert(0, (" ", -1))
        begin = length + (not joins and length > 0)
        for piece, origin in found:
            # What goes on in the seed as it does in the text is no new run.
            if not starts or min(origin, origins[-1]) < 0 or origin - origins[-1] != length - starts[-1]:
                starts.append(length)
                origins.append(origin)
            pieces.append(piece)
            length += len(piece)
        if joins:
            last = paragraphs.pop()
            paragraphs.append(Paragraph(last.role, last.start, length, last.lost_start))
        else:
            paragraphs.append(Paragraph(segment.role, begin, length, segment.lost_start))
    offsets = Offsets(starts, origins, length)
    return ReadingText(document_id, segments[0].seed_file, "".join(pieces), offsets, tuple(paragraphs))


def _pieces(segment: Segment, title: str, seed: str) -> Iterator[tuple[str, int]]:
    """What is kept of a segment, piece by piece, with the place of each in the seed."""
    markup = MARKUP.match(seed, segment.start)
    at = markup.end() if markup else segment.start
    while at < segment.end:
        feed = seed.find("\n", at, segment.end)
        stop = feed if feed >= 0 else segment.end
        if at < stop:
            yield seed[at:stop], at
        around = (seed[feed - 1 : feed], seed[feed + 1 : feed + 2])
        if feed >= 0 and (_are_words(*around) or (segment.role == "title" and " ".join(around) in title)):
            yield " ", feed
        at = stop + 1


def _are_words(before: str, after: str) -> bool:
    """Whether two characters end and begin words of an alphabet, which only a blank parts."""
    return before.isascii() and before.isalpha() and after.isascii() and after.isalpha()


@computed_once
def readings(collection: Collection) -> dict[str, ReadingText]:
    """The reading text of every article, by document_id, in the order of `documents`.

    A collection made of others has the very texts of those.
    """
    held = {document: reading for part in collection.parts for document, reading in readings(part).items()}
    documents = collection.tables["documents"]
    titles = dict(zip(documents["document_id"], documents["title_zh"], strict=True))
    if any(document not in held for document in titles):
        frame = collection.typed("segments").sort_values(["document_id", "position"], kind="stable")
        for document, rows in groupby(cells(frame, Segment._fields), itemgetter(0)):
            if document in titles and document not in held:
                segments = [Segment._make(row) for row in rows]
                seed = collection.seeds[segments[0].seed_file]
                held[document] = reading_text(document, titles[document], segments, seed)
    return {document: held[document] for document in titles}


def article_at(collection: Collection, seed_file: str, offset: int) -> str:
    """The document_id of the article that a character of a seed belongs to; LookupError for one that has none."""
    places, ends, owners = _owners(collection).get(seed_file, ((), (), ()))
    run = bisect_right(places, offset) - 1
    if run < 0 or offset >= ends[run]:
        message = f"{seed_file} {offset} belongs to no article"
        raise LookupError(message)
    return owners[run]


@computed_once
def _owners(collection: Collection) -> dict[str, tuple[array, array, list[str]]]:
    """Seed file → the runs of its articles in the order of the seed: first places, last places, articles."""
    runs: dict[str, list[tuple[int, int, str]]] = {}
    for document_id, reading in readings(collection).items():
        places, lengths, _ = reading.offsets.by_place
        own = runs.setdefault(reading.seed_file, [])
        own += [(place, place + length, document_id) for place, length in zip(places, lengths, strict=True)]
    owners = {}
    for seed_file, own in runs.items():
        places, ends, documents = zip(*sorted(own), strict=True) if own else ((), (), ())
        owners[seed_file] = (array("i", places), array("i", ends), list(documents))
    return owners

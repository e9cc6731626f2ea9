"""The text of printed pages: frames in the order of reading become paragraphs, each line with its place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.intake.frames import Frame, PrintedPage
from corpus.intake.order import reordered
from corpus.intake.print_lines import Line, type_of
from corpus.intake.source import Block, Source

_ENDS = "。！？!?…：:”』」）)；;"
_HEADS = {"title", "kicker", "byline", "heading"}
_SHORT, _INDENT = 1.6, 1.1
"""Ems by which a last line falls short, and a first one stands in."""


@dataclass(frozen=True)
class _Set:
    """A line with what is around it: page and rank of its frame, the frame, the size of the page's type in pixels."""

    line: Line
    page: int
    rank: int
    frame: Frame
    em: float

    @property
    def indent(self) -> float:
        """Ems from the edge of its column."""
        return (self.line.left - self.frame.left) / self.em

    @property
    def short(self) -> bool:
        """Whether it ends before its column does."""
        return (self.frame.right - self.line.right) / self.em > _SHORT


def with_text(source: Source) -> Source:
    """A scan with the text and blocks of its pages as their frames stand: a block a paragraph, the furniture last."""
    pieces, blocks, place = [], [], 0
    for role, lines in _paragraphs(source.prints):
        text = "".join(_glued(lines))
        if not text:
            continue
        first = lines[0]
        page = source.prints[first.page - 1]
        same = [one.line for one in lines if (one.page, one.rank) == (first.page, first.rank)]
        pieces.append(text)
        blocks.append(Block(place, place + len(text), role, first.page, _box(same, page)))
        place += len(text) + 1
    return replace(source, text="\n".join(pieces), blocks=tuple(blocks))


def moved_frame(source: Source, number: int, place: int, to: int) -> Source:
    """A scan with one frame of page `number` (from 1) at another place of the order; unchanged where there is none."""
    count = len(source.prints[number - 1].frames)
    if not (0 <= place < count and 0 <= to < count):
        return source
    order = [rank for rank in range(count) if rank != place]
    order.insert(to, place)
    return _with_frames(source, number, reordered(source.prints[number - 1].frames, order))


def with_frame_role(source: Source, number: int, place: int, role: str) -> Source:
    """A scan with another role for one frame of page `number` (from 1); unchanged where there is none."""
    found = list(source.prints[number - 1].frames)
    if not 0 <= place < len(found):
        return source
    found[place] = replace(found[place], role=role)
    return _with_frames(source, number, found)


def _with_frames(source: Source, number: int, found: Sequence[Frame]) -> Source:
    pages = list(source.prints)
    pages[number - 1] = replace(pages[number - 1], frames=tuple(found))
    return with_text(replace(source, prints=tuple(pages)))


def line_blocks(source: Source) -> list[Block]:
    """Where each printed line stands in the text of a scan, in its order, with its box on its page."""
    found, place = [], 0
    for role, lines in _paragraphs(source.prints):
        texts = list(_glued(lines))
        if not any(texts):
            continue
        for one, text in zip(lines, texts, strict=True):
            page = source.prints[one.page - 1]
            found.append(Block(place, place + len(text), role, one.page, _box([one.line], page)))
            place += len(text)
        place += 1
    return found


def _box(lines: Sequence[Line], page: PrintedPage) -> tuple[float, float, float, float]:
    return (
        _part(min(line.left for line in lines), page.width),
        _part(min(line.top for line in lines), page.height),
        _part(max(line.right for line in lines), page.width),
        _part(max(line.bottom for line in lines), page.height),
    )


def _part(place: float, whole: int) -> float:
    return round(min(max(place / max(whole, 1), 0.0), 1.0), 4)


def _glued(lines: Sequence[_Set]) -> Iterator[str]:
    """The texts of lines as they follow each other: a blank only between Latin words."""
    before = ""
    for one in lines:
        text = " ".join(one.line.text.split())
        latin = before[-1:].isascii() and before[-1:].isalpha() and text[:1].isascii() and text[:1].isalpha()
        yield f" {text}" if latin else text
        before = text or before


def _paragraphs(pages: Sequence[PrintedPage]) -> Iterator[tuple[str, list[_Set]]]:
    """Role and lines of each paragraph.

    Running text goes on over columns and pages; a caption that it goes around stands after it. A paragraph ends where a
    line falls short, and begins with an indent where the page has any.
    """
    text: list[_Set] = []
    kept: list[tuple[str, list[_Set]]] = []
    last: list[tuple[str, list[_Set]]] = []
    for frame in _frames(pages):
        role, indented = frame[0].frame.role, True
        if role == "clutter":
            last.append((role, frame))
        elif role != "body":
            if text and role not in _HEADS:
                kept.append((role, frame))
                continue
            if text:
                yield "body", text
                yield from kept
                text, kept = [], []
            yield role, frame
        else:
            indented = _has_indents(pages[frame[0].page - 1].frames, frame[0].em)
            for one in frame:
                if text and _begins(one, text[-1], indented=indented):
                    yield "body", text
                    yield from kept
                    text, kept = [], []
                text.append(one)
    if text:
        yield "body", text
    yield from kept
    yield from last


def _frames(pages: Sequence[PrintedPage]) -> Iterator[list[_Set]]:
    for number, page in enumerate(pages, start=1):
        lines = [line for frame in page.frames for line in frame.lines]
        em = type_of(lines).em if lines else 1.0
        for rank, frame in enumerate(page.frames):
            if frame.lines:
                yield [_Set(line, number, rank, frame, em) for line in frame.lines]


def _has_indents(frames: Iterable[Frame], em: float) -> bool:
    """Whether the paragraphs of the page begin with an indent."""
    body = [frame for frame in frames if frame.role == "body" and len(frame.lines) > 1]
    indents = [(line.left - frame.left) / em for frame in body for line in frame.lines]
    return sum(1.2 < indent < 3 for indent in indents) > len(indents) / 40  # noqa: PLR2004


def _begins(one: _Set, before: _Set, *, indented: bool) -> bool:
    """Whether a line begins a paragraph, by its indent and by the line before it."""
    ended = before.line.text[-1:] in _ENDS
    if indented:
        return (one.indent > _INDENT and (ended or before.short)) or (before.short and ended and one.indent > 0.8)  # noqa: PLR2004
    return before.short and ended

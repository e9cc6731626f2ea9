"""Lines that stand one under the other, put together into frames: the pieces of which a page is laid out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from statistics import median
from typing import NamedTuple

from corpus.intake.print_lines import Line, Type, alike, measured, shared
from corpus.intake.torn_lines import around_pictures, pieces_joined

_SIGNED = re.compile(r"(?:摄|供图|供稿|提供)[）)]?$")
"""How a caption ends: nothing goes on with it."""
_ENDS = "。！？!?；;：:”』」）)…"


HEADING_SIZE = 1.13
"""From which size, in ems of the running text, a line is a heading."""


class Edges(NamedTuple):
    """The left and right edge of a column."""

    left: float
    right: float


@dataclass(frozen=True)
class Frame:
    """Lines set one under the other in one size, from the top down; `left` and `right` are the edges of their column.

    `role` is one of the code list `role`; `size` is that of the type, in ems of the page's running text.
    """

    lines: tuple[Line, ...]
    left: float
    right: float
    size: float = 1.0
    role: str = "body"

    @property
    def top(self) -> float:
        """Where its first line begins."""
        return min(line.top for line in self.lines)

    @property
    def bottom(self) -> float:
        """Where its last line ends."""
        return max(line.bottom for line in self.lines)

    @property
    def text(self) -> str:
        """Its lines without what parts them."""
        return "".join(line.text for line in self.lines)

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of what is printed."""
        return min(line.left for line in self.lines), self.top, max(line.right for line in self.lines), self.bottom


@dataclass(frozen=True)
class PrintedPage:
    """A page of a scan: its size in pixels, its frames in the order of reading, and its picture, a JPEG or none.

    The boxes of the lines are pixels of the picture turned straight, which is how the picture shows it.
    """

    width: int
    height: int
    frames: tuple[Frame, ...]
    picture: bytes = field(default=b"", repr=False)


def frames(lines: Sequence[Line], kind: Type) -> list[Frame]:
    """The frames of a page, in no order that counts; every line is in exactly one, torn ones as a whole."""
    level = [line for line in lines if not line.upright]
    whole = pieces_joined(level, kind)
    pitch = _pitch(whole, kind)
    stacks = _stacks(around_pictures(whole, kind, pitch), kind, pitch)
    upright = [_frame([line], kind) for line in lines if line.upright]
    sized = [part for stack in stacks for part in _of_one_size(stack, kind)]
    return [frame for part in sized for frame in _divided(part, kind)] + upright


def _frame(lines: Sequence[Line], kind: Type) -> Frame:
    ordered = tuple(sorted(lines, key=lambda line: line.middle))
    left, right = min(line.left for line in ordered), max(line.right for line in ordered)
    return Frame(ordered, left, right, median(kind.size(line) for line in ordered))


def _pitch(lines: Sequence[Line], kind: Type) -> float:
    """The distance from one line of running text to the next, in pixels."""
    found = []
    ordered = sorted(lines, key=lambda line: line.middle)
    for rank, line in enumerate(ordered):
        for other in ordered[rank + 1 :]:
            step = other.middle - line.middle
            if step > 3 * kind.em:
                break
            if step > 0.6 * kind.em and shared(line, other) > 3 * kind.em and alike(line, other, kind):
                found.append(step)
                break
    return median(found) if found else 1.6 * kind.em


def _near(lines: Sequence[Line], kind: Type, reach: float) -> dict[int, list[int]]:
    """Line → the lines of the next row under it, where one begins within `reach` pixels."""
    ordered = sorted(range(len(lines)), key=lambda rank: lines[rank].middle)
    below: dict[int, list[int]] = {}
    for place, rank in enumerate(ordered):
        line, found = lines[rank], []
        for other_rank in ordered[place + 1 :]:
            other = lines[other_rank]
            step = other.middle - line.middle
            if step > reach + line.height + other.height:
                break
            if step < 0.4 * min(line.height, other.height) or shared(line, other) < 0.5 * kind.em:
                continue
            if found and other.middle - lines[found[0]].middle > 0.5 * kind.em:
                break
            found.append(other_rank)
        below[rank] = found
    return below


def _stacks(lines: Sequence[Line], kind: Type, pitch: float) -> list[list[Line]]:
    """Lines chained to the one line under each that goes on with it."""
    below = _near(lines, kind, 1.6 * pitch)
    above: dict[int, list[int]] = {rank: [] for rank in range(len(lines))}
    for rank, others in below.items():
        for other in others:
            above[other].append(rank)
    # Where several lie above, only the nearest row counts: a short last line leaves the view free.
    for rank, others in above.items():
        nearest = max((lines[other].middle for other in others), default=0)
        above[rank] = [other for other in others if nearest - lines[other].middle < 0.5 * kind.em]
    follows = {}
    for rank, others in below.items():
        if len(others) == 1 and above[others[0]] == [rank] and _goes_on(lines[rank], lines[others[0]], kind, pitch):
            follows[rank] = others[0]
    starts = set(range(len(lines))) - set(follows.values())
    stacks = []
    for start in sorted(starts, key=lambda rank: lines[rank].middle):
        stack, rank = [lines[start]], start
        while rank in follows:
            rank = follows[rank]
            stack.append(lines[rank])
        stacks.append(stack)
    return stacks


def _goes_on(line: Line, other: Line, kind: Type, pitch: float) -> bool:
    """Whether a line may be followed by another of the same frame."""
    size = max(kind.size(line), kind.size(other))
    step = other.middle - line.middle
    if (
        not alike(line, other, kind)
        or _SIGNED.search(line.text)
        or step > max(1.4 * pitch * min(size, 1.0), 1.55 * size * kind.em)
    ):
        return False
    left, right = abs(line.left - other.left) / kind.em, abs(line.right - other.right) / kind.em
    centred = abs(line.left + line.right - other.left - other.right) / 2 / kind.em
    for one, short in ((line, other), (other, line)):
        # The size of a short line is hardly known: it goes with a heading where it stands like one.
        if measured(one) and not measured(short) and kind.size(one) >= HEADING_SIZE:
            return centred < 0.8 or (short is other and left < 0.5)  # noqa: PLR2004
    return left < 2.8 or right < 1.3 or centred < 0.8  # noqa: PLR2004


def _of_one_size(stack: list[Line], kind: Type) -> Iterator[list[Line]]:
    """A stack in parts of one size each, short lines, whose size is hardly known, on the nearer side."""
    part: list[Line] = []
    known = -1
    for line in stack:
        if measured(line):
            sizes = (kind.size(part[known]), kind.size(line)) if known >= 0 else (1.0, 1.0)
            if max(sizes) > 1.14 * min(sizes):
                lines = [*part, line]
                at = max(range(known + 1, len(lines)), key=lambda rank: lines[rank].top - lines[rank - 1].bottom)
                yield part[:at]
                part = part[at:]
            known = len(part)
        part.append(line)
    yield part


def _divided(stack: list[Line], kind: Type) -> Iterator[Frame]:
    """The frames that a stack consists of: headings in the size of the text stand alone."""
    left, right = min(line.left for line in stack), max(line.right for line in stack)
    part: list[Line] = []
    for rank, line in enumerate(stack):
        around = stack[rank - 1] if rank else None, stack[rank + 1] if rank + 1 < len(stack) else None
        if len(stack) > 2 and _is_heading(line, *around, Edges(left, right), kind):  # noqa: PLR2004
            if part:
                yield _frame(part, kind)
            yield replace(_frame([line], kind), left=left, right=right, role="heading")
            part = []
        else:
            part.append(line)
    if part:
        yield _frame(part, kind)


def _is_heading(line: Line, before: Line | None, after: Line | None, edges: Edges, kind: Type) -> bool:
    """Whether a line falls short and ends no sentence, before an indent and after the end of a paragraph."""
    if after is None or (after.left - edges.left) / kind.em < 1 or (edges.right - line.right) / kind.em < 1.5:  # noqa: PLR2004
        return False
    begins = before is None or before.text[-1:] in _ENDS or (edges.right - before.right) / kind.em > 2  # noqa: PLR2004
    return begins and line.text[-1:] not in _ENDS + "，,、"

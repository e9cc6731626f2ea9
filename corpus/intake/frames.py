"""Lines that stand one under the other, put together into frames: the pieces of which a page is laid out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from statistics import median
from typing import NamedTuple

from corpus.intake.print_lines import Line, Type, measured, shared, together

_PICTURE = 2.3
"""Ems between two pieces of a line with a picture between them: more than a gutter has."""
_TEAR = 1.4
"""Ems between two pieces of a line that may have been torn while it was found."""
_SIGNED = re.compile(r"(?:摄|供图|供稿|提供)[）)]?$")
"""How a caption ends: nothing goes on with it."""
_OFTEN = 3
"""So many lines with the same edges show that a column has them."""
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
    whole = _pieces_joined(level, kind)
    pitch = _pitch(whole, kind)
    stacks = _stacks(_around_pictures(whole, kind, pitch), kind, pitch)
    upright = [_frame([line], kind) for line in lines if line.upright]
    return [frame for stack in stacks for frame in _divided(stack, kind)] + upright


def _frame(lines: Sequence[Line], kind: Type) -> Frame:
    ordered = tuple(sorted(lines, key=lambda line: line.middle))
    left, right = min(line.left for line in ordered), max(line.right for line in ordered)
    return Frame(ordered, left, right, median(kind.size(line) for line in ordered))


def _alike(one: Line, other: Line, kind: Type) -> bool:
    """Whether two lines may be of one size; what is short is measured coarsely."""
    most = 1.14 if measured(one) and measured(other) else 1.35
    return max(kind.size(one), kind.size(other)) < most * min(kind.size(one), kind.size(other))


def _pieces_joined(lines: Sequence[Line], kind: Type) -> list[Line]:
    """The lines with those put together that were found in pieces, where what is above or below runs on."""
    done: list[Line] = []
    for line in sorted(lines, key=lambda line: line.left):
        for rank in range(len(done) - 1, -1, -1):
            if _is_torn(done[rank], line, lines, kind):
                done[rank] = together(done[rank], line)
                break
        else:
            done.append(line)
    return _cut_apart(done)


def _cut_apart(lines: Sequence[Line]) -> list[Line]:
    """The lines with those cut at the middle of what they share that were found to reach into the next column."""
    found = sorted(lines, key=lambda line: line.left)
    for rank, line in enumerate(found):
        for other_rank in range(rank + 1, len(found)):
            other = found[other_rank]
            if other.left >= line.right:
                break
            level = abs(line.middle - other.middle) < 0.35 * min(line.height, other.height)
            if level and line.left < other.left and line.right < other.right:
                edge = (line.right + other.left) / 2
                found[rank] = line = line._replace(right=edge)
                found[other_rank] = other._replace(left=edge)
    return found


def _is_torn(left: Line, right: Line, lines: Sequence[Line], kind: Type) -> bool:
    """Whether two pieces are one line: hardly parted, or where a line above or below has no gutter."""
    gap = -shared(left, right) / kind.em
    if abs(right.middle - left.middle) > 0.35 * min(left.height, right.height) or not -1 < gap < _TEAR:
        return False
    if not _alike(left, right, kind):
        return False
    middle = (left.right + right.left) / 2
    around = [
        line
        for line in lines
        if 0.5 * kind.em < abs(line.middle - left.middle) < 2.2 * kind.em
        and abs(kind.size(line) - kind.size(left)) < 0.3  # noqa: PLR2004 a box that reaches too far is measured badly
    ]
    level = [line for line in around if abs(kind.size(line) - kind.size(left)) < 0.12]  # noqa: PLR2004
    if any(line.left + kind.em < middle < line.right - kind.em for line in level):
        return True
    ends = any(-3 * kind.em < line.right - middle < 0.5 * kind.em for line in around)
    begins = any(-kind.em < line.left - middle < 3 * kind.em for line in around)
    return gap < (0.6 * kind.size(left) if not around else 0.25) and not (ends and begins)


def _pitch(lines: Sequence[Line], kind: Type) -> float:
    """The distance from one line of running text to the next, in pixels."""
    found = []
    ordered = sorted(lines, key=lambda line: line.middle)
    for rank, line in enumerate(ordered):
        for other in ordered[rank + 1 :]:
            step = other.middle - line.middle
            if step > 3 * kind.em:
                break
            if step > 0.6 * kind.em and shared(line, other) > 3 * kind.em and _alike(line, other, kind):
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
        not _alike(line, other, kind)
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


def _around_pictures(lines: Sequence[Line], kind: Type, pitch: float) -> list[Line]:
    """The lines with those put together that a picture, or a wide blank, parts inside their column."""
    whole = sorted(lines, key=lambda line: line.middle)
    full = [line for line in whole if _is_often(line, whole, kind)]
    for pair in _pairs_of_columns(whole, full, kind, pitch):
        whole = [line for line in whole if line not in pair] + [together(*pair)]
        full.append(whole[-1])
    at = 0
    while at < len(full):
        # Each full line may mend the rows next to it, and what is mended is full.
        line = full[at]
        at += 1
        for pair in _pairs_beside(line, whole, kind, pitch):
            if not all(piece in whole for piece in pair):
                continue
            for piece in pair:
                whole.remove(piece)
            mended = together(*pair)
            whole.append(mended)
            full.append(mended)
    return whole


def _is_often(line: Line, lines: Sequence[Line], kind: Type) -> bool:
    """Whether a line begins and ends where others do, itself among them."""
    alike = (other for other in lines if _same_edges(line, other, kind))
    return len(list(islice(alike, _OFTEN))) == _OFTEN


def _pairs_of_columns(lines: Sequence[Line], full: Sequence[Line], kind: Type, pitch: float) -> list[tuple[Line, Line]]:
    """Pieces side by side that begin and end where full lines do, row after row with the same wide blank between."""
    found: list[tuple[Line, Line]] = []
    by_row = sorted(lines, key=lambda line: line.middle)
    for rank, one in enumerate(by_row):
        for other in by_row[rank + 1 :]:
            if other.middle - one.middle > 0.3 * pitch:
                break
            left, right = sorted((one, other), key=lambda line: line.left)
            if -shared(left, right) > _PICTURE * kind.em and _alike(left, right, kind):
                whole = together(left, right)
                if any(_same_edges(whole, line, kind) for line in full):
                    found.append((left, right))
    return [pair for pair in found if any(_goes_around(pair, other, kind, pitch) for other in found)]


def _goes_around(pair: tuple[Line, Line], other: tuple[Line, Line], kind: Type, pitch: float) -> bool:
    """Whether two pairs stand in rows that follow each other, parted at the same place."""
    step = abs(pair[0].middle - other[0].middle)
    edges = max(abs(pair[0].right - other[0].right), abs(pair[1].left - other[1].left))
    return 0.6 * pitch < step < 1.45 * pitch and edges < kind.em


def _same_edges(line: Line, other: Line, kind: Type) -> bool:
    edges = max(abs(line.left - other.left), abs(line.right - other.right))
    return edges < 0.8 * kind.em and _alike(line, other, kind)


def _pairs_beside(full: Line, lines: Sequence[Line], kind: Type, pitch: float) -> Iterator[tuple[Line, Line]]:
    """Pieces of a line next above or below a full one that fill its length with a blank between them."""
    em = kind.em
    for step in (-1, 1):
        row = sorted(
            (
                line
                for line in lines
                if 0.6 * pitch < step * (line.middle - full.middle) < 1.45 * pitch
                and full.left - 0.8 * em < line.left
                and line.right < full.right + 1.4 * em
                and _alike(line, full, kind)
            ),
            key=lambda line: line.left,
        )
        if len(row) == 2 and shared(*row) < 0 and row[0].left < full.left + 2.8 * em:  # noqa: PLR2004
            yield row[0], row[1]


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
    """Whether a line falls short and ends no sentence, before a line with an indent and after the end of a paragraph."""
    if after is None or (after.left - edges.left) / kind.em < 1 or (edges.right - line.right) / kind.em < 1.5:  # noqa: PLR2004
        return False
    begins = before is None or before.text[-1:] in _ENDS or (edges.right - before.right) / kind.em > 2  # noqa: PLR2004
    return begins and line.text[-1:] not in _ENDS + "，,、"

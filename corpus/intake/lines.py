"""Lines with boxes gathered into paragraphs, by what the eye sees: gaps, indents, lines that end early."""

import re
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from statistics import median
from typing import NamedTuple

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in parts of a page."""
_PAGE_NUMBER = re.compile(
    r"[\s\-—–·.]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／]\s*\d{1,4}|\s*共\s*\d{1,4}\s*页)?[\s\-—–·.]*"
)
_GAP = 1.2
"""A blank between two lines higher than so many lines parts them."""
_ROWS_APART = 1.5
_OTHER_SIZE = 1.25
_INDENT = 1.2
_ENDS_EARLY = 2.0
"""A paragraph's first line stands in, its last ends early, by so many letters at least."""
_SPACED_LEAST, _SPACED = 5, 0.7
"""A line that was drawn apart has so many pieces at least, of which so many are single letters."""


class Line(NamedTuple):
    """A line of a page as it is drawn."""

    text: str
    box: Box


def is_page_number(text: str) -> bool:
    """Whether a line is the number of its page and nothing else."""
    return bool(_PAGE_NUMBER.fullmatch(text))


def drawn_together(text: str) -> str:
    """A line without the blanks that stand between its letters where it was drawn apart to fill its width."""
    pieces = text.split(" ")
    single = sum(len(piece) == 1 for piece in pieces)
    return "".join(pieces) if len(pieces) >= _SPACED_LEAST and single >= _SPACED * len(pieces) else text


def paragraphs(lines: list[Line]) -> Iterator[tuple[str, str, Box]]:
    """Paragraphs and rows of tables: text, role, and the box around them.

    The lines of a paragraph keep their line ends, for a reader may see them torn.
    """
    for rows, run in groupby(_with_rows(lines), key=itemgetter(1)):
        if rows:
            yield from ((line.text, "table", line.box) for line, _ in run)
        else:
            yield from _of_text([line for line, _ in run])


def _with_rows(lines: list[Line]) -> Iterator[tuple[Line, bool]]:
    """Each line, and whether it is a row: it has cells, and so has one next to it; else its cells are made one."""
    for place, line in enumerate(lines):
        beside = lines[max(place - 1, 0) : place] + lines[place + 1 : place + 2]
        if "\t" in line.text and any("\t" in other.text and _is_near(line, other) for other in beside):
            yield line, True
        else:
            yield line._replace(text=line.text.replace("\t", " ")), False


def _is_near(line: Line, other: Line) -> bool:
    apart = max(line.box[1], other.box[1]) - min(line.box[3], other.box[3])
    return apart < _ROWS_APART * _height(line)


def _of_text(lines: list[Line]) -> Iterator[tuple[str, str, Box]]:
    for column in _columns(lines):
        left = min(line.box[0] for line in column)
        right = max(line.box[2] for line in column)
        gathered: list[Line] = []
        for line in column:
            if gathered and _begins(line, gathered[-1], left, right):
                yield _joined(gathered)
                gathered = []
            gathered.append(line)
        yield _joined(gathered)


def _columns(lines: list[Line]) -> Iterator[list[Line]]:
    """Runs of lines one below the other, of one size, without a gap."""
    run: list[Line] = []
    for line in lines:
        if run and not _continues(run[-1], line):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _height(line: Line) -> float:
    return max(line.box[3] - line.box[1], 1e-4)


def _continues(above: Line, below: Line) -> bool:
    high, low = sorted((_height(above), _height(below)))[::-1]
    gap = below.box[1] - above.box[3]
    overlaps = below.box[0] < above.box[2] and above.box[0] < below.box[2]
    return high <= low * _OTHER_SIZE and -0.5 * high < gap < _GAP * high and overlaps


def _letter(line: Line) -> float:
    """The width of a Chinese letter of a line in parts of the page's width."""
    wide = sum(2 if char > "\u2e80" else 1 for char in line.text)
    return 2 * (line.box[2] - line.box[0]) / max(wide, 1)


def _begins(line: Line, above: Line, left: float, right: float) -> bool:
    letter = median((_letter(line), _letter(above)))
    return line.box[0] - left > _INDENT * letter or right - above.box[2] > _ENDS_EARLY * letter


def _joined(lines: list[Line]) -> tuple[str, str, Box]:
    boxes = [line.box for line in lines]
    box = (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
    return "\n".join(line.text for line in lines), "", box

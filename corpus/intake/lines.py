"""Lines with boxes gathered into paragraphs, by what the eye sees: gaps, indents, lines that end early."""

import re
from collections.abc import Iterator
from statistics import median
from typing import NamedTuple

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in parts of a page."""
_PAGE_NUMBER = re.compile(
    r"[\s\-—–·.]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／]\s*\d{1,4}|\s*共\s*\d{1,4}\s*页)?[\s\-—–·.]*"
)
_GAP = 1.2
"""A blank between two lines higher than so many lines parts them."""
_OTHER_SIZE = 1.25
_INDENT = 1.2
_ENDS_EARLY = 2.0
"""A paragraph's first line stands in, its last ends early, by so many letters at least."""


class Line(NamedTuple):
    """A line of a page as it is drawn."""

    text: str
    box: Box


def is_page_number(text: str) -> bool:
    """Whether a line is the number of its page and nothing else."""
    return bool(_PAGE_NUMBER.fullmatch(text))


def paragraphs(lines: list[Line]) -> Iterator[tuple[str, Box]]:
    """Paragraphs with the box around them; the lines of one keep their line ends, for a reader may see them torn."""
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


def _joined(lines: list[Line]) -> tuple[str, Box]:
    boxes = [line.box for line in lines]
    box = (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
    return "\n".join(line.text for line in lines), box

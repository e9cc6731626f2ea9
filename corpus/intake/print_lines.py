"""The lines of a printed page as boxes: turned straight, and measured by the type they are set in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, sin
from statistics import median
from typing import NamedTuple

_HALF = 0.56
"""Width of a Latin letter or digit, in ems."""
_OPENING, _CLOSING = "“‘（《〈「『【", "”’）》〉」』】，。、；：！？"
_STEEPEST = 0.2
"""Slope beyond which a line is none of a page that lies about straight."""
_KNOWN = 8
"""Ems of text from which on the length of a line tells its size."""
_LEAST, _MOST = 0.5, 1.4
"""How much of a box's height a character may be wide, if the box holds the text that was read in it."""


class Line(NamedTuple):
    """A line as it was found: its text, the box it fills once turned straight, in pixels, how sure its reading is.

    `slope` is how far its baseline sinks, in parts of its length; `blank` the pixels of a blank or picture inside it.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    score: float = 1.0
    slope: float = 0.0
    blank: float = 0.0

    @property
    def width(self) -> float:
        """From edge to edge."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From edge to edge."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """How far down the page its middle is."""
        return (self.top + self.bottom) / 2

    @property
    def upright(self) -> bool:
        """Whether its characters stand one under the other."""
        return len(self.text) != 1 and self.height > 2 * self.width


def slope_of(lines: Iterable[Line]) -> float:
    """The slope that most of the length of a page's lines has."""
    return _middle((line.slope, line.width) for line in lines if abs(line.slope) < _STEEPEST and not line.upright)


def straight(lines: Iterable[Line]) -> list[Line]:
    """The lines of a page turned about its upper left corner, so that they run level."""
    found = list(lines)
    slope = slope_of(found)
    if not slope:
        return found
    turned = []
    for line in found:
        x, y = (line.left + line.right) / 2, line.middle
        right, down = x * cos(slope) + y * sin(slope) - x, y * cos(slope) - x * sin(slope) - y
        turned.append(
            Line(line.text, line.left + right, line.top + down, line.right + right, line.bottom + down, line.score)
        )
    return turned


@dataclass(frozen=True)
class Type:
    """The type of a page: the size of its running text in pixels (`em`), and how high a box is for a size of 1."""

    em: float
    box: float

    def size(self, line: Line) -> float:
        """The size that a line is set in, in ems: from its length, or from its height where it is short."""
        if measured(line):
            return advance(line) / self.em
        return min(line.height, line.width if line.upright else line.height) / self.box / self.em


def type_of(lines: Sequence[Line]) -> Type:
    """The type of a page: that of most of its text."""
    long = [line for line in lines if measured(line)]
    if not long:
        level = ((min(line.height, line.width), max(line.height, line.width)) for line in lines)
        return Type(_middle(level) or 1.0, 1.0)
    em = _middle((advance(line), line.width) for line in long)
    return Type(em, median(line.height / advance(line) for line in long))


def advance(line: Line) -> float:
    """How far apart the characters of a line stand, in pixels."""
    return (line.width - line.blank) / (text_width(line.text) - _bare(line.text) / 4)


def _bare(text: str) -> int:
    """How many ends of a text are marks that fill only the inner half of their square."""
    return (text[:1] in _OPENING) + (text[-1:] in _CLOSING) if text else 0


def text_width(text: str) -> float:
    """The width of a text in ems."""
    return len(text) - (1 - _HALF) * len(text.encode("ascii", "ignore"))


def shared(one: Line, other: Line) -> float:
    """How much of their width two boxes share; below zero is how far they stand apart."""
    return min(one.right, other.right) - max(one.left, other.left)


def together(one: Line, other: Line) -> Line:
    """Two pieces of a line as one, the left one first."""
    count = max(len(one.text) + len(other.text), 1)
    return Line(
        one.text + other.text,
        min(one.left, other.left),
        min(one.top, other.top),
        max(one.right, other.right),
        max(one.bottom, other.bottom),
        (one.score * len(one.text) + other.score * len(other.text)) / count,
        blank=one.blank + other.blank + max(-shared(one, other), 0.0),
    )


def measured(line: Line) -> bool:
    """Whether a line is long enough for its length to tell its size, and its box holds the text."""
    if line.upright or text_width(line.text) < _KNOWN:
        return False
    return _LEAST < advance(line) / line.height < _MOST


def _middle(pairs: Iterable[tuple[float, float]]) -> float:
    """The median of values with weights; 0 where there are none."""
    known = sorted(pairs)
    half = sum(weight for _, weight in known) / 2
    for value, weight in known:
        half -= weight
        if half <= 0:
            return value
    return 0.0

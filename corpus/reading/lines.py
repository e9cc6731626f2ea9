"""The lines of a text, and which of them a layout tore from the line before."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.texts.reading_text import MARKUP

_ENDS = tuple("。！？；：…”’』」）》!?;:)】")
_OPEN = re.compile(r"[，、,（(《“‘「『\-—－~～+/／的和与及在为对将把被从向由以于按并或]$")
"""A line that ends so is not finished."""
_FULL = 0.8
"""A line of at least this share of the usual width is full."""
_SEVERAL = 3
"""So many full lines that end in the middle of a sentence show that lines were broken by a layout."""
_SHORTEST = 16
"""A line narrower than this (in halves of a character) is no column."""
NUMBERED = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|\d{1,2}[、.．)）](?!\d)|第[一二三四五六七八九十]{1,3}[章节条部]"
)
"""How a line begins that is an item of a list, or a heading."""
_LONG = 40
"""A line of this width with a stop in it is no heading."""
_STOP = re.compile("[，；。]")
_WIDE = "WFA"


@dataclass(frozen=True)
class Line:
    """A line that is not blank, without the blanks at its edges.

    `indent` is how many halves of a character it stands in; `above` how many line feeds part it from the line before.
    """

    start: int
    end: int
    indent: int
    above: int
    text: str

    @property
    def width(self) -> int:
        """How wide it is set, in halves of a character: digits take one, Chinese characters two."""
        return width(self.text)


def width(text: str) -> int:
    """The width of a text in halves of a Chinese character."""
    return sum(2 if unicodedata.east_asian_width(character) in _WIDE else 1 for character in text)


def lines(text: str, first: int = 0, end: int | None = None) -> list[Line]:
    """The lines of `text[first:end]` that are not blank."""
    found, at, feeds = [], first, 0
    for line in text[first:end].split("\n"):
        inner = line.strip()
        if inner:
            start = at + line.index(inner[0])
            found.append(Line(start, start + len(inner), width(text[at:start]), feeds, inner))
            feeds = 0
        feeds += 1
        at += len(line) + 1
    return found


def torn(found: Sequence[Line]) -> list[bool]:
    """For each line whether it goes on with the sentence of the line before, which the layout broke.

    Lines of one width that end in the middle of sentences were set in a column: there a full line goes on, also inside
    a word or a number. Where paragraphs are indented, a line that is not begins none. In any text a line goes on after
    a comma or an open title, unless it is numbered.
    """
    margin = sorted(line.indent for line in found)[len(found) // 3] + 1 if found else 0
    by_indent = sum(line.indent > margin for line in found) >= _SEVERAL
    usual = _usual_width(found, by_indent=by_indent)
    feeds = Counter(line.above for line in found[1:]).most_common(1)
    gap = feeds[0][0] if feeds else 1
    goes_on = [False] * len(found)
    open_titles = 0
    for rank, line in enumerate(found):
        if rank:
            before = found[rank - 1]
            starts_anew = bool(NUMBERED.match(line.text) or MARKUP.match(line.text))
            full = bool(usual) and before.width >= _FULL * usual
            unfinished = not before.text.endswith(_ENDS)
            tight = line.above <= max(gap, 1)
            goes_on[rank] = not starts_anew and (
                open_titles > 0
                or (full and tight and (line.indent <= margin if by_indent else unfinished))
                or (tight and _breaks_off(before))
            )
        open_titles = _open_titles(line.text, open_titles if goes_on[rank] else 0)
    return goes_on


def _breaks_off(line: Line) -> bool:
    """Whether a line ends where no sentence can, or is a sentence that has not ended."""
    if _OPEN.search(line.text):
        return line.width >= _SHORTEST
    return line.width >= _LONG and bool(_STOP.search(line.text)) and not line.text.endswith(_ENDS)


def _open_titles(line: str, before: int) -> int:
    """How many titles 《 are open at the end of a line."""
    return max(before + line.count("《") - line.count("》"), 0)


def _usual_width(found: Sequence[Line], *, by_indent: bool) -> int:
    """The width of the column that the lines were set in, 0 where they were not set in one."""
    widths = sorted(line.width for line in found)
    usual = widths[int(len(widths) * 0.9)] if widths else 0
    if usual < _SHORTEST or by_indent:
        return usual
    broken = sum(
        1
        for line, after in pairwise(found)
        if _FULL * usual <= line.width <= usual * 1.25
        and not line.text.endswith(_ENDS)
        and not NUMBERED.match(after.text)
    )
    # A short text is set in a column where most of its lines end in the middle of a sentence.
    return usual if broken >= _SEVERAL or (broken > 1 and broken * 2 >= len(found) - 1) else 0

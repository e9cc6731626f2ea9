"""The text of a web page in pieces, as its blocks part it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from selectolax.lexbor import LexborNode

_UNSHOWN = frozenset(
    (  # noqa: SIM905 read as words
        "script style noscript template svg math iframe object canvas select button textarea title head rt rp audio "
        "video datalist"
    ).split()
)
_BLOCKS = frozenset(
    (  # noqa: SIM905 as above
        "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption "
        "figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol p pre section summary table tbody "
        "td tfoot th thead tr ul"
    ).split()
)
_HOLDS = frozenset(["article", "body", "center", "div", "form", "main", "section", "td"])
"""What may hold an article."""
_AROUND = frozenset(["nav", "footer", "aside", "menu", "dialog"])
_NAMED = re.compile(
    r"(?i)(?:^|[\s_-])(?:nav|foot|menu|bread|crumb|comment|pinglun|copyright|sidebar|recommend|relat|xiangguan|share"
    r"|fenxiang|toolbar|advert|guanggao|pagination|header|search|login|qrcode|friendlink)"
)
"""How elements around an article are called in class or id."""
_HIDDEN = re.compile(r"(?i)display\s*:\s*none")
"""Scripts show later what a page hides at first: it is told apart, not left out."""
_LONGEST = 300
_ROLES = {
    "h1": "title",
    "h2": "heading",
    "h3": "heading",
    "h4": "heading",
    "h5": "heading",
    "h6": "heading",
    "figcaption": "caption",
    "caption": "caption",
}
_LAYS_OUT = "td table, td h1, td h2, td h3, td ul, td ol, td p:nth-of-type(4), td div:nth-of-type(4)"
_NESTED = 2
_WIDEST = 64
_CELL, _COLUMN = "\x1f", "\x1e"
"""Borders of cells, and of further columns that a cell spans, while a row is open."""
_BLANKS = re.compile(r"[ \t\r\n\f]+")


class Piece(NamedTuple):
    """A run of text between two borders: how many of its characters are links, and whether it stands around."""

    text: str
    role: str
    linked: int
    around: bool


@dataclass
class _Walk:
    """What has been gathered, and what holds where the walk has come to."""

    pieces: list[Piece] = field(default_factory=list)
    ranges: list[tuple[int, int]] = field(default_factory=list)
    letters: list[str] = field(default_factory=list)
    linked: int = 0
    links: int = 0
    around: int = 0
    articles: int = 0
    roles: list[str] = field(default_factory=list)
    tables: list[bool] = field(default_factory=list)
    """For each table that is open, whether its rows are lines."""
    cells: int = 0
    starts: list[int] = field(default_factory=list)
    rows: int = 0


Ranges = list[tuple[int, int]]
"""For some elements, the first of the pieces inside and the one after the last."""


def walked(body: LexborNode, most: int, most_pieces: int) -> tuple[list[Piece], Ranges]:
    """The pieces of a page in order, and the range of those inside each element that may hold an article.

    Stops soon after `most` characters or `most_pieces`. It goes from node to node and calls nothing inside itself: a
    page may be nested to any depth.
    """
    walk, taken = _Walk(), 0
    for node, enters in _steps(body):
        if node.is_text_node:
            text = node.text_content or ""
            taken += len(text.strip())
            walk.letters.append(text)
            if walk.links:
                walk.linked += len("".join(text.split()))
            if taken > most or len(walk.pieces) > most_pieces:
                break
        elif enters:
            _enter(walk, node)
        else:
            _leave(walk, node)
    _flush(walk)
    return walk.pieces, walk.ranges


def _steps(body: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Each node as it is entered and, if it is an element, as it is left; what states no text is passed over."""
    above = [body]
    yield body, True
    node = body.first_child
    while above:
        if node is None:
            left = above.pop()
            yield left, False
            node = left.next if above else None
        elif node.is_text_node:
            yield node, True
            node = node.next
        elif not node.is_element_node or node.tag in _UNSHOWN:
            node = node.next
        else:
            yield node, True
            above.append(node)
            node = node.first_child


def _stands_around(walk: _Walk, node: LexborNode) -> bool:
    if node.tag in _AROUND or (node.tag == "header" and not walk.articles):
        return True
    if node.tag in {"body", "a", "span"}:
        return False
    attributes = node.attributes
    if not attributes:
        return False
    if "hidden" in attributes or _HIDDEN.search((attributes.get("style") or "")[:_LONGEST]):
        return True
    return any(_NAMED.search((attributes.get(name) or "")[:_LONGEST]) for name in ("class", "id"))


def _enter(walk: _Walk, node: LexborNode) -> None:
    tag = node.tag
    in_row = bool(walk.rows) and walk.tables[-1:] == [True]
    if tag == "table":
        _flush(walk)
        walk.tables.append(len(walk.tables) < _NESTED and node.css_first(_LAYS_OUT) is None)
    elif in_row and tag in {"td", "th"}:
        walk.letters.append(_CELL * (walk.cells > 0))
        walk.cells += 1
        span = (node.attributes.get("colspan") or "1").strip()
        if span.isdecimal() and len(span) < len("1000"):
            walk.letters.append(_COLUMN * (min(int(span), _WIDEST) - 1))
    elif in_row and tag in _BLOCKS:
        walk.letters.append(" ")
    elif tag in _BLOCKS:
        _flush(walk)
        if tag == "tr" and walk.tables[-1:] == [True]:
            walk.rows, walk.cells = 1, 0
    if tag in _BLOCKS and tag != "br":
        walk.starts.append(len(walk.pieces))
        walk.around += walk.around > 0 or _stands_around(walk, node)
        if tag in _ROLES:
            walk.roles.append(_ROLES[tag])
        walk.articles += tag in {"article", "main"}
    walk.links += tag == "a"


def _leave(walk: _Walk, node: LexborNode) -> None:
    tag = node.tag
    walk.links -= tag == "a"
    in_row = bool(walk.rows) and walk.tables[-1:] == [True]
    if tag == "tr" and in_row:
        _flush(walk, "table" if walk.cells > 1 else "")
        walk.rows = 0
    elif in_row and tag in _BLOCKS and tag != "table":
        walk.letters.append(" ")
    elif tag in _BLOCKS:
        _flush(walk)
    if tag == "table":
        walk.tables.pop()
        walk.rows = 0
    if tag in _BLOCKS and tag != "br":
        start = walk.starts.pop()
        if start < len(walk.pieces) and tag in _HOLDS:
            walk.ranges.append((start, len(walk.pieces)))
        walk.around -= walk.around > 0
        if tag in _ROLES:
            walk.roles.pop()
        walk.articles -= tag in {"article", "main"}


def _flush(walk: _Walk, role: str = "") -> None:
    """Close the run of text that is open."""
    letters = "".join(walk.letters)
    text = _row(letters) if role == "table" else _line(letters.replace(_CELL, " "))
    if text.strip():
        role = role or (walk.roles[-1] if walk.roles else "")
        walk.pieces.append(Piece(text, role, walk.linked, walk.around > 0))
    walk.letters, walk.linked = [], 0


def _row(text: str) -> str:
    """The cells of a row parted by tabs; a cell that spans columns is followed by one for each of them."""
    cells = []
    for cell in text.split(_CELL):
        cells.append(_line(cell))
        cells += [""] * cell.count(_COLUMN)
    return "\t".join(cells)


def _line(text: str) -> str:
    return _BLANKS.sub(" ", text.replace(_COLUMN, "")).strip()

"""A saved web page: its article with headings and tables; what stands around it is told apart as clutter."""

from itertools import accumulate

from selectolax.lexbor import LexborHTMLParser

from corpus.intake.assembly import Part, assembled
from corpus.intake.encoding import Decoded
from corpus.intake.limits import Limits
from corpus.intake.page_data import stated
from corpus.intake.page_walk import Piece, walked
from corpus.intake.source import Said, Source

_MOSTLY_LINKS = 0.6
_NEARLY_ALL = 0.85
_TOO_LITTLE = 0.4
"""A page whose names of elements would set more than the rest of its text apart means something else by them."""


def read_web(name: str, read: Decoded, limits: Limits) -> Source:
    """A page as text, its title and day of publication by its own metadata; RefusedError where it shows no text."""
    tree = LexborHTMLParser(read.text.replace("\x00", ""))
    title, published = stated(tree)
    told = read.told
    if published:
        told = (*told, Said("date_of_page", {"date": published}))
    pieces, ranges = walked(tree.body, limits.characters, limits.blocks) if tree.body else ([], [])
    parts = [Part(piece.text, role) for piece, role in zip(pieces, _roles(pieces, ranges, title), strict=True)]
    if clutter := sum(part.role == "clutter" for part in parts):
        told = (*told, Said("set_apart", {"count": clutter}))
    return assembled(Source(name, "html", "", title=title, published=published, told=told), parts, limits)


def _roles(pieces: list[Piece], ranges: list[tuple[int, int]], title: str) -> list[str]:
    """The role of each piece: its own inside the article, clutter outside, but for the title above it."""
    plain = [len(piece.text) - piece.linked for piece in pieces]
    kept = [0 if piece.around else weight for piece, weight in zip(pieces, plain, strict=True)]
    trusted = sum(kept) >= _TOO_LITTLE * sum(plain)
    start, end = _article(kept if trusted else plain, ranges)
    roles = []
    for place, piece in enumerate(pieces):
        outside = (trusted and piece.around) or not start <= place < end
        names_it = piece.role == "title" and len(piece.text) > 1 and piece.text in title
        links = piece.role not in {"title", "heading"} and piece.linked > _MOSTLY_LINKS * len(piece.text)
        roles.append("clutter" if (outside and not names_it) or links else piece.role)
    return roles


def _article(weights: list[int], ranges: list[tuple[int, int]]) -> tuple[int, int]:
    """The pieces of the innermost element that holds nearly all running text."""
    upto = [0, *accumulate(weights)]
    enough = _NEARLY_ALL * upto[-1]
    holding = [(start, end) for start, end in ranges if upto[end] - upto[start] >= enough]
    return min(holding, key=lambda pair: pair[1] - pair[0], default=(0, len(weights)))

"""A figure as a picture to be passed on: large as written, whose, when, with its sentence and its source."""

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.paths import STATIC

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

WIDTH, HEIGHT = 1200, 630
"""Size in pixels: what most services show a link's picture in."""
_FONT = STATIC / "fonts" / "NotoSansSC-Regular.ttf"
_PAPER, _INK, _GREY, _ACCENT = "#fbf9f4", "#24211d", "#5f584e", "#ab3420"
_MARGIN = 64
_INSIDE = WIDTH - 2 * _MARGIN
_MISSING = "〓"
"""What stands for a character that the font has not, as in print."""
_HELD: set[int] = set()
_LONG = 30
"""How many characters are kept in one line at most."""
_NO_START = set("，。、；：？！）》」』”’…％%)]}·,.;:?!")
"""Signs with which no line begins."""


@dataclass(frozen=True)
class ShareCard:
    """What stands on a card, in plain text: the figure as written, what and whose it is, when, its sentence and source.

    `rendering` is our English of the sentence, "" for none; `app` is the name of the app.
    """

    figure: str
    about: str
    when: str
    sentence: str
    rendering: str
    source: str
    app: str


def share_card(card: ShareCard) -> bytes:
    """The card as PNG of WIDTH × HEIGHT pixels; every text stands on it whole, in a size that fits.

    A character that the bundled font does not have is drawn as 〓. The same card is always the same file.
    """
    from PIL import Image, ImageDraw  # noqa: PLC0415 needed on a click only

    image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 12, HEIGHT), fill=_ACCENT)
    y = 44
    y = _block(draw, card.about, y, (30, 24, 20, 16), 84, _GREY)
    y = _block(draw, card.figure, y + 4, (104, 88, 72, 56, 44, 34, 26, 20), 150, _ACCENT)
    y = _block(draw, card.when, y + 6, (24, 20, 16), 34, _GREY) + 14
    foot = HEIGHT - 40
    app = _font(22)
    width = app.getlength(drawn(card.app))
    draw.text((WIDTH - _MARGIN - width, foot - 24), drawn(card.app), font=app, fill=_ACCENT)
    size, lines = fitted(card.source, (20, 18, 16, 14, 12, 10), 66, int(_INSIDE - width - 40))
    top = foot - len(lines) * _leading(size)
    _lines(draw, lines, top, size, _GREY)
    draw.line((_MARGIN, top - 14, WIDTH - _MARGIN, top - 14), fill="#d9d2c4", width=1)
    room = top - 28 - y
    parts = [(card.sentence, _INK), *([(card.rendering, _GREY)] if card.rendering else [])]
    share = room // len(parts) - (8 if len(parts) > 1 else 0)
    for text, ink in parts:
        y = _block(draw, text, y, (32, 28, 25, 22, 19, 17, 15, 13, 11, 9, 7, 5), share, ink) + 8
    buffer = io.BytesIO()
    image.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def drawn(text: str) -> str:
    """A text in one line as the font can print it: what it has no glyph for becomes 〓, unseen signs are left out."""
    held = _HELD or _read_signs()
    line = " ".join(text.split())
    return "".join(sign if ord(sign) in held else _MISSING for sign in line if sign.isprintable())


def fitted(text: str, sizes: tuple[int, ...], height: int, width: int = _INSIDE) -> tuple[int, list[str]]:
    """The largest of `sizes` in which a text fits `width` and `height`, and its lines.

    What fits in none is cut at the smallest, an ellipsis at its end.
    """
    told = drawn(text)
    for size in sizes:
        lines = _wrapped(told, size, width)
        if len(lines) * _leading(size) <= height:
            return size, lines
    most = max(height // _leading(sizes[-1]), 1)
    kept = lines[:most]
    return sizes[-1], [*kept[:-1], kept[-1][:-1] + "…"]


def _block(draw: "ImageDraw", text: str, y: int, sizes: tuple[int, ...], height: int, ink: str) -> int:  # noqa: PLR0913, PLR0917
    size, lines = fitted(text, sizes, height) if text else (0, [])
    return _lines(draw, lines, y, size, ink)


def _lines(draw: "ImageDraw", lines: list[str], y: int, size: int, ink: str) -> int:
    for line in lines:
        draw.text((_MARGIN, y), line, font=_font(size), fill=ink)
        y += _leading(size)
    return y


def _leading(size: int) -> int:
    return round(size * 1.45)


def _wrapped(text: str, size: int, width: int) -> list[str]:
    """Lines that fit a width: broken between Chinese characters and at blanks, never before a closing sign."""
    font, lines, line, taken = _font(size), [], "", 0.0
    for piece in _pieces(text):
        wide = font.getlength(piece)
        if line and taken + wide > width:
            lines.append(line.rstrip())
            line, taken = piece.lstrip(), 0.0
        else:
            line += piece
        taken += wide
        while taken > width and font.getlength(line) > width and len(line) > 1:
            cut = next(at for at in range(len(line) - 1, 0, -1) if at == 1 or font.getlength(line[:at]) <= width)
            lines.append(line[:cut])
            line = line[cut:]
            taken = font.getlength(line)
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    for sign in text:
        word = sign.isascii() and not sign.isspace()
        joins = (
            pieces
            and len(pieces[-1]) < _LONG
            and (
                sign in _NO_START
                or sign.isspace()
                or (word and pieces[-1][-1].isascii() and not pieces[-1][-1].isspace())
            )
        )
        if joins:
            pieces[-1] += sign
        else:
            pieces.append(sign)
    return pieces


def _font(size: int) -> "FreeTypeFont":
    from PIL import ImageFont  # noqa: PLC0415 needed on a click only

    return ImageFont.truetype(str(_FONT), size)


def _read_signs() -> set[int]:
    """The code points that the font has a glyph for, read from it by the first card."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 takes 0.2 s and is needed on a click only

    with TTFont(_FONT, lazy=True) as font:
        _HELD.update(font.getBestCmap())
    return _HELD

"""Which characters the bundled fonts draw, so that a text with another is noticed before a reader sees a box."""

import unicodedata
from functools import cache

from corpus.paths import STATIC

_UNDRAWN = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
"""Categories of Unicode that leave no ink: controls, invisible formats, blanks."""


def missing_characters(text: str) -> list[str]:
    """The characters of a text that no bundled font draws, each once, in the order in which they first stand there.

    Blanks, invisible characters and variation selectors need no glyph and are never missing. Characters of private use
    always are: they mostly tell of a file that was read in a wrong encoding.
    """
    drawn = _drawn()
    return [char for char in dict.fromkeys(text) if char not in drawn and not _leaves_no_ink(char)]


def _leaves_no_ink(char: str) -> bool:
    return unicodedata.category(char) in _UNDRAWN or "VARIATION SELECTOR" in unicodedata.name(char, "")


@cache
def _drawn() -> frozenset[str]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 takes 0.2 s and is needed where a text is added only

    # The parts of a weight that browsers fetch hold together what this one file holds.
    with TTFont(STATIC / "fonts" / "NotoSansSC-Regular.ttf", lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))

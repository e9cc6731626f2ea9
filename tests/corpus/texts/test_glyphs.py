"""Characters that the bundled fonts do not draw are named."""

import pytest

from corpus.paths import SEEDS
from corpus.texts.glyphs import missing_characters


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in sorted(SEEDS.glob("*.txt"))])
def test_the_sources_miss_nothing(path):
    """Every character of the source pages is drawn, line ends and blanks among them."""
    assert missing_characters(path.read_text(encoding="utf-8")) == []


def test_missing_characters_are_named_once_in_their_order():
    """A character of Tibetan, one of private use and one beyond Han are named, once each, and no others."""
    assert missing_characters("劳模བ李堃\ue000、𪚥བ\ue000𫟼") == ["བ", "\ue000", "𪚥"]


def test_what_leaves_no_ink_is_not_missing():
    """Blanks of all widths, a byte order mark, zero-width characters and selectors of variants need no glyph."""
    assert missing_characters("\ufeff工\u200b\u3000\t\r\n\u00a0\u2028人\ufe0f\U000e0100\u200d") == []


@pytest.mark.parametrize("text", ["", "   "])
def test_nothing_misses_nothing(text):
    """An empty text and a blank one have nothing to draw."""
    assert missing_characters(text) == []

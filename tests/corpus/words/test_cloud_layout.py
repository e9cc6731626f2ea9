"""The layout of a cloud is the same every time, and no two words run into each other."""

from itertools import combinations

import pytest
from PIL import ImageFont

from corpus.paths import STATIC
from corpus.words.cloud_layout import HEIGHT, WIDTH, layout
from corpus.words.selection import Selection
from corpus.words.table import CLASSES, word_table


@pytest.fixture(scope="module")
def weights(collection):
    """The words of one region by frequency."""
    rows = word_table(collection, Selection(("360000",)), None, CLASSES, 2).head(80)
    return dict(zip(rows["concept"], map(float, rows["count"]), strict=True))


def ink(item):
    """The box of a placed word's ink: left, top, right, bottom."""
    face = ImageFont.truetype(str(STATIC / "fonts" / "NotoSansSC-Regular.ttf"), item.size)
    left, top, right, bottom = face.getbbox(item.word)
    rise = item.y - face.getmetrics()[0]
    return item.x + left, rise + top, item.x + right, rise + bottom


def test_same_weights_give_the_same_places(weights):
    """Two layouts are equal, also when the words come in another order."""
    largest = max(weights.values())
    assert layout(weights, largest) == layout(dict(reversed(weights.items())), largest)


def test_words_do_not_run_into_each_other(weights):
    """The ink of no two words overlaps, and all of it lies in the plane."""
    boxes = [ink(item) for item in layout(weights, max(weights.values()))]
    assert len(boxes) > 40
    assert all(left >= 0 and top >= 0 and right <= WIDTH and bottom <= HEIGHT for left, top, right, bottom in boxes)
    for one, other in combinations(boxes, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, (one, other)


def test_heavier_words_are_larger(weights):
    """The heaviest word is the largest; a scale shared with a heavier cloud makes it smaller."""
    largest = max(weights.values())
    sizes = {item.word: item.size for item in layout(weights, largest)}
    first = next(iter(weights))
    assert sizes[first] == max(sizes.values())
    shared = {item.word: item.size for item in layout(weights, 4 * largest)}
    assert shared[first] < sizes[first]


def test_nothing_to_draw_is_drawn_as_nothing():
    """No words make an empty cloud."""
    assert layout({}, 0.0) == []

"""The layout of a word cloud: where each word stands and how large; nothing is drawn here."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from random import Random

from corpus.paths import STATIC

WIDTH, HEIGHT = 640, 480
"""The plane of a cloud; it is drawn as SVG, so any size is sharp."""
_SEED = 11
_LARGEST, _SMALLEST, _STEP = 68, 20, 3
"""Sizes of type: the smallest is still 11 pixels where a phone draws the plane at little more than half its size."""
_MARGIN = 3
GAP = 4
"""What parts a word from the letter behind it."""


@dataclass(frozen=True)
class Placed:
    """A word with its place: `x, y` of the left end of its baseline, `size` of its type. None stands upright."""

    word: str
    x: int
    y: int
    size: int


def letter_size(size: int) -> int:
    """The size of the letter behind a word of a size."""
    return max(size // 2, _SMALLEST)


def layout(weights: Mapping[str, float], largest: float, letters: Mapping[str, str] | None = None) -> list[Placed]:
    """Place words by weight, the heaviest first; the same weights give the same places.

    `largest` is the weight drawn largest, so that clouds side by side share one scale: the area of the type grows with
    the weight. A word that finds no room is drawn smaller, and left out below the smallest size: the table has them
    all. A word of `letters` has room for its letter behind it. The room is kept by wordcloud's occupancy map; its own
    loop is not used, for it reserves the box of the ink and then draws below it, so that Chinese words run into each
    other.
    """
    # wordcloud brings matplotlib, which nothing here uses and which complains of a home that is closed to it.
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    import numpy as np  # noqa: PLC0415 these take 0.5 s, and only one page lays out clouds
    from PIL import Image, ImageDraw, ImageFont  # noqa: PLC0415
    from wordcloud.wordcloud import IntegralOccupancyMap  # noqa: PLC0415

    path = str(STATIC / "fonts" / "NotoSansSC-Regular.ttf")
    plane = Image.new("L", (WIDTH, HEIGHT))
    draw = ImageDraw.Draw(plane)
    room = IntegralOccupancyMap(HEIGHT, WIDTH, None)
    chance = Random(_SEED)  # noqa: S311 places, not secrets
    placed = []
    for word, weight in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        size = max(int(_LARGEST * (weight / largest) ** 0.5), _SMALLEST)
        while size >= _SMALLEST:
            face = ImageFont.truetype(path, size)
            left, top, right, bottom = face.getbbox(word)
            if letter := (letters or {}).get(word):
                own = ImageFont.truetype(path, letter_size(size))
                right = ceil(max(right, face.getlength(word)) + GAP + own.getlength(letter))
            found = room.sample_position(bottom - top + 2 * _MARGIN, right - left + 2 * _MARGIN, chance)
            if found:
                row, column = (int(place) + _MARGIN for place in found)
                draw.rectangle((column, row, column + right - left, row + bottom - top), fill=255)
                room.update(np.asarray(plane), row, column)
                placed.append(Placed(word, int(column - left), int(row + face.getmetrics()[0] - top), size))
                break
            size -= _STEP
    return placed

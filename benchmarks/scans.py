"""Newspaper pages made of the shipped articles, drawn, read as pictures, and compared with what was printed."""

import argparse
import io
import re
import sys
import time
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.newspaper import LEVELS, Article, Page, flows, set_page
from corpus.collection.folder import load
from corpus.intake.scan import read_image
from corpus.intake.source import Source
from corpus.paths import STATIC
from corpus.texts.reading_text import readings

_FACES = {
    "regular": "NotoSansSC-Regular.ttf",
    "bold": "NotoSansSC-Bold.woff2",
    "serif": "NotoSerifSC-SemiBold.woff2",
}
_PAPER, _INK = 248, 28
_QUOTES = str.maketrans("“”‘’『』「」—–─━・•", '""\'\'""""----··')
_EDGE, _MISREAD = 5, 2
"""So many characters on both sides of a line's end are looked for; so many of them may have been misread."""
_APART = {"caption", "clutter"}


def articles() -> list[Article]:
    """The shipped articles that fill a page, as roles and paragraphs."""
    found = [
        [(paragraph.role, reading.text[paragraph.start : paragraph.end]) for paragraph in reading.paragraphs]
        for reading in readings(load()).values()
    ]
    return [article for article in found if sum(len(text) for _, text in article) > 600]  # noqa: PLR2004


def drawn(page: Page, seed: int) -> bytes:
    """A page as a PNG: its lines in its faces, grey pictures, tilted and grainy as its level says."""
    rng = np.random.default_rng(seed)
    picture = Image.new("L", (round(page.width), round(page.height)), _PAPER)
    pen = ImageDraw.Draw(picture)
    fonts = {}
    for line in page.lines:
        key = line.face, round(line.size)
        fonts[key] = fonts.get(key) or ImageFont.truetype(io.BytesIO(_font(line.face)), key[1])
        for char, x in zip(line.text, line.places, strict=True):
            pen.text((x, line.box[1] - line.size * 0.22), char, font=fonts[key], fill=_INK)
    for left, top, right, bottom in page.pictures:
        size = int(right - left), int(bottom - top)
        greys = Image.fromarray(rng.integers(40, 220, (6, 8), dtype=np.uint8)).resize(size, Image.Resampling.BICUBIC)
        picture.paste(greys, (int(left), int(top)))
    picture = picture.rotate(-page.level.tilt, Image.Resampling.BICUBIC, fillcolor=_PAPER)
    grain = rng.normal(0, page.level.noise, (picture.height, picture.width)) if page.level.noise else 0
    held = io.BytesIO()
    Image.fromarray((np.asarray(picture) + grain).clip(0, 255).astype(np.uint8)).save(held, "PNG")
    return held.getvalue()


def _font(face: str, made: dict[str, bytes] = {}) -> bytes:  # noqa: B006 made once
    """The file of a face in a form that pillow draws."""
    if face not in made:
        font, held = TTFont(STATIC / "fonts" / _FACES[face]), io.BytesIO()
        font.flavor = None
        font.save(held)
        made[face] = held.getvalue()
    return made[face]


def wrong(true: str, read: str) -> int:
    """The edit distance of two texts: characters missed, added or misread."""
    if not true:
        return len(read)
    places: dict[str, int] = defaultdict(int)
    for rank, char in enumerate(true):
        places[char] |= 1 << rank
    every, top = (1 << len(true)) - 1, 1 << (len(true) - 1)
    more, less, distance = every, 0, len(true)
    for char in read:
        same = places.get(char, 0)
        down = same | less
        across = (((same & more) + more) ^ more) | same
        rises, falls = less | (~(across | more) & every), more & across
        distance += bool(rises & top) - bool(falls & top)
        rises, falls = (rises << 1 | 1) & every, (falls << 1) & every
        more, less = falls | (~(down | rises) & every), rises & down
    return distance


def plain(text: str) -> str:
    """A text without blanks, full-width forms and kinds of quotes and dashes, which a reader does not miss."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).translate(_QUOTES)


def compared(page: Page, source: Source) -> tuple[int, int, int, int]:
    """Characters printed, characters wrong, pairs of neighbouring lines, pairs that still stand together."""
    blocks = [(block.role, source.text[block.start : block.end]) for block in source.blocks]
    read = {
        False: plain("".join(text for role, text in blocks if role not in _APART)),
        True: plain("".join(text for role, text in blocks if role == "caption")),
    }
    printed = {False: "", True: ""}
    pairs = kept = 0
    for flow, lines in flows(page).items():
        aside = "caption" in flow
        printed[aside] += plain("".join(line.text for line in lines))
        for one, other in pairwise(lines):
            pairs += 1
            kept += _stands(plain(one.text)[-_EDGE:] + plain(other.text)[:_EDGE], read[aside])
    errors = sum(wrong(printed[aside], read[aside]) for aside in (False, True) if printed[aside])
    return sum(map(len, printed.values())), errors, pairs, kept


def _stands(edge: str, text: str) -> bool:
    """Whether the end of a line and the beginning of the next stand together in a text, give or take a misreading."""
    if edge in text:
        return True
    return any(wrong(edge, text[at : at + len(edge)]) <= _MISREAD for at in range(len(text) - len(edge) + 1))


def measured(count: int) -> Iterator[tuple[str, int, np.ndarray]]:
    """Level, columns and figures (characters, wrong, pairs, kept, pages, seconds) of each level and number of columns."""
    texts = articles()
    for number, level in enumerate(LEVELS):
        for columns in (2, 3, 4):
            total = np.zeros(6)
            for turn in range(count):
                seed = 100 * turn + 10 * number + columns
                one, other = texts[seed % len(texts)], texts[(seed + 1 + turn) % len(texts)]
                page = set_page([one, other], columns, level, seed)
                begin = time.process_time()
                source = read_image("page.png", drawn(page, seed))
                total += [*compared(page, source), 1, time.process_time() - begin]
            yield level.name, columns, total


def main() -> None:
    """Print a table by difficulty and columns, and its sums."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=1, help="pages of each kind (%(default)s)")
    line = "{:<14}{:>8}{:>7}{:>12}{:>10}{:>8}{:>10}{:>10}"
    print(line.format("level", "columns", "pages", "characters", "right", "pairs", "in order", "s a page"))
    every = np.zeros(6)
    for level, columns, figures in measured(parser.parse_args().pages):
        every += figures
        _print(line, level, columns, figures)
    _print(line, "all", "", every)


def _print(line: str, level: str, columns: object, figures: np.ndarray) -> None:
    characters, errors, pairs, kept, pages, seconds = figures
    right, ordered = f"{1 - errors / characters:.2%}", f"{kept / pairs:.2%}"
    cells = level, columns, int(pages), int(characters), right, int(pairs), ordered, f"{seconds / pages:.0f}"
    print(line.format(*cells), flush=True)


if __name__ == "__main__":
    main()

"""The bundled fonts hold every character the app can show."""

from __future__ import annotations

import ast
import csv
import hashlib
import importlib.util
import json
import sys
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).resolve().parents[1]
FONTS = ROOT / "static" / "fonts"
SANS = ("NotoSansSC-Regular.woff2", "NotoSansSC-Bold.woff2")
SERIF = "NotoSerifSC-SemiBold.woff2"
PICTURE = "NotoSansSC-Regular.ttf"
APP_CODE = ("app.py", "pages/**/*.py", "components/**/*.py", "corpus/**/*.py")

# First and last code points of the Han blocks: code writes them as the ends of
# character ranges in regular expressions, and no screen shows them.
RANGE_ENDS = {chr(code) for code in (0x3400, 0x4DB5, 0x4DBF, 0x9FFF, 0xF900, 0xFAFF)}
# These read numerals and names of any script in texts, and draw none.
READERS = {"numerals.py", "cardinals.py", "amounts.py", "stated.py", "byline.py", "person_names.py"}


@cache
def covered(name: str) -> frozenset[str]:
    """Return the characters a font file maps to a glyph."""
    with TTFont(FONTS / name) as font:
        return frozenset(map(chr, font.getBestCmap()))


def visible(text: str) -> set[str]:
    """Return the non-blank characters of a text; emoji belong to the system's own font."""
    return {
        char
        for char in text
        if char.isprintable()
        and not char.isspace()
        and not 0xFE00 <= ord(char) <= 0xFE0F  # variation selectors
        and not 0x1F000 <= ord(char) <= 0x1FAFF  # emoji
    }


def strings(value: object) -> str:
    """Return every key and text of a parsed JSON value, joined."""
    if isinstance(value, dict):
        return "".join(strings(part) for pair in value.items() for part in pair)
    if isinstance(value, list):
        return "".join(map(strings, value))
    return str(value)


def literals(path: Path) -> str:
    """Return the string literals of a Python file, f-string parts included, joined."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return "".join(
        node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def gaps(patterns: tuple[str, ...], read, name: str) -> dict[str, str]:
    """Return, for each matching file with gaps, the characters the font lacks."""
    found = {}
    for pattern in patterns:
        for path in sorted(ROOT.glob(pattern)):
            lost = visible(read(path)) - covered(name)
            if lost:
                found[path.relative_to(ROOT).as_posix()] = "".join(sorted(lost))
    return found


def read_text(path: Path) -> str:
    """Return the text of a UTF-8 file, with or without a byte order mark."""
    return path.read_text(encoding="utf-8-sig")


def read_csv(path: Path) -> str:
    """Return all cells of a CSV file, joined."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return "".join("".join(row) for row in csv.reader(file))


def read_json(path: Path) -> str:
    """Return all texts of a JSON file, joined."""
    return strings(json.loads(read_text(path)))


def draw(char: str) -> bytes:
    """Return the bitmap of one character in the picture font."""
    font = ImageFont.truetype(str(FONTS / PICTURE), 48)
    image = Image.new("L", (72, 72), 255)
    ImageDraw.Draw(image).text((8, 0), char, font=font, fill=0)
    return image.tobytes()


@pytest.fixture(scope="module")
def builder():
    """Load tools/build_fonts.py as a module."""
    spec = importlib.util.spec_from_file_location("build_fonts", ROOT / "tools" / "build_fonts.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up here
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


@pytest.mark.parametrize("name", SANS)
def test_sans_covers_the_seed_texts(name):
    """Every non-blank character of the seed texts has a glyph in both sans fonts."""
    assert list(ROOT.glob("seeds/*.txt"))
    assert gaps(("seeds/*.txt",), read_text, name) == {}


@pytest.mark.parametrize("name", SANS)
def test_sans_covers_the_data_files(name):
    """Every non-blank character of the CSV and JSON data has a glyph in both sans fonts."""
    assert gaps(("data/*.csv",), read_csv, name) == {}
    assert gaps(("data/*.json",), read_json, name) == {}


@pytest.mark.parametrize("name", SANS)
def test_sans_covers_the_app_strings(name):
    """Every character of the app's string literals, emoji apart, is in both sans fonts."""
    lost = {path: chars for path, chars in gaps(APP_CODE, literals, name).items() if Path(path).name not in READERS}
    assert {path: rest for path, chars in lost.items() if (rest := set(chars) - RANGE_ENDS)} == {}


@pytest.mark.parametrize("name", SANS)
def test_sans_covers_gb2312(name, builder):
    """Both sans fonts hold all 7,445 characters of GB2312."""
    characters = builder.gb2312_characters()
    assert len(characters) == 7445
    assert visible("".join(characters)) <= covered(name)


def test_serif_covers_titles(builder):
    """The serif font holds the seed texts' characters and the 3,755 level-1 hanzi."""
    level_1 = builder.gb2312_characters(16, 55)
    assert len(level_1) == 3755
    assert level_1 <= covered(SERIF)
    assert gaps(("seeds/*.txt",), read_text, SERIF) == {}


def test_picture_font_matches_the_web_font():
    """The uncompressed font for pictures covers the same characters as the regular WOFF2."""
    assert covered(PICTURE) == covered(SANS[0])


def test_pillow_draws_hanzi():
    """Pillow draws 产业工人 as four different glyphs, none of them the missing-glyph box."""
    absent = "\U0010fffd"
    assert absent not in covered(PICTURE)
    bitmaps = [draw(char) for char in "产业工人"]
    blank, box = draw(" "), draw(absent)
    digests = {hashlib.sha256(bits).digest() for bits in [*bitmaps, blank, box]}
    assert len(digests) == 6


@pytest.mark.parametrize("name", SANS)
def test_digits_share_one_width(name):
    """The ten digits of the sans fonts are equally wide, so that columns of figures align."""
    with TTFont(FONTS / name) as font:
        glyphs = font.getBestCmap()
        assert len({font["hmtx"][glyphs[ord(digit)]][0] for digit in "0123456789"}) == 1


@pytest.mark.parametrize(
    ("name", "family", "weight"),
    [
        (SANS[0], "Noto Sans SC", 400),
        (SANS[1], "Noto Sans SC", 700),
        (SERIF, "Noto Serif SC", 600),
        (PICTURE, "Noto Sans SC", 400),
    ],
)
def test_fonts_are_static_and_named(name, family, weight):
    """Each file is a static font with the family name and weight the theme refers to."""
    with TTFont(FONTS / name) as font:
        assert "fvar" not in font
        assert font["name"].getBestFamilyName() == family
        assert font["OS/2"].usWeightClass == weight
        assert font["OS/2"].fsType == 0


@pytest.mark.parametrize(("name", "limit"), [(SANS[0], 1.2e6), (SANS[1], 1.2e6), (SERIF, 0.9e6), (PICTURE, 2.6e6)])
def test_fonts_stay_small(name, limit):
    """No font file outgrows the size set for it."""
    assert (FONTS / name).stat().st_size < limit


def test_licence_is_beside_the_fonts():
    """The OFL text with the copyright lines of both families lies beside the font files."""
    text = read_text(FONTS / "OFL.txt")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert all(word in text for word in ("Adobe", "Google", "Reserved Font Name"))

"""The bundled fonts hold every character the app can show."""

from __future__ import annotations

import ast
import csv
import hashlib
import importlib
import json
import tomllib
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

from corpus.texts.person_names import COMPOUND_SURNAMES, SURNAMES

ROOT = Path(__file__).resolve().parents[1]
FONTS = ROOT / "static" / "fonts"
WEIGHTS = {
    "NotoSansSC-Regular": ("Noto Sans SC", 400),
    "NotoSansSC-Bold": ("Noto Sans SC", 700),
    "NotoSerifSC-SemiBold": ("Noto Serif SC", 600),
}
"""The beginning of the names of a weight's files → its family and weight in the theme."""
PARTS = ("", "-common", "-rare")
"""The ends of the names of a weight's files, the one that every visitor fetches first."""
PICTURE = "NotoSansSC-Regular.ttf"
NAMES = (
    "堃喆赟翀昇犇祎玥珺旻镕𫟼垚焱骉彧祐瑀玘玙珣琎琪瑄璟璐瓒暄曦煊烨炜焜翊翎昱昶晟钰钧铖铠鑫锴镛骞骁龑頔囧䶮劼勍侃倓婧妤婳媛嫣姝怡恺憬懿沄沅泓浔"
    "涵淏湉湜潇澍濂灏晧濬珮囍畾"
)
"""Characters of given names, the rare ones before all."""
APP_CODE = ("app.py", "pages/**/*.py", "components/**/*.py", "corpus/**/*.py")

# First and last code points of the Han blocks: code writes them as the ends of
# character ranges in regular expressions, and no screen shows them.
RANGE_ENDS = {chr(code) for code in (0x3400, 0x4DB5, 0x4DBF, 0x9FFF, 0xF900, 0xFAFF)}
# These read numerals and names of any script in texts, and draw none.
READERS = {"numerals.py", "cardinals.py", "amounts.py", "stated.py", "byline.py", "person_names.py"}
READING_ROOMS = ("corpus/intake/", "corpus/quantities/", "corpus/suggestions/", "corpus/reading/")


@cache
def held(name: str) -> frozenset[str]:
    """Return the characters a font file maps to a glyph."""
    with TTFont(FONTS / name) as font:
        return frozenset(map(chr, font.getBestCmap()))


def covered(weight: str) -> frozenset[str]:
    """Return the characters that the parts of a weight hold together."""
    return frozenset().union(*(held(f"{weight}{part}.woff2") for part in PARTS))


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


def gaps(patterns: tuple[str, ...], read, weight: str) -> dict[str, str]:
    """Return, for each matching file with gaps, the characters the weight lacks."""
    found = {}
    for pattern in patterns:
        for path in sorted(ROOT.glob(pattern)):
            lost = visible(read(path)) - covered(weight)
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


@pytest.fixture
def builder(monkeypatch):
    """Load tools/build_fonts.py as a module, as it finds its neighbour when it is run."""
    monkeypatch.syspath_prepend(ROOT / "tools")
    return importlib.import_module("build_fonts")


@pytest.mark.parametrize("weight", WEIGHTS)
def test_the_seed_texts_are_drawn(weight):
    """Every non-blank character of the seed texts has a glyph in every weight."""
    assert list(ROOT.glob("seeds/*.txt"))
    assert gaps(("seeds/*.txt",), read_text, weight) == {}


@pytest.mark.parametrize("weight", WEIGHTS)
def test_the_data_files_are_drawn(weight):
    """Every non-blank character of the CSV and JSON data has a glyph in every weight."""
    assert gaps(("data/*.csv",), read_csv, weight) == {}
    assert gaps(("data/*.json",), read_json, weight) == {}


@pytest.mark.parametrize("weight", WEIGHTS)
def test_the_words_of_the_interface_are_drawn(weight):
    """Every character of the interface's words and of the app's string literals, emoji apart, is in every weight."""
    lost = gaps(APP_CODE, literals, weight) | gaps(("components/**/*.toml",), read_text, weight)
    shown = {
        path: chars
        for path, chars in lost.items()
        if Path(path).name not in READERS and not path.startswith(READING_ROOMS)
    }
    assert {path: rest for path, chars in shown.items() if (rest := set(chars) - RANGE_ENDS)} == {}


@pytest.mark.parametrize("weight", WEIGHTS)
def test_gb2312_and_the_table_of_2013_are_drawn(weight, builder):
    """Every weight holds all hanzi of GB2312 and all characters of the official table of 2013."""
    hanzi = builder.gb2312_characters(16, 87)
    assert len(hanzi) == 6763
    assert hanzi <= covered(weight)
    standard = builder.standard_characters()
    assert len(standard) == len(set(standard)) == 8105
    assert set(standard) <= covered(weight)


@pytest.mark.parametrize("weight", ["NotoSansSC-Regular", "NotoSansSC-Bold"])
def test_sans_holds_the_signs_of_gb2312(weight, builder):
    """Both sans weights hold GB2312 with its signs, kana, Greek and Cyrillic; the serif of the titles lacks some."""
    characters = builder.gb2312_characters()
    assert len(characters) == 7445
    assert visible("".join(characters)) <= covered(weight)


@pytest.mark.parametrize("weight", WEIGHTS)
def test_names_of_persons_are_drawn(weight):
    """Rare characters of given names, and family names in both scripts, have a glyph in every weight."""
    assert not set(NAMES) - covered(weight)
    assert not (SURNAMES | set("".join(COMPOUND_SURNAMES))) - covered(weight)


@pytest.mark.parametrize("weight", WEIGHTS)
def test_parts_share_no_character(weight):
    """No character stands in two parts of a weight, so that nothing is fetched twice."""
    assert sum(len(held(f"{weight}{part}.woff2")) for part in PARTS) == len(covered(weight))


def test_the_theme_asks_for_the_parts_in_their_order():
    """For every weight the theme names the rarest part first, for a later one has priority.

    The part that all fetch has no range: it is asked for everything. A further one has one that reaches all its
    characters, and no emoji.
    """
    faces = tomllib.loads(read_text(ROOT / ".streamlit" / "config.toml"))["theme"]["fontFaces"]
    wanted = [
        {"family": family, "weight": number, "url": f"app/static/fonts/{weight}{part}.woff2"}
        for weight, (family, number) in WEIGHTS.items()
        for part in reversed(PARTS)
    ]
    assert [{key: face[key] for key in ("family", "weight", "url")} for face in faces] == wanted
    for face in faces:
        name = Path(face["url"]).name
        if name.removesuffix(".woff2") in WEIGHTS:
            assert "unicodeRange" not in face
            continue
        spans = [span.strip().removeprefix("U+").split("-") for span in face["unicodeRange"].split(",")]
        reached = [range(int(first, 16), int(last, 16) + 1) for first, last in spans]
        assert [char for char in held(name) if not any(ord(char) in span for span in reached)] == []
        assert not any(0x1F600 in span for span in reached)


def test_picture_font_matches_the_web_fonts():
    """The uncompressed font for pictures covers the same characters as the parts of the regular weight together."""
    assert held(PICTURE) == covered("NotoSansSC-Regular")


def test_pillow_draws_hanzi():
    """Pillow draws 产业工人 as four different glyphs, none of them the missing-glyph box."""
    absent = "\U0010fffd"
    assert absent not in held(PICTURE)
    bitmaps = [draw(char) for char in "产业工人"]
    blank, box = draw(" "), draw(absent)
    digests = {hashlib.sha256(bits).digest() for bits in [*bitmaps, blank, box]}
    assert len(digests) == 6


@pytest.mark.parametrize("weight", ["NotoSansSC-Regular", "NotoSansSC-Bold"])
def test_digits_share_one_width(weight):
    """The ten digits of the sans fonts are equally wide, so that columns of figures align."""
    with TTFont(FONTS / f"{weight}.woff2") as font:
        glyphs = font.getBestCmap()
        assert len({font["hmtx"][glyphs[ord(digit)]][0] for digit in "0123456789"}) == 1


@pytest.mark.parametrize(
    ("name", "weight"),
    [*((f"{weight}{part}.woff2", weight) for weight in WEIGHTS for part in PARTS), (PICTURE, "NotoSansSC-Regular")],
)
def test_fonts_are_static_and_named(name, weight):
    """Each file is a static font with the family name and weight the theme refers to."""
    with TTFont(FONTS / name) as font:
        assert "fvar" not in font
        assert (font["name"].getBestFamilyName(), font["OS/2"].usWeightClass) == WEIGHTS[weight]
        assert font["OS/2"].fsType == 0


def test_fonts_stay_small():
    """What every first visitor fetches, each further part, and the font for pictures keep to the size set for them."""
    size = {path.name: path.stat().st_size for path in FONTS.iterdir()}
    assert sum(size[f"{weight}.woff2"] for weight in WEIGHTS) < 0.8e6
    assert max(size[f"{weight}-common.woff2"] for weight in WEIGHTS) < 0.7e6
    assert max(size[f"{weight}-rare.woff2"] for weight in WEIGHTS) < 1.1e6
    assert size[PICTURE] < 3.2e6


def test_licence_is_beside_the_fonts():
    """The OFL text with the copyright lines of both families lies beside the font files."""
    text = read_text(FONTS / "OFL.txt")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert all(word in text for word in ("Adobe", "Google", "Reserved Font Name"))


def test_every_icon_that_is_named_is_drawn(monkeypatch):
    """Each icon that Streamlit or our code names is in the font that is sent, as far as Streamlit has it itself."""
    monkeypatch.syspath_prepend(ROOT / "tools")
    tool = importlib.import_module("build_icons")
    whole = tool.icons(TTFont(tool.whole()))
    held = tool.icons(TTFont(FONTS / "icons.woff2"))
    named = tool.drawn() & set(whole)
    assert {"keyboard_arrow_down", "upload", "menu_book"} <= named
    assert named - set(held) == set()
    assert len(held) * 10 < len(whole)

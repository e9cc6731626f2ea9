r"""Build the bundled fonts in static/fonts from whole fonts of Noto Sans SC and Noto Serif SC.

    python tools/build_fonts.py
    python tools/build_fonts.py --serif NotoSerifSC_600SemiBold.ttf

The first fetches Noto Sans SC with pip, from a package of fixed version and checksum, and builds the sans fonts.
The second builds the serif of the titles too, from a file that static/fonts/README.md tells where to find; without
it the serif files stay as they are. Every weight is cut into parts that share no character, so that a browser
fetches the rarer ones only for a page that needs them; the uncompressed font for pictures holds them all. The same
fonts, texts and fontTools version always give the same bytes: no time stamps are written.

Needs pip, fonttools and brotli (development dependencies).
"""

from __future__ import annotations

import argparse
import io
import json
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from pinned_wheel import member

ROOT = Path(__file__).resolve().parents[1]
FONTS = ROOT / "static" / "fonts"
SANS_PACKAGE = (
    "justmytype-intl-cjk==0.1.0 --hash=sha256:06d9665542bfcad373716bb80583aa2d9bb2086a054fe11f706b9bd41e03f256"
)
SANS_MEMBER = "justmytype_intl_cjk/fonts/ofl/notosanssc/NotoSansSC[wght].ttf"

# What the app draws without a reader's doing: its characters are what a first visit has to fetch.
SHOWN = (
    "seeds/*.txt",
    "data/*.csv",
    "data/*.json",
    "app.py",
    "pages/**/*.py",
    "components/**/*.py",
    "components/**/*.css",
    "components/**/*.js",
    "components/**/*.toml",
)
# What may come up beyond that: words that readers of texts look for, and places that a document may be about.
KNOWN = ("corpus/**/*.py", "corpus/**/*.csv")

# The official table of characters in common use (State Council, 2013), in its order.
STANDARD = ROOT / "tools" / "standard_characters.txt"
# Met in names, but neither in that table nor in GB2312; traditional family names are in corpus/texts/person_names.py.
NAMES = (
    "㻎倢凊勣叡喦囍囧夁夌姵寔寗巘帀彣惪慜敍晧暐朤朩杬槑汮澔濬瀞煇玊珮瓛畾禎"
    "稘筭緁縯翬荺莀菻袐誾趲逈逎釚鈊鉷鋐鍂鏵閎韡頔顥馡騵驫髙鱻鳯鵬鵾麃麤龑龘"
)

# Drawn from the first fetch on: ASCII, Latin-1, punctuation, arrows and numbers in circles.
PLAIN_RANGES = (
    (0x0020, 0x007E),
    (0x00A0, 0x00FF),
    (0x2010, 0x203A),
    (0x2190, 0x2193),
    (0x2460, 0x2473),
    (0x3000, 0x301F),
    (0xFF01, 0xFF65),
)
# Beyond GB2312; a font keeps what it has of them.
SYMBOL_RANGES = (
    (0x0100, 0x017F),  # Latin Extended-A
    (0x01CD, 0x01DC),  # pinyin vowels
    (0x2000, 0x206F),  # general punctuation
    (0x2070, 0x218F),  # superscripts, currency, letterlike symbols, number forms
    (0x2190, 0x23FF),  # arrows, mathematical operators, technical symbols
    (0x2460, 0x27BF),  # circled numbers, box drawing, shapes, symbols, dingbats
    (0x27E6, 0x27E7),  # the brackets of STAND_INS
    (0x3000, 0x303F),  # CJK symbols and punctuation
    (0xFFE0, 0xFFE6),  # full-width signs
)

# Characters the fonts lack, and the full-width form whose glyph they take: a person who codes a figure marks it in
# its quote with the mathematical white brackets.
STAND_INS = {"⟦": "〚", "⟧": "〛"}

# Horizontal text only: kerning, ligatures, language forms, tabular figures, and the spacing of CJK punctuation. A
# feature the source lacks is passed over.
FEATURES = ["ccmp", "liga", "locl", "kern", "mark", "tnum", "halt", "palt", "chws"]

# Tables of vertical text, and the description of an axis a static font lacks.
DROPPED_TABLES = ["vhea", "vmtx", "VORG", "STAT"]
NAME_IDS = [0, 1, 2, 4, 5, 6, 11, 13, 14]


@dataclass(frozen=True)
class Face:
    """One weight of one family: `name` begins the names of its files, `picture` asks for the uncompressed font too."""

    family: str
    style: str
    weight: int
    name: str
    picture: bool = False


SANS = (
    Face("Noto Sans SC", "Regular", 400, "NotoSansSC-Regular", picture=True),
    Face("Noto Sans SC", "Bold", 700, "NotoSansSC-Bold"),
)
SERIF = Face("Noto Serif SC", "SemiBold", 600, "NotoSerifSC-SemiBold")


def gb2312_characters(first_row: int = 1, last_row: int = 87) -> set[str]:
    """Return the GB2312 characters of a span of rows (16 to 55 are the level-1 hanzi)."""
    found = set()
    for row in range(first_row, last_row + 1):
        for cell in range(1, 95):
            try:
                found.add(bytes((0xA0 + row, 0xA0 + cell)).decode("gb2312"))
            except UnicodeDecodeError:
                continue  # an unassigned cell
    return found


def standard_characters() -> str:
    """Return the characters of the table of 2013 in its order: three levels, the third mostly of names."""
    return STANDARD.read_text(encoding="utf-8").replace("\n", "")


def range_characters(ranges: tuple[tuple[int, int], ...]) -> set[str]:
    """Return every character of the given inclusive code point ranges."""
    return {chr(code) for first, last in ranges for code in range(first, last + 1)}


def text_characters(patterns: tuple[str, ...], root: Path = ROOT) -> set[str]:
    """Return the printable characters of all files under root that match the patterns."""
    found: set[str] = set()
    for pattern in patterns:
        for path in sorted(root.glob(pattern)):
            text = path.read_text(encoding="utf-8-sig")
            if path.suffix == ".json":  # undo \uXXXX escapes
                text = json.dumps(json.loads(text), ensure_ascii=False)
            found.update(text)
    return {char for char in found if char.isprintable()}


def parts() -> dict[str, set[str]]:
    """Return the characters of each part of a weight, by the end of its file's name; no two parts share one.

    The first part holds what the app shows of itself, the second what most Chinese texts need, the third the rest of
    GB2312 and of the table of 2013, family names in traditional script, and whatever else the code or the list of
    divisions knows.
    """
    first = text_characters(SHOWN) | range_characters(PLAIN_RANGES)
    common = gb2312_characters(1, 55) | range_characters(SYMBOL_RANGES)
    rare = gb2312_characters() | set(standard_characters()) | set(NAMES) | text_characters(KNOWN)
    return {"": first, "-common": common - first, "-rare": rare - common - first}


def add_stand_ins(font: TTFont) -> None:
    """Map each character of STAND_INS that the font lacks to its stand-in's glyph."""
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format in (4, 12):
            for char, other in STAND_INS.items():
                if ord(other) in table.cmap:
                    table.cmap.setdefault(ord(char), table.cmap[ord(other)])


def cut(font: TTFont, characters: set[str]) -> None:
    """Cut a font down to the given characters, as far as it has them."""
    options = Options()
    options.layout_features = FEATURES
    options.drop_tables += DROPPED_TABLES
    options.name_IDs = NAME_IDS
    options.notdef_outline = True
    options.glyph_names = False
    # A mirrored sign (≤ of ≥) would come into a second part.
    options.bidi_closure = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes={ord(char) for char in characters})
    subsetter.subset(font)


def set_names(font: TTFont, face: Face) -> None:
    """Name a font after its family and weight: an instance of a variable font is named otherwise, and parts alike."""
    full, bold, regular = f"{face.family} {face.style}", face.weight == 700, face.weight == 400  # noqa: PLR2004
    for name_id, text in {1: face.family, 2: face.style, 4: full, 6: face.name}.items():
        font["name"].setName(text, name_id, 3, 1, 0x409)
    font["OS/2"].usWeightClass = face.weight
    font["OS/2"].fsSelection = bold << 5 | regular << 6
    font["head"].macStyle = int(bold)


def weight_of(source: bytes, face: Face, characters: set[str]) -> bytes:
    """Return one static weight of a whole font, variable or not, with the given characters, uncompressed.

    Raises ValueError where a static font is of another weight.
    """
    font = TTFont(io.BytesIO(source), recalcTimestamp=False)
    add_stand_ins(font)
    cut(font, characters)
    if "fvar" in font:
        font = instantiateVariableFont(font, {"wght": face.weight})
    elif font["OS/2"].usWeightClass != face.weight:
        message = f"the font is of weight {font['OS/2'].usWeightClass}; {face.family} is wanted in {face.weight}"
        raise ValueError(message)
    set_names(font, face)
    return saved(font)


def saved(font: TTFont) -> bytes:
    """Return a font as the bytes of its file."""
    buffer = io.BytesIO()
    font.save(buffer)
    return buffer.getvalue()


def build(source: bytes, face: Face, target: Path) -> None:
    """Build the files of one weight into target; print a line for each, and the characters that the font lacks."""
    wanted = parts()
    everything = set().union(*wanted.values())
    whole = weight_of(source, face, everything)
    if face.picture:
        write(target / f"{face.name}.ttf", whole)
    for ending, characters in wanted.items():
        font = TTFont(io.BytesIO(whole), recalcTimestamp=False)
        cut(font, characters)
        font.flavor = "woff2"
        write(target / f"{face.name}{ending}.woff2", saved(font))
    with TTFont(io.BytesIO(whole)) as font:
        held = {chr(code) for code in font.getBestCmap()}
    texts = text_characters(SHOWN) | gb2312_characters() | set(standard_characters()) | set(NAMES)
    missing = "".join(sorted(texts - held))
    print(f"  wanted, but not in this font: {missing or 'none'}")


def write(path: Path, data: bytes) -> None:
    """Write a font file, and say how large it is and how many characters it holds."""
    path.write_bytes(data)
    with TTFont(io.BytesIO(data), lazy=True) as font:
        print(f"{path.name}: {len(data):,} bytes, {len(font.getBestCmap()):,} characters")


def main() -> None:
    """Read the command line and build the fonts."""
    parser = argparse.ArgumentParser(description="Rebuild the bundled fonts.")
    parser.add_argument("--serif", type=Path, help="a whole Noto Serif SC, variable or SemiBold, to build it too")
    parser.add_argument("--target", type=Path, default=FONTS, help="folder to write to (default: static/fonts)")
    args = parser.parse_args()
    args.target.mkdir(parents=True, exist_ok=True)
    sans = member(SANS_PACKAGE, SANS_MEMBER)
    for face in SANS:
        build(sans, face, args.target)
    if args.serif:
        build(args.serif.read_bytes(), SERIF, args.target)


if __name__ == "__main__":
    main()

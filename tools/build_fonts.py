r"""Build the bundled fonts in static/fonts from npm font packages.

Reads the full static TrueType files of Noto Sans SC and Noto Serif SC from the
packages `@expo-google-fonts/noto-sans-sc` and `@expo-google-fonts/noto-serif-sc`,
cuts them down to the characters the app needs, and writes three WOFF2 files, one
uncompressed TTF and the licence text. The same packages, texts and fontTools
version always give the same bytes: no time stamps are written.

    npm install --prefix FOLDER @expo-google-fonts/noto-sans-sc@0.4.3 \\
                                @expo-google-fonts/noto-serif-sc@0.4.3
    python tools/build_fonts.py --packages FOLDER/node_modules

Needs fonttools and brotli (development dependencies only).
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[1]
SANS = "@expo-google-fonts/noto-sans-sc"
SERIF = "@expo-google-fonts/noto-serif-sc"
VERSIONS = {SANS: "0.4.3", SERIF: "0.4.3"}

# Texts whose every character goes into every font that has it.
TEXTS = (
    "seeds/*.txt",
    "data/*.csv",
    "data/*.json",
    "app.py",
    "pages/**/*.py",
    "components/**/*.py",
    "corpus/**/*.py",
)

# Unicode ranges for the sans fonts, beyond GB2312; a font keeps what it has of them.
SYMBOL_RANGES = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x017F),  # Latin-1 and Latin Extended-A
    (0x01CD, 0x01DC),  # pinyin vowels
    (0x2000, 0x206F),  # general punctuation
    (0x2070, 0x218F),  # superscripts, currency, letterlike symbols, number forms
    (0x2190, 0x23FF),  # arrows, mathematical operators, technical symbols
    (0x2460, 0x27BF),  # circled numbers, box drawing, shapes, symbols, dingbats
    (0x3000, 0x303F),  # CJK symbols and punctuation
    (0xFF01, 0xFF65),  # full-width forms, half-width punctuation
    (0xFFE0, 0xFFE6),  # full-width signs
)

# The serif font sets titles only: text, punctuation and a few marks.
TITLE_RANGES = (
    (0x0020, 0x007E),
    (0x00A0, 0x00FF),
    (0x2010, 0x203A),
    (0x2190, 0x2193),
    (0x3000, 0x301F),
    (0xFF01, 0xFF5E),
)
TITLE_MARKS = "×÷−≈≠≤≥∞√■□▲△▼▽◆◇○●◎★☆✓↗↘⇒①②③④⑤⑥⑦⑧⑨⑩№℃€™"

# Characters the source fonts lack, and the full-width form whose glyph they take:
# data/numbers.csv marks its figures with the mathematical white brackets.
STAND_INS = {"⟦": "〚", "⟧": "〛"}

# Horizontal text only: kerning, ligatures, language forms, tabular figures, and the
# spacing of CJK punctuation. A feature the source lacks is passed over.
FEATURES = ["ccmp", "liga", "locl", "kern", "mark", "tnum", "halt", "palt", "chws"]

# Tables of vertical text, and the description of an axis a static font lacks.
DROPPED_TABLES = ["vhea", "vmtx", "VORG", "STAT"]
NAME_IDS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 14, 16, 17]


@dataclass(frozen=True)
class Face:
    """One source file, the set of characters wanted and the files to write."""

    collection: str
    source: str
    charset: str
    outputs: tuple[str, ...]


FACES = (
    Face(SANS, "400Regular/NotoSansSC_400Regular.ttf", "text", ("NotoSansSC-Regular.woff2", "NotoSansSC-Regular.ttf")),
    Face(SANS, "700Bold/NotoSansSC_700Bold.ttf", "text", ("NotoSansSC-Bold.woff2",)),
    Face(SERIF, "600SemiBold/NotoSerifSC_600SemiBold.ttf", "title", ("NotoSerifSC-SemiBold.woff2",)),
)


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


def range_characters(ranges: tuple[tuple[int, int], ...]) -> set[str]:
    """Return every character of the given inclusive code point ranges."""
    return {chr(code) for first, last in ranges for code in range(first, last + 1)}


def text_characters(root: Path, patterns: tuple[str, ...] = TEXTS) -> set[str]:
    """Return the printable characters of all files under root that match the patterns."""
    found: set[str] = set()
    for pattern in patterns:
        for path in sorted(root.glob(pattern)):
            text = path.read_text(encoding="utf-8-sig")
            if path.suffix == ".json":  # undo \uXXXX escapes
                text = json.dumps(json.loads(text), ensure_ascii=False)
            found.update(text)
    return {char for char in found if char.isprintable()}


def wanted_characters(root: Path) -> dict[str, set[str]]:
    """Return the two character sets, "text" for the sans fonts and "title" for the serif."""
    texts = text_characters(root)
    return {
        "text": texts | gb2312_characters() | range_characters(SYMBOL_RANGES),
        "title": texts | gb2312_characters(16, 55) | range_characters(TITLE_RANGES) | set(TITLE_MARKS),
    }


def add_stand_ins(font: TTFont) -> None:
    """Map each character of STAND_INS that the font lacks to its stand-in's glyph."""
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format in (4, 12):
            for char, other in STAND_INS.items():
                if ord(other) in table.cmap:
                    table.cmap.setdefault(ord(char), table.cmap[ord(other)])


def subset_font(source: Path, characters: set[str]) -> TTFont:
    """Return the font at source cut down to the given characters."""
    options = Options()
    options.layout_features = FEATURES
    options.drop_tables += DROPPED_TABLES
    options.name_IDs = NAME_IDS
    options.notdef_outline = True
    options.glyph_names = False
    font = TTFont(source, recalcTimestamp=False)
    add_stand_ins(font)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes={ord(char) for char in characters})
    subsetter.subset(font)
    return font


def save_font(font: TTFont, target: Path) -> None:
    """Write the font, as WOFF2 or as a plain TrueType file, after the target's suffix."""
    font.flavor = "woff2" if target.suffix == ".woff2" else None
    font.save(target)


def licence_text(packages: Path) -> str:
    """Return the OFL text of the sans package, headed by the copyright lines of both."""
    heads = []
    body = ""
    for collection, title in ((SANS, "Noto Sans SC"), (SERIF, "Noto Serif SC")):
        text = (packages / collection / "LICENSE_FONT").read_text(encoding="utf-8")
        first, rest = text.split("\n", 1)
        face = next(face for face in FACES if face.package == collection)
        with TTFont(packages / collection / face.source, lazy=True) as font:
            notice = font["name"].getDebugName(0)
        heads.append(f"{title} (licence file): {first.strip()}\n{title} (in the font): {notice}\n")
        body = body or rest
    lines = [line.rstrip() for line in ("".join(heads) + body).splitlines()]
    return "\n".join(lines).rstrip("\n") + "\n"


def check_versions(packages: Path) -> None:
    """Say which package versions are read, and which differ from the recorded ones."""
    for collection, recorded in VERSIONS.items():
        manifest = (packages / collection / "package.json").read_text(encoding="utf-8")
        found = json.loads(manifest)["version"]
        note = "" if found == recorded else f" (the bundled files were built from {recorded})"
        print(f"{collection} {found}{note}")


def build(packages: Path, target: Path, root: Path = ROOT) -> None:
    """Build every font and the licence file into target, and print a line for each."""
    check_versions(packages)
    target.mkdir(parents=True, exist_ok=True)
    wanted = wanted_characters(root)
    texts = text_characters(root)
    for face in FACES:
        font = subset_font(packages / face.package / face.source, wanted[face.charset])
        covered = {chr(code) for code in font.getBestCmap()}
        for name in face.outputs:
            save_font(font, target / name)
            size = (target / name).stat().st_size
            print(f"{name}: {size:,} bytes, {len(covered):,} characters")
        missing = "".join(sorted(texts - covered))
        if missing:
            print(f"  in the texts but not in this font: {missing}")
    (target / "OFL.txt").write_text(licence_text(packages), encoding="utf-8", newline="\n")


def main() -> None:
    """Read the command line and build the fonts."""
    parser = argparse.ArgumentParser(description="Rebuild the bundled fonts.")
    parser.add_argument(
        "--packages", type=Path, required=True, help="the node_modules folder that holds the two font packages"
    )
    parser.add_argument(
        "--target", type=Path, default=ROOT / "static" / "fonts", help="folder to write to (default: static/fonts)"
    )
    args = parser.parse_args()
    build(args.packages, args.target)


if __name__ == "__main__":
    main()

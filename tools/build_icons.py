"""Build static/fonts/icons.woff2: of Streamlit's font of icons those that Streamlit and the app draw.

    python tools/build_icons.py

Streamlit's own holds some four thousand, a fifth of what a first visit fetches; components/hosting/delivery.py sends
this in its place. To be built again when Streamlit's version changes, or when the code draws another icon:
tests/test_fonts.py tells. Needs fonttools and brotli (development dependencies).
"""

import io
import re
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from streamlit.file_util import get_static_dir

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "static" / "fonts" / "icons.woff2"
DRAWING = ("app.py", "pages/*.py", "components/**/*.py", "components/**/*.toml", "components/**/*.js")
STREAMLIT = ("**/*.js", "**/*.py")
_NAME = re.compile(r":material/([a-z0-9_]+)")


def whole() -> Path:
    """Return where Streamlit keeps its font of icons. Raises StopIteration where it has none of that name."""
    return next(Path(get_static_dir()).rglob("MaterialSymbols-Rounded.*.woff2"))


def drawn() -> set[str]:
    """Return the names of the icons that Streamlit and our code name."""
    folders = {Path(get_static_dir()).parent: STREAMLIT, ROOT: DRAWING}
    files = [path for folder, patterns in folders.items() for pattern in patterns for path in folder.glob(pattern)]
    return {name for path in files for name in _NAME.findall(path.read_text(encoding="utf-8"))}


def icons(font: TTFont) -> dict[str, str]:
    """Return the icons of a font, each a ligature of the letters of its name: name → glyph."""
    letters = {glyph: chr(code) for code, glyph in font.getBestCmap().items() if code < 128}  # noqa: PLR2004 ASCII
    found = {}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            for first, ligatures in getattr(getattr(table, "ExtSubTable", table), "ligatures", {}).items():
                for ligature in ligatures:
                    name = [letters.get(glyph, "?") for glyph in (first, *ligature.Component)]
                    found["".join(name)] = ligature.LigGlyph
    return found


def main() -> None:
    """Build the font and say how large it is."""
    font = TTFont(whole(), recalcTimestamp=False)
    held = icons(font)
    names = drawn() & set(held)
    options = Options()
    options.layout_closure = False
    options.layout_features = ["*"]
    options.glyph_names = False
    subsetter = Subsetter(options)
    subsetter.populate(text="abcdefghijklmnopqrstuvwxyz0123456789_ ", glyphs=[held[name] for name in names])
    subsetter.subset(font)
    font.flavor = "woff2"
    buffer = io.BytesIO()
    font.save(buffer)
    TARGET.write_bytes(buffer.getvalue())
    print(f"{TARGET.name}: {len(buffer.getvalue()):,} bytes, {len(names)} icons")
    print(f"  named, but not in Streamlit's font: {' '.join(sorted(drawn() - set(held))) or 'none'}")


if __name__ == "__main__":
    main()

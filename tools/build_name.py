"""Draw the app's name as static/name-zh.svg and static/name-en.svg, its letters as outlines of the font of titles.

    python tools/build_name.py

A picture cannot use the fonts of the page it stands in. One colour serves the light ground and the dark one.

Needs fonttools and brotli (development dependencies).
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[1]
FONT = ROOT / "static" / "fonts" / "NotoSerifSC-SemiBold.woff2"
STRINGS = ROOT / "components" / "strings.toml"
COLOUR = "#c54a30"


def drawn(text: str, font: TTFont) -> str:
    """A text in one line as SVG, cut to its ink."""
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    outline, bounds, at = SVGPathPen(glyphs, ntos=lambda number: f"{number:.0f}"), BoundsPen(glyphs), 0
    for letter in text:
        glyph = glyphs[names[ord(letter)]]
        for pen in (outline, bounds):
            glyph.draw(TransformPen(pen, (1, 0, 0, -1, at, 0)))
        at += glyph.width
    left, top, right, bottom = bounds.bounds
    box = f"{left:.0f} {top:.0f} {right - left:.0f} {bottom - top:.0f}"
    path = f'<path fill="{COLOUR}" d="{outline.getCommands()}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"><title>{text}</title>{path}</svg>\n'


def main() -> None:
    """Write both files."""
    names = tomllib.loads(STRINGS.read_text(encoding="utf-8"))["app"]["name"]
    font = TTFont(FONT)
    for language, name in zip(("zh", "en"), names, strict=True):
        (ROOT / "static" / f"name-{language}.svg").write_text(drawn(name, font), encoding="utf-8")


if __name__ == "__main__":
    main()

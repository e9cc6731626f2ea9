"""The letters of a picture, carried in its file, so that Chinese is right where there is no Chinese font."""

import io
import re
from base64 import b64encode

from corpus.paths import STATIC

_FAMILY = "Noto Sans SC"
_OPENING = re.compile(r"<svg\b[^>]*>")


def with_letters(svg: str) -> bytes:
    """An SVG with the letters that it draws as an embedded font, a subset of the bundled one (SIL OFL 1.1)."""
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415 takes 0.2 s and is needed on a click only
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    # Without the time of its making: the same picture is the same file.
    with TTFont(STATIC / "fonts" / "NotoSansSC-Regular.ttf", recalcTimestamp=False) as font:
        # Layout features are left out: the texts are set letter by letter as the server measured them.
        subsetter = Subsetter(Options(layout_features=[], notdef_outline=True))
        subsetter.populate(text=svg)
        subsetter.subset(font)
        buffer = io.BytesIO()
        font.save(buffer)
    source = f"data:font/ttf;base64,{b64encode(buffer.getvalue()).decode()}"
    style = f"<style>@font-face {{ font-family: '{_FAMILY}'; src: url({source}); }}</style>"
    return _OPENING.sub(lambda opening: opening.group() + style, svg, count=1).encode()

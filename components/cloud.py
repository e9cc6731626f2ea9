"""A word cloud drawn as SVG in the page's own type; a click or Enter on a word returns it."""

from collections.abc import Mapping
from html import escape

import pandas as pd

from components.browser_part import browser_part
from components.charts.theme import PILLARS
from components.language import say
from corpus import cloud as plane
from corpus.cloud import Placed
from corpus.paths import STATIC

_cloud = browser_part("cloud", '<div class="cloud"></div><template><svg></svg></template>')
_PAPER, _INK = "#fbf9f4", "#24211d"


def cloud(rows: pd.DataFrame, placed: list[Placed], key: str, *, caption: str, coloured: bool) -> str:
    """Draw `placed` words; `rows` of `corpus.words.word_table` tell what is said of each. Returns the word opened.

    A word that one article alone carries is underlined with dots.
    """
    by_word = {row["concept"]: row for row in rows.to_dict("records")}
    words = [
        {
            "word": item.word,
            "x": item.x,
            "y": item.y,
            "size": item.size,
            "told": told(by_word[item.word]),
            "colour": PILLARS[by_word[item.word]["pillar_id"]] if coloured and by_word[item.word]["pillar_id"] else "",
            "single": by_word[item.word]["articles"] == 1,
        }
        for item in placed
    ]
    result = _cloud(
        key=key,
        data={
            "words": words,
            "width": plane.WIDTH,
            "height": plane.HEIGHT,
            "caption": caption,
            "none": say("words.none"),
        },
        on_opened_change=lambda: None,
    )
    return result.opened or ""


def told(row: Mapping[str, object]) -> str:
    """What is said of a word where it is pointed at."""
    return say(
        "words.told",
        word=row["concept"],
        count=row["count"],
        rate=f"{row['rate']:.1f}",
        articles=row["articles"],
    )


def cloud_svg(rows: pd.DataFrame, placed: list[Placed], title: str, stamp: list[str], *, coloured: bool) -> bytes:
    """A cloud as an SVG file, its title above and its settings below."""
    pillars = dict(zip(rows["concept"], rows["pillar_id"], strict=True))
    line, top = 18, 44
    height = top + plane.HEIGHT + line * (len(stamp) + 1)
    width = plane.WIDTH + 40
    size = f'width="{width}" height="{height}" viewBox="-20 0 {width} {height}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="Noto Sans SC, sans-serif" fill="{_INK}">',
        f'<rect x="-20" width="{width}" height="{height}" fill="{_PAPER}"/>',
        f'<text x="0" y="28" font-size="18" font-weight="700">{escape(title)}</text>',
    ]
    for item in placed:
        colour = PILLARS[pillars[item.word]] if coloured and pillars[item.word] else _INK
        parts.append(
            f'<text x="{item.x}" y="{item.y + top}" font-size="{item.size}" fill="{colour}">{escape(item.word)}</text>'
        )
    parts += [
        f'<text x="0" y="{top + plane.HEIGHT + line * rank}" font-size="11">{escape(text)}</text>'
        for rank, text in enumerate(stamp, 1)
    ]
    return ("\n".join(parts) + "\n</svg>\n").encode()


def cloud_png(svg: bytes) -> bytes:
    """The same picture as PNG, twice as sharp, drawn with the bundled fonts."""
    import vl_convert  # noqa: PLC0415 takes 150 ms and is needed on a click only

    vl_convert.register_font_directory(str(STATIC / "fonts"))
    return vl_convert.svg_to_png(svg.decode(), scale=2)

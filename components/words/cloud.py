"""A word cloud drawn as SVG in the page's own type; a click or Enter on a word returns it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

import pandas as pd
import streamlit as st

from components.charts.theme import INK, PAPER, PILLARS, lettered, on_paper
from components.frame.browser_part import browser_part
from components.frame.language import current, say
from components.frame.names import joined
from components.frame.opened import open_named
from components.parts.alternatives import of_cloud
from corpus.collection.tables import records
from corpus.paths import STATIC
from corpus.words import cloud_layout as plane
from corpus.words.cloud_layout import Placed

_cloud = browser_part(
    "cloud", '<div class="cloud"></div><template><svg></svg></template>', shared=("focus_after_drawer", "roving")
)
_legend = browser_part("legend", "<ul></ul>")
_UNDERLINED = {"text-decoration": "underline"}
COLOUR_SHARE = 0.62
"""How much of a word's colour is its pillar's, the rest being ink: small letters in the bare colours are too pale."""


@dataclass(frozen=True)
class Look:
    """How clouds are drawn: pillar → its name, the statistic they go by, whether words have the colour of a pillar.

    `ink` and `single` say what words in ink, and words that are underlined, have in common.
    """

    pillars: Mapping[str, str]
    by: str
    ink: str
    single: str
    coloured: bool

    def colour(self, pillar: str) -> str:
        """The colour of a pillar's words, "" for ink."""
        return PILLARS[pillar] if self.coloured and pillar else ""

    def letter(self, pillar: str) -> str:
        """The letter behind a pillar's words, which says without colour what the colour says."""
        return pillar if self.coloured else ""

    def used(self, pillars: Iterable[str]) -> dict[str, str]:
        """Name → colour of the pillars that some words have, in the order of the pillars."""
        seen = set(pillars)
        return {
            name: self.colour(pillar)
            for pillar, name in lettered(self.pillars).items()
            if pillar in seen and self.coloured
        }


@dataclass(frozen=True)
class Drawing:
    """A cloud: `rows` of `corpus.words.table.word_table`, those of their words that are `placed`, and how it looks.

    `title` says whose words they are, `made_with` with which settings, in a few lines.
    """

    rows: pd.DataFrame
    placed: Sequence[Placed]
    look: Look
    title: str
    made_with: Sequence[str]

    @property
    def legend(self) -> dict[str, str]:
        """Name → colour of the pillars that words of the cloud have, in the order of the pillars."""
        pillars = dict(zip(self.rows["concept"], self.rows["pillar_id"], strict=True))
        return self.look.used(pillars[item.word] for item in self.placed)


def browser_words(drawing: Drawing) -> list[dict[str, object]]:
    """The words of a cloud as the browser takes them; one that a single article carries is underlined with dots."""
    by_word = {row["concept"]: row for row in records(drawing.rows)}
    return [
        {
            "word": item.word,
            "x": item.x,
            "y": item.y,
            "size": item.size,
            "told": told(by_word[item.word], drawing.look),
            "colour": drawing.look.colour(by_word[item.word]["pillar_id"]),
            "letter": drawing.look.letter(by_word[item.word]["pillar_id"]),
            "letter_size": plane.letter_size(item.size),
            "single": by_word[item.word]["articles"] == 1,
        }
        for item in drawing.placed
    ]


def cloud(words: Sequence[Mapping[str, object]], title: str, key: str, region: str = "", none: str = "") -> str:
    """Draw `browser_words`, `title` saying whose they are; return the word just opened, with its region, "" for none.

    `none` is what is said where no word is drawn.
    """

    def named(word: str | None) -> str:
        return joined(region, word) if word else ""

    result = _cloud(
        key=key,
        data={
            "words": list(words),
            "width": plane.WIDTH,
            "height": plane.HEIGHT,
            "caption": of_cloud(title, words) + say("alt.keys"),
            "none": none or say("words.none"),
            "share": f"{COLOUR_SHARE:.0%}",
            "gap": plane.GAP,
        },
        on_opened_change=lambda: open_named(named(st.session_state[key].opened)),
    )
    return named(result.opened)


def legend(pillars: Mapping[str, str]) -> None:
    """Which colour is which pillar: name → colour, and ink for all other words."""
    items = [{"name": name, "colour": colour} for name, colour in pillars.items()]
    names = [*items, {"name": say("words.ink_word"), "colour": ""}]
    _legend(key="words.legend", data={"items": names, "share": f"{COLOUR_SHARE:.0%}", "caption": say("filter.pillar")})


def told(row: Mapping[str, object], look: Look) -> str:
    """What is said of a word where it is pointed at."""
    parts = [
        say(
            "words.told",
            word=row["concept"],
            count=row["count"],
            rate=f"{row['rate']:.1f}",
            articles=row["articles"],
        )
    ]
    if look.by == "keyness":
        parts.append(say("words.told_keyness", g2=f"{row['g2']:.1f}", log_ratio=f"{row['log_ratio']:+z.1f}"))
    if look.by == "tf_idf":
        parts.append(say("words.told_tf_idf", tf_idf=f"{row['tf_idf']:.1f}"))
    if row["pillar_id"]:
        parts.append(look.pillars[row["pillar_id"]])
    if current() == "en" and row["gloss_en"]:
        parts.append(row["gloss_en"])
    return " · ".join(parts)


def cloud_svg(drawing: Drawing) -> bytes:
    """A cloud as an SVG file: its title and its legend above, its settings below."""
    look = drawing.look
    single = set(drawing.rows.loc[drawing.rows["articles"] == 1, "concept"])
    legend_items: list[tuple[str, str | None]] = list(drawing.legend.items())
    legend_items += [(look.ink, "")] if look.coloured else []
    legend_items += [(look.single, None)] if any(item.word in single for item in drawing.placed) else []
    pillars = dict(zip(drawing.rows["concept"], drawing.rows["pillar_id"], strict=True))
    line, across = 18, 3
    top = 44 + line * -(-len(legend_items) // across)
    width, height = plane.WIDTH + 40, top + plane.HEIGHT + line * (len(drawing.made_with) + 1)
    size = f'width="{width}" height="{height}" viewBox="-20 0 {width} {height}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="Noto Sans SC, sans-serif" fill="{INK}">',
        f'<rect x="-20" width="{width}" height="{height}" fill="{PAPER}"/>',
        _text(0, 28, 18, drawing.title),
    ]
    for rank, (name, colour) in enumerate(legend_items):
        x, y = rank % across * (plane.WIDTH // across), 50 + line * (rank // across)
        if colour is None:
            parts.append(_text(x, y, 11, name, **_UNDERLINED))
        else:
            parts += [_text(x, y, 11, "■", fill=_mixed(colour)), _text(x + 16, y, 11, name)]
    for item in drawing.placed:
        marked = _UNDERLINED if item.word in single else {}
        pillar = pillars[item.word]
        word = _text(item.x, item.y + top, item.size, item.word, fill=_mixed(look.colour(pillar)), **marked)
        if letter := look.letter(pillar):
            tail = f'<tspan dx="{plane.GAP}" font-size="{plane.letter_size(item.size)}">{escape(letter)}</tspan></text>'
            word = word.replace("</text>", tail)
        parts.append(word)
    parts += [_text(0, top + plane.HEIGHT + line * rank, 11, text) for rank, text in enumerate(drawing.made_with, 1)]
    return ("\n".join(parts) + "\n</svg>\n").encode()


def _text(x: int, y: int, size: int, text: str, **attributes: str) -> str:
    more = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f'<text x="{x}" y="{y}" font-size="{size}"{more}>{escape(text)}</text>'


def _mixed(colour: str) -> str:
    """A colour with its share of ink, as the page mixes it."""
    if not colour:
        return INK
    pairs = zip(_channels(on_paper(colour)), _channels(INK), strict=True)
    return "#" + "".join(f"{round(COLOUR_SHARE * own + (1 - COLOUR_SHARE) * ink):02x}" for own, ink in pairs)


def _channels(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def cloud_png(svg: bytes) -> bytes:
    """The same picture as PNG, twice as sharp, drawn with the bundled fonts."""
    import vl_convert  # noqa: PLC0415 takes 150 ms and is needed on a click only

    vl_convert.register_font_directory(str(STATIC / "fonts"))
    return vl_convert.svg_to_png(svg.decode(), scale=2)

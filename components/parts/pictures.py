"""A chart to take away as PNG or SVG, with its title, its sources and the date in the picture."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial

import altair as alt
import streamlit as st

from components.charts.theme import PAPER, on_paper
from components.frame.language import say, say_in
from components.frame.shown import shown
from components.parts.copy_button import copy_button
from components.parts.downloads import download_button
from components.parts.embedded_font import with_letters
from components.parts.taken_name import taken_name
from corpus.coding.evidence import evidence
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.export.citation import cited_view, source_line
from corpus.paths import STATIC

WIDTH = 760
"""Width of a picture in CSS pixels, before it is drawn twice as sharp."""
_SCALE = 2
_LINES = 6
"""How many sources a picture names before it says how many more there are."""


Draw = Callable[[], alt.TopLevelMixin]
"""What gives a chart, on the click of a button and outside any page."""


def picture_downloads(collection: Collection, draw: Draw, title: str, row_ids: Sequence[str], key: str) -> None:
    """Buttons for a chart as PNG and as SVG, and one that copies how it is cited, which stands in the picture too.

    `row_ids` are the rows it draws, whose articles are named in it.
    """
    seen = shown()
    cited = cited_view(collection, seen.cited(title), seen.language)

    def lines() -> list[str]:
        return [*_sources(collection, row_ids, seen.language), cited]

    with st.container(horizontal=True):
        name = taken_name(title, len(row_ids), "png", seen.filters).removesuffix(".png")
        picture_buttons(draw, title, lines, f"{key}_{len(row_ids)}", called=name)
        copy_button(cited, say("cite.copy_view"), f"cite.{key}")


def picture_buttons(draw: Draw, title: str, lines: Callable[[], Sequence[str]], key: str, *, called: str) -> None:
    """Two buttons for a chart; `lines` stand under its title, `called` is the file's name without its ending."""
    for kind, mime in (("png", "image/png"), ("svg", "image/svg+xml")):
        build = partial(_picture, draw, title, lines, kind)
        download_button(kind.upper(), build, f"{key}.{kind}", mime, called=f"{called}.{kind}")


def _picture(draw: Draw, title: str, lines: Callable[[], Sequence[str]], kind: str) -> bytes:
    return picture_file(draw(), title, lines(), kind)


def _sources(collection: Collection, row_ids: Sequence[str], language: Language) -> list[str]:
    """The reference lines of the articles, then the date and the version."""
    say = partial(say_in, language)
    documents = dict.fromkeys(evidence(collection, row_id).document_id for row_id in row_ids)
    cited = [source_line(collection, document) for document in documents]
    more = [say("picture.more", count=len(cited) - _LINES)] if len(cited) > _LINES else []
    made = say("picture.made", version=collection.version, date=datetime.now(UTC).date().isoformat())
    return [*cited[:_LINES], *more, made]


def picture_file(chart: alt.TopLevelMixin, title: str, lines: Sequence[str], kind: str) -> bytes:
    """The chart on our paper, in our type, as PNG or SVG; `lines` stand under the title.

    Text is drawn with the bundled fonts, which an SVG carries with it: Chinese is right where no Chinese font is.
    """
    import vl_convert  # noqa: PLC0415 takes 150 ms and is needed on a click only

    vl_convert.register_font_directory(str(STATIC / "fonts"))
    heading = alt.TitleParams(
        text=title, subtitle=list(lines), anchor="start", fontSize=18, subtitleFontSize=11, subtitlePadding=6, offset=16
    )
    # A column of charts has no width of its own: its charts bring theirs.
    width = {} if isinstance(chart, alt.VConcatChart) else {"width": WIDTH}
    whole = chart.properties(title=heading, padding=24, background=PAPER, **width)
    spec = on_paper(whole.to_json())
    if kind == "svg":
        return with_letters(vl_convert.vegalite_to_svg(spec))
    return vl_convert.vegalite_to_png(spec, scale=_SCALE)

"""Clouds side by side, each with the table that says the same."""

from dataclasses import dataclass
from math import ceil

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.charts.theme import lettered
from components.frame.language import current, say
from components.frame.names import joined
from components.frame.state import State
from components.frame.told import told
from components.parts.downloads import download_button
from components.parts.embedded_font import with_letters
from components.parts.evidence_table import Table, evidence_table
from components.parts.taken_name import taken_name
from components.words.cloud import Drawing, Look, browser_words, cloud, cloud_png, cloud_svg, legend
from components.words.settings import ORDERS, Settings, places_of, stamp
from corpus.collection.collection import Collection
from corpus.collection.facets import facet_labels
from corpus.collection.memo import latest_results
from corpus.collection.tables import records
from corpus.export.files import csv_file
from corpus.words.cloud_layout import layout
from corpus.words.concordance import Sentence, of_concept, sentences
from corpus.words.keyness import LEVEL
from corpus.words.selection import others
from corpus.words.table import CLASSES, standing_out, word_table

_DRAWN = 80
"""Words in a cloud; the table has them all."""
_ACROSS = 3
"""How many clouds a row holds."""


def region_words(collection: Collection, settings: Settings, region: str) -> pd.DataFrame:
    """The words of a region under the settings, what the statistic asks for first; "" is all regions."""
    selection = settings.selection(*((region,) if region else ()))
    rows = word_table(collection, selection, others(collection, selection), settings.left_out, settings.least)
    if not settings.single:
        rows = rows[rows["articles"] > 1]
    if settings.by == "keyness":
        rows = rows[rows["log_ratio"] > 0]
    return rows.sort_values([ORDERS[settings.by], "concept"], ascending=[False, True], ignore_index=True)


def clouds(collection: Collection, settings: Settings, _state: State) -> str:
    """Draw one cloud and one table for every region chosen, on one scale; return the word just opened."""
    regions = settings.regions or ("",)
    largest = max((_largest(collection, settings, region) for region in regions), default=0.0)
    st.caption(say(f"words.note_{settings.by}"))
    with st.expander(say("words.plainly")):
        st.markdown(say("words.plainly_text"))
    if settings.by == "keyness" and not largest:
        st.markdown(say("words.no_reference"))
    parts = [_part(collection, settings, region, largest, current()) for region in regions]
    if settings.coloured:
        used = {name: colour for part in parts for name, colour in part.drawing.legend.items()}
        names = lettered(facet_labels(collection, "pillar", "pillar_id", current())).values()
        legend({name: used[name] for name in names if name in used})
    counts = [say("words.counted", title=part.drawing.title, count=len(part.lines)) for part in parts]
    told(say("app.items").join(counts), seen=False)
    opened = ""
    for region, part, place in zip(regions, parts, _places(len(regions)), strict=True):
        opened = _draw(part, region, settings.by, place) or opened
    return opened


@latest_results(64)
def _largest(collection: Collection, settings: Settings, region: str) -> float:
    """The most that a word of a region has of what its cloud goes by, 0 where there is none."""
    rows = region_words(collection, settings, region)
    return float(rows[ORDERS[settings.by]].max()) if len(rows) else 0.0


@dataclass(frozen=True)
class _Part:
    """All that is shown of a region: its cloud as drawn and as the browser takes it, its table, and its file."""

    drawing: Drawing
    words: list[dict[str, object]]
    table: Table
    lines: list[dict[str, object]]
    frame: pd.DataFrame


@latest_results(64)
def _part(collection: Collection, settings: Settings, region: str, largest: float, _language: str) -> _Part:
    """What is shown of a region, made once for the same settings, scale and language (which is that of this run)."""
    rows = region_words(collection, settings, region)
    column = ORDERS[settings.by]
    # What chance alone may bring forth is in the table, and no picture.
    top = rows[rows["stands_out"] if settings.by == "keyness" else rows[column] > 0].head(_DRAWN)
    letters = dict(zip(top["concept"], top["pillar_id"], strict=True)) if settings.coloured else {}
    placed = layout(dict(zip(top["concept"], top[column].astype(float), strict=True)), largest, letters)
    regions = (region,) if region else ()
    pillars = facet_labels(collection, "pillar", "pillar_id", current())
    look = Look(pillars, settings.by, say("words.ink_word"), say("words.single_key"), coloured=settings.coloured)
    drawing = Drawing(rows, placed, look, places_of(collection, regions), _made_with(collection, settings, regions))
    return _Part(drawing, browser_words(drawing), *_table(drawing, region), _file(drawing))


@dataclass(frozen=True)
class _Place:
    """Where the cloud of a region and its table stand; `apart` means that others stand between them."""

    cloud: DeltaGenerator
    table: DeltaGenerator
    apart: bool = False


def _places(regions: int) -> list[_Place]:
    """One cloud has its table at its side; few stand in a row, each over its table; more in rows over all tables."""
    if regions == 1:
        return [_Place(*st.columns(2, gap="large"))]
    if regions <= _ACROSS:
        return [_Place(column.container(), column.container()) for column in st.columns(regions, gap="large")]
    return [_Place(above, below, apart=True) for above, below in zip(_grid(regions), _grid(regions), strict=True)]


def _grid(regions: int) -> list[DeltaGenerator]:
    """A place for each region, in rows of like length, none wider than can be read."""
    wide = ceil(regions / ceil(regions / _ACROSS))
    rows = [st.columns(wide, gap="large") for _ in range(0, regions, wide)]
    return [place for row in rows for place in row][:regions]


def cloud_sentences(
    collection: Collection, settings: Settings, _state: State, region: str, word: str
) -> list[Sentence]:
    """The sentences of a word in the text of its cloud: as many places as its cloud counts."""
    regions = (region,) if region else settings.regions
    return sentences(collection, of_concept(collection, word, settings.selection(*regions)))


def _made_with(collection: Collection, settings: Settings, regions: tuple[str, ...]) -> list[str]:
    own = say("words.stamp_by", by=say(f"words.by_{settings.by}"), least=settings.least)
    against = say("words.stamp_others" if regions else "words.stamp_rest")
    hidden = () if settings.single else (say("words.single"),)
    lines = [say("app.items").join((own, against, *hidden))]
    if settings.by == "keyness":
        selection = settings.selection(*regions)
        found = standing_out(collection, selection, others(collection, selection), settings.left_out, settings.least)
        lines.append(
            say(
                "words.stamp_tested",
                least=settings.least,
                tested=found.count,
                passed=int(found.stands_out.sum()),
                level=f"{LEVEL:.0%}",
            )
        )
    return stamp(collection, settings, regions, *lines)


def _draw(part: _Part, region: str, by: str, place: _Place) -> str:
    """A cloud and its table in their places; returns the word just opened with its region."""
    drawing = part.drawing
    key = f"words.cloud.{region or 'all'}"
    with place.cloud:
        st.subheader(drawing.title, anchor=False)
        opened = cloud(part.words, drawing.title, key, region, say("words.none_stands_out") if by == "keyness" else "")
    with place.table:
        if place.apart:
            st.markdown(f"**{drawing.title}**")
        picked = evidence_table(part.lines, part.table, f"{key}.table")
        _files(part, region, by)
    return opened or picked


def _files(part: _Part, region: str, by: str) -> None:
    """The files of a cloud and its table, and what they were made with."""
    drawing = part.drawing
    view = say("words.section_clouds")
    files = (
        ("png", lambda: cloud_png(cloud_svg(drawing)), "image/png"),
        ("svg", lambda: with_letters(cloud_svg(drawing).decode()), "image/svg+xml"),
        ("csv", lambda: csv_file(part.frame), "text/csv"),
    )
    with st.container(horizontal=True):
        for ending, build, mime in files:
            name = taken_name(view, len(part.lines), ending, {say("words.by"): say(f"words.by_{by}")}, drawing.title)
            download_button(ending.upper(), build, f"cloud_{region or 'all'}_{by}.{ending}", mime, called=name)
    st.caption("  \n".join(drawing.made_with))


_COLUMNS = {
    "words.count": ("count", "{:.0f}"),
    "words.rate": ("rate", "{:.1f}"),
    "words.articles": ("articles", "{:.0f}"),
    "words.dispersion": ("dispersion", "{:.2f}"),
    "words.tf_idf": ("tf_idf", "{:.1f}"),
    "words.g2": ("g2", "{:.1f}"),
    "words.log_ratio": ("log_ratio", "{:+z.1f}"),
}
"""Title of a column → the column of a word table, and how a value is written."""
_SHOWN = [name for name in _COLUMNS if name != "words.tf_idf"]
_FIRST = {"frequency": (), "tf_idf": ("words.tf_idf",), "keyness": ("words.g2", "words.log_ratio")}
"""Statistic that a cloud goes by → the columns that stand first in its table."""


def _table(drawing: Drawing, region: str) -> tuple[Table, list[dict[str, object]]]:
    """The words as a table, equal in rank to the cloud, and its rows."""
    first = _FIRST[drawing.look.by]
    shown = {name: _COLUMNS[name] for name in (*first, *(name for name in _SHOWN if name not in first))}
    lines = []
    for row in records(drawing.rows):
        cells = [written.format(row[column]) for column, written in shown.values()]
        if "words.g2" in first and row["stands_out"]:
            cells[list(shown).index("words.g2")] = f"●{cells[list(shown).index('words.g2')]}"
        if row["articles"] == 1:
            cells[list(shown).index("words.articles")] += "*"
        values = [float(row[column]) for column, _ in shown.values()]
        lines.append(
            {
                "id": joined(region, row["concept"]),
                "cells": [row["concept"], *cells],
                "sort": dict(enumerate(values, 1)),
            }
        )
    columns = {say("words.word"): "short"} | {say(name): "num" for name in shown}
    return Table(columns, say("words.table_caption", region=drawing.title), 380), lines


def _file(drawing: Drawing) -> pd.DataFrame:
    """The words as a table to take away, with what they were counted with."""
    rows = drawing.rows
    kinds = {"": "", "term": say("words.term")} | {kind: say(f"words.out_{kind}") for kind in CLASSES}
    return pd.DataFrame(
        {
            say("words.word"): rows["concept"],
            say("words.kind"): rows["kind"].map(kinds),
            say("filter.pillar"): rows["pillar_id"].map(lambda pillar: drawing.look.pillars.get(pillar, "")),
            say("words.written"): rows["words"],
            # Without the plus, which a spreadsheet takes for a formula.
            **{
                say(title): rows[column].map(written.replace("+", "").format)
                for title, (column, written) in _COLUMNS.items()
            },
            say("words.reference"): rows["reference"].astype(str),
            say("words.chance"): rows["chance"].map("{:.2g}".format),
            say("words.stands_out"): rows["stands_out"].map({True: "●", False: ""}),
            say("words.made_with"): " | ".join(drawing.made_with),
        }
    )

"""Clouds side by side, each with the table that says the same."""

import pandas as pd
import streamlit as st

from components.cloud import Drawing, Look, cloud, cloud_png, cloud_svg, legend
from components.downloads import download_button
from components.embedded_font import with_letters
from components.evidence_table import Table, evidence_table
from components.language import current, say
from components.word_settings import ORDERS, Settings, places_of, stamp
from corpus.cloud import Placed, layout
from corpus.concordance import Sentence, of_concept, sentences
from corpus.export import csv_file
from corpus.facets import facet_labels
from corpus.memo import latest_per_package
from corpus.package import Package
from corpus.words import CLASSES, others, word_table

_DRAWN = 80
"""Words in a cloud; the table has them all."""


def region_words(package: Package, settings: Settings, region: str) -> pd.DataFrame:
    """The words of a region under the settings, what the statistic asks for first; "" is all regions."""
    selection = settings.selection(*((region,) if region else ()))
    rows = word_table(package, selection, others(package, selection), settings.left_out, settings.least)
    if not settings.single:
        rows = rows[rows["articles"] > 1]
    if settings.by == "keyness":
        rows = rows[rows["log_ratio"] > 0]
    return rows.sort_values([ORDERS[settings.by], "concept"], ascending=[False, True], ignore_index=True)


@latest_per_package(128)
def _placed(_package: Package, weights: tuple[tuple[str, float], ...], largest: float) -> list[Placed]:
    return layout(dict(weights), largest)


def clouds(package: Package, settings: Settings) -> str:
    """Draw one cloud and one table for every region chosen, on one scale; return the word just opened."""
    regions = settings.regions or ("",)
    tables = {region: region_words(package, settings, region) for region in regions}
    column = ORDERS[settings.by]
    largest = max((float(rows[column].max()) for rows in tables.values() if len(rows)), default=0.0)
    st.caption(say(f"words.note_{settings.by}"))
    if settings.by == "keyness" and not largest:
        st.markdown(say("words.no_reference"))
    look = Look(facet_labels(package, "pillar", "pillar_id", current()), settings.by, coloured=settings.coloured)
    if settings.coloured:
        legend(look, pd.concat(tables.values())["pillar_id"])
    opened = ""
    # A single cloud has its table at its side, several have theirs below.
    columns = st.columns(len(regions), gap="large") if len(regions) > 1 else [st.container()]
    for place, (region, rows) in zip(columns, tables.items(), strict=True):
        top = rows[rows[column] > 0].head(_DRAWN)
        placed = _placed(package, tuple(zip(top["concept"], top[column].astype(float), strict=True)), largest)
        regions = (region,) if region else ()
        drawing = Drawing(rows, placed, look, places_of(package, regions), _made_with(package, settings, regions))
        with place:
            opened = _one(drawing, region, beside=len(tables) == 1) or opened
    return opened


def cloud_sentences(package: Package, settings: Settings, region: str, word: str) -> list[Sentence]:
    """The sentences of a word in the text of its cloud: as many places as its cloud counts."""
    regions = (region,) if region else settings.regions
    return sentences(package, of_concept(package, word, settings.selection(*regions)))


def _made_with(package: Package, settings: Settings, regions: tuple[str, ...]) -> list[str]:
    own = say("words.stamp_by", by=say(f"words.by_{settings.by}"), least=settings.least)
    against = say("words.stamp_others" if regions else "words.stamp_rest")
    hidden = () if settings.single else (say("words.single"),)
    return stamp(package, settings, regions, say("app.items").join((own, against, *hidden)))


def _one(drawing: Drawing, region: str, *, beside: bool) -> str:
    """A cloud over its table, or `beside` it; returns the word just opened with its region."""
    st.subheader(drawing.title, anchor=False)
    key = f"words.cloud.{region or 'all'}"
    left, right = st.columns(2, gap="large") if beside else (st.container(), st.container())
    with left:
        opened = cloud(drawing, key)
    with right:
        picked = _table(drawing, f"{key}.table")
    _downloads(drawing, f"changai_words_{region or 'all'}_{drawing.look.by}_{len(drawing.rows)}")
    st.caption("  \n".join(drawing.made_with))
    word = opened or picked
    return f"{region}.{word}" if word else ""


_COLUMNS = {
    "words.count": ("count", "{:.0f}"),
    "words.rate": ("rate", "{:.1f}"),
    "words.articles": ("articles", "{:.0f}"),
    "words.dispersion": ("dispersion", "{:.2f}"),
    "words.tf_idf": ("tf_idf", "{:.1f}"),
    "words.g2": ("g2", "{:.1f}"),
    "words.log_ratio": ("log_ratio", "{:+.1f}"),
}
"""Title of a column → the column of a word table, and how a value is written."""
_SHOWN = [name for name in _COLUMNS if name != "words.tf_idf"]
_FIRST = {"frequency": (), "tf_idf": ("words.tf_idf",), "keyness": ("words.g2", "words.log_ratio")}
"""Statistic that a cloud goes by → the columns that stand first in its table."""


def _table(drawing: Drawing, key: str) -> str:
    """The words as a table, equal in rank to the cloud."""
    first = _FIRST[drawing.look.by]
    shown = {name: _COLUMNS[name] for name in (*first, *(name for name in _SHOWN if name not in first))}
    lines = []
    for row in drawing.rows.to_dict("records"):
        cells = [written.format(row[column]) for column, written in shown.values()]
        if row["articles"] == 1:
            cells[list(shown).index("words.articles")] += "*"
        values = [float(row[column]) for column, _ in shown.values()]
        lines.append({"id": row["concept"], "cells": [row["concept"], *cells], "sort": dict(enumerate(values, 1))})
    columns = {say("words.word"): "short"} | {say(name): "num" for name in shown}
    return evidence_table(lines, Table(columns, say("words.table_caption", region=drawing.title), 380), key)


def _downloads(drawing: Drawing, name: str) -> None:
    """The cloud as a picture, sharp at any size, and all its words as a table."""
    rows = drawing.rows
    kinds = {"": "", "term": say("words.term")} | {kind: say(f"words.out_{kind}") for kind in CLASSES}
    frame = pd.DataFrame(
        {
            say("words.word"): rows["concept"],
            say("words.kind"): rows["kind"].map(kinds),
            say("filter.pillar"): rows["pillar_id"].map(lambda pillar: drawing.look.pillars.get(pillar, "")),
            say("words.written"): rows["words"],
            **{say(title): rows[column].map(written.format) for title, (column, written) in _COLUMNS.items()},
            say("words.reference"): rows["reference"].astype(str),
            say("words.made_with"): " | ".join(drawing.made_with),
        }
    )
    with st.container(horizontal=True):
        download_button("PNG", lambda: cloud_png(cloud_svg(drawing)), f"{name}.png", "image/png")
        download_button("SVG", lambda: with_letters(cloud_svg(drawing).decode()), f"{name}.svg", "image/svg+xml")
        download_button("CSV", lambda: csv_file(frame), f"{name}.csv", "text/csv")

"""Clouds side by side, each with the table that says the same."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from components.cloud import cloud, cloud_png, cloud_svg
from components.downloads import download_button
from components.embedded_font import with_letters
from components.evidence_table import Table, evidence_table
from components.language import say
from components.regions import region_lines
from components.word_settings import ORDERS, Settings, stamp
from corpus.cloud import Placed, layout
from corpus.export import csv_file
from corpus.memo import once_per_package
from corpus.package import Package
from corpus.words import others, word_table

_DRAWN = 80
"""Words in a cloud; the table has them all."""


def region_words(package: Package, settings: Settings, region: str) -> pd.DataFrame:
    """The words of a region under the settings, what the statistic asks for first; "" is all regions."""
    here = (region,) if region else ()
    reference = others(package, here) if region else settings.selection()
    rows = word_table(package, settings.selection(*here), reference, settings.left_out, settings.least)
    if settings.by == "keyness":
        rows = rows[rows["log_ratio"] > 0]
    return rows.sort_values([ORDERS[settings.by], "concept"], ascending=[False, True], ignore_index=True)


@once_per_package
def _placed(_package: Package, weights: tuple[tuple[str, float], ...], largest: float) -> list[Placed]:
    return layout(dict(weights), largest)


def clouds(package: Package, settings: Settings) -> str:
    """Draw one cloud and one table for every region chosen, on one scale; return the concept just opened."""
    regions = settings.regions or ("",)
    tables = {region: region_words(package, settings, region) for region in regions}
    column = ORDERS[settings.by]
    largest = max((float(rows[column].max()) for rows in tables.values() if len(rows)), default=0.0)
    st.caption(say(f"words.note_{settings.by}"))
    opened = ""
    for place, (region, rows) in zip(st.columns(len(regions), gap="large"), tables.items(), strict=True):
        with place:
            opened = _one(package, settings, region, rows, largest) or opened
    return opened


def _one(package: Package, settings: Settings, region: str, rows: pd.DataFrame, largest: float) -> str:
    name, level = region_lines(package)[region] if region else (say("words.all_regions"), "")
    title = " · ".join(part for part in (name, level) if part)
    st.subheader(title, anchor=False)
    column = ORDERS[settings.by]
    top = rows[rows[column] > 0].head(_DRAWN)
    placed = _placed(package, tuple(zip(top["concept"], top[column].astype(float), strict=True)), largest)
    key = f"words.cloud.{region or 'all'}"
    caption = say("words.caption", region=title, count=len(top))
    opened = cloud(rows, placed, key, caption=caption, coloured=settings.coloured)
    made_with = stamp(package, settings, region)
    st.caption("  \n".join(made_with))
    picked = _table(rows, f"{key}.table", title)
    files = {"title": title, "stamp": made_with, "coloured": settings.coloured}
    _downloads(rows, placed, f"changai_words_{region or 'all'}_{settings.by}_{len(rows)}", files)
    return opened or picked


def _table(rows: pd.DataFrame, key: str, title: str) -> str:
    """The words as a table, equal in rank to the cloud."""
    columns = {
        say("words.word"): "roomy",
        say("words.count"): "num",
        say("words.rate"): "num",
        say("words.articles"): "num",
        say("words.dispersion"): "num",
        say("words.g2"): "num",
        say("words.log_ratio"): "num",
    }
    lines = [
        {
            "id": row.concept,
            "cells": [
                row.concept,
                str(row.count_),
                f"{row.rate:.1f}",
                f"{row.articles}{'*' if row.articles == 1 else ''}",
                f"{row.dispersion:.2f}",
                f"{row.g2:.1f}",
                f"{row.log_ratio:+.1f}",
            ],
            "sort": {1: row.count_, 2: row.rate, 3: row.articles, 4: row.dispersion, 5: row.g2, 6: row.log_ratio},
        }
        for row in rows.rename(columns={"count": "count_"}).itertuples()
    ]
    return evidence_table(lines, Table(columns, say("words.table_caption", region=title), 380), key)


def _downloads(rows: pd.DataFrame, placed: list[Placed], name: str, files: Mapping[str, object]) -> None:
    stamped = rows.assign(settings=" | ".join(files["stamp"])).astype(str)

    def svg() -> bytes:
        return cloud_svg(rows, placed, files["title"], files["stamp"], coloured=files["coloured"])

    with st.container(horizontal=True):
        download_button("PNG", lambda: cloud_png(svg()), f"{name}.png", "image/png")
        download_button("SVG", lambda: with_letters(svg().decode()), f"{name}.svg", "image/svg+xml")
        download_button("CSV", lambda: csv_file(stamped), f"{name}.csv", "text/csv")

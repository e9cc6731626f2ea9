"""A whole row or column of the matrix: the sentences of all regions side by side, or all that one region tells."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from components.evidence.figure_list import sentence_list
from components.evidence.measure_list import measure_list
from components.frame.language import current, say
from components.frame.markdown import literal
from components.frame.names import joined, parted
from components.matrix.export import cells_taken
from components.parts.downloads import measure_downloads
from components.parts.matrix_cells import place_lines
from corpus.coding.figures import figures
from corpus.coding.measures import FACETS
from corpus.collection.collection import Collection
from corpus.collection.tables import records
from corpus.regions.asked import Asked

_ABREAST = 4
"""How many regions stand side by side before a further line begins."""


def sides_of(cells: pd.DataFrame) -> list[tuple[str, str]]:
    """Region and column of each cell."""
    return list(zip(cells["region_id"], cells["column"], strict=True))


def cell_rows(collection: Collection, asked: Asked, region: str, column: str, key: str) -> str:
    """Draw the measures of a cell, then its figures, with their sentences; return the id of the row just opened."""
    here = asked.measures
    here = here[(here["filed"] == region) & (here[FACETS[asked.choice.axis]] == column)]
    opened = measure_list(collection, here, f"{key}.measures") if len(here) else ""
    numbers = asked.figures.get((region, column), ())
    if numbers:
        st.markdown(f"##### {say('matrix.figures_head', count=len(numbers))}")
        frame = figures(collection, current())
        opened = sentence_list(collection, frame[frame["number_id"].isin(numbers)], f"{key}.figures") or opened
    return opened


def whole_card(collection: Collection, asked: Asked, cells: pd.DataFrame, side: str, filters: Mapping[str, str]) -> str:
    """Draw what stands in a row or a column, with what can be taken away; return the id of the row just opened."""
    region, column = parted(side)
    own = cells[cells["region_id"] == region] if region else cells[cells["column"] == column]
    name = place_lines(collection)[region][0] if region else own["column_label"].iloc[0]
    st.header(literal(name), anchor=False)
    shown = asked.measures[asked.measures["filed"].isin(set(own["region_id"]))]
    shown = shown[shown[FACETS[asked.choice.axis]].isin(set(own["column"]))]
    held = [row for row in records(own) if row["count"] or row["figures"]]
    st.markdown(_counted(own, held, region))
    opened = _below(collection, asked, held) if region else _abreast(collection, asked, held)
    blank = [row for row in records(own) if not row["count"] and not row["figures"]]
    if blank:
        named = "column_label" if region else "region"
        st.caption(literal(say("app.items").join(f"{row[named]}: {row['meaning']}" for row in blank)))
    if len(shown):
        side_name = say("filter.region") if region else say(f"matrix.by_{asked.choice.axis}")
        told = {**filters, side_name: name}
        measure_downloads(collection, shown, cells_taken(own), told, key=f"matrix.{side}")
    return opened


def _counted(own: pd.DataFrame, held: list[dict], region: str) -> str:
    key = "matrix.whole_column_told" if region else "matrix.whole_row_told"
    count, figures = int(own["count"].sum()), int(own["figures"].sum())
    return say(key, count=count, figures=figures, whole=len(own), held=len(held))


def _below(collection: Collection, asked: Asked, held: list[dict]) -> str:
    """The kinds of one region one under another."""
    opened = ""
    for row in held:
        st.subheader(literal(row["column_label"]), anchor=False)
        st.caption(literal(row["meaning"]))
        opened = _rows(collection, asked, row) or opened
    return opened


def _abreast(collection: Collection, asked: Asked, held: list[dict]) -> str:
    """The regions side by side from province to county, on a phone one under another."""
    lines, ranks = place_lines(collection), list(place_lines(collection))
    held = sorted(held, key=lambda row: ranks.index(row["region_id"]))
    opened = ""
    for first in range(0, len(held), _ABREAST):
        abreast = held[first : first + _ABREAST]
        for place, row in zip(st.columns(min(len(held), _ABREAST), gap="medium"), abreast, strict=False):
            with place:
                name, level = lines[row["region_id"]]
                st.subheader(literal(name), anchor=False)
                st.caption(literal(f"{level} · {say('matrix.articles', count=row['articles'])} · {row['meaning']}"))
                opened = _rows(collection, asked, row) or opened
    return opened


def _rows(collection: Collection, asked: Asked, row: dict) -> str:
    """The measures and figures of a cell of a row or column."""
    region, column = row["region_id"], row["column"]
    return cell_rows(collection, asked, region, column, f"matrix.whole.{joined(region, column)}")

"""The drawer that answers a click on a cell: its measures, or what its blank means."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from components.evidence.blank_reason import reasons_told
from components.evidence.drawer import evidence_url
from components.evidence.measure_list import measure_list
from components.evidence.standing_list import standing_list
from components.frame.language import current, say
from components.frame.markdown import literal
from components.frame.names import joined, parted
from components.frame.run import go_to
from components.frame.url import One, Parameter
from components.parts.matrix_cells import CELL, SIGNS, View
from corpus.coding.evidence import KINDS
from corpus.coding.measures import FACETS, NATION
from corpus.collection.collection import Collection
from corpus.collection.facets import by_level
from corpus.regions.matrix import (
    AXES,
    OTHERWISE,
    WITHHELD,
    blank_reasons,
    columns_of,
    otherwise,
)
from corpus.regions.profile import national_measures


def cell_parameters(collection: Collection) -> dict[str, Parameter]:
    """The query parameter that holds the cell that is open."""
    columns = [column for axis in AXES for column in columns_of(collection, axis, "", "zh")]
    places = [*by_level(collection), NATION]
    return {CELL: One({joined(region, column) for region in places for column in columns})}


def cell_asked(arrived: Mapping[str, list[str]], cells: pd.DataFrame) -> str:
    """The cell that the URL asks for, if the matrix has it."""
    cell = next(iter(arrived.get(CELL, [])), "")
    return cell if cell in set(map(joined, cells["region_id"], cells["column"])) else ""


def show_cell(collection: Collection, shown: pd.DataFrame, cells: pd.DataFrame, view: View, cell: str) -> None:
    """Open a cell's measures in a drawer; a measure opened there takes its place."""

    @st.dialog(say("matrix.cell"), width="medium", position="right", on_dismiss=_close)
    def drawer() -> None:
        measure = _cell_card(collection, shown, cells, view, cell)
        if measure:
            go_to(evidence_url(collection, measure))

    drawer()


def _close() -> None:
    for name in (CELL, *KINDS):
        st.query_params.pop(name, None)


def _cell_card(collection: Collection, shown: pd.DataFrame, cells: pd.DataFrame, view: View, cell: str) -> str:
    """What a cell counts, with the sentences; or what its blank means. Returns the measure_id just opened."""
    region, column = parted(cell)
    row = cells[(cells["region_id"] == region) & (cells["column"] == column)].iloc[0]
    st.header(literal(f"{row['region']} · {row['column_label']}"), anchor=False)
    denominator = "matrix.denominator_nation" if region == NATION else "matrix.denominator"
    st.markdown(literal(row["meaning"]) + say(denominator, articles=row["articles"]))
    if row["form"] in {*SIGNS, OTHERWISE, WITHHELD}:
        st.markdown(say(f"matrix.means_{row['form']}"))
    reasons_told(blank_reasons(collection, view.by, region, column, current()))
    opened = ""
    here = shown[(shown["filed"] == region) & (shown[FACETS[view.by]] == column)]
    if len(here):
        opened = measure_list(collection, here, f"matrix.{cell}.measures")
    elif rows := otherwise(collection, view.by, region, column):
        opened = standing_list(collection, rows, f"matrix.{cell}.otherwise")
    if region == NATION:
        return opened
    if count := _national(collection, view, region, column):
        st.caption(say("matrix.nation_here", count=count))
    st.page_link(
        "pages/profile.py",
        label=say("matrix.to_profile", region=row["region"]),
        query_params={"region": region, "lang": current()},
    )
    return opened


def _national(collection: Collection, view: View, region: str, column: str) -> int:
    """How many measures of a column the articles of a region propose to the country."""
    return int((national_measures(collection, region, current())[FACETS[view.by]] == column).sum())

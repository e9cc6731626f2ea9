"""The drawer that answers a click: a cell's measures or what its blank means, or a whole row or column of cells."""

from collections.abc import Callable, Mapping
from functools import partial

import pandas as pd
import streamlit as st

from components.evidence.blank_reason import reasons_told
from components.evidence.drawer import evidence_drawer, evidence_named, evidence_url
from components.evidence.standing_list import standing_list
from components.frame.address import link_to
from components.frame.language import current, say
from components.frame.markdown import literal
from components.frame.names import joined, parted
from components.frame.opened import Opened, close, show_opened
from components.frame.run import go_to
from components.frame.state import State
from components.frame.url import One, Parameter
from components.matrix.whole import cell_rows, sides_of, whole_card
from components.parts.matrix_cells import CELL, SIGNS, cell_url
from corpus.coding.evidence import KINDS
from corpus.coding.measures import FACETS, NATION
from corpus.collection.collection import Collection
from corpus.collection.facets import by_level
from corpus.collection.memo import computed_once
from corpus.regions.asked import Asked
from corpus.regions.matrix import (
    AXES,
    OTHERWISE,
    UNMATCHED,
    WITHHELD,
    blank_reasons,
    columns_of,
    otherwise,
)
from corpus.regions.profile import national_measures


@computed_once
def cell_parameters(collection: Collection) -> dict[str, Parameter]:
    """The query parameter that holds what is open: a cell, or with one of its sides blank a whole row or column."""
    columns = [column for axis in AXES for column in columns_of(collection, axis, "", "zh")]
    places = [*by_level(collection), NATION]
    cells = {joined(region, column) for region in ("", *places) for column in ("", *columns)}
    return {CELL: One(cells - {joined("", "")})}


def cell_asked(arrived: Mapping[str, list[str]], cells: pd.DataFrame) -> str:
    """The cell, row or column that the URL asks for, if the matrix has it."""
    cell = next(iter(arrived.get(CELL, [])), "")
    own = {
        joined(*place) for region, column in sides_of(cells) for place in ((region, column), (region, ""), ("", column))
    }
    return cell if cell in own else ""


def show_cell(
    collection: Collection, state: State, cells: pd.DataFrame, opened: Opened, draw_cell: Callable[[str], None]
) -> None:
    """Open what is open: a cell, a row or a column, by `draw_cell`, or a row of the data; and each that is clicked.

    A row of the data takes the place of the cell in which it was found until it is closed.
    """

    def named(name: str, before: Opened) -> Opened:
        if cell := cell_asked({CELL: [name]}, cells):
            return cell_url(cell)
        row = evidence_named(collection, name, before)
        return {**cell_url(before.get(CELL, "")), **row} if row else {}

    def draw(now: Opened) -> None:
        if now.keys() & KINDS.keys():
            evidence_drawer(collection, now)
        else:
            draw_cell(now[CELL])

    show_opened(state, opened, named, draw)


def cell_drawer(collection: Collection, asked: Asked, cells: pd.DataFrame, cell: str, told: Mapping[str, str]) -> None:
    """Draw a cell, a row or a column in a drawer; `told` are the filters in words, for what is taken away of it."""
    region, column = parted(cell)
    whole = not region or not column
    title = "matrix.cell" if not whole else "matrix.whole_column_title" if region else "matrix.whole_row_title"

    @st.dialog(
        say(title), width="medium" if region else "large", position="right", on_dismiss=partial(close, CELL, *KINDS)
    )
    def drawer() -> None:
        opened = (
            whole_card(collection, asked, cells, cell, told) if whole else _cell_card(collection, asked, cells, cell)
        )
        if opened:
            go_to(evidence_url(collection, opened))

    drawer()


def _cell_card(collection: Collection, asked: Asked, cells: pd.DataFrame, cell: str) -> str:
    """What a cell counts, with the sentences; or what its blank means. Returns the id of the row just opened."""
    axis, (region, column) = asked.choice.axis, parted(cell)
    row = cells[(cells["region_id"] == region) & (cells["column"] == column)].iloc[0]
    st.header(literal(f"{row['region']} · {row['column_label']}"), anchor=False)
    denominator = "matrix.denominator_nation" if region == NATION else "matrix.denominator"
    st.markdown(literal(row["meaning"]) + say(denominator, articles=row["articles"]))
    if row["form"] in {*SIGNS, OTHERWISE, WITHHELD, UNMATCHED}:
        st.markdown(say(f"matrix.means_{row['form']}"))
    elif row["withheld"]:
        st.caption(say("matrix.withheld_here", count=row["withheld"]))
    if row["form"] != UNMATCHED:
        reasons_told(blank_reasons(collection, axis, region, column, current()))
    opened = cell_rows(collection, asked, region, column, f"matrix.{cell}")
    if row["form"] == OTHERWISE:
        told = [one for one in otherwise(collection, axis, region, column) if one.table != "numbers"]
        opened = standing_list(collection, told, f"matrix.{cell}.otherwise") or opened
    if region == NATION:
        return opened
    if count := _national(collection, axis, region, column):
        st.caption(say("matrix.nation_here", count=count))
    link_to(
        "pages/profile.py",
        say("matrix.to_profile", region=row["region"]),
        where={"region": region, "lang": current()},
    )
    return opened


def _national(collection: Collection, axis: str, region: str, column: str) -> int:
    """How many measures of a column the articles of a region propose to the country."""
    return int((national_measures(collection, region, current())[FACETS[axis]] == column).sum())

"""What the matrix page shows: its axes, the sentence that reads it, the picture or the table, and a cell's measures."""

from collections.abc import Mapping
from dataclasses import dataclass

import altair as alt
import pandas as pd
import streamlit as st

from components.charts.measure_matrix import SELECTION, Labels, measure_matrix
from components.evidence.drawer import evidence_url
from components.evidence.measure_list import measure_list
from components.frame.clicks import Clicks
from components.frame.language import current, say
from components.frame.markdown import literal
from components.frame.names import joined, parted
from components.frame.run import go_to
from components.frame.state import State
from components.frame.url import Flag, One, Parameter
from components.frame.widgets import flag, listed_of, one_of, row_of
from components.matrix.table import matrix_table
from components.parts.pictures import picture_downloads
from components.parts.regions import region_lines
from components.parts.search_box import not_found
from corpus.coding.evidence import KINDS
from corpus.coding.measures import DONE, FACETS, INTENDED, select
from corpus.collection.collection import Collection
from corpus.collection.facets import by_level
from corpus.collection.labels import code_labels
from corpus.regions.matrix import (
    AXES,
    FORMS,
    WITHHELD,
    articles_read,
    blank_reasons,
    columns_of,
    matrix,
    ordered_columns,
    ordered_regions,
)

_CHART = "matrix.chart"
_CELL = "cell"
_SIGNS = {"not_reported": "·", "absent": "×", "not_applicable": "—", "not_coded": "?"}
"""Kind of blank → what is written in its cell."""
_REGION_ORDERS = ("level", "code", "count")
_TALL, _LOW, _MANY = 34, 24, 20
"""Height of a row in pixels where there are few and many, and how many are many."""
_LISTED = 4
"""How many kinds a sentence names before it only counts them."""
_COLUMN_ORDERS = ("table", "regions", "count")
_VIEWS = ("picture", "table")


@dataclass(frozen=True)
class View:
    """How the matrix is drawn: its columns, its orders, whether intentions count and unread regions stand in it."""

    by: str
    open: str
    intended: bool
    empty: bool
    view: str
    rows: str
    order: str

    @property
    def statuses(self) -> tuple[str, ...]:
        """What counts as a measure."""
        return (*DONE, *INTENDED) if self.intended else DONE


USUAL = View("pillar", "", intended=False, empty=False, view="picture", rows="level", order="table")
"""The matrix as it is drawn before anybody has chosen anything."""


def view_parameters(collection: Collection) -> dict[str, Parameter]:
    """The query parameters of the view."""
    return {
        "by": One(AXES, USUAL.by),
        "open": One(set(collection.tables["pillars"]["pillar_id"])),
        "intended": Flag(),
        "empty": Flag(),
        "view": One(_VIEWS, USUAL.view),
        "rows": One(_REGION_ORDERS, USUAL.rows),
        "order": One(_COLUMN_ORDERS, USUAL.order),
    }


def cell_parameters(collection: Collection) -> dict[str, Parameter]:
    """The query parameter that holds the cell that is open."""
    columns = [column for axis in AXES for column in columns_of(collection, axis, "", "zh")]
    return {_CELL: One({joined(region, column) for region in by_level(collection) for column in columns})}


def view_choice(collection: Collection, state: State) -> View:
    """Draw the choices of view and return them."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        by = row_of(state, "by", say("matrix.by"), {axis: say(f"matrix.by_{axis}") for axis in AXES})
        opened = ""
        if by == "type":
            pillars = columns_of(collection, "pillar", "", current())
            labels = {"": say("filter.all")} | {pillar: f"{pillar} {name}" for pillar, name in pillars.items()}
            opened = one_of(state, "open", say("filter.pillar"), labels, width=230)
        view = row_of(state, "view", say("matrix.view"), {name: say(f"matrix.view_{name}") for name in _VIEWS})
        with st.popover(say("matrix.orders")):
            rows = _order(state, "rows", _REGION_ORDERS)
            order = _order(state, "order", _COLUMN_ORDERS)
            empty = _switch(state, "empty")
        intended = _switch(state, "intended")
    return View(by, opened, intended, empty, view, rows, order)


def _order(state: State, name: str, orders: tuple[str, ...]) -> str:
    return listed_of(state, name, say(f"matrix.{name}"), {order: say(f"matrix.{name}_{order}") for order in orders})


def _switch(state: State, name: str) -> bool:
    return flag(state, name, say(f"matrix.{name}"), about=say(f"matrix.{name}_help"))


def matrix_cells(collection: Collection, shown: pd.DataFrame, view: View, regions: list[str]) -> pd.DataFrame:
    """The cells in the reader's order, with `region, column_label, form_label, written, meaning, told`.

    `regions` are those asked for; empty means all that have articles, and those without where the view asks for them.
    """
    read = articles_read(collection)
    wanted = regions or [region for region in by_level(collection) if read[region] or view.empty]
    columns = columns_of(collection, view.by, view.open, current())
    cells = matrix(collection, shown, view.by, list(columns), wanted)
    rows, order = ordered_regions(collection, view.rows, cells), ordered_columns(view.order, cells)
    rank = {(region, column): len(order) * i + j for i, region in enumerate(rows) for j, column in enumerate(order)}
    places = cells[["region_id", "column"]].itertuples(index=False, name=None)
    cells = cells.assign(rank=[rank[place] for place in places]).sort_values("rank", ignore_index=True)
    names = region_lines(collection)
    cells["region"] = cells["region_id"].map({region: name for region, (name, _) in names.items()})
    cells["column_label"] = cells["column"].map(columns)
    cells["written"] = [_written(cell) for cell in cells.to_dict("records")]
    cells["form_label"] = cells["form"].map({form: say(f"matrix.form_{form}") for form in (*FORMS, *_SIGNS, WITHHELD)})
    statuses = code_labels(collection, "status", current())
    cells["meaning"] = [_meaning(cell, statuses) for cell in cells.to_dict("records")]
    cells["told"] = cells["region"] + " · " + cells["column_label"] + ": " + cells["meaning"]
    return cells


def _written(cell: Mapping) -> str:
    """What stands in a cell: a count, the sign of a blank, or what could be brought in."""
    if cell["count"]:
        return str(cell["count"])
    return f"+{cell['withheld']}" if cell["form"] == WITHHELD else _SIGNS[cell["form"]]


def _meaning(cell: Mapping, statuses: Mapping[str, str]) -> str:
    """What a cell counts, in words."""
    parts = [f"{label} {cell[status]}" for status, label in statuses.items() if cell[status]]
    if parts:
        return say("matrix.told_count", count=cell["count"], parts=say("app.list").join(parts))
    return say("matrix.told_withheld", count=cell["withheld"]) if cell["form"] == WITHHELD else cell["form_label"]


def matrix_reading(collection: Collection, shown: pd.DataFrame, cells: pd.DataFrame, text: str = "") -> None:
    """One computed sentence on the picture: how much it shows, what every region reports and what none does.

    Where it shows nothing, the `text` that was looked for is told.
    """
    counts = cells[cells["count"] > 0].groupby("column")["region_id"].nunique()
    held = (cells["count"] + cells["withheld"]).groupby(cells["column"]).sum()
    columns = cells.drop_duplicates("column").set_index("column")["column_label"]
    regions = cells["region_id"].nunique()
    everywhere = [columns[column] for column in columns.index if counts.get(column, 0) == regions]
    nowhere = [columns[column] for column in columns.index if not held[column]]
    read = articles_read(collection)
    sentence = say(
        "matrix.reading",
        count=int(cells["count"].sum()),
        total=len(collection.tables["measures"]),
        regions=regions,
        articles=sum(read[region] for region in set(cells["region_id"])),
    )
    for key, names in (("everywhere", everywhere), ("nowhere", nowhere)):
        if names and regions > 1:
            more = say("matrix.and_more", count=len(names) - _LISTED) if len(names) > _LISTED else ""
            sentence += say(f"matrix.{key}", names=say("app.items").join(names[:_LISTED]) + more)
    st.markdown(sentence if len(shown) else say("matrix.reading_none", total=len(collection.tables["measures"])))
    if text and shown.empty:
        not_found(say("filter.no_text", query=text), text)


def matrix_picture(collection: Collection, cells: pd.DataFrame, view: View, cell: str) -> str:
    """Draw the matrix as a picture or a table and return the cell just opened, "" for none."""
    if view.view == "table":
        regions, columns = _sides(collection, cells, view)
        opened = matrix_table(cells, regions, columns, chosen=cell)
    else:
        opened = cell_chart(collection, cells, cell_picture(collection, cells, view), _CHART)
    st.caption(say("matrix.legend"))
    return opened


def cell_picture(collection: Collection, cells: pd.DataFrame, view: View, step: int = 0) -> alt.LayerChart:
    """The cells as a picture; `step` is a row's height, 0 for what fits."""
    regions, columns = _sides(collection, cells, view)
    titles = {name: say(f"matrix.tooltip_{name}") for name in ("region", "column", "form", "articles")}
    fitting = _TALL if len(columns) <= _MANY else _LOW
    return measure_matrix(cells, Labels(regions, columns, titles), step=step or fitting)


def cell_chart(collection: Collection, cells: pd.DataFrame, chart: alt.LayerChart, key: str) -> str:
    """Draw the `cell_picture` of cells and return the one just clicked.

    The picture can be taken away; the articles of its regions are named in it.
    """
    clicked = Clicks(key, SELECTION, _CELL).chart(chart, "; ".join(cells["told"]))
    table = collection.tables["measures"]
    counted = table.loc[table["region_id"].isin(cells.loc[cells["count"] > 0, "region_id"]), "measure_id"]
    if len(counted):
        picture_downloads(collection, chart, say("matrix.title"), list(counted), key)
    return clicked


def _sides(
    collection: Collection, cells: pd.DataFrame, view: View
) -> tuple[dict[str, tuple[str, str]], dict[str, str]]:
    """The regions across and the kinds down, in the order of the cells; pillars and types with their letters."""
    lines = region_lines(collection)
    columns = dict(zip(cells["column"], cells["column_label"], strict=True))
    if view.by in {"pillar", "type"}:
        columns = {column: f"{column} {label}" for column, label in columns.items()}
    return {region: lines[region] for region in dict.fromkeys(cells["region_id"])}, columns


def cell_asked(arrived: Mapping[str, list[str]], cells: pd.DataFrame) -> str:
    """The cell that the URL asks for, if the matrix has it."""
    cell = next(iter(arrived.get(_CELL, [])), "")
    return cell if cell in set(map(joined, cells["region_id"], cells["column"])) else ""


def cell_url(cell: str) -> dict[str, str]:
    """The open cell as a query parameter."""
    return {_CELL: cell} if cell else {}


def show_cell(collection: Collection, shown: pd.DataFrame, cells: pd.DataFrame, view: View, cell: str) -> None:
    """Open a cell's measures in a drawer; a measure opened there takes its place."""

    @st.dialog(say("matrix.cell"), width="medium", position="right", on_dismiss=_close)
    def drawer() -> None:
        measure = _cell_card(collection, shown, cells, view, cell)
        if measure:
            go_to(evidence_url(collection, measure))

    drawer()


def _close() -> None:
    for name in (_CELL, *KINDS):
        st.query_params.pop(name, None)


def view_described(collection: Collection, view: View) -> dict[str, str]:
    """What the view leaves out, in words, for file names and the README of a download; empty when it shows all."""
    words = {} if view.intended else {say("matrix.intended"): say("evidence.none_counted")}
    if view.by == "type" and view.open:
        words[say("filter.pillar")] = columns_of(collection, "pillar", "", current())[view.open]
    return words


def _cell_card(collection: Collection, shown: pd.DataFrame, cells: pd.DataFrame, view: View, cell: str) -> str:
    """What a cell counts, with the sentences; or what its blank means. Returns the measure_id just opened."""
    region, column = parted(cell)
    row = cells[(cells["region_id"] == region) & (cells["column"] == column)].iloc[0]
    st.header(literal(f"{row['region']} · {row['column_label']}"), anchor=False)
    st.markdown(literal(row["meaning"]) + say("matrix.denominator", articles=row["articles"]))
    reasons = blank_reasons(collection, view.by, region, column, current())
    if row["form"] in _SIGNS:
        st.markdown(say(f"matrix.means_{row['form']}"))
    elif row["form"] == WITHHELD:
        st.markdown(say("matrix.means_withheld"))
    for reason in reasons:
        st.caption(literal(reason))
    opened = ""
    here = shown[(shown["region_id"] == region) & (shown[FACETS[view.by]] == column)]
    if len(here):
        opened = measure_list(collection, here, f"matrix.{cell}.measures")
    st.page_link(
        "pages/profile.py",
        label=say("matrix.to_profile", region=row["region"]),
        query_params={"region": region, "lang": current()},
    )
    return opened


def export_cells(cells: pd.DataFrame) -> pd.DataFrame:
    """The matrix with the columns and headings of a download: what is counted, the denominator, the kind of blank."""
    columns = {
        "region_id": "region_id",
        "region": say("column.region"),
        "column": "column",
        "column_label": say("column.type"),
        "articles": say("column.articles"),
        "count": say("column.count"),
        **{status: status for status in (*DONE, *INTENDED)},
        "form": "form",
        "form_label": say("column.form"),
    }
    return cells[list(columns)].rename(columns=columns).astype(str)


def chosen_measures(frame: pd.DataFrame, view: View, chosen: Mapping[str, list[str]], text: str) -> pd.DataFrame:
    """The measures that meet the filters, the view's statuses, and the pillar it opens."""
    pillar = [view.open] if view.by == "type" and view.open else []
    return select(frame, {**chosen, "status": list(view.statuses), "pillar": pillar}, text)

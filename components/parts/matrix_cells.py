"""The cells of a matrix in a reader's order and words, and the sentence that reads them."""

from collections.abc import Container, Mapping
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components.frame.language import current, say
from components.parts.regions import region_lines
from corpus.coding.hits import WHERE
from corpus.coding.measures import DONE, INTENDED, NATION, heads, select
from corpus.collection.collection import Collection
from corpus.collection.facets import by_level
from corpus.collection.labels import code_labels
from corpus.collection.tables import records
from corpus.regions.matrix import (
    FORMS,
    OTHERWISE,
    WITHHELD,
    articles_read,
    columns_of,
    done,
    matrix,
    ordered_columns,
    ordered_regions,
)
from corpus.regions.profile import national_measures

CELL = "cell"
SIGNS = {"not_reported": "·", "absent": "×", "not_applicable": "—", "not_coded": "?"}
"""Kind of blank → what is written in its cell."""
_WRITTEN = {**SIGNS, OTHERWISE: "※"}
"""Form of a cell without measures → what is written in it."""
_LISTED = 4
"""How many kinds a sentence names before it only counts them."""


@dataclass(frozen=True)
class View:
    """How the matrix is drawn: its columns, its orders, whether intentions count and unread regions stand in it.

    With `heads`, a part counts under the measure that it is a part of.
    """

    by: str
    open: str
    intended: bool
    empty: bool
    view: str
    rows: str
    order: str
    heads: bool = False

    @property
    def statuses(self) -> tuple[str, ...]:
        """What counts as a measure."""
        return (*DONE, *INTENDED) if self.intended else DONE

    @property
    def kept(self) -> dict[str, list[str]]:
        """What the view alone leaves in: facet → values."""
        return {"status": list(self.statuses), "pillar": [self.open] if self.by == "type" and self.open else []}


USUAL = View("pillar", "", intended=False, empty=False, view="picture", rows="level", order="table")
"""The matrix as it is drawn before anybody has chosen anything."""


def matrix_cells(collection: Collection, shown: pd.DataFrame, view: View, regions: list[str]) -> pd.DataFrame:
    """The cells in the reader's order, with `region, column_label, form_label, written, meaning, told`.

    `regions` are those asked for; empty means all that have articles, and those without where the view asks for them.
    What is proposed to the country stands beside them, once some of it is shown.
    """
    read = articles_read(collection)
    wanted = regions or [region for region in by_level(collection) if read[region] or view.empty]
    if (shown.loc[shown["region_id"].isin(wanted), "filed"] == NATION).any():
        wanted = [*wanted, NATION]
    columns = columns_of(collection, view.by, view.open, current())
    cells = matrix(collection, shown, view.by, list(columns), wanted)
    rows, order = ordered_regions(collection, view.rows, cells), ordered_columns(view.order, cells)
    rank = {(region, column): len(order) * i + j for i, region in enumerate(rows) for j, column in enumerate(order)}
    places = cells[["region_id", "column"]].itertuples(index=False, name=None)
    cells = cells.assign(rank=[rank[place] for place in places]).sort_values("rank", ignore_index=True)
    names = place_lines(collection)
    cells["region"] = cells["region_id"].map({region: name for region, (name, _) in names.items()})
    cells["column_label"] = cells["column"].map(columns)
    cells["written"] = [_written(cell) for cell in records(cells)]
    cells["form_label"] = cells["form"].map(
        {form: say(f"matrix.form_{form}") for form in (*FORMS, *_WRITTEN, WITHHELD)}
    )
    statuses = code_labels(collection, "status", current())
    cells["meaning"] = [_meaning(cell, statuses) for cell in records(cells)]
    cells["told"] = cells["region"] + " · " + cells["column_label"] + ": " + cells["meaning"]
    return cells


def place_lines(collection: Collection) -> dict[str, tuple[str, str]]:
    """The two lines of each region, and those of what is proposed to the country."""
    nation = code_labels(collection, "scope", current())[NATION]
    return {**region_lines(collection), NATION: (nation, say("matrix.nation"))}


def _written(cell: Mapping) -> str:
    """What stands in a cell: a count, the sign of a blank, or what could be brought in.

    A count stands in brackets where nothing of it is the place's own, but all done or wished by bodies and persons.
    """
    if cell["count"]:
        return str(cell["count"]) if cell["own"] or cell["region_id"] == NATION else f"({cell['count']})"
    return f"+{cell['withheld']}" if cell["form"] == WITHHELD else _WRITTEN[cell["form"]]


def _meaning(cell: Mapping, statuses: Mapping[str, str]) -> str:
    """What a cell counts, in words."""
    parts = [f"{label} {cell[status]}" for status, label in statuses.items() if cell[status]]
    if parts:
        told = say("matrix.told_count", count=cell["count"], parts=say("app.list").join(parts))
        return told if cell["own"] or cell["region_id"] == NATION else told + say("matrix.told_others")
    return say("matrix.told_withheld", count=cell["withheld"]) if cell["form"] == WITHHELD else cell["form_label"]


def matrix_reading(collection: Collection, shown: pd.DataFrame, cells: pd.DataFrame, *, heads: bool = False) -> None:
    """One computed sentence on the picture: how much it shows, what every region reports and what none does.

    `heads` says that parts count under their wholes.
    """
    national = cells["region_id"] == NATION
    places = cells[~national]
    counts = places[done(places) > 0].groupby("column")["region_id"].nunique()
    told = places["form"] == OTHERWISE
    held = (places["count"] + places["withheld"] + told).groupby(places["column"]).sum()
    columns = cells.drop_duplicates("column").set_index("column")["column_label"]
    regions = places["region_id"].nunique()
    everywhere = [columns[column] for column in columns.index if counts.get(column, 0) == regions]
    nowhere = [columns[column] for column in columns.index if not held.get(column, 0)]
    read = articles_read(collection)
    sentence = say(
        "matrix.reading",
        count=int(cells["count"].sum()),
        total=len(collection.tables["measures"]),
        regions=regions,
        articles=sum(read[region] for region in set(places["region_id"])),
    )
    if national.any():
        sentence += say("matrix.nation_shown", count=int(cells.loc[national, "count"].sum()))
    elif left := _national(collection, set(places["region_id"])):
        sentence += say("matrix.nation_left", count=left)
    for key, names in (("everywhere", everywhere), ("nowhere", nowhere)):
        if names and regions > 1:
            more = say("matrix.and_more", count=len(names) - _LISTED) if len(names) > _LISTED else ""
            sentence += say(f"matrix.{key}", names=say("app.items").join(names[:_LISTED]) + more)
    if heads:
        sentence += say("matrix.heads_shown")
    st.markdown(sentence if len(shown) else say("matrix.reading_none", total=len(collection.tables["measures"])))


def _national(collection: Collection, regions: set[str]) -> int:
    """How many measures the articles of some regions propose to the country."""
    return sum(len(national_measures(collection, region, current())) for region in regions)


def cell_url(cell: str) -> dict[str, str]:
    """The open cell as a query parameter."""
    return {CELL: cell} if cell else {}


def chosen_measures(
    frame: pd.DataFrame, view: View, chosen: Mapping[str, list[str]], text: str, within: Container[str] = WHERE
) -> pd.DataFrame:
    """The measures that meet the filters, the view's statuses, and the pillar it opens."""
    rows = select(frame, {**chosen, **view.kept}, text, within)
    return heads(rows) if view.heads else rows

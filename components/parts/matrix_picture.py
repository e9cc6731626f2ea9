"""The cells of a matrix as a picture."""

import altair as alt
import pandas as pd

from components.charts.measure_matrix import SELECTION, Labels, measure_matrix
from components.frame.clicks import Clicks
from components.frame.language import say
from components.parts.alternatives import of_matrix
from components.parts.matrix_cells import CELL, View, place_lines
from components.parts.pictures import picture_downloads
from corpus.coding.measures import filed
from corpus.collection.collection import Collection

_TALL, _LOW, _MANY = 34, 28, 20
"""Height of a row in pixels where there are few and many, and how many are many."""


def cell_picture(collection: Collection, cells: pd.DataFrame, view: View, step: int = 0) -> alt.LayerChart:
    """The cells as a picture; `step` is a row's height, 0 for what fits."""
    regions, columns = sides(collection, cells, view)
    titles = {name: say(f"matrix.tooltip_{name}") for name in ("region", "column", "form", "articles")}
    fitting = _TALL if len(columns) <= _MANY else _LOW
    heads = {side: say(f"matrix.open_{side}") for side in ("row", "column")}
    return measure_matrix(cells, Labels(regions, columns, titles, heads), step=step or fitting)


def cell_chart(collection: Collection, cells: pd.DataFrame, chart: alt.LayerChart, key: str) -> str:
    """Draw the `cell_picture` of cells and return the one just clicked.

    The picture can be taken away; the articles of its regions are named in it.
    """
    clicked = Clicks(key, SELECTION, CELL).chart(chart, of_matrix(cells))
    table = collection.tables["measures"]
    counted = table.loc[filed(table).isin(cells.loc[cells["count"] > 0, "region_id"]), "measure_id"]
    if len(counted):
        picture_downloads(collection, chart, say("matrix.title"), list(counted), key)
    return clicked


def sides(collection: Collection, cells: pd.DataFrame, view: View) -> tuple[dict[str, tuple[str, str]], dict[str, str]]:
    """The regions across, with their articles, and the kinds down, in the order of the cells; types with letters."""
    lines = place_lines(collection)
    read = dict(zip(cells["region_id"], cells["articles"], strict=True))
    columns = dict(zip(cells["column"], cells["column_label"], strict=True))
    if view.by in {"pillar", "type"}:
        columns = {column: f"{column} {label}" for column, label in columns.items()}
    heads = {}
    for region, count in read.items():
        name, level = lines[region]
        heads[region] = (name, f"{level} · {say('matrix.articles', count=count)}")
    return heads, columns

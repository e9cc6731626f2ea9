"""The cells of a matrix as a picture."""

import pandas as pd

from components.charts.measure_matrix import SELECTION, Labels, measure_matrix
from components.frame.clicks import Clicks
from components.frame.drawn import Drawn
from components.frame.language import current, say
from components.parts.alternatives import of_matrix
from components.parts.matrix_cells import CELL, View, matrix_cells, place_lines
from components.parts.pictures import picture_downloads
from corpus.coding.measures import filed
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.memo import computed_once
from corpus.regions.asked import Asked

_TALL, _LOW, _MANY = 34, 28, 20
"""Height of a row in pixels where there are few and many, and how many are many."""


def cell_chart(collection: Collection, asked: Asked, view: View, key: str, step: int = 0) -> str:
    """Draw the cells as a picture and return the one just clicked; `step` is a row's height, 0 for what fits.

    The picture can be taken away; the articles of its regions are named in it.
    """
    drawing, told, counted = _drawn(asked, collection, view, step, current())
    clicked = Clicks(key, SELECTION, CELL).chart(drawing, told)
    if counted:
        picture_downloads(collection, drawing.draw, say("matrix.title"), counted, key)
    return clicked


@computed_once
def _drawn(
    asked: Asked, collection: Collection, view: View, step: int, _language: Language
) -> tuple[Drawn, str, list[str]]:
    """The picture, the same in words, and the measures that are in it, in the language of this run."""
    cells = matrix_cells(collection, asked, view)
    regions, columns = sides(collection, cells, view)
    titles = {name: say(f"matrix.tooltip_{name}") for name in ("region", "column", "form", "articles")}
    fitting = _TALL if len(columns) <= _MANY else _LOW
    heads = {side: say(f"matrix.open_{side}") for side in ("row", "column")}
    drawing = Drawn(measure_matrix(cells, Labels(regions, columns, titles, heads), step=step or fitting))
    table = collection.tables["measures"]
    counted = table.loc[filed(table).isin(cells.loc[cells["count"] > 0, "region_id"]), "measure_id"]
    return drawing, of_matrix(cells), list(counted)


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

"""The matrix as a picture or a table, and its cells to take away."""

import pandas as pd
import streamlit as st

from components.frame.language import say
from components.matrix.table import matrix_table
from components.parts.matrix_cells import View
from components.parts.matrix_picture import cell_chart, cell_picture, sides
from corpus.coding.measures import DONE, INTENDED
from corpus.collection.collection import Collection

_CHART = "matrix.chart"


def matrix_picture(collection: Collection, cells: pd.DataFrame, view: View, cell: str) -> str:
    """Draw the matrix as a picture or a table and return the cell just opened, "" for none."""
    if view.view == "table":
        regions, columns = sides(collection, cells, view)
        opened = matrix_table(cells, regions, columns, chosen=cell)
    else:
        opened = cell_chart(collection, cells, cell_picture(collection, cells, view), _CHART)
    st.caption(say("matrix.legend"))
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
        "own": say("column.own"),
        "form": "form",
        "form_label": say("column.form"),
    }
    return cells[list(columns)].rename(columns=columns).astype(str)

"""The matrix as a picture or a table."""

import pandas as pd
import streamlit as st

from components.frame.language import current, say
from components.matrix.table import matrix_table
from components.matrix.whole_choice import whole_choice
from components.parts.matrix_cells import View
from components.parts.matrix_picture import cell_chart, sides
from corpus.collection.collection import Collection
from corpus.regions.asked import Asked

_CHART = "matrix.chart"


def matrix_picture(collection: Collection, asked: Asked, cells: pd.DataFrame, view: View, cell: str) -> str:
    """Draw the matrix as a picture or a table and return the cell or the whole side just opened, "" for none.

    Without cells nothing is drawn.
    """
    if cells.empty:
        return ""
    regions, columns = sides(collection, cells, view)
    if view.view == "table":
        opened = matrix_table(cells, regions, columns, chosen=cell)
    else:
        opened = cell_chart(collection, asked, view, _CHART)
    st.caption(_legend(asked))
    return opened or whole_choice(regions, columns)


def _legend(asked: Asked) -> str:
    """How the picture is read; where a text is looked for, no cell is blank and no sign is explained."""
    parts = ["count", *(["searched"] if asked.choice.text else ["blanks"]), "more", "figures", "basis"]
    return (" " if current() == "en" else "").join(say(f"matrix.legend_{part}") for part in parts)

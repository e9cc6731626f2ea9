"""The cells of the matrix to take away."""

import pandas as pd

from components.frame.language import current, say, speaking
from components.parts.downloads import Selection
from corpus.coding.measures import DONE, INTENDED


def cells_taken(cells: pd.DataFrame) -> Selection:
    """The matrix, to be taken away as this page shows it."""
    language = current()

    def taken(rows: pd.DataFrame) -> pd.DataFrame:
        with speaking(language):
            return export_cells(rows)

    return Selection("matrix", cells, len(cells), taken)


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
        "withheld": say("column.withheld"),
        "figures": say("column.figure_count"),
        "form": "form",
        "form_label": say("column.form"),
    }
    return cells[list(columns)].rename(columns=columns).astype(str)

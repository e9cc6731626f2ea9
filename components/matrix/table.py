"""The matrix as a table in which every cell, row and column opens what it counts, by mouse and by keyboard."""

from collections.abc import Mapping
from functools import partial

import pandas as pd

from components.frame.browser_part import browser_part
from components.frame.language import say
from components.frame.names import joined
from components.frame.opened import clicked
from corpus.collection.tables import records

_KEY = "matrix.table"
_table = browser_part(
    "matrix_table", '<div class="frame"></div>', shared=("focus_after_drawer", "roving"), isolated=False
)


def matrix_table(
    cells: pd.DataFrame,
    regions: Mapping[str, tuple[str, str]],
    columns: Mapping[str, str],
    *,
    chosen: str = "",
) -> str:
    """Show `cells` (rows of `regions.matrix.matrix` with `line, form_label, told`); return the cell just opened.

    Regions, each with its name and its level, stand across and `columns` down, as in the picture. A cell is named
    by its region and its column, joined, a whole side by one of them and a blank; "" is none.
    """
    by_place = {(cell["region_id"], cell["column"]): cell for cell in records(cells)}
    result = _table(
        key=_KEY,
        data={
            "columns": [
                {"id": joined(region, ""), "name": name, "level": level} for region, (name, level) in regions.items()
            ],
            "heads": {side: say(f"matrix.open_{side}") for side in ("row", "column")},
            "rows": [
                {
                    "id": joined("", column),
                    "label": label,
                    "cells": [
                        {
                            "id": joined(region, column),
                            "written": by_place[region, column]["line"],
                            "form": by_place[region, column]["form_label"],
                            "told": by_place[region, column]["told"],
                        }
                        for region in regions
                    ],
                }
                for column, label in columns.items()
            ],
            "caption": say("matrix.table_caption"),
            "chosen": chosen,
        },
        on_opened_change=partial(clicked, _KEY),
    )
    return result.opened or ""

"""A table in which every row opens its evidence, by mouse and by keyboard."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from components.frame.browser_part import browser_part
from components.frame.language import current, say
from components.frame.opened import clicked
from components.frame.run import reader_acted

_table = browser_part("evidence_table", '<div class="frame"></div>', shared=("focus_after_drawer", "roving", "spoken"))


@dataclass(frozen=True)
class Table:
    """What a table says of itself: the title of each column → how it is set, its caption, its height in CSS pixels.

    `opener` is the column whose words open a row.
    """

    columns: Mapping[str, str]
    caption: str
    height: int = 480
    opener: int = 0


def evidence_table(
    rows: Sequence[Mapping[str, Any]], table: Table, key: str, *, chosen: str = "", leads: bool = False
) -> str:
    """Show `rows` and return the id just opened, "" for none, and for one that the page's drawer shows.

    A row is `{"id", "cells", "sort"}`: the cells in the order of the columns, and what a column is sorted by in place
    of a cell's text; with a `kind`, a target does not look like a result. The row `chosen` is tinted. Rows that
    `leads` opens elsewhere are not the drawer's.
    """
    result = _table(
        key=key,
        data={
            "columns": [{"title": title, "style": style} for title, style in table.columns.items()],
            "rows": list(rows),
            "opener": table.opener,
            "chosen": chosen,
            "height": table.height,
            "language": current(),
            "caption": table.caption,
            "opens": say("evidence.open"),
            "none": say("numbers.none"),
        },
        on_opened_change=reader_acted if leads else partial(clicked, key),
    )
    return result.opened or ""

"""A table in which every row opens its evidence, by mouse and by keyboard."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from components.language import current, say
from corpus.paths import COMPONENTS

_ASSETS = COMPONENTS / "assets"
_table = st.components.v2.component(
    "changai_evidence_table",
    html='<div class="frame"></div>',
    css=(_ASSETS / "evidence_table.css").read_text(encoding="utf-8"),
    js=(_ASSETS / "evidence_table.js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True)
class Table:
    """What a table says of itself: the title of each column → how it is set, its caption, its height in CSS pixels."""

    columns: Mapping[str, str]
    caption: str
    height: int = 480


def evidence_table(rows: Sequence[Mapping[str, Any]], table: Table, key: str, *, chosen: str = "") -> str:
    """Show `rows` and return the id just opened, "" for none; the first column holds the words that open a row.

    A row is `{"id", "cells", "sort"}`: the cells in the order of the columns, and numbers to sort by in place of a
    cell's text. The row `chosen` is tinted.
    """
    result = _table(
        key=key,
        data={
            "columns": [{"title": title, "style": style} for title, style in table.columns.items()],
            "rows": list(rows),
            "opener": 0,
            "chosen": chosen,
            "height": table.height,
            "language": current(),
            "caption": table.caption,
            "opens": say("evidence.open"),
            "none": say("numbers.none"),
        },
        on_opened_change=lambda: None,
    )
    return result.opened or ""

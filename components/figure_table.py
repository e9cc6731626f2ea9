"""A table of figures in which every row opens its sentence, by mouse and by keyboard."""

import pandas as pd
import streamlit as st

from components.language import current, say
from corpus.paths import COMPONENTS

_ASSETS = COMPONENTS / "assets"
_table = st.components.v2.component(
    "changai_figure_table",
    html='<div class="frame"></div>',
    css=(_ASSETS / "figure_table.css").read_text(encoding="utf-8"),
    js=(_ASSETS / "figure_table.js").read_text(encoding="utf-8"),
)
_COLUMNS = {
    "quote": "tight",
    "normalised": "end",
    "indicator": "roomy",
    "region": "short",
    "kind_label": "tight",
    "time": "tight wide",
    "who": "wide",
}
"""Columns of `corpus.figures.figures` → how they are set; the wide ones give way on a narrow screen."""


def figure_table(frame: pd.DataFrame, key: str, *, chosen: str = "", verdict: bool = False, height: int = 480) -> str:
    """Show figures (rows of `corpus.figures.figures`) and return the number_id just opened, "" for none.

    `height` is in CSS pixels; the row of the figure `chosen` is tinted; `verdict` adds whether it may be compared.
    """
    columns = {**_COLUMNS, **({"verdict": "roomy"} if verdict else {})}
    names = list(columns)
    rows = [
        {"id": record["number_id"], "cells": [record[name] for name in names], "sort": {1: float(record["value"])}}
        for record in frame.to_dict("records")
    ]
    result = _table(
        key=key,
        data={
            "columns": [{"title": say(f"column.{name}"), "style": style} for name, style in columns.items()],
            "rows": rows,
            "opener": 0,
            "chosen": chosen,
            "height": height,
            "language": current(),
            "caption": say("numbers.table_caption", count=len(frame)),
            "opens": say("evidence.open"),
            "none": say("numbers.none"),
        },
        on_opened_change=lambda: None,
    )
    return result.opened or ""

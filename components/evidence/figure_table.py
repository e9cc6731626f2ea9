"""A table of figures in which every row opens its sentence."""

import pandas as pd

from components.frame.language import say
from components.parts.evidence_table import Table, evidence_table
from corpus.collection.tables import records

_COLUMNS = {
    "quote": "tight",
    "normalised": "end",
    "origin_label": "tight",
    "indicator": "roomy",
    "region": "short",
    "kind_label": "tight",
    "time": "tight wide",
    "who": "wide",
}
"""Columns of `corpus.coding.figures.figures` → how they are set; the wide ones give way on a narrow screen."""


def figure_table(frame: pd.DataFrame, key: str, *, chosen: str = "", verdict: bool = False, height: int = 480) -> str:
    """Show figures (rows of `corpus.coding.figures.figures`) and return the number_id just opened, "" for none.

    `height` is in CSS pixels; the row of the figure `chosen` is tinted; `verdict` adds whether it may be compared.
    Where a program suggested some figure, a column says how each came to be.
    """
    mixed = bool((frame["origin"] != "curated").any())
    columns = {name: style for name, style in _COLUMNS.items() if mixed or name != "origin_label"}
    columns |= {"verdict": "roomy"} if verdict else {}
    rows = [
        {
            "id": record["number_id"],
            "cells": [record[name] for name in columns],
            "sort": {1: _rank(record["value"])},
            "kind": record["kind"],
        }
        for record in records(frame)
    ]
    titles = {say(f"column.{name}"): style for name, style in columns.items()}
    caption = say("numbers.table_caption", count=len(frame))
    return evidence_table(rows, Table(titles, caption, height), key, chosen=chosen)


def _rank(value: str) -> float | str:
    """What a figure is sorted by: its value, the lower end of a range; "" has no number and stands last."""
    return float(value) if value else value

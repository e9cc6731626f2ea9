"""A table of figures in which every row opens its sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

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


@dataclass(frozen=True)
class FigureRows:
    """Figures as the table takes them: the columns with how they are set, and the rows."""

    columns: Mapping[str, str]
    rows: Sequence[Mapping[str, Any]]


def figure_rows(frame: pd.DataFrame, *, verdict: bool = False) -> FigureRows:
    """Rows of `corpus.coding.figures.figures` for the table; `verdict` adds whether they may be compared.

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
    return FigureRows(columns, rows)


def figure_table(figures: FigureRows, key: str, *, chosen: str = "", height: int = 480) -> str:
    """Show figures and return the number_id just opened, "" for none.

    `height` is in CSS pixels; the row of the figure `chosen` is tinted.
    """
    titles = {say(f"column.{name}"): style for name, style in figures.columns.items()}
    caption = say("numbers.table_caption", count=len(figures.rows))
    return evidence_table(figures.rows, Table(titles, caption, height), key, chosen=chosen)


def _rank(value: str) -> float | str:
    """What a figure is sorted by: its value, the lower end of a range; "" has no number and stands last."""
    return float(value) if value else value

"""All figures as they are written, by theme and region, and in a table."""

from functools import partial

import streamlit as st

from components.charts.figure_columns import Labels, figure_columns
from components.evidence.figure_table import figure_table
from components.frame.language import say
from components.numbers.board import board, rows_shown, themes_of
from components.parts.pictures import picture_downloads
from components.parts.regions import region_lines
from corpus.coding.figure_views import Shown
from corpus.collection.collection import Collection


def map_view(collection: Collection, shown: Shown, asked: str) -> str:
    """All figures as they are written, by theme and region, and in a table."""
    marked = ""
    if len(shown.rows):
        marked = board(collection, shown, "numbers.board", asked)
        st.caption(say("numbers.board_note"))
        labels = Labels(region_lines(collection), themes_of(collection, shown))
        draw = partial(figure_columns, shown.rows, labels)
        picture_downloads(collection, draw, say("numbers.title"), shown.pictures["map"], "numbers.map")
    return figure_table(rows_shown(shown), "numbers.table", chosen=asked) or marked

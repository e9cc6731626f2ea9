"""Where figures stand, and all of them in a table."""

import pandas as pd
import streamlit as st

from components.evidence.figure_table import figure_table
from components.frame.state import State
from components.numbers.figure_view import figure_chart
from corpus.collection.collection import Collection


def map_view(collection: Collection, shown: pd.DataFrame, _state: State, asked: str) -> str:
    """Where figures stand, and all of them in a table."""
    picture, table = st.columns([5, 7], gap="medium")
    with picture:
        marked = figure_chart(collection, shown)
    with table:
        opened = figure_table(shown, "numbers.table", chosen=asked)
    return opened or marked

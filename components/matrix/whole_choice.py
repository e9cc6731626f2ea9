"""A box under the matrix that opens a whole row or column, for those who do not click on their names."""

from collections.abc import Mapping

import streamlit as st

from components.frame.language import say
from components.frame.names import joined
from components.frame.opened import open_named

_BOX = "matrix.whole"


def whole_choice(regions: Mapping[str, tuple[str, str]], columns: Mapping[str, str]) -> str:
    """Draw the box and return what was just chosen, a cell with one side blank; it is empty again at once."""
    kinds = {joined("", column): say("matrix.whole_row", name=label) for column, label in columns.items()}
    places = {joined(region, ""): say("matrix.whole_column", name=name) for region, (name, _) in regions.items()}
    options = kinds | places
    st.selectbox(
        say("matrix.whole"),
        list(options),
        index=None,
        format_func=lambda side: options.get(side, side),
        placeholder=say("matrix.whole_hint"),
        key=_BOX,
        filter_mode=None,
        width=420,
        on_change=_note,
    )
    return st.session_state.pop(f"{_BOX}.chosen", "")


def _note() -> None:
    side = st.session_state[_BOX] or ""
    st.session_state[_BOX] = None
    open_named(side)
    st.session_state[f"{_BOX}.chosen"] = side

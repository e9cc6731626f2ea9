"""A box for a text to look for, and what is said where it is not found."""

import streamlit as st

from components.frame.language import say
from components.frame.state import State
from components.frame.widgets import text
from corpus.texts.folding import fold, understood


def search_box(state: State, name: str, label: str, hint: str, **look: str | int) -> str:
    """Draw the box of a parameter and return what it holds, as `asked` has it.

    `look` may be its `width`, and `label_visibility` where the label is only read out.
    """
    text(state, name, label, placeholder=hint, **look)
    return asked(state, name)


def asked(state: State, name: str) -> str:
    """What the box holds, without blanks at its ends; "" where it holds nothing that would be looked for."""
    typed = str(state.value(name) or "")
    return typed.strip() if fold(typed).text.strip() else ""


def not_found(said: str, query: str) -> None:
    """Say that nothing was found, then as what `query` was looked for and which differences do not count."""
    meant = understood(query)
    st.text(said if meant == query else said + say("search.understood", query=meant))
    st.caption(say("search.alike"))

"""A box for a text to look for, and what is said where it is not found."""

import streamlit as st

from components.frame.language import say
from components.frame.url import MAX_TEXT
from corpus.texts.folding import fold, understood


def search_box(label: str, key: str, hint: str, width: int | str = "stretch") -> str:
    """Draw a box and return what it holds, as `asked` has it."""
    st.text_input(label, key=key, placeholder=hint, max_chars=MAX_TEXT, width=width, persist_state="session")
    return asked(key)


def asked(key: str) -> str:
    """What the box `key` holds, without blanks at its ends; "" where it holds nothing that would be looked for."""
    typed = st.session_state.get(key) or ""
    return typed.strip() if fold(typed).text.strip() else ""


def not_found(said: str, query: str) -> None:
    """Say that nothing was found, then as what `query` was looked for and which differences do not count."""
    meant = understood(query)
    st.text(said if meant == query else said + say("search.understood", query=meant))
    st.caption(say("search.alike"))

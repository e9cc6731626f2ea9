"""What the reader looks for goes with them: one query of the session, which every page with a box for it takes over."""

from collections.abc import Container

import streamlit as st

from components.frame.run import goes_back

_CARRIED, _TAKEN = "query_carried", "query_taken"
"""Session keys: the query with the number of its turn; for a page, the turn that it has taken over."""


def drop_carried(words: Container[str]) -> None:
    """Let the query go that the session carries, if it is one of some words."""
    if st.session_state.get(_CARRIED, ("", 0))[0] in words:
        del st.session_state[_CARRIED]


def carry(page: str, key: str, was: str, *, follows: bool, named: bool) -> bool:
    """Take over or hand on the query that the session holds under `key`; whether the page has just got one so.

    `was` is what the box held after the last run; `follows` says that this run follows a link, `named` that the link
    names a query. What was typed, emptied, linked to or returned to is handed on; a link without a query is followed
    without one, and leaves the query to the other pages. A visit by the menu takes over what was looked for elsewhere.
    """
    session = st.session_state
    text, turn = session.get(_CARRIED, ("", 0))
    own, taken = str(session[key] or ""), f"{page}.{_TAKEN}"
    takes = False
    if follows and not named:
        session[taken] = turn
    elif follows or own != was or goes_back():
        if own != text:
            turn += 1
            session[_CARRIED] = (own, turn)
        session[taken] = turn
    elif session.get(taken, 0) != turn:
        session[key], session[taken] = text, turn
        takes = bool(text)
    return takes

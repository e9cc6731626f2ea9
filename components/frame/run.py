"""What a run of a page comes of: a click on the page, a link, the browser's way back; and the way to another run."""

from collections.abc import Mapping

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from components.frame.address import address, write_address

_PAGE, _ACTED, _ACTS, _ARRIVES = "page_shown", "reader_acted", "reader_acts", "reader_arrives"
"""Session keys: the page shown; the page on which a click has just been noted; whether this run comes of one, and
whether it is the first of a visit."""


def begin_run(page: str) -> None:
    """Learn once, at the top of a page, what this run comes of; a click that led here from another page is a link."""
    st.session_state[_ACTS] = st.session_state.pop(_ACTED, None) == page
    st.session_state[_ARRIVES] = st.session_state.get(_PAGE) != page
    st.session_state[_PAGE] = page


def reader_acted() -> None:
    """Note, as the callback of whatever is clicked, that the next run of this page comes of a click, not of a link."""
    st.session_state[_ACTED] = st.session_state.get(_PAGE)


def came_alone() -> bool:
    """Whether, in a callback, nothing else than what is called back for has changed since the run before.

    Streamlit hands on what came quickly one after the other in one piece, and says nowhere in public what was in it.
    """
    context = get_script_run_ctx()
    if context is None:
        return True
    state = context.session_state._state  # noqa: SLF001 as told above
    changed = [widget for widget in state._new_widget_state if state._widget_changed(widget)]  # noqa: SLF001
    return len(changed) <= 1


def acts() -> bool:
    """Whether this run comes of a click that `reader_acted` noted on this page."""
    return bool(st.session_state.get(_ACTS))


def arrives() -> bool:
    """Whether this run is the first of a visit to its page."""
    return bool(st.session_state.get(_ARRIVES))


def goes_back() -> bool:
    """Whether the browser's Back or Forward led to this run: then its link says everything, also where it is bare.

    Streamlit tells its own widgets only; where it should cease to, the page is as after a visit by the menu.
    """
    return bool(getattr(get_script_run_ctx(), "is_history_navigation", False))


def go_to(changes: Mapping[str, str]) -> None:
    """Run the page again with some of its parameters changed and the others kept, all their values included."""
    write_address({**address(), **{name: [value] for name, value in changes.items()}})
    st.rerun()

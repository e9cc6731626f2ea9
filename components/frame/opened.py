"""What stands open on a page: the address tells it, and a drawer shows it, which runs again without its page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from components.frame.address import leave_out
from components.frame.held_files import Files, files_of_page, hold
from components.frame.language import begin_language
from components.frame.run import came_alone, reader_acted
from components.frame.state import State, chosen_since

Opened = Mapping[str, str]
"""Parameter → what is open under it."""
_FRAGMENT = "drawer"
_DRAWER, _OPENED = "drawer_of_page", "drawer_opened"
"""Session keys: the drawer of the page shown, once that page has run to its end; what is open in it."""


@dataclass(frozen=True)
class Drawer:
    """The drawer of a page: `named` tells what is open once a name is clicked, given what was; `draw` shows it.

    For a name that is not the drawer's, `named` tells nothing. `kept` stands in the address beside what is open.
    `files` are what the page offers.
    """

    state: State
    named: Callable[[str, Opened], Opened]
    draw: Callable[[Opened], None]
    kept: Opened
    files: Files


def show_opened(
    state: State,
    opened: Opened,
    named: Callable[[str, Opened], Opened],
    draw: Callable[[Opened], None],
    kept: Opened | None = None,
) -> None:
    """Show what is open, as the last thing that a page does; further clicks run the drawer alone (see `Drawer`).

    The page itself writes its address; a click writes it again, with what it opens and `kept`.
    """
    st.session_state[_OPENED] = {name: value for name, value in opened.items() if value}
    st.session_state[_DRAWER] = Drawer(state, named, draw, kept or {}, files_of_page())
    _draw()


def page_must_run() -> None:
    """Have the next click run the whole page: at its beginning, and once the page shows what is no longer so."""
    st.session_state.pop(_DRAWER, None)


def clicked(key: str) -> None:
    """Open what has just been clicked in our own part of this key, as its callback."""
    open_named(st.session_state[key].opened or "")


def open_named(name: str) -> None:
    """Open what a name stands for, in a callback, which may end here; else the page runs, and answers the click.

    The page runs where the name is not its drawer's, and where it shows what is no longer so: it was interrupted, or
    something was chosen that it has not seen, be it in the same breath.
    """
    drawer = _standing() if came_alone() else None
    opened = drawer.named(name, st.session_state[_OPENED]) if drawer and name else {}
    if opened:
        _turn(drawer, opened)
    reader_acted()


def close(*names: str) -> None:
    """Take what is open under some names out of the drawer and the address, as the callback of a drawer."""
    drawer = _standing()
    if drawer:
        _turn(drawer, {name: value for name, value in st.session_state[_OPENED].items() if name not in names})
    leave_out(names)
    st.rerun()


def _standing() -> Drawer | None:
    """The drawer of the page, if the page is as it would be after another run."""
    drawer = st.session_state.get(_DRAWER)
    return drawer if drawer and not chosen_since(drawer.state) else None


def _turn(drawer: Drawer, opened: Opened) -> None:
    """Have the drawer show something else, and end the callback."""
    st.session_state[_OPENED] = dict(opened)
    drawer.state.write({**drawer.kept, **opened})
    hold(drawer.files)
    st.rerun(_FRAGMENT)


@st.fragment(key=_FRAGMENT)
def _draw() -> None:
    begin_language()
    drawer, opened = st.session_state.get(_DRAWER), st.session_state[_OPENED]
    if drawer and opened:
        drawer.draw(opened)

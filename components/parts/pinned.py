"""What the reader has pinned: kept in the session, for every page shows its evidence and none owns the list."""

from collections.abc import Mapping

import streamlit as st

from components.frame.language import say
from components.frame.opened import page_must_run
from components.frame.run import reader_acted
from corpus.export.reading_list import MOST, toggled

_LIST = "reading_list"
"""Session key of the list: the URL of one page could not hold the notes, nor what is pinned on other pages."""


def pinned() -> dict[str, str]:
    """Row id → the reader's note, in the reader's order."""
    return dict(st.session_state.get(_LIST, {}))


def is_begun() -> bool:
    """Whether this session has a list, be it empty by now."""
    return _LIST in st.session_state


def keep(rows: Mapping[str, str]) -> None:
    """Have the session hold this list: in a callback, or before the list is drawn."""
    st.session_state[_LIST] = dict(rows)


def pins_title() -> str:
    """What the menu calls the page of the list, with how many rows are on it."""
    count = len(pinned())
    return say("pins.menu_count", count=count) if count else say("pins.menu")


def pin_button(row_id: str) -> None:
    """A button that puts a row on the list or takes it out."""
    held = pinned()
    here, room = row_id in held, len(held) < MOST
    label = say("pins.drop") if here else say("pins.add") if room else say("pins.full", most=MOST)
    icon = ":material/bookmark_added:" if here else ":material/bookmark_add:"
    key, off = f"pin.{row_id}", not (here or room)
    st.button(label, key=key, icon=icon, type="tertiary", disabled=off, on_click=_toggle, args=(row_id,))


def _toggle(row_id: str) -> None:
    reader_acted()
    # The menu says how many there are.
    page_must_run()
    keep(toggled(pinned(), row_id))

"""The choice among the sections of a page, the same on every page that has some."""

from collections.abc import Mapping

from components.frame.state import State
from components.frame.widgets import row_of


def section(state: State, label: str, names: Mapping[str, str], name: str = "section") -> str:
    """A row of buttons for the sections of a page (section → name), and the one chosen; `label` is only read out."""
    return row_of(state, name, label, names, label_visibility="collapsed")

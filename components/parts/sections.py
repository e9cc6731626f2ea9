"""The choice among the sections of a page, the same on every page that has some."""

from collections.abc import Iterable

from components.frame.language import say
from components.frame.state import State
from components.frame.widgets import row_of


def section(state: State, names: Iterable[str], name: str = "section") -> str:
    """A row of buttons for the sections of a page, and the one chosen.

    Their words are `page.name_…` of our texts, that of the row is `page.name`.
    """
    labels = {one: say(f"{state.page}.{name}_{one}") for one in names}
    return row_of(state, name, say(f"{state.page}.{name}"), labels, label_visibility="collapsed")

"""A chart whose marks are clicked: the one mark just clicked, once."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from components.frame.drawn import Drawn
from components.frame.language import say
from components.frame.opened import open_named
from components.frame.run import reader_acted


@dataclass(frozen=True)
class Clicks:
    """The clicks on one chart: its widget key, the name of its selection, and the field that names a mark.

    `named` makes of that what a click opens; what `leads` elsewhere opens nothing, and the page runs.
    """

    key: str
    selection: str
    field: str
    named: Callable[[str], str] = str
    leads: bool = False

    def chart(self, drawing: Drawn, alternative: str) -> str:
        """Draw the chart, `alternative` saying in a sentence what it shows; return the name of the mark just clicked.

        "" is for none, and for one that the drawer shows (see `components.frame.opened`).
        """
        # A visit to another page drops the selection: what was clicked before it says nothing about the next click.
        st.session_state[f"{self.key}.selected"] = self._selected()
        alternative += say("alt.keys")
        st.vega_lite_chart(spec=drawing.spec, key=self.key, on_select=self._note, alt=alternative)
        return st.session_state.pop(f"{self.key}.clicked", "")

    def _note(self) -> None:
        """Keep a click for one run: it is the one mark in which the selection differs from the one before.

        A picture that was drawn anew has forgotten its selection; then the click is the last mark of the new one.
        """
        now = self._selected()
        changed = set(now) ^ set(st.session_state.get(f"{self.key}.selected", []))
        st.session_state[f"{self.key}.selected"] = now
        mark = changed.pop() if len(changed) == 1 else next(reversed(now), "")
        name = self.named(mark) if mark else ""
        if self.leads:
            reader_acted()
        else:
            open_named(name)
        st.session_state[f"{self.key}.clicked"] = name

    def _selected(self) -> list[str]:
        """The marks that are selected, in the order of their clicks; none before the picture is drawn."""
        held = st.session_state.get(self.key)
        return [point[self.field] for point in held.selection.get(self.selection) or []] if held else []

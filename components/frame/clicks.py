"""A chart whose marks are clicked: the one mark just clicked, once."""

from dataclasses import dataclass

import altair as alt
import streamlit as st

from components.frame.language import say
from components.frame.run import reader_acted


@dataclass(frozen=True)
class Clicks:
    """The clicks on one chart: its widget key, the name of its selection, and the field that names a mark."""

    key: str
    selection: str
    field: str

    def chart(self, chart: alt.TopLevelMixin, alternative: str) -> str:
        """Draw the chart, `alternative` saying in a sentence what it shows; return the mark just clicked."""
        # A visit to another page drops the selection: what was clicked before it says nothing about the next click.
        st.session_state[f"{self.key}.selected"] = self._selected()
        st.altair_chart(chart, key=self.key, on_select=self._note, alt=alternative + say("alt.keys"))
        return st.session_state.pop(f"{self.key}.clicked", "")

    def _note(self) -> None:
        """Keep a click for one run: it is the one mark in which the selection differs from the one before.

        A picture that was drawn anew has forgotten its selection; then the click is the last mark of the new one.
        """
        reader_acted()
        now = self._selected()
        changed = set(now) ^ set(st.session_state.get(f"{self.key}.selected", []))
        st.session_state[f"{self.key}.selected"] = now
        st.session_state[f"{self.key}.clicked"] = changed.pop() if len(changed) == 1 else next(reversed(now), "")

    def _selected(self) -> list[str]:
        """The marks that are selected, in the order of their clicks; none before the picture is drawn."""
        held = st.session_state.get(self.key)
        return [point[self.field] for point in held.selection.get(self.selection) or []] if held else []

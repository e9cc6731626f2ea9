"""Two regions side by side: what both report, what only one does, passages of one type, figures that look alike."""

from collections.abc import Mapping

import streamlit as st

from components.evidence.measure_list import measure_list
from components.frame.language import current, say
from components.frame.state import State
from components.frame.widgets import one_of
from components.parts.regions import region_lines
from components.profile.choice import View
from components.profile.compared_figures import compared_figures
from components.profile.unreported import blank_meaning
from corpus.collection.collection import Collection
from corpus.collection.facets import facet_labels
from corpus.regions.profile import (
    compared,
    region_measures,
)


def comparison(collection: Collection, view: View, state: State) -> str:
    """Two regions' measure types in common and apart, passages of one type side by side, and figures that look alike.

    Returns the id of the measure or figure just opened.
    """
    opened = _types(collection, view, state)
    st.subheader(say("profile.pairs_title"), anchor=False)
    return compared_figures(collection, view.region, view.beside) or opened


def _types(collection: Collection, view: View, state: State) -> str:
    """The measure types of both, and the passages of one; returns the measure_id just opened."""
    found = compared(collection, view.region, view.beside)
    types = facet_labels(collection, "type", "measure_type_id", current())
    lines = region_lines(collection)
    st.subheader(say("profile.compare"), anchor=False)
    first, second = (f"{name} · {level}" for name, level in (lines[view.region], lines[view.beside]))
    st.markdown(say("profile.common", count=len(found.common), types=_listed(found.common, types)))
    for place, own in ((first, found.only_first), (second, found.only_second)):
        st.markdown(say("profile.only", region=place, count=len(own), types=_listed(own, types)))
    st.caption(say("profile.compare_note"))
    offered = [*found.common, *found.only_first, *found.only_second]
    chosen = one_of(state, "type", say("profile.type"), {name: f"{name} {types[name]}" for name in offered})
    if not chosen:
        return ""
    opened = ""
    for column, region, title in zip(
        st.columns(2, gap="large"), (view.region, view.beside), (first, second), strict=True
    ):
        with column:
            rows = region_measures(collection, region, current())
            own = rows[rows["measure_type_id"] == chosen]
            st.markdown(f"**{title}** · {len(own) or blank_meaning(collection, 'type', region, chosen)}")
            if len(own):
                opened = measure_list(collection, own, f"profile.compare.{region}") or opened
    return opened


def _listed(kinds: tuple[str, ...], types: Mapping[str, str]) -> str:
    return say("app.items").join(f"{kind} {types[kind]}" for kind in kinds) or say("evidence.none")

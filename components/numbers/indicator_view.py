"""One indicator with all its figures and its look-alikes, under the guard."""

import pandas as pd
import streamlit as st

from components.evidence.figure_table import figure_table
from components.frame.language import current, local, say
from components.frame.markdown import literal
from components.frame.state import State
from components.frame.widgets import one_of
from components.numbers.comparison_panels import comparison_panels
from corpus.collection.collection import Collection
from corpus.collection.facets import facet_labels
from corpus.collection.labels import code_labels


def indicator_view(collection: Collection, shown: pd.DataFrame, state: State, asked: str) -> str:
    """One indicator with all its figures and its look-alikes, under the guard."""
    language = current()
    theme, counted = _navigation(collection, shown, state)
    own = shown[(shown["pillar_id"] == theme) | (theme == "")]
    own = own[(own["dimension"] == counted) | (counted == "")]
    if own.empty:
        st.markdown(say("numbers.none"))
        return ""
    indicators = collection.tables["indicators"].set_index("indicator_id")
    offered = [name for name in indicators.index if name in set(own["indicator_id"])]
    counts = own["indicator_id"].value_counts()
    most = max(offered, key=lambda name: counts[name])
    names = facet_labels(collection, "indicator", "indicator_id", language)
    focus = one_of(state, "focus", say("numbers.focus"), {name: names[name] for name in offered}, fallback=most)
    row = indicators.loc[focus]
    units = facet_labels(collection, "unit", "unit", language)
    st.markdown(say("numbers.indicator_facts", definition=literal(row[local("definition")]), unit=units[row["unit"]]))
    group = indicators[(indicators["comparison_id"] == row["comparison_id"]) & (row["comparison_id"] != "")].index
    rows = shown[shown["indicator_id"].isin([focus, *group])]
    if row["comparison_id"]:
        comparison = collection.tables["comparisons"].set_index("comparison_id").loc[row["comparison_id"]]
        st.markdown(say("numbers.look_alikes", name=comparison[local("name")], why=literal(comparison[local("why")])))
    opened = comparison_panels(collection, rows, f"numbers.indicator.{focus}", names[focus], focus)
    return figure_table(rows, "numbers.indicator.table", chosen=asked, height=320) or opened


def _navigation(collection: Collection, shown: pd.DataFrame, state: State) -> tuple[str, str]:
    """The choice of a pillar and of what is counted, "" for all."""
    language = current()
    pillars = facet_labels(collection, "pillar", "pillar_id", language)
    dimensions = code_labels(collection, "dimension", language)
    picked = []
    with st.container(horizontal=True):
        for name, labels, column in (("theme", pillars, "pillar_id"), ("counted", dimensions, "dimension")):
            used = [code for code in labels if code in set(shown[column])]
            options = {"": say("filter.all")} | {code: labels[code] for code in used}
            picked.append(one_of(state, name, say(f"numbers.{name}"), options, width=300))
    return picked[0], picked[1]

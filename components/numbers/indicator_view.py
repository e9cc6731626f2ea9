"""One indicator with all its figures and its look-alikes, under the guard."""

import pandas as pd
import streamlit as st

from components.evidence.figure_table import figure_table
from components.frame.language import current, local, say
from components.frame.markdown import literal
from components.numbers.comparison_panels import comparison_panels
from corpus.collection.collection import Collection
from corpus.collection.facets import facet_labels
from corpus.collection.labels import code_labels

_KEPT = {"persist_state": "session"}


def indicator_view(collection: Collection, shown: pd.DataFrame, asked: str) -> str:
    """One indicator with all its figures and its look-alikes, under the guard."""
    language = current()
    theme, counted = _navigation(collection, shown)
    own = shown[(shown["pillar_id"] == theme) | (theme == "")]
    own = own[(own["dimension"] == counted) | (counted == "")]
    if own.empty:
        st.markdown(say("numbers.none"))
        return ""
    indicators = collection.tables["indicators"].set_index("indicator_id")
    offered = [name for name in indicators.index if name in set(own["indicator_id"])]
    if st.session_state.get("numbers.focus") not in offered:
        counts = own["indicator_id"].value_counts()
        st.session_state["numbers.focus"] = max(offered, key=lambda name: counts[name])
    names = facet_labels(collection, "indicator", "indicator_id", language)
    focus = st.selectbox(
        say("numbers.focus"),
        offered,
        format_func=names.__getitem__,
        key="numbers.focus",
        filter_mode="contains",
        **_KEPT,
    )
    row = indicators.loc[focus]
    units = facet_labels(collection, "unit", "unit", language)
    st.markdown(say("numbers.indicator_facts", definition=literal(row[local("definition")]), unit=units[row["unit"]]))
    group = indicators[(indicators["comparison_id"] == row["comparison_id"]) & (row["comparison_id"] != "")].index
    rows = shown[shown["indicator_id"].isin([focus, *group])]
    if row["comparison_id"]:
        comparison = collection.tables["comparisons"].set_index("comparison_id").loc[row["comparison_id"]]
        st.markdown(say("numbers.look_alikes", name=comparison[local("name")], why=literal(comparison[local("why")])))
    opened = comparison_panels(collection, rows, f"numbers.indicator.{focus}", names[focus])
    return figure_table(rows, "numbers.indicator.table", chosen=asked, height=320) or opened


def _navigation(collection: Collection, shown: pd.DataFrame) -> tuple[str, str]:
    """The choice of a pillar and of what is counted, "" for all."""
    language = current()
    pillars = facet_labels(collection, "pillar", "pillar_id", language)
    dimensions = code_labels(collection, "dimension", language)
    picked = []
    with st.container(horizontal=True):
        for name, labels, column in (("theme", pillars, "pillar_id"), ("counted", dimensions, "dimension")):
            used = [code for code in labels if code in set(shown[column])]
            if st.session_state.get(f"numbers.{name}") not in ["", *used]:
                st.session_state[f"numbers.{name}"] = ""
            picked.append(
                st.selectbox(
                    say(f"numbers.{name}"),
                    ["", *used],
                    format_func=lambda code, labels=labels: labels[code] if code else say("filter.all"),
                    key=f"numbers.{name}",
                    width=300,
                    **_KEPT,
                )
            )
    return picked[0], picked[1]

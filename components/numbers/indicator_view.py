"""One indicator with all its figures and its look-alikes, under the guard."""

from collections import Counter

import pandas as pd
import streamlit as st

from components.evidence.figure_table import figure_table
from components.frame.language import current, local, say
from components.frame.markdown import literal
from components.frame.state import State
from components.frame.widgets import one_of
from components.numbers.board import rows_shown
from components.numbers.comparison_panels import comparison_panels, panel_groups, verdict
from components.parts.figure_cards import Group
from corpus.coding.figure_views import Shown
from corpus.collection.codebook import UNLISTED
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.facets import facet_labels
from corpus.collection.labels import code_labels
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells


def focus_choice(collection: Collection, selected: pd.DataFrame, state: State) -> str:
    """Draw the choice of a theme, of what is counted, and of one indicator of these; the indicator, "" for none."""
    pillars = facet_labels(collection, "pillar", "pillar_id", current())
    dimensions = code_labels(collection, "dimension", current())
    own = list(cells(selected, ("pillar_id", "dimension", "indicator_id")))
    choices = (("theme", pillars), ("counted", dimensions))
    occurring = [set(values) for values in zip(*own, strict=True)] or [set(), set()]
    with st.container(horizontal=True):
        for rank, (name, labels) in enumerate(choices):
            options = {"": say("filter.all")} | {code: labels[code] for code in labels if code in occurring[rank]}
            picked = one_of(state, name, say(f"numbers.{name}"), options, width=168)
            own = [codes for codes in own if picked in {"", codes[rank]}]
        if not own:
            return ""
        counts = Counter(indicator for *_, indicator in own)
        offered = [name for name in collection.tables["indicators"]["indicator_id"].tolist() if name in counts]
        names = facet_labels(collection, "indicator", "indicator_id", current())
        most = max(offered, key=lambda name: (name != UNLISTED, counts[name]))
        return one_of(state, "focus", say("numbers.focus"), {name: names[name] for name in offered}, fallback=most)


def indicator_view(collection: Collection, shown: Shown, asked: str) -> str:
    """One indicator with all its figures and its look-alikes, under the guard."""
    if shown.rows.empty:
        st.markdown(say("numbers.none"))
        return ""
    (panel,) = shown.parts
    row = collection.tables["indicators"].set_index("indicator_id").loc[panel.name]
    units = facet_labels(collection, "unit", "unit", current())
    names = facet_labels(collection, "indicator", "indicator_id", current())
    st.caption(say("numbers.indicator_facts", definition=literal(row[local("definition")]), unit=units[row["unit"]]))
    groups = _groups(shown, collection, current())
    opened = comparison_panels(collection, shown, groups, names[panel.name], asked)
    return figure_table(rows_shown(shown), "numbers.indicator.table", chosen=asked, height=320) or opened


@computed_once
def _groups(shown: Shown, collection: Collection, _language: Language) -> list[Group]:
    """The groups of the panel, in the language of this run."""
    (panel,) = shown.parts
    row = collection.tables["indicators"].set_index("indicator_id").loc[panel.name]
    note = []
    if row["comparison_id"]:
        comparison = collection.tables["comparisons"].set_index("comparison_id").loc[row["comparison_id"]]
        note = [say("numbers.look_alikes", name=comparison[local("name")], why=comparison[local("why")])]
    # That figures of unlisted things compare with none is all there is to say of their pairs.
    note = [*verdict(collection, panel.ids, panel.name), *note] if panel.name != UNLISTED else []
    return panel_groups(collection, shown, panel, note=note)

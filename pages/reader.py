"""检索与原文 Reader: where does it say so? Articles in reading order, what is coded marked, words searchable."""

import streamlit as st

from components.evidence.drawer import evidence_url, show_evidence
from components.frame.curated import curated
from components.frame.page import page
from components.frame.run import go_to
from components.frame.state import page_state
from components.reader.view import (
    article,
    article_choice,
    article_facts,
    parameters,
    place_here,
    place_parameters,
    query_box,
    row_here,
    search_results,
    with_article,
)

page("reader")
collection = curated()
state = page_state(
    "reader",
    parameters(collection),
    place_parameters(collection),
    lambda arrived: with_article(collection, arrived),
)

controls, text = st.columns([4, 8], gap="large")
with controls:
    view = article_choice(collection, state)
    place, row = place_here(collection, view, state.arrived), row_here(collection, view, state.arrived)
    query = query_box(state)
    found = search_results(collection, query, view)
with text:
    article_facts(collection, view)
    opened = article(collection, view, query, row, place)

state.write({"at": place, **evidence_url(collection, opened or row)})
if found:
    go_to(found)
show_evidence(collection, opened)

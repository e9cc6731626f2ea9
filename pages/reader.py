"""检索与原文 Reader: where does it say so? Articles in reading order, what is coded marked, words searchable."""

import streamlit as st

from components.evidence.drawer import evidence_url, show_evidence
from components.frame.own import shown_collection
from components.frame.page import SEARCH, page
from components.frame.run import go_to
from components.frame.state import page_state
from components.reader.article import article, article_facts
from components.reader.choice import article_choice, parameters, query_box, with_article
from components.reader.hits import search_results
from components.reader.places import place_here, place_parameters, row_here

head = page("reader")
collection = shown_collection()
state = page_state(
    "reader",
    parameters(collection),
    place_parameters(collection),
    lambda arrived: with_article(collection, arrived),
)

with head, st.container(width=SEARCH):
    query = query_box(state)
controls, text = st.columns([4, 8], gap="large")
with controls:
    search = st.container()
    view = article_choice(collection, state)
    place, row = place_here(collection, view, state.arrived), row_here(collection, view, state.arrived)
with search:
    found = search_results(collection, state, query, view)
with text:
    article_facts(collection, view)
    opened = article(collection, view, query, row, place)

state.write({"at": place, **evidence_url(collection, opened or row)})
if found:
    go_to(found)
show_evidence(collection, state, opened, {"at": place})

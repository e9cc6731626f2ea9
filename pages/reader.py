"""检索与原文 Reader: where does it say so? Articles in reading order, what is coded marked, words searchable."""

import streamlit as st

from components.evidence.drawer import evidence_url, show_evidence
from components.frame.curated import curated
from components.frame.page import page
from components.frame.url import go_to, read, write
from components.reader.view import (
    article,
    article_choice,
    article_facts,
    parameters,
    place_here,
    query_box,
    row_here,
    search_results,
)

page("reader")
collection = curated()
arrived = read(parameters(collection))

controls, text = st.columns([4, 8], gap="large")
with controls:
    view = article_choice(collection, arrived)
    place, row = place_here(collection, view, arrived), row_here(collection, view, arrived)
    query = query_box()
    found = search_results(collection, query, view)
with text:
    article_facts(collection, view)
    opened = article(collection, view, query, row, place)

write("reader", view.url(query), {"at": place, **evidence_url(collection, opened or row)})
if found:
    go_to(found)
show_evidence(collection, opened)

"""检索与原文 Reader: where does it say so? Articles in reading order, figures marked, words searchable."""

import streamlit as st

from components.curated import curated
from components.evidence_card import PARAMETER, show_evidence
from components.page import page
from components.reader_view import (
    article,
    article_choice,
    article_facts,
    figure_here,
    parameters,
    place_here,
    search_box,
    search_results,
)
from components.url import go_to, read, write

page("reader")
package = curated()
arrived = read(parameters(package))

controls, text = st.columns([4, 8], gap="large")
with controls:
    view = article_choice(package, arrived)
    place, figure = place_here(package, view, arrived), figure_here(package, view, arrived)
    query = search_box()
    found = search_results(package, query, view)
with text:
    article_facts(package, view)
    opened = article(package, view, query, figure, place)

write("reader", view.url(query), {"at": place, PARAMETER: opened or figure})
if found:
    go_to(found)
if opened:
    show_evidence(package, opened)

"""总览 Overview: what is here?"""

import streamlit as st

from components.frame.curated import curated
from components.frame.language import say
from components.frame.page import page
from components.frame.state import page_state
from components.overview.view import corpus_counts, document_timeline, how_to_read, region_cards, small_matrix
from components.parts.topic_box import topic_box

head = page("overview")
collection = curated()
topic_box(head)
page_state("overview", {}).write()

corpus_counts(collection)
dates, guide = st.columns([7, 5], gap="large")
with dates:
    document_timeline(collection)
with guide:
    how_to_read()
cells, cards = st.columns([5, 7], gap="large")
with cells:
    small_matrix(collection)
with cards:
    st.subheader(say("overview.regions"), anchor=False)
    region_cards(collection)

"""总览 Overview: what is here?"""

import streamlit as st

from components.curated import curated
from components.language import say
from components.overview_view import corpus_counts, document_timeline, how_to_read, region_cards, small_matrix
from components.page import page
from components.url import read, write

page("overview")
collection = curated()
read({})
write("overview", {})

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

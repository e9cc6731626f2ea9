"""总览 Overview: what is here?"""

import streamlit as st

from components.curated import curated
from components.language import say
from components.overview_view import corpus_counts, document_timeline, how_to_read, region_cards, small_matrix
from components.page import page
from components.url import read, write

page("overview")
package = curated()
read({})
write("overview", {})

corpus_counts(package)
dates, guide = st.columns([7, 5], gap="large")
with dates:
    document_timeline(package)
with guide:
    how_to_read()
cells, cards = st.columns([5, 7], gap="large")
with cells:
    small_matrix(package)
with cards:
    st.subheader(say("overview.regions"), anchor=False)
    region_cards(package)

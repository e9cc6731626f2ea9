"""总览 Overview: what can I ask?"""

import streamlit as st

from components.frame.language import say
from components.frame.own import shown_collection
from components.frame.page import page
from components.frame.state import page_state
from components.overview.front import findings, question_box, topic_links
from components.overview.view import document_timeline, how_to_read, region_cards, small_matrix

page("overview")
collection = shown_collection()
page_state("overview", {}).write()
question_box()

topic_links(collection)
findings(collection)
cells, dates = st.columns([5, 7], gap="large")
with cells:
    small_matrix(collection)
with dates:
    document_timeline(collection)
    how_to_read()
st.subheader(say("overview.regions"), anchor=False)
region_cards(collection)

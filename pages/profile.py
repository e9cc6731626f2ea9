"""地区画像 Profile: what does this region do, and what does the corpus not report about it?"""

import streamlit as st

from components.evidence.drawer import evidence_asked, evidence_parameters, evidence_url, show_evidence
from components.frame.own import shown_collection
from components.frame.page import page
from components.frame.state import page_state
from components.parts.topic_box import topic_box
from components.profile.brief_downloads import brief_section
from components.profile.choice import parameters, profile_choice
from components.profile.comparison import comparison
from components.profile.header import region_header, strip
from components.profile.sections import drawn_section
from components.profile.unreported import unreported_section

head = page("profile")
collection = shown_collection()
topic_box(head)
state = page_state("profile", parameters(collection), evidence_parameters(collection))
view = profile_choice(collection, state)
opened = ""

left, right = st.columns([6, 6] if view.beside else [7, 5], gap="large")
with left:
    region_header(collection, view.region)
    opened = strip(collection, view.region, view.beside)
with right:
    if view.beside:
        region_header(collection, view.beside)
        opened = strip(collection, view.beside, view.region) or opened
    else:
        opened = unreported_section(collection, view.region) or opened
        brief_section(collection, view, state)
if view.beside:
    brief_section(collection, view, state)

found = comparison(collection, view, state) if view.beside else drawn_section(collection, view, state)
asked = opened or found or evidence_asked(state.arrived)
state.write(evidence_url(collection, asked))
show_evidence(collection, state, asked)

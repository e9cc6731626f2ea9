"""地区画像 Profile: what does this region do, and what does the corpus not report about it?"""

import streamlit as st

from components.evidence.drawer import evidence_asked, evidence_parameters, evidence_url, show_evidence
from components.frame.curated import curated
from components.frame.page import page
from components.frame.url import read, write
from components.profile.view import (
    DRAWN,
    brief_section,
    comparison,
    parameters,
    profile_choice,
    region_header,
    section_choice,
    strip,
    unreported_section,
)

page("profile")
collection = curated()
arrived = read({**parameters(collection), **evidence_parameters(collection)})
view = profile_choice(collection, arrived)
opened, compared = "", ""

left, right = st.columns([6, 6] if view.beside else [7, 5], gap="large")
with left:
    region_header(collection, view.region)
    opened = strip(collection, view.region, [view.beside])
with right:
    if view.beside:
        region_header(collection, view.beside)
        opened = strip(collection, view.beside, [view.region]) or opened
    else:
        unreported_section(collection, view.region)
        brief_section(collection, view.region)

if view.beside:
    found, compared = comparison(collection, view)
else:
    found = DRAWN[section_choice()](collection, view.region)
asked = opened or found or evidence_asked(arrived)
write("profile", {**view.url(), "type": [compared]}, evidence_url(collection, asked))
show_evidence(collection, asked)

"""The least that a filter can do, to compare with: one pill, and one text that changes."""

import streamlit as st

chosen = st.pills("Pill", ["on"], key="pill")
st.text("something is chosen" if chosen else "nothing is chosen")

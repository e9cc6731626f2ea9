"""The least that an app can do, to compare with."""

import streamlit as st

st.write("hello")

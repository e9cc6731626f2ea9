"""Step 4: mine against theirs."""

import streamlit as st

from components.documents.desk import desk
from components.frame.language import say
from corpus.collection.collection import Collection


def compare_view(_collection: Collection) -> str:
    """Draw how the reader's texts stand beside the others; return the id of the row just opened, "" for none."""
    if desk().suggested is None:
        st.info(say("documents.nothing_yet"))
    return ""

"""The steps of the page, each drawn by its own view."""

import streamlit as st

from components.documents.bring import bring_view, refusals
from components.documents.choice import compared_choice, go
from components.documents.compare import compare_step
from components.documents.desk import desk, reviewed_text
from components.documents.read_view import read_view
from components.documents.review_view import review_view
from components.documents.take import take_view
from components.frame.language import say
from corpus.collection.collection import Collection

_AT = "own.at"
"""Session key of the row that the review brings into view."""


def show_step(step: str, collection: Collection) -> None:
    """Draw a step; a row that the reading opens is shown in the review."""
    held = desk()
    if step == "bring":
        bring_view(collection)
    elif held.suggested is None:
        refusals(held)
        st.info(say("documents.nothing_yet"))
    elif step == "read":
        if opened := read_view(collection):
            st.session_state[_AT] = opened
            go("review")
            st.rerun()
    elif step == "review":
        review_view(collection, st.session_state.get(_AT, ""))
    elif step == "compare":
        compare_step(reviewed_text(held, compared_choice(held)), collection)
    else:
        take_view()

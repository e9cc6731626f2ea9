"""The box in the head of a page that has no search of its own: it leads to the page that answers."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.frame.address import lead_to
from components.frame.language import current, say
from components.frame.page import SEARCH
from components.frame.url import MAX_TEXT

_ANSWERS = "topics"
"""The page that takes the question, as its parameter `q`."""


def topic_box(head: DeltaGenerator) -> None:
    """Draw the box into the head of a page; what is typed there and sent opens the page that answers."""
    # Outside a form a box also sends what it holds when it is left, and would take a reader away.
    form = head.form("asks", border=False, clear_on_submit=True, width=SEARCH)
    with form.container(horizontal=True, gap="xsmall", wrap=False):
        asked = st.text_input(
            say("app.ask"), max_chars=MAX_TEXT, placeholder=say("app.ask_hint"), label_visibility="collapsed"
        )
        sent = st.form_submit_button(say("app.ask_send"))
    if sent and asked.strip():
        lead_to(f"pages/{_ANSWERS}.py", {"q": asked.strip(), "lang": current()})

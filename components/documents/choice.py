"""The steps of the page, and which text is at hand: kept in the session, the step alone in the link."""

import streamlit as st

from components.documents.desk import Desk
from components.frame.language import say
from components.frame.state import State
from components.frame.url import One, Parameter
from components.parts.sections import section

STEPS = ("bring", "read", "review", "compare", "take")
_PAGE, _NEXT, _TEXT = "documents", "own.next", "own.text"
"""Name of the page; session keys of the step to go to in the next run, and of the text at hand."""


def parameters() -> dict[str, Parameter]:
    """The query parameters of the page: nothing of a reader's own is ever among them."""
    return {"section": One(STEPS, STEPS[0])}


def step_choice(state: State) -> str:
    """Draw the choice of step; a step that was asked for by `go` comes first."""
    if asked := st.session_state.pop(_NEXT, ""):
        state.put("section", asked)
    names = {step: f"{number} · {say(f'documents.step_{step}')}" for number, step in enumerate(STEPS, 1)}
    return section(state, say("documents.steps"), names)


def go(step: str, document_id: str = "") -> None:
    """Have the next run show a step, with a text at hand."""
    st.session_state[_NEXT] = step
    if document_id:
        st.session_state[_TEXT] = document_id


def text_names(held: Desk) -> dict[str, str]:
    """Text → its title, with the name of its file where several have it."""
    titles = [text.about.title_zh for text in held.texts]
    return {
        text.document_id: text.about.title_zh
        if titles.count(text.about.title_zh) == 1
        else say("documents.text_named", title=text.about.title_zh, name=text.source.name)
        for text in held.texts
    }


def compared_choice(held: Desk) -> str:
    """The text to compare, "" for all of them together, chosen where there are several."""
    if len(held.texts) == 1:
        return ""
    names = {"": say("documents.all_texts", count=len(held.texts)), **text_names(held)}
    key = "own.text.compare"
    if st.session_state.get(key) not in names:
        st.session_state[key] = ""
    label = say("documents.text")
    chosen = st.selectbox(label, list(names), format_func=names.__getitem__, key=key, filter_mode=None, width=480)
    if not chosen:
        st.caption(say("documents.compared_all", count=len(held.texts)))
    return chosen


def text_choice(held: Desk, where: str) -> str:
    """The text at hand, chosen from a list where there are several; `where` tells the boxes of steps apart."""
    names = text_names(held)
    chosen = st.session_state.get(_TEXT)
    if chosen not in names:
        chosen = st.session_state[_TEXT] = next(iter(names))
    if len(names) == 1:
        return chosen
    key = f"own.text.{where}"
    st.session_state[key] = chosen

    def note() -> None:
        st.session_state[_TEXT] = st.session_state[key]

    st.selectbox(
        say("documents.text"),
        list(names),
        format_func=names.__getitem__,
        key=key,
        filter_mode=None,
        on_change=note,
        width=480,
    )
    return chosen

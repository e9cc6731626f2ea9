"""What is asked: a topic of the collection or a word typed, of which regions, and how far measures have got."""

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.frame.language import current, say
from components.frame.page import SEARCH
from components.frame.state import State
from components.frame.url import Many, One, Parameter, Text
from components.frame.widgets import one_of, pills_of, row_of
from components.parts.regions import region_lines
from components.parts.search_box import search_box
from corpus.collection.collection import Collection
from corpus.collection.labels import code_labels, names
from corpus.regions.profile import profiled
from corpus.topics.topic import Topic, topics, typed

_VIEWS = ("table", "picture")
_ASKED = "topics.asked"
"""Session key of what was asked at the last run: neither topic nor word tells by itself which of them came last."""


@dataclass(frozen=True)
class Asked:
    """A topic, the regions and statuses that the answer is restricted to, none meaning all, and how it is shown."""

    topic: Topic
    regions: tuple[str, ...]
    statuses: tuple[str, ...]
    view: str


def parameters(collection: Collection) -> dict[str, Parameter]:
    """The query parameters of the topic page."""
    known = topics(collection)
    return {
        "topic": One(known, next(iter(known), ""), named=True),
        "q": Text(travels=True),
        "region": Many({region: " · ".join(line) for region, line in region_lines(collection).items()}),
        "status": Many(code_labels(collection, "status", "zh")),
        "view": One(_VIEWS, _VIEWS[0]),
    }


def asked(collection: Collection, state: State, head: DeltaGenerator) -> Asked:
    """Draw the choice, its box in the head, and return it.

    A word typed counts until a topic is chosen, which takes the word away.
    """
    _latest(state)
    language = current()
    with head, st.container(width=SEARCH):
        query = search_box(state, "q", say("filter.q"), say("filter.q_hint"), label_visibility="collapsed")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        titles = names(collection, "topics", "topic_id", language)
        topic = one_of(state, "topic", say("topics.topic"), titles, width=240)
        active = sum(bool(state.value(name)) for name in ("region", "status"))
        with st.popover(say("filter.more", count=active) if active else say("filter.more_none")):
            lines = region_lines(collection)
            regions = {region: " · ".join(lines[region]) for region in profiled(collection)}
            chosen = pills_of(state, "region", say("filter.region"), regions)
            statuses = pills_of(state, "status", say("topics.status"), code_labels(collection, "status", language))
        view = row_of(
            state,
            "view",
            say("topics.view"),
            {name: say(f"topics.{name}") for name in _VIEWS},
            label_visibility="collapsed",
        )
    return Asked(typed(query) if query else topics(collection)[topic], tuple(chosen), tuple(statuses), view)


def _latest(state: State) -> None:
    """Take the word away where the reader has just chosen a topic: what is asked last counts."""
    held = st.session_state.get(_ASKED)
    now = (state.value("topic"), state.value("q"))
    if held and now[0] != held[0] and now[1] == held[1]:
        state.put("q", "")
    st.session_state[_ASKED] = (state.value("topic"), state.value("q"))

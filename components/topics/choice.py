"""What is asked: a topic of the collection or a word typed, of which regions, and how far measures have got."""

from collections import Counter
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.frame.facet_bar import facet_bar
from components.frame.language import current, local, say
from components.frame.markdown import literal
from components.frame.page import SEARCH
from components.frame.state import State
from components.frame.url import Many, One, Parameter, Text
from components.frame.widgets import one_of, row_of
from components.parts.regions import region_lines
from components.parts.search_box import search_box
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.labels import code_labels, names
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells, records
from corpus.regions.profile import profiled
from corpus.topics.answer import FIGURES, MEASURES, Answer, answered
from corpus.topics.topic import Topic, topics, typed

_VIEWS = ("table", "picture")
_IN_VIEW = 8
"""How many values a filter has at most that stands in view."""
_ASKED = "topics.asked"
"""Session key of what was asked at the last run: neither topic nor word tells by itself which of them came last."""


@dataclass(frozen=True)
class Asked:
    """A topic, the regions and statuses that the answer is restricted to, none meaning all, and how it is shown."""

    topic: Topic
    regions: tuple[str, ...]
    statuses: tuple[str, ...]
    view: str

    def described(self, collection: Collection) -> dict[str, str]:
        """What the answer is restricted to, in words: filter → values; empty where nothing is left out."""
        lines, labels = region_lines(collection), code_labels(collection, "status", current())
        told = {
            say("filter.region"): [lines[region][0] for region in self.regions],
            say("topics.status"): [labels[status] for status in self.statuses],
        }
        return {name: say("app.list").join(values) for name, values in told.items() if values}


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
    """Draw the choice, word and filters into the head of the page, and return it.

    A word typed counts until a topic is chosen, which takes the word away.
    """
    _latest(state)
    with head, st.container(width=SEARCH):
        query = search_box(state, "q", say("filter.q"), say("filter.q_hint"), label_visibility="collapsed")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        titles = names(collection, "topics", "topic_id", current())
        if query:
            # The word that was typed is asked, so that no topic is.
            titles = {"": say("topics.none"), **titles}
            state.put("topic", "")
        chosen = one_of(state, "topic", say("topics.topic"), titles, width=240)
        view = row_of(
            state,
            "view",
            say("topics.view"),
            {name: say(f"topics.{name}") for name in _VIEWS},
            label_visibility="collapsed",
        )
        topic = typed(query) if query else topics(collection)[chosen]
        _, question = called(collection, topic)
        st.subheader(literal(question), anchor=False, width="content")
    with head:
        kept = facet_bar(state, _facets(collection, topic))
    return Asked(topic, tuple(kept["region"]), tuple(kept["status"]), view)


def called(collection: Collection, topic: Topic) -> tuple[str, str]:
    """The name of a topic and its question; of a word typed, the word in quotation marks for both."""
    if topic.typed:
        return topic.typed, say("topics.typed", query=topic.typed)
    row = next(row for row in records(collection.tables["topics"]) if row["topic_id"] == topic.topic_id)
    return row[local("name")], row[local("question")]


def _facets(collection: Collection, topic: Topic) -> list[dict[str, object]]:
    """Regions, and statuses of measures, each with how many figures and measures of the topic it has."""
    return _counted(answered(collection, topic, current()), collection, current())


@computed_once
def _counted(answer: Answer, collection: Collection, language: Language) -> list[dict[str, object]]:
    lines = region_lines(collection)
    held = {
        region: len(
            {
                row.row_id
                for part in (FIGURES, MEASURES)
                for entry in answer.entries.get((region, part), ())
                for row in entry.rows
            }
        )
        for region in profiled(collection)
    }
    statuses = dict(cells(collection.tables["measures"], ("measure_id", "status")))
    reached = Counter(statuses[measure] for measure in answer.row_ids(MEASURES))
    labels = {
        "region": {region: lines[region][0] for region in held},
        "status": code_labels(collection, "status", language),
    }
    return [
        {
            "name": name,
            "label": label,
            "inline": len(labels[name]) <= _IN_VIEW,
            "options": [
                {"value": value, "label": told, "count": counts.get(value, 0)} for value, told in labels[name].items()
            ],
        }
        for name, label, counts in (
            ("region", say("filter.region"), held),
            ("status", say("topics.status"), reached),
        )
    ]


def _latest(state: State) -> None:
    """Take the word away where the reader has just chosen a topic: what is asked last counts."""
    held = st.session_state.get(_ASKED)
    now = (state.value("topic"), state.value("q"))
    if held and now[0] != held[0] and now[1] == held[1]:
        state.put("q", "")
    st.session_state[_ASKED] = (state.value("topic"), state.value("q"))

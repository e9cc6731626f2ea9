"""The filters of figures and measures: seeded from the URL, kept for the session, returned as the reader's choice."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

import streamlit as st

from components.frame.language import current, say
from components.frame.state import State
from components.frame.url import Many, Parameter, Text
from components.frame.widgets import many_of, pills_of
from components.parts.search_box import search_box
from corpus.coding import figures, measures
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.facets import facet_labels

_TEXT = "q"


@dataclass(frozen=True)
class Subject:
    """Rows that can be filtered on a page, and how each facet is offered.

    `pills` stand in view, `lists` behind a button; `columns` holds each facet's values, `options` gives those that
    occur, with their labels; `usual` are the values of a facet that count before anything is chosen.
    """

    pills: tuple[str, ...]
    lists: tuple[str, ...]
    columns: Mapping[str, str]
    options: Callable[[Collection, str, Language], dict[str, str]]
    usual: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def facets(self) -> tuple[str, ...]:
        """All facets, in the order in which they are drawn."""
        return (*self.pills, *self.lists)

    def labels(self, collection: Collection, facet: str, language: Language) -> dict[str, str]:
        """Every value that a facet may take, with its label, whether it occurs or not."""
        return facet_labels(collection, facet, self.columns[facet], language)


FIGURES = Subject(
    ("region", "kind"),
    ("dimension", "pillar", "indicator", "unit", "document", "state"),
    MappingProxyType(figures.FACETS),
    figures.facet_options,
)
MEASURES = Subject(
    ("region", "status", "whose"),
    ("actor", "scope", "instrument", "class", "under", "document", "state"),
    MappingProxyType(measures.FACETS),
    measures.facet_options,
    MappingProxyType({"status": measures.DONE}),
)


@dataclass(frozen=True)
class Filter:
    """What the reader chose: facet → values (empty = all), and a text that must occur."""

    subject: Subject
    chosen: Mapping[str, Sequence[str]]
    text: str

    def described(self, collection: Collection) -> dict[str, str]:
        """Filter → values in words, for file names, notes and the README of a download; empty when nothing filters."""
        words = {}
        for facet, values in self.chosen.items():
            labels = self.subject.labels(collection, facet, current())
            # Every value of a facet of which only some usually count leaves nothing out.
            if values and not (facet in self.subject.usual and set(values) == set(labels)):
                words[say(f"filter.{facet}")] = say("app.list").join(labels[value] for value in values)
        return words | ({say("filter.q"): self.text} if self.text else {})


def parameters(collection: Collection, subject: Subject) -> dict[str, Parameter]:
    """The query parameters that filter a subject: a link may ask for what does not occur, and then finds nothing."""
    facets: dict[str, Parameter] = {
        facet: Many(subject.labels(collection, facet, "zh"), subject.usual.get(facet, ())) for facet in subject.facets
    }
    return facets | {_TEXT: Text()}


def filters(collection: Collection, subject: Subject, state: State) -> Filter:
    """Draw the filters and return the choice."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        text = search_box(state, _TEXT, say("filter.q"), say("filter.q_hint"), width=260)
        chosen = {
            facet: pills_of(state, facet, say(f"filter.{facet}"), _offered(collection, subject, facet, state))
            for facet in subject.pills
        }
        active = sum(bool(state.value(facet)) for facet in subject.lists)
        with st.popover(say("filter.more", count=active) if active else say("filter.more_none")):
            for facet in subject.lists:
                options = _offered(collection, subject, facet, state)
                label = say(f"filter.{facet}")
                chosen[facet] = many_of(state, facet, label, options, placeholder=say("filter.all"))
        st.button(
            say("filter.clear"),
            on_click=state.clear,
            args=(*subject.facets, _TEXT),
            type="tertiary",
            disabled=not (text or any(set(chosen[facet]) != set(subject.usual.get(facet, ())) for facet in chosen)),
        )
    return Filter(subject, {facet: chosen[facet] for facet in subject.facets}, text)


def _offered(collection: Collection, subject: Subject, facet: str, state: State) -> dict[str, str]:
    """The values of a facet that occur, and those chosen, with their labels."""
    used, chosen = subject.options(collection, facet, current()), state.value(facet)
    labels = subject.labels(collection, facet, current())
    return {value: label for value, label in labels.items() if value in used or value in chosen}

"""The filters of figures and measures: seeded from the URL, kept for the session, returned as the reader's choice."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.frame.language import current, say
from components.frame.state import State
from components.frame.url import Many, Parameter, Text
from components.frame.widgets import many_of, pills_of
from components.parts.search_box import WITHIN, found_line, search_box, within, within_parameter
from corpus.coding import figures, measures
from corpus.coding.hits import TEXT, WHERE
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.facets import facet_labels

_TEXT = "q"


@dataclass(frozen=True)
class Subject:
    """Rows that can be filtered on a page, and how each facet is offered.

    `kind` is what they are, one of KINDS; `pills` stand in view, `lists` behind a button; `columns` holds each facet's
    values, `options` gives those that occur, with their labels.
    """

    kind: str
    pills: tuple[str, ...]
    lists: tuple[str, ...]
    columns: Mapping[str, str]
    options: Callable[[Collection, str, Language], dict[str, str]]

    @property
    def facets(self) -> tuple[str, ...]:
        """All facets, in the order in which they are drawn."""
        return (*self.pills, *self.lists)

    def labels(self, collection: Collection, facet: str, language: Language) -> dict[str, str]:
        """Every value that a facet may take, with its label, whether it occurs or not."""
        return facet_labels(collection, facet, self.columns[facet], language)


FIGURES = Subject(
    "figure",
    ("region", "kind"),
    ("dimension", "pillar", "indicator", "unit", "document", "state"),
    MappingProxyType(figures.FACETS),
    figures.facet_options,
)
MEASURES = Subject(
    "measure",
    ("region", "whose"),
    ("actor", "scope", "instrument", "class", "under", "document", "state"),
    MappingProxyType(measures.FACETS),
    measures.facet_options,
)


@dataclass(frozen=True)
class Filter:
    """What the reader chose: facet → values (empty = all), a text that must occur, and where, some of WHERE.

    `line` is the place under the box where it is told what is found.
    """

    subject: Subject
    chosen: Mapping[str, Sequence[str]]
    text: str
    within: Sequence[str] = WHERE
    line: DeltaGenerator | None = None

    def tell(self, collection: Collection, state: State, shown: int) -> None:
        """Say under the box what is found of the text, of which the page shows so many rows."""
        if self.line and self.text:
            with self.line:
                found_line(collection, state, self.text, self.subject.kind, shown)

    def described(self, collection: Collection) -> dict[str, str]:
        """Filter → values in words, for file names, notes and the README of a download; empty when nothing filters."""
        words = {
            say(f"filter.{facet}"): say("app.list").join(
                self.subject.labels(collection, facet, current())[value] for value in values
            )
            for facet, values in self.chosen.items()
            if values
        }
        if self.text:
            words[say("filter.q")] = self.text
            if set(self.within) != set(WHERE):
                words[say("filter.within")] = say(f"filter.within_{'text' if TEXT[0] in self.within else 'label'}")
        return words


def parameters(collection: Collection, subject: Subject) -> dict[str, Parameter]:
    """The query parameters that filter a subject: a link may ask for what does not occur, and then finds nothing."""
    facets: dict[str, Parameter] = {facet: Many(subject.labels(collection, facet, "zh")) for facet in subject.facets}
    return facets | {_TEXT: Text(travels=True), **within_parameter()}


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
            args=(*subject.facets, _TEXT, WITHIN),
            type="tertiary",
            disabled=not (text or any(chosen.values())),
        )
    where = within(collection, state, text, subject.kind)
    line = st.container() if text else None
    return Filter(subject, {facet: chosen[facet] for facet in subject.facets}, text, where, line)


def _offered(collection: Collection, subject: Subject, facet: str, state: State) -> dict[str, str]:
    """The values of a facet that occur, and those chosen, with their labels."""
    used, chosen = subject.options(collection, facet, current()), state.value(facet)
    labels = subject.labels(collection, facet, current())
    return {value: label for value, label in labels.items() if value in used or value in chosen}

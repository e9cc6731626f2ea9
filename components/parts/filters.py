"""The filters of figures and measures: seeded from the URL, kept for the session, returned as the reader's choice."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from components.frame.language import current, say
from components.frame.url import Choice, Parameter, Text, seed
from components.parts.search_box import search_box
from corpus.coding import figures, measures
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language

_TEXT = "q"
_KEPT = {"persist_state": "session"}


@dataclass(frozen=True)
class Subject:
    """Rows that can be filtered on a page: the prefix of their widgets, and how each facet is offered.

    `pills` stand in view, `lists` behind a button; `options` gives a facet's values with their labels.
    """

    prefix: str
    pills: tuple[str, ...]
    lists: tuple[str, ...]
    options: Callable[[Collection, str, Language], dict[str, str]]

    @property
    def facets(self) -> tuple[str, ...]:
        """All facets, in the order in which they are drawn."""
        return (*self.pills, *self.lists)

    def key(self, name: str) -> str:
        """The session key of a widget."""
        return f"{self.prefix}.{name}"

    @property
    def blanks(self) -> dict[str, str | list[str]]:
        """What each widget holds when nothing is filtered."""
        return {**{facet: [] for facet in self.facets}, _TEXT: ""}


FIGURES = Subject(
    "numbers", ("region", "kind"), ("dimension", "pillar", "indicator", "unit", "document"), figures.facet_options
)
MEASURES = Subject(
    "matrix", ("region", "actor"), ("scope", "instrument", "class", "under", "document"), measures.facet_options
)


@dataclass(frozen=True)
class Filter:
    """What the reader chose: facet → values (empty = all), and a text that must occur."""

    subject: Subject
    chosen: Mapping[str, Sequence[str]]
    text: str

    def url(self) -> dict[str, list[str]]:
        """The choice as query parameters."""
        return {**{facet: list(values) for facet, values in self.chosen.items()}, _TEXT: [self.text]}

    def described(self, collection: Collection) -> dict[str, str]:
        """Filter → values in words, for file names, notes and the README of a download; empty when nothing filters."""
        words = {
            say(f"filter.{facet}"): say("app.list").join(
                self.subject.options(collection, facet, current())[value] for value in values
            )
            for facet, values in self.chosen.items()
            if values
        }
        return words | ({say("filter.q"): self.text} if self.text else {})


def parameters(collection: Collection, subject: Subject) -> dict[str, Parameter]:
    """The query parameters that filter a subject."""
    facets: dict[str, Parameter] = {facet: Choice(subject.options(collection, facet, "zh")) for facet in subject.facets}
    return facets | {_TEXT: Text()}


def filters(
    collection: Collection,
    subject: Subject,
    arrived: Mapping[str, list[str]],
    further: Mapping[str, str | list[str]] | None = None,
) -> Filter:
    """Draw the filters and return the choice; `arrived` is what the URL held at the start of this run.

    `further` names other parameters of the page that have a widget, with what they hold when the URL says nothing.
    """
    seed(subject.prefix, arrived, {**subject.blanks, **(further or {})})
    with st.container(horizontal=True, vertical_alignment="bottom"):
        text = search_box(say("filter.q"), subject.key(_TEXT), say("filter.q_hint"), width=260)
        chosen = {
            facet: st.pills(
                say(f"filter.{facet}"),
                list(options := subject.options(collection, facet, current())),
                format_func=options.__getitem__,
                selection_mode="multi",
                key=subject.key(facet),
                wrap=True,
                **_KEPT,
            )
            for facet in subject.pills
        }
        active = sum(bool(st.session_state.get(subject.key(facet))) for facet in subject.lists)
        with st.popover(say("filter.more", count=active) if active else say("filter.more_none")):
            for facet in subject.lists:
                options = subject.options(collection, facet, current())
                chosen[facet] = st.multiselect(
                    say(f"filter.{facet}"),
                    list(options),
                    format_func=options.__getitem__,
                    key=subject.key(facet),
                    placeholder=say("filter.all"),
                    filter_mode="contains",
                    select_all=False,
                    **_KEPT,
                )
        st.button(
            say("filter.clear"),
            on_click=_clear,
            args=(subject,),
            type="tertiary",
            disabled=not (text or any(chosen.values())),
        )
    return Filter(subject, {facet: list(chosen[facet]) for facet in subject.facets}, text)


def _clear(subject: Subject) -> None:
    for name, blank in subject.blanks.items():
        st.session_state[subject.key(name)] = blank

"""The filters of figures and measures: seeded from the URL, kept for the session, returned as the reader's choice."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.frame.facet_bar import facet_bar
from components.frame.language import current, say
from components.frame.page import SEARCH
from components.frame.shown import tell_filters
from components.frame.state import State
from components.frame.url import Many, Parameter, Text
from components.parts.search_box import WITHIN, found_line, search_box, within, within_parameter
from corpus.coding import figures, measures
from corpus.coding.facet_counts import facet_counts
from corpus.coding.hits import TEXT, WHERE
from corpus.coding.rows import KEPT, Chosen, chosen, is_typed
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.facets import facet_labels
from corpus.collection.memo import computed_once, latest_results

_TEXT = "q"
_IN_VIEW = 8
"""How many values a facet has at most that stands in view."""


@dataclass(frozen=True)
class Subject:
    """Rows that can be filtered on a page, and how each facet is offered.

    `kind` is what they are, one of KINDS; `pills` stand in view where they are few, `lists` behind a button; `columns`
    holds each facet's values, `options` gives those that occur, with their labels, `rows` all rows, of which `select`
    keeps those that meet facets and a text; `usual` are the values of a facet that count before anything is chosen.
    """

    kind: str
    pills: tuple[str, ...]
    lists: tuple[str, ...]
    columns: Mapping[str, str]
    options: Callable[[Collection, str, Language], dict[str, str]]
    rows: Callable[[Collection, Language], pd.DataFrame]
    select: Callable[..., pd.DataFrame]
    usual: Mapping[str, Sequence[str]] = field(default_factory=dict)

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
    figures.figures,
    figures.select,
)
MEASURES = Subject(
    "measure",
    ("region", "status", "whose"),
    ("actor", "scope", "instrument", "class", "under", "document", "state"),
    MappingProxyType(measures.FACETS),
    measures.facet_options,
    measures.measures,
    measures.select,
    MappingProxyType({"status": measures.DONE}),
)

_SUBJECTS = {subject.kind: subject for subject in (FIGURES, MEASURES)}


@dataclass(frozen=True)
class Own:
    """What a page does to the rows beside its filters: the values of facets that it leaves in, and how parts count.

    `whole` means that a part of a measure does not count beside its whole, nor a figure that tells a fact again.
    """

    kept: Mapping[str, Sequence[str]] = field(default_factory=dict)
    whole: bool = False


_NOTHING_OWN = Own()


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

    @property
    def key(self) -> Chosen:
        """The choice in this run's language, in a form by which results are kept."""
        return chosen(current(), self.chosen, self.text, self.within)

    def tell(self, collection: Collection, state: State, shown: int) -> None:
        """Say under the box what is found of the text, of which the page shows so many rows."""
        if self.line and self.text:
            with self.line:
                found_line(collection, state, self.text, self.subject.kind, shown)

    def described(self, collection: Collection) -> dict[str, str]:
        """Filter → values in words, for file names, notes and the README of a download; empty when nothing filters."""
        words = {}
        for facet, values in self.chosen.items():
            labels = self.subject.labels(collection, facet, current())
            # Every value of a facet of which only some usually count leaves nothing out.
            if values and not (facet in self.subject.usual and set(values) == set(labels)):
                words[say(f"filter.{facet}")] = say("app.list").join(labels[value] for value in values)
        if self.text:
            words[say("filter.q")] = self.text
            if set(self.within) != set(WHERE):
                words[say("filter.within")] = say(f"filter.within_{'text' if TEXT[0] in self.within else 'label'}")
        return words


def parameters(collection: Collection, subject: Subject) -> dict[str, Parameter]:
    """The query parameters that filter a subject: a link may ask for what does not occur, and then finds nothing."""
    return _parameters(collection, subject.kind)


@computed_once
def _parameters(collection: Collection, kind: str) -> dict[str, Parameter]:
    subject = _SUBJECTS[kind]
    facets: dict[str, Parameter] = {
        facet: Many(subject.labels(collection, facet, "zh"), subject.usual.get(facet, ())) for facet in subject.facets
    }
    return facets | {_TEXT: Text(travels=True), **within_parameter()}


def filters(
    collection: Collection,
    subject: Subject,
    state: State,
    head: DeltaGenerator,
    own: Own = _NOTHING_OWN,
) -> Filter:
    """Draw the filters into the head of the page and return the choice; each option says how many rows it would give.

    `own` is what the page does to the rows beside its filters.
    """
    with head, st.container(width=SEARCH):
        text = search_box(state, _TEXT, say("filter.q"), say("filter.q_hint"), label_visibility="collapsed")
    where = within(collection, state, text, subject.kind)
    held = {**own.kept, **{facet: list(state.value(facet)) for facet in subject.facets}}
    counts = _counts(collection, chosen(current(), held, text, where), subject.kind, whole=own.whole)
    facets = [_facet(collection, subject, facet, state, counts[facet]) for facet in subject.facets]
    with head:
        values = facet_bar(state, facets, also=[_TEXT, WITHIN])
    line = st.container() if text else None
    choice = Filter(subject, values, text, where, line)
    tell_filters(choice.described(collection))
    return choice


@latest_results(KEPT, unless=is_typed)
def _counts(collection: Collection, held: Chosen, kind: str, *, whole: bool) -> dict[str, dict[str, int]]:
    """How many rows of a kind each value of a facet would give beside what is held."""
    subject = _SUBJECTS[kind]
    found = subject.select(subject.rows(collection, held.language), {}, held.text, held.within)
    return facet_counts(found, subject.columns, dict(held.facets), whole=whole)


def _facet(
    collection: Collection, subject: Subject, facet: str, state: State, counts: Mapping[str, int]
) -> dict[str, object]:
    """A facet as the bar takes it, with the values that occur and those chosen."""
    used, chosen = subject.options(collection, facet, current()), state.value(facet)
    options = [
        {"value": value, "label": label, "count": counts.get(value, 0)}
        for value, label in subject.labels(collection, facet, current()).items()
        if value in used or value in chosen
    ]
    in_view = facet in subject.pills and len(options) <= _IN_VIEW
    return {"name": facet, "label": say(f"filter.{facet}"), "inline": in_view, "options": options}

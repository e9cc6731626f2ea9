"""The filters of figures: seeded from the URL, kept for the session, returned as the reader's choice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from components.language import current, say
from components.url import Choice, Parameter, Text, seed
from corpus.figures import FACETS, facet_options
from corpus.package import Package

_TEXT = "q"
_PILLS = ("region", "kind")
_LISTS = ("dimension", "pillar", "indicator", "unit", "document")


@dataclass(frozen=True)
class FigureFilter:
    """What the reader chose: facet → values (empty = all), and a text that must occur."""

    chosen: Mapping[str, Sequence[str]]
    text: str

    def url(self) -> dict[str, list[str]]:
        """The choice as query parameters."""
        return {**{facet: list(values) for facet, values in self.chosen.items()}, _TEXT: [self.text]}

    def described(self, package: Package) -> dict[str, str]:
        """Filter → values in words, for file names, notes and the README of a download; empty when nothing filters."""
        words = {
            say(f"filter.{facet}"): say("app.list").join(
                facet_options(package, facet, current())[value] for value in values
            )
            for facet, values in self.chosen.items()
            if values
        }
        return words | ({say("filter.q"): self.text} if self.text else {})


def parameters(package: Package) -> dict[str, Parameter]:
    """The query parameters that filter figures."""
    facets: dict[str, Parameter] = {facet: Choice(facet_options(package, facet, "zh")) for facet in FACETS}
    return facets | {_TEXT: Text()}


def figure_filters(package: Package, arrived: Mapping[str, list[str]]) -> FigureFilter:
    """Draw the filters and return the choice; `arrived` is what the URL held at the start of this run."""
    seed("numbers", arrived, _BLANKS)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        text = st.text_input(
            say("filter.q"), key=_key(_TEXT), placeholder=say("filter.q_hint"), max_chars=80, width=260, **_KEPT
        )
        chosen = {
            facet: st.pills(
                say(f"filter.{facet}"),
                list(options := facet_options(package, facet, current())),
                format_func=options.__getitem__,
                selection_mode="multi",
                key=_key(facet),
                wrap=True,
                **_KEPT,
            )
            for facet in _PILLS
        }
        active = sum(bool(st.session_state.get(_key(facet))) for facet in _LISTS)
        with st.popover(say("filter.more", count=active) if active else say("filter.more_none")):
            for facet in _LISTS:
                options = facet_options(package, facet, current())
                chosen[facet] = st.multiselect(
                    say(f"filter.{facet}"),
                    list(options),
                    format_func=options.__getitem__,
                    key=_key(facet),
                    placeholder=say("filter.all"),
                    filter_mode="contains",
                    select_all=False,
                    **_KEPT,
                )
        st.button(say("filter.clear"), on_click=_clear, type="tertiary", disabled=not (text or any(chosen.values())))
    return FigureFilter({facet: list(chosen[facet]) for facet in FACETS}, (text or "").strip())


_KEPT = {"persist_state": "session"}
_BLANKS: dict[str, str | list[str]] = {**{facet: [] for facet in FACETS}, _TEXT: ""}


def _key(name: str) -> str:
    return f"numbers.{name}"


def _clear() -> None:
    for name, blank in _BLANKS.items():
        st.session_state[_key(name)] = blank

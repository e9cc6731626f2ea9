"""Page state in the URL: typed parameters read with care, written back in one piece."""

import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

import streamlit as st

from components.frame.language import LANGUAGES, PARAMETER, current, say

NONE = "none"
"""Value of a list parameter that says: nothing chosen, where saying nothing means the usual choice."""
_PAGE, _ACTED, _ACTS = "page_shown", "reader_acted", "reader_acts"
"""Session keys: the page shown; the page on which a click has just been noted; whether this run comes of one."""
_TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
MAX_TEXT = 80
"""Longest free text taken from a URL, in characters."""


@dataclass(frozen=True)
class Choice:
    """A parameter that takes values of a closed list; `many` of them, or one."""

    allowed: Collection[str]
    many: bool = True


@dataclass(frozen=True)
class Text:
    """A parameter that takes free text up to MAX_TEXT characters; `fits` may ask more of it."""

    fits: Callable[[str], bool] = lambda _text: True


Parameter = Choice | Text


def _parse(parameter: Parameter, raw: list[str]) -> tuple[list[str], bool]:
    """What a parameter's raw values mean, and whether all of them made sense."""
    if isinstance(parameter, Text):
        kept = [text for text in raw if len(text) <= MAX_TEXT and _is_text(text) and parameter.fits(text)][:1]
    else:
        kept = [value for value in dict.fromkeys(raw) if value in parameter.allowed]
        kept = kept if parameter.many else kept[:1]
    return kept, len(kept) == len(raw)


def _is_text(text: str) -> bool:
    """Whether a person may have typed it: no control characters, no halves of a character, nothing that turns text."""
    return not any(
        unicodedata.category(character) in {"Cc", "Cs"} or unicodedata.bidirectional(character) in _TURNING
        for character in text
    )


def read(parameters: Mapping[str, Parameter]) -> dict[str, list[str]]:
    """The values that this page's URL holds; anything else in it is ignored, and said so in one sentence."""
    values: dict[str, list[str]] = {}
    sound = all(language in LANGUAGES for language in st.query_params.get_all(PARAMETER))
    for name in st.query_params:
        if name in parameters:
            values[name], fits = _parse(parameters[name], st.query_params.get_all(name))
            sound = sound and fits
        else:
            sound = sound and name == PARAMETER
    if not sound:
        # The URL is cleaned in this same run, so the remark must outlive it by one rerun of the same page.
        st.info(say("app.ignored_parameters"))
    return values


def go_to(changes: Mapping[str, str]) -> None:
    """Run the page again with some of its parameters changed and the others kept, all their values included."""
    kept = {name: st.query_params.get_all(name) for name in st.query_params}
    st.query_params.from_dict({**kept, **changes})
    st.rerun()


def reader_acted() -> None:
    """Note, as the callback of whatever is clicked, that the next run of this page comes of a click, not of a link."""
    st.session_state[_ACTED] = st.session_state.get(_PAGE)


def begin_run(page: str) -> None:
    """Learn once, at the top of a page, what this run comes of; a click that led here from another page is a link."""
    st.session_state[_ACTS] = st.session_state.pop(_ACTED, None) == page
    st.session_state[_PAGE] = page


def seed(prefix: str, arrived: Mapping[str, list[str]], blanks: Mapping[str, str | list[str]]) -> None:
    """Set a page's widgets (session keys `prefix.name`) from a URL that the page did not write itself.

    `blanks` names the parameters that have a widget, with what it holds when the URL says nothing. A visit by the menu
    carries no parameters: the session's own choice stays then. A run that comes of a click brings the URL that the
    browser had at that moment, which a quick hand finds older than the last choice: it seeds nothing either.
    """
    state = st.session_state
    held = state.get(f"{prefix}.held", {})
    clicked = state.get(_ACTS) or any(state.get(f"{prefix}.{name}", value) != value for name, value in held.items())
    wanted = {name: arrived[name] for name in blanks if any(arrived.get(name, []))}
    if clicked or not wanted or wanted == state.get(f"{prefix}.url"):
        _hold(prefix, blanks)
        return
    for name, blank in blanks.items():
        values = wanted.get(name)
        if isinstance(blank, list):
            chosen: str | list[str] = [] if values == [NONE] else values or blank
        else:
            chosen = values[0] if values else blank
        state[f"{prefix}.{name}"] = chosen
    _hold(prefix, blanks)


def _hold(prefix: str, names: Collection[str]) -> None:
    """Note what the widgets hold: whatever is found otherwise at the next run was chosen by the reader."""
    state = st.session_state
    state[f"{prefix}.held"] = {name: state.get(f"{prefix}.{name}") for name in names}


def write(prefix: str, values: Mapping[str, Collection[str]], transient: Mapping[str, str] | None = None) -> None:
    """Put the page's state into the URL, blank values left out, the language kept once it was chosen.

    `transient` parameters (what is open, not what is filtered) go into the URL and seed no widget.
    """
    wanted = {name: list(value) for name, value in values.items() if any(value)}
    st.session_state[f"{prefix}.url"] = dict(wanted)
    _hold(prefix, st.session_state.get(f"{prefix}.held", {}))
    wanted |= {name: [value] for name, value in (transient or {}).items() if value}
    if PARAMETER in st.query_params or st.session_state.get("language_chosen"):
        wanted[PARAMETER] = [current()]
    if {name: st.query_params.get_all(name) for name in st.query_params} != wanted:
        st.query_params.from_dict(wanted)

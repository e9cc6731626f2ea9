"""The sections of the words page, and the choice among them."""

from collections.abc import Callable

import streamlit as st

from components.language import say
from components.url import Choice, Parameter, Text
from components.word_clouds import clouds
from components.word_settings import Settings
from components.word_views import concordance_section, cut_section, network_section, phrase_section, tone_section
from corpus.package import Package

FURTHER: dict[str, str | list[str]] = {"section": "clouds", "find": "", "network_least": "4", "cut": ""}
"""Parameters of the page that have a widget, beside its settings, with what they hold when the URL says nothing."""
SECTIONS: dict[str, Callable[[Package, Settings], str]] = {
    "clouds": clouds,
    "concordance": concordance_section,
    "network": network_section,
    "phrases": phrase_section,
    "tone": tone_section,
    "cut": cut_section,
}
"""The sections: each draws itself and returns the word just opened."""


def section_parameters(package: Package) -> dict[str, Parameter]:
    """The query parameters of the sections."""
    return {
        "section": Choice(set(SECTIONS), many=False),
        "find": Text(),
        "network_least": Choice({"3", "4", "5", "6", "8", "10"}, many=False),
        "cut": Choice(set(package.tables["documents"]["document_id"]), many=False),
    }


def section_choice() -> str:
    """Draw the choice of section."""
    if not st.session_state.get("words.cut"):
        st.session_state.pop("words.cut", None)
    return st.segmented_control(
        say("words.section"),
        list(SECTIONS),
        format_func=lambda name: say(f"words.section_{name}"),
        key="words.section",
        label_visibility="collapsed",
        required=True,
        persist_state="session",
    )


def section_url(section: str) -> dict[str, list[str]]:
    """The section as query parameters, with what belongs to it alone."""
    state = st.session_state
    own = {"concordance": "find", "network": "network_least", "cut": "cut"}.get(section)
    inner = {own: [state.get(f"words.{own}") or ""]} if own else {}
    return {"section": [] if section == "clouds" else [section], **inner}

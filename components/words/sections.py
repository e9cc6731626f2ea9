"""The sections of the words page, and the choice among them."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from components.frame.language import say
from components.frame.url import Choice, Parameter, Text
from components.words.clouds import cloud_sentences, clouds
from components.words.concordance_view import collocate_name, collocate_sentences, concordance_section
from components.words.cut_view import cut_section, cut_sentences
from components.words.network_view import NETWORK_LEAST, network_name, network_section, network_sentences
from components.words.phrase_view import PHRASE_LEAST, phrase_pair_codes, phrase_section, phrase_sentences
from components.words.settings import Settings
from components.words.tone_view import tone_name, tone_section, tone_sentences
from corpus.collection.collection import Collection
from corpus.words.concordance import Sentence


@dataclass(frozen=True)
class Section:
    """A part of the page: `draw` shows it and returns what was just opened, as region, full stop, word.

    `sentences` finds the sentences of that, `named` says what it is called. `everywhere` means that they are looked for
    in all regions, whichever are chosen. `parameters` are its own, with what they hold when the URL says nothing.
    """

    draw: Callable[[Collection, Settings], str]
    sentences: Callable[[Collection, Settings, str, str], list[Sentence]]
    parameters: tuple[tuple[str, str], ...] = ()
    named: Callable[[Collection, str], str] = lambda _package, word: word
    everywhere: bool = False


SECTIONS: dict[str, Section] = {
    "clouds": Section(clouds, cloud_sentences),
    "concordance": Section(concordance_section, collocate_sentences, (("find", ""), ("as", "concept")), collocate_name),
    "network": Section(network_section, network_sentences, (("network_least", "3"),), network_name),
    "phrases": Section(phrase_section, phrase_sentences, (("pair", ""), ("phrase_least", "2")), everywhere=True),
    "tone": Section(tone_section, tone_sentences, named=tone_name),
    "cut": Section(cut_section, cut_sentences, (("cut", ""),), everywhere=True),
}
EVERYWHERE = [name for name, section in SECTIONS.items() if section.everywhere]
"""The sections that look at all regions, whichever are chosen."""
FURTHER: dict[str, str | list[str]] = {
    "section": "clouds",
    **{name: blank for section in SECTIONS.values() for name, blank in section.parameters},
}
"""Parameters of the page that have a widget, beside its settings, with what they hold when the URL says nothing."""


def section_parameters(collection: Collection) -> dict[str, Parameter]:
    """The query parameters of the sections."""
    return {
        "section": Choice(set(SECTIONS), many=False),
        "find": Text(),
        "as": Choice({"concept", "string"}, many=False),
        "network_least": Choice(set(NETWORK_LEAST), many=False),
        "pair": Choice(set(phrase_pair_codes(collection)), many=False),
        "phrase_least": Choice(set(PHRASE_LEAST), many=False),
        "cut": Choice(set(collection.tables["documents"]["document_id"]), many=False),
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
    """The section as query parameters, with what belongs to it alone, what is usual left out."""
    inner = {}
    for name, blank in SECTIONS[section].parameters:
        value = st.session_state.get(f"words.{name}") or ""
        inner[name] = [] if value == blank else [value]
    return {"section": [] if section == "clouds" else [section], **inner}

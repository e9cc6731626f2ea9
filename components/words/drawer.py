"""The drawer of the words page: the sentences of what was clicked, over the page it was clicked on."""

from functools import partial

import streamlit as st

from components.frame.address import leave_out
from components.frame.language import current, say
from components.frame.markdown import literal
from components.frame.names import DOT, parted
from components.frame.opened import Opened, close, show_opened
from components.frame.run import reader_acted
from components.frame.state import State
from components.words.place_list import sentence_list
from components.words.sections import SECTIONS
from components.words.settings import CONCORDANCE, Settings, places_of, texts_of
from corpus.collection.collection import Collection
from corpus.regions.profile import profiled
from corpus.words.concordance import concept_of, forms_of
from corpus.words.tokens import entries

WORD = "word"
"""The query parameter that holds what is open."""


def show_word(collection: Collection, settings: Settings, state: State, section: str, opened: str) -> None:
    """Open the sentences of a word in a drawer, nothing for "", and of each word that is clicked from there on."""

    def draw(now: Opened) -> None:
        _word_drawer(collection, settings, state, section, now[WORD])

    show_opened(state, {WORD: opened}, lambda name, _: {WORD: name}, draw)


def _word_drawer(collection: Collection, settings: Settings, state: State, section: str, opened: str) -> None:
    """The sentences of `opened`: a region (blank: those chosen) joined with what a section calls a word."""
    region, word = _parts(collection, opened)

    def look_up() -> None:
        """Turn to the concordance of the word in the same regions; a link would leave the address behind."""
        own = [] if SECTIONS[section].everywhere else list(settings.regions)
        looked_in = [region] if region else own
        for name, value in (("section", CONCORDANCE), ("find", word), ("as", "concept"), ("among", looked_in)):
            state.put(name, value)
        leave_out([WORD])
        reader_acted()

    @st.dialog(say("words.drawer"), width="medium", position="right", on_dismiss=partial(close, WORD))
    def drawer() -> None:
        """The sentences of a word."""
        own = SECTIONS[section]
        found = own.sentences(collection, settings, state, region, word)
        st.header(literal(own.named(collection, state, word)), anchor=False)
        st.caption(literal(_about(collection, word)))
        regions = () if own.everywhere else (region,) if region else settings.regions
        places = sum(len(sentence.places) for sentence in found)
        articles = len({sentence.document_id for sentence in found})
        where = literal(say("app.items").join((places_of(collection, regions), texts_of(collection, settings))))
        st.markdown(say("words.found", where=where, places=places, sentences=len(found), articles=articles))
        concept = section != CONCORDANCE and concept_of(collection, word)
        if concept and st.button(say("words.everywhere"), icon=":material/manage_search:", on_click=look_up):
            st.rerun()
        sentence_list(collection, found, "words.drawer")

    drawer()


def _parts(collection: Collection, opened: str) -> tuple[str, str]:
    """The region and the word of what is opened; a link may name a word alone, or one with full stops in it."""
    first, *rest = parted(opened)
    if not rest:
        return "", first
    return first if first in profiled(collection) else "", DOT.join(rest)


def _about(collection: Collection, concept: str) -> str:
    """The forms that a concept has in the texts, and in English what it means."""
    forms = forms_of(collection, concept)
    glosses = {entry.gloss_en: None for entry in entries(collection.codebook).values() if entry.concept == concept}
    parts = [say("words.forms", forms=say("app.list").join(forms))] if len(forms) > 1 else []
    return " · ".join([*parts, *([*glosses][:2] if current() == "en" else [])])

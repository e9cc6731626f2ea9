"""The reference text that a reader has supplied: in this session only, and what was found of it beside their own."""

from dataclasses import dataclass

import streamlit as st

from corpus.collection.collection import Collection
from corpus.intake.source import Source
from corpus.reading.reference import Beside, beside, stock
from corpus.reading.sentences import read_source
from corpus.reading.unlike_figures import Unlike, unlike_figures
from corpus.texts.reading_text import ReadingText, readings

_HELD, _FOUND = "own.reference", "own.reference.found"
"""Session keys of the text, and of what was found of it beside a state of the reader's own texts."""


@dataclass(frozen=True)
class Reference:
    """A text that is compared and never coded: what it is called, and how it reads."""

    name: str
    text: ReadingText


@dataclass(frozen=True)
class Compared:
    """Two texts beside each other, and the sentences of either in which a figure differs."""

    found: Beside
    unlike: Unlike


def held_reference() -> Reference | None:
    """The reference of this session, None where there is none."""
    return st.session_state.get(_HELD)


def put_reference(source: Source) -> None:
    """Have the session hold a source as the reference."""
    st.session_state[_HELD] = Reference(source.name, read_source(source, "reference"))
    st.session_state.pop(_FOUND, None)


def forget_reference() -> None:
    """Forget the reference and what was found of it, at once."""
    for key in (_HELD, _FOUND):
        st.session_state.pop(key, None)


def beside_reference(reference: Reference, own: Collection, curated: Collection) -> Compared:
    """The reference beside the reader's texts, compared once for each state of either."""
    texts = tuple(readings(own).values())
    state = (reference.text, *(text.text for text in texts))
    held = st.session_state.get(_FOUND)
    if held is None or held[0] != state:
        found = beside([reference.text], texts, stock(curated))
        held = st.session_state[_FOUND] = (state, Compared(found, unlike_figures(curated, found)))
    return held[1]

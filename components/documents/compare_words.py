"""Words that stand out of a reader's text beside the curated ones, each with its sentences."""

from collections.abc import Sequence

import streamlit as st

from components.frame.language import say
from components.parts.evidence_table import Table, evidence_table
from components.parts.passage import passage
from corpus.collection.collection import Collection
from corpus.collection.tables import tuples
from corpus.reading.compare_words import words_of_mine, words_tested
from corpus.regions.profile import TYPICAL_LEAST
from corpus.texts.marks import Mark, runs
from corpus.texts.reading_text import readings
from corpus.words.keyness import LEVEL

_WORD = "own.compare.word"
_MOST = 12
"""How many sentences of a word are shown."""


def compare_words_view(own: Collection, curated: Collection) -> None:
    """Draw the words; the one that was opened is shown in its sentences."""
    st.caption(say("compare.words_note"))
    with st.spinner(say("words.counting"), show_time=False):
        rows, tested = words_of_mine(own, curated), words_tested(own, curated)
    if not tested:
        st.markdown(say("compare.words_alone"))
        return
    key = "compare.words_passed" if len(rows) else "compare.words_none"
    st.markdown(say(key, tested=tested, passed=len(rows), least=TYPICAL_LEAST, level=f"{LEVEL:.0%}"))
    if rows.empty:
        return
    titles = ("words.word", "compare.words_mine", "compare.words_theirs", "words.g2", "words.log_ratio")
    lines = [
        {
            "id": row.concept,
            "cells": [row.concept, str(row.count_), str(row.reference), f"{row.g2:.1f}", f"{row.log_ratio:+z.1f}"],
            "sort": {1: row.count_, 2: row.reference, 3: row.g2, 4: row.log_ratio},
        }
        for row in tuples(rows.rename(columns={"count": "count_"}))
    ]
    left, right = st.columns([6, 6], gap="large")
    with left:
        columns = {say(title): "end" if rank else "roomy" for rank, title in enumerate(titles)}
        table = Table(columns, say("compare.part_words"))
        chosen = st.session_state.get(_WORD, "")
        if word := evidence_table(lines, table, "own.compare.words", chosen=chosen):
            chosen = st.session_state[_WORD] = word
    forms = dict(zip(rows["concept"], rows["words"], strict=True))
    with right:
        if chosen in forms:
            _sentences(own, chosen, forms[chosen].split("|"))
        else:
            st.caption(say("compare.words_open"))


def _sentences(own: Collection, word: str, forms: Sequence[str]) -> None:
    """The sentences of the reader's text that say a word, in any of its forms."""
    found = []
    for reading in readings(own).values():
        for paragraph in reading.paragraphs:
            for start, end in reading.sentences(paragraph):
                marks = [
                    Mark(at, at + len(form), "hit") for form in forms for at in _places(reading.text, form, start, end)
                ]
                if marks:
                    pieces = runs(reading.text, start, end, marks)
                    found.append({"role": "entry", "lost": False, "runs": pieces})
    st.markdown(say("compare.words_sentences", word=word, count=len(found)))
    passage(found[:_MOST], "own.compare.sentences", opens="")
    if len(found) > _MOST:
        st.caption(say("compare.first_of", shown=_MOST, all=len(found)))


def _places(text: str, form: str, start: int, end: int) -> list[int]:
    places, at = [], text.find(form, start, end)
    while at >= 0:
        places.append(at)
        at = text.find(form, at + len(form), end)
    return places

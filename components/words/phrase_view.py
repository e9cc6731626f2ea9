"""Set phrases: which regions say the same word for word, and where each phrase stands."""

import pandas as pd
import streamlit as st

from components.charts.phrase_pairs import SELECTION, phrase_pairs
from components.frame.clicks import Clicks
from components.frame.drawn import Drawn
from components.frame.language import current, say
from components.frame.names import joined
from components.frame.state import State
from components.frame.widgets import one_of, row_of
from components.parts.alternatives import of_pairs
from components.parts.downloads import download_button
from components.parts.evidence_table import Table, evidence_table
from components.parts.pictures import picture_buttons
from components.parts.regions import region_lines
from components.parts.taken_name import taken_name
from components.words.place_list import place_file
from components.words.settings import Settings, stamp
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.memo import latest_results
from corpus.regions.profile import profiled
from corpus.words.concordance import Sentence, sentences
from corpus.words.phrases import FEWEST_WORDS, Phrase, phrases, shared_counts

PHRASE_LEAST = ("1", "2", "3")


def phrase_pair_codes(collection: Collection) -> dict[str, tuple[str, str]]:
    """Pair of regions as the URL names it → the two, in the order of the table of regions."""
    regions = sorted(profiled(collection))
    return {joined(one, other): (one, other) for one in regions for other in regions if one < other}


def phrase_section(collection: Collection, settings: Settings, state: State) -> str:
    """Runs of words that stand more than once: a picture of who shares them, a table of where; returns one opened."""
    st.caption(say("words.phrase_note", words=FEWEST_WORDS))
    picture, table = st.columns([5, 8], gap="large")
    shared = phrases(collection, 2, settings.selection())
    with picture:
        _pairs(collection, shared, settings, state)
    with table:
        return _table(collection, settings, state)


def phrase_sentences(
    collection: Collection, settings: Settings, _state: State, _region: str, word: str
) -> list[Sentence]:
    """The sentences of a phrase, whatever signs stand between its words."""
    found = [phrase for phrase in phrases(collection, 1, settings.selection()) if phrase.text == word]
    return sentences(collection, [place for phrase in found for place in phrase.places])


def _pairs(collection: Collection, shared: list[Phrase], settings: Settings, state: State) -> None:
    """How many phrases every two regions share; a click leaves those of the pair in the table."""
    if len(profiled(collection)) == 1:
        return
    drawing, told = _picture(collection, settings, current())
    clicked = Clicks("words.pairs", SELECTION, "pair", leads=True).chart(drawing, told)
    if clicked:
        # The list of pairs below stands for the same choice, and is drawn after this.
        state.put("pair", clicked)
    with st.container(horizontal=True):
        made_with = stamp(collection, settings, (), say("words.stamp_phrases", words=FEWEST_WORDS))
        title = say("words.pairs_title")
        name = taken_name(title, len(shared), "png").removesuffix(".png")
        picture_buttons(drawing.draw, title, lambda: made_with, "phrase_pairs", called=name)


@latest_results(16)
def _picture(collection: Collection, settings: Settings, _language: Language) -> tuple[Drawn, str]:
    """The picture, and the same in words, in the language of this run."""
    lines = {region: region_lines(collection)[region] for region in profiled(collection)}
    counts = shared_counts(phrases(collection, 2, settings.selection()))
    cells = pd.DataFrame(
        {
            "one": one,
            "other": other,
            "pair": joined(*sorted((one, other))),
            "count": (count := counts[tuple(sorted((one, other)))]),
            "told": say("words.pair_told", one=" · ".join(lines[one]), other=" · ".join(lines[other]), count=count),
        }
        for one in lines
        for other in lines
        if one != other
    )
    drawing = Drawn(phrase_pairs(cells, lines, {"phrases": say("words.section_phrases")}))
    return drawing, of_pairs(cells, lines)


def _table(collection: Collection, settings: Settings, state: State) -> str:
    """The phrases with their places, a column for each region."""
    lines = region_lines(collection)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        codes = phrase_pair_codes(collection)
        labels = {code: " ↔ ".join(" · ".join(lines[region]) for region in both) for code, both in codes.items()}
        pair = one_of(state, "pair", say("words.pair_choice"), {"": say("filter.all")} | labels, width=300)
        steps = {step: step for step in PHRASE_LEAST}
        least = row_of(state, "phrase_least", say("words.phrase_least"), steps, disabled=bool(pair))
    found = phrases(collection, 2 if pair else int(least), settings.selection())
    if pair:
        found = [phrase for phrase in found if set(codes[pair]) <= set(phrase.regions)]
    regions = profiled(collection)
    home = collection.tables["documents"].set_index("document_id")["region_id"]
    rows = []
    for phrase in found:
        held = [home[place.document_id] for place in phrase.places]
        counts = [held.count(region) for region in regions]
        rows.append(
            {
                "id": joined("", phrase.text),
                "cells": [phrase.text, str(len(phrase.places)), *(str(count or "·") for count in counts)],
                "sort": dict(enumerate((len(phrase.places), *counts), 1)),
            }
        )
    columns = {say("words.phrase"): "roomy", say("words.count"): "num"}
    columns |= {" · ".join(lines[region]): "num" for region in regions}
    opened = evidence_table(rows, Table(columns, say("words.section_phrases"), 440), "words.phrases")
    own = say("words.stamp_phrases", words=FEWEST_WORDS)
    made_with = stamp(collection, settings, (), own)
    st.caption("  \n".join(made_with))
    named = [(phrase.text, place) for phrase in found for place in phrase.places]
    name = taken_name(say("words.section_phrases"), len(found), "csv", places=labels[pair] if pair else "")
    download_button("CSV", place_file(collection, named, made_with), "phrases.csv", "text/csv", called=name)
    return opened

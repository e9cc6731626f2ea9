"""Tone: how often each region uses words of obligation, encouragement, drive, trial, intention and advice."""

import pandas as pd
import streamlit as st

from components.charts.tone_bars import SELECTION, tone_bars
from components.frame.clicks import Clicks
from components.frame.language import current, say
from components.frame.names import joined
from components.frame.state import State
from components.parts.downloads import download_button
from components.parts.evidence_table import Table, evidence_table
from components.parts.pictures import picture_buttons
from components.parts.regions import region_lines
from components.words.place_list import place_file
from components.words.settings import Settings, stamp
from corpus.collection.collection import Collection
from corpus.collection.labels import code_labels, names
from corpus.collection.tables import tuples
from corpus.regions.profile import profiled
from corpus.words.concordance import Sentence, inside, sentences
from corpus.words.tone import tone_places, uses


def tone_section(collection: Collection, settings: Settings, _state: State) -> str:
    """A picture of the classes by region, then their words; returns the class in a region, or the word, just opened."""
    st.caption(say("words.tone_note"))
    kinds = code_labels(collection, "tone", current())
    lines = region_lines(collection)
    regions = settings.regions or tuple(profiled(collection))
    frame = pd.DataFrame(
        {
            "use": joined(region, use.kind),
            "kind": use.kind,
            "region": " · ".join(lines[region]),
            "rate": use.rate,
            "written": say("words.tone_cell", rate=f"{use.rate:.1f}", count=use.count),
        }
        for region in regions
        for use in uses(collection, settings.selection(region))
    )
    titles = {"region": say("column.region"), "kind": say("words.tone_kind"), "rate": say("words.rate")}
    chart = tone_bars(frame, kinds, titles)
    told = say("app.items").join(f"{kinds[row.kind]} · {row.region}: {row.written}" for row in tuples(frame))
    opened = Clicks("words.tone", SELECTION, "use").chart(chart, told)
    picked = _words(collection, settings, regions)
    made_with = stamp(
        collection, settings, settings.regions, say("words.stamp_tone", words=len(collection.tables["tone"]))
    )
    st.caption("  \n".join(made_with))
    selection = settings.selection(*regions)
    named = [
        (word, place) for word, own in tone_places(collection).items() for place in inside(collection, own, selection)
    ]
    with st.container(horizontal=True):
        name = f"changai_tone_{len(regions)}-regions_{len(named)}"
        picture_buttons(chart, say("words.section_tone"), made_with, name)
        download_button("CSV", place_file(collection, named, made_with), f"{name}.csv", "text/csv")
    return picked or opened


def tone_sentences(collection: Collection, settings: Settings, _state: State, region: str, word: str) -> list[Sentence]:
    """The sentences of a word of tone, or of all words of a class, in one region or in all chosen."""
    table = collection.tables["tone"]
    words = list(table.loc[table["kind"] == word, "word"]) or [word]
    selection = settings.selection(*((region,) if region else settings.regions))
    found = tone_places(collection)
    return sentences(
        collection, [place for one in words for place in inside(collection, found.get(one, ()), selection)]
    )


def tone_name(collection: Collection, _state: State, word: str) -> str:
    """A word, or the name of a class."""
    return code_labels(collection, "tone", current()).get(word, word)


def _words(collection: Collection, settings: Settings, regions: tuple[str, ...]) -> str:
    """Every word with its count in each region; returns the one just opened."""
    kinds = code_labels(collection, "tone", current())
    lines = region_lines(collection)
    found = [
        {word: count for use in uses(collection, settings.selection(region)) for word, count in use.words}
        for region in regions
    ]
    # Whoever reads Chinese needs no gloss.
    glosses = names(collection, "tone", "word", "en", "gloss") if current() == "en" else {}
    rows = [
        {
            "id": joined("", row.word),
            "cells": [row.word, kinds[row.kind], *map(str, counts), *([glosses[row.word]] if glosses else [])],
            "sort": dict(enumerate(counts, 2)),
        }
        for row in tuples(collection.tables["tone"])
        if any(counts := [own.get(row.word, 0) for own in found])
    ]
    columns = {say("words.word"): "tight", say("words.tone_kind"): "roomy"}
    columns |= {" · ".join(lines[region]): "end" for region in regions}
    columns |= {say("words.gloss"): "wide"} if glosses else {}
    return evidence_table(rows, Table(columns, say("words.section_tone"), 420), "words.tone_words")

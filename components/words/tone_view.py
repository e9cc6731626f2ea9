"""Tone: how often each region uses words of obligation, encouragement, drive, trial, intention and advice."""

import pandas as pd
import streamlit as st

from components.charts.tone_bars import SELECTION, tone_bars
from components.frame.clicks import Clicks
from components.frame.drawn import Drawn
from components.frame.language import current, say
from components.frame.names import joined
from components.frame.state import State
from components.parts.alternatives import of_tone
from components.parts.downloads import download_button
from components.parts.evidence_table import Table, evidence_table
from components.parts.pictures import picture_buttons
from components.parts.regions import region_lines
from components.parts.taken_name import taken_name
from components.words.place_list import place_file
from components.words.settings import Settings, places_of, stamp
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.labels import code_labels, names
from corpus.collection.memo import latest_results
from corpus.collection.tables import tuples
from corpus.regions.profile import profiled
from corpus.words.concordance import Sentence, inside, sentences
from corpus.words.tone import NAME, OTHER_USE, left_out_places, tone_places, uses
from corpus.words.tone_precision import interval, precisions

_LEFT_OUT = "~"
"""What stands before a word in the name of the places where it does not count."""


def tone_section(collection: Collection, settings: Settings, _state: State) -> str:
    """A picture of the classes by region, then their words; returns the class in a region, or the word, just opened."""
    st.caption(say("words.tone_note"))
    regions = settings.regions or tuple(profiled(collection))
    drawing, told = _drawn(collection, settings, regions, current())
    opened = Clicks("words.tone", SELECTION, "use").chart(drawing, told)
    picked = _words(collection, settings, regions)
    passed_over = _left_out(collection, settings, regions)
    _precision(collection)
    made_with = stamp(
        collection, settings, settings.regions, say("words.stamp_tone", words=len(collection.tables["tone"]))
    )
    st.caption("  \n".join(made_with))
    selection = settings.selection(*regions)
    named = [
        (word, place) for word, own in tone_places(collection).items() for place in inside(collection, own, selection)
    ]
    with st.container(horizontal=True):
        title, whose = say("words.section_tone"), places_of(collection, settings.regions)
        name = taken_name(title, len(named), "csv", places=whose)
        picture_buttons(drawing.draw, title, lambda: made_with, "tone", called=name.removesuffix(".csv"))
        download_button("CSV", place_file(collection, named, made_with), "tone.csv", "text/csv", called=name)
    return picked or passed_over or opened


@latest_results(16)
def _drawn(
    collection: Collection, settings: Settings, regions: tuple[str, ...], language: Language
) -> tuple[Drawn, str]:
    """The picture, and the same in words, in the language of this run."""
    kinds = code_labels(collection, "tone", language)
    lines = region_lines(collection)
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
    drawing = Drawn(tone_bars(frame, kinds, titles))
    return drawing, of_tone(frame, kinds)


def tone_sentences(collection: Collection, settings: Settings, _state: State, region: str, word: str) -> list[Sentence]:
    """The sentences of a word of tone, or of all words of a class, in one region or in all chosen.

    Of a word after the sign of what is left out, those where it does not count.
    """
    table = collection.tables["tone"]
    selection = settings.selection(*((region,) if region else settings.regions))
    if word.startswith(_LEFT_OUT):
        bare = word.removeprefix(_LEFT_OUT)
        found = [place for why in (NAME, OTHER_USE) for place in left_out_places(collection, why).get(bare, ())]
        return sentences(collection, inside(collection, found, selection))
    words = list(table.loc[table["kind"] == word, "word"]) or [word]
    counted = tone_places(collection)
    return sentences(
        collection, [place for one in words for place in inside(collection, counted.get(one, ()), selection)]
    )


def tone_name(collection: Collection, _state: State, word: str) -> str:
    """A word, a word where it does not count, or the name of a class."""
    if word.startswith(_LEFT_OUT):
        return say("words.tone_left_out_of", word=word.removeprefix(_LEFT_OUT))
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


def _left_out(collection: Collection, settings: Settings, regions: tuple[str, ...]) -> str:
    """Where words are written and do not count, and why; returns the one just opened."""
    st.subheader(say("words.tone_left_out"), anchor=False)
    st.caption(say("words.tone_left_out_note"))
    kinds = code_labels(collection, "tone", current())
    selection = settings.selection(*regions)
    found = [tone_places(collection), *(left_out_places(collection, why) for why in (NAME, OTHER_USE))]
    why = "left_out_en" if current() == "en" else "left_out"
    rows = []
    for row in tuples(collection.tables["tone"]):
        counts = [len(inside(collection, places[row.word], selection)) for places in found]
        if any(counts[1:]):
            cells = [row.word, kinds[row.kind], *map(str, counts), getattr(row, why)]
            rows.append({"id": joined("", _LEFT_OUT + row.word), "cells": cells, "sort": dict(enumerate(counts, 2))})
    columns = {say("words.word"): "tight", say("words.tone_kind"): "roomy"}
    columns |= {say(f"words.tone_{name}"): "end" for name in ("counted", "in_names", "used_otherwise")}
    columns |= {say("words.tone_why"): "wide"}
    if not rows:
        return ""
    return evidence_table(rows, Table(columns, say("words.tone_left_out"), 420), "words.tone_left_out")


def _precision(collection: Collection) -> None:
    """How often a word that counts is used so, by class, as far as places were read."""
    st.subheader(say("words.tone_precision"), anchor=False)
    kinds = code_labels(collection, "tone", current())
    st.caption(say("words.tone_precision_note"))
    shown = pd.DataFrame(
        {
            say("words.tone_kind"): kinds[own.kind],
            say("words.tone_here"): _share(own.right, own.read),
            say("words.tone_missed"): str(own.missed) if own.read else "–",
            say("words.tone_elsewhere"): _share(own.elsewhere_right, own.elsewhere),
        }
        for own in precisions(collection)
    )
    st.table(shown.set_index(say("words.tone_kind")), border="horizontal")


def _share(right: int, read: int) -> str:
    """A share of the places read, with its interval."""
    if not read:
        return say("words.tone_unread")
    low, high = interval(right, read)
    return say("words.tone_share", right=right, read=read, low=f"{low:.0%}", high=f"{high:.0%}")

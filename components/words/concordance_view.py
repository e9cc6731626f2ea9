"""Every place of a word, keyword in context, and the concepts that share its sentences."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.frame.language import say
from components.frame.markdown import literal
from components.frame.names import joined
from components.frame.state import State
from components.frame.widgets import row_of
from components.parts.downloads import download_button
from components.parts.evidence_table import Table, evidence_table
from components.parts.search_box import PLACES, asked, found_line, search_box
from components.parts.taken_name import taken_name
from components.words.place_list import article_names, open_reader, place_file, target
from components.words.settings import Settings, places_of, stamp, texts_of
from corpus.collection.collection import Collection
from corpus.collection.tables import tuples
from corpus.export.files import csv_file
from corpus.words.collocates import collocates, sentence_sets
from corpus.words.concordance import Sentence, concept_of, forms_of, lines, of_concept, of_string, sentences, together
from corpus.words.places import Place
from corpus.words.selection import Selection

_FIND = "find"


def concordance_section(collection: Collection, settings: Settings, state: State) -> str:
    """A word, phrase or concept in every place, with the concepts that share its sentences; returns a collocate."""
    selection = settings.selection(*settings.regions)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        wanted = search_box(state, _FIND, say("words.find"), say("words.find_hint"), width=430)
        concept = concept_of(collection, wanted)
        if concept:
            told = {
                "string": say("words.as_string", count=len(of_string(collection, wanted, selection))),
                "concept": say("words.as_concept", count=len(of_concept(collection, concept, selection))),
            }
            row_of(state, "as", say("words.as"), told)
    if not wanted:
        st.caption(say("words.find_note"))
        return ""
    merged = concept if concept and state.value("as") == "concept" else ""
    places = _places(collection, state, wanted, selection)
    everywhere = len(_places(collection, state, wanted, Selection()))
    if merged:
        found_line(collection, state, wanted)
        forms = say("app.list").join(forms_of(collection, merged))
        st.caption(literal(say("words.merged", concept=merged, forms=forms)))
    else:
        found_line(collection, state, wanted, PLACES, len(places))
    if not places:
        if everywhere:
            st.text(say("words.not_here", query=wanted, everywhere=everywhere))
        return ""
    where = f"{places_of(collection, settings.regions)}{say('app.items')}{texts_of(collection, settings)}"
    articles = len({place.document_id for place in places})
    told = say("words.lines", count=len(places), articles=articles, where=where)
    part = say("words.of_all", everywhere=everywhere) if len(places) < everywhere else ""
    st.markdown(told + part + say("words.lines_use"))
    _lines(collection, places)
    made_with = stamp(collection, settings, settings.regions, say("words.stamp_find", query=wanted))
    whose = places_of(collection, settings.regions)
    name = taken_name(say("words.section_concordance"), len(places), "csv", {say("filter.q"): wanted}, whose)
    build = place_file(collection, [(wanted, place) for place in places], made_with)
    download_button("CSV", build, "concordance.csv", "text/csv", called=name)
    return _collocates(collection, places, settings, state)


def collocate_sentences(
    collection: Collection, settings: Settings, state: State, _region: str, word: str
) -> list[Sentence]:
    """The sentences that hold both what was looked for and a collocate."""
    selection = settings.selection(*settings.regions)
    node = _places(collection, state, asked(state, _FIND), selection)
    other = of_concept(collection, word, selection)
    return together(sentences(collection, [*node, *other]), node, other)


def collocate_name(_collection: Collection, state: State, word: str) -> str:
    """A collocate with what was looked for."""
    return f"{asked(state, _FIND)} – {word}"


def _places(collection: Collection, state: State, wanted: str, selection: Selection) -> list[Place]:
    """The places of a concept, where there is one of this name and the reader asks for it, else of the string."""
    concept = concept_of(collection, wanted)
    if concept and state.value("as") == "concept":
        return of_concept(collection, concept, selection)
    return of_string(collection, wanted, selection)


def _lines(collection: Collection, places: Sequence[Place]) -> None:
    """The keyword in the middle of every line; a line opens the reader."""
    names = article_names(collection)
    rows = [
        {
            "id": target(collection, line.place),
            "cells": [line.left, line.keyword, line.right, *names[line.place.document_id]],
            # What precedes is sorted from the keyword backwards.
            "sort": {0: line.left[::-1]},
        }
        for line in lines(collection, places)
    ]
    columns = {
        say("words.left"): "before",
        say("words.keyword"): "middle",
        say("words.right"): "after",
        say("column.region"): "tight",
        say("column.document"): "wide",
    }
    table = Table(columns, say("words.section_concordance"), 460, opener=1)
    open_reader(evidence_table(rows, table, "words.lines", leads=True))


def _collocates(collection: Collection, places: Sequence[Place], settings: Settings, state: State) -> str:
    """The concepts that share sentences with a node; returns the one just opened."""
    st.subheader(say("words.collocates"), anchor=False)
    sets = sentence_sets(collection, settings.selection(*settings.regions), settings.left_out)
    found = collocates(collection, places, sets, settings.least)
    if found.empty:
        st.caption(say("words.no_collocates", least=settings.least))
        return ""
    st.caption(say("words.collocates_note", least=settings.least))
    titles = ("words.word", "words.together", "words.sentences", "words.log_dice", "words.g2")
    rows = [
        {
            "id": joined("", row.concept),
            "cells": [row.concept, str(row.together), str(row.sentences), f"{row.log_dice:.1f}", f"{row.g2:.1f}"],
            "sort": {1: row.together, 2: row.sentences, 3: row.log_dice, 4: row.g2},
        }
        for row in tuples(found)
    ]
    columns = {say(title): "end" if rank else "roomy" for rank, title in enumerate(titles)}
    opened = evidence_table(rows, Table(columns, say("words.collocates"), 380), "words.collocates")
    own = say("words.stamp_together", query=asked(state, _FIND), least=settings.least)
    made_with = " | ".join(stamp(collection, settings, settings.regions, own))
    frame = pd.DataFrame([row["cells"] for row in rows], columns=list(columns)).assign(
        **{say("words.made_with"): made_with}
    )
    told = {say("filter.q"): asked(state, _FIND)}
    name = taken_name(say("words.collocates"), len(rows), "csv", told, places_of(collection, settings.regions))
    download_button("CSV", lambda: csv_file(frame), "collocates.csv", "text/csv", called=name)
    return opened

"""The sections of the words page beside the clouds: concordance, network, set phrases, tone, how words were cut."""

import pandas as pd
import streamlit as st

from components.charts.network import SELECTION, network
from components.clicks import Clicks
from components.concordance_view import concordance
from components.downloads import download_button
from components.evidence_table import Table, evidence_table
from components.language import current, say
from components.markdown import literal
from components.passage import passage
from components.regions import region_lines
from components.word_settings import Settings, stamp
from corpus.collocates import collocates, edges, graphml, layout
from corpus.export import csv_file
from corpus.facets import facet_labels
from corpus.labels import code_labels, names
from corpus.package import Package
from corpus.phrases import phrases
from corpus.profile import profiled
from corpus.reading_text import readings
from corpus.tokens import entries, tokens
from corpus.tone import uses
from corpus.words import Selection, word_table

_KEPT = {"persist_state": "session"}
_NODES = 45
_NETWORK_LEAST = ("3", "4", "5", "6", "8", "10")


def concordance_section(package: Package, settings: Settings) -> str:
    """A word, phrase or concept in every place, with the concepts that share its sentences."""
    asked = st.text_input(
        say("words.find"), key="words.find", placeholder=say("words.find_hint"), max_chars=80, **_KEPT
    )
    wanted = (asked or "").strip()
    if not wanted:
        st.caption(say("words.find_note"))
        return ""
    lines, together = st.columns([7, 5], gap="large")
    with lines:
        concordance(package, wanted, settings.regions, "words.lines")
    with together:
        return _collocates(package, wanted, settings)


def _collocates(package: Package, node: str, settings: Settings) -> str:
    """The concepts that share sentences with a concept."""
    st.subheader(say("words.collocates"), anchor=False)
    found = collocates(package, node, settings.selection(*settings.regions), settings.left_out, settings.least)
    if found.empty:
        st.caption(say("words.no_collocates", least=settings.least))
        return ""
    st.caption(say("words.collocates_note", least=settings.least))
    columns = {
        say("words.word"): "roomy",
        say("words.together"): "end",
        say("words.sentences"): "end",
        say("words.log_dice"): "end",
        say("words.g2"): "end",
    }
    rows = [
        {
            "id": row.concept,
            "cells": [row.concept, str(row.together), str(row.sentences), f"{row.log_dice:.1f}", f"{row.g2:.1f}"],
            "sort": {1: row.together, 2: row.sentences, 3: row.log_dice, 4: row.g2},
        }
        for row in found.itertuples()
    ]
    return evidence_table(rows, Table(columns, say("words.collocates"), 460), "words.collocates")


def network_section(package: Package, settings: Settings) -> str:
    """The most frequent concepts and the sentences they share."""
    least = st.select_slider(say("words.network_least"), _NETWORK_LEAST, key="words.network_least", **_KEPT)
    selection = settings.selection(*settings.regions)
    rows = word_table(package, selection, Selection(), settings.left_out, settings.least)
    # Words of the field only: general words join everything and say nothing.
    field = rows[rows["kind"] == "term"].head(_NODES)
    found = edges(package, selection, settings.left_out, int(least), frozenset(field["concept"]))
    if not found:
        st.markdown(say("words.none"))
        return ""
    st.caption(say("words.network_note", nodes=_NODES, least=least))
    places = layout(found)
    nodes = field[field["concept"].isin(places)][["concept", "pillar_id"]].copy()
    nodes["x"], nodes["y"] = (nodes["concept"].map(lambda word, axis=axis: places[word][axis]) for axis in (0, 1))
    degree = {concept: sum(edge.sentences for edge in found if concept in (edge.one, edge.other)) for concept in places}
    nodes["sentences"] = nodes["concept"].map(degree)
    drawn = pd.DataFrame(
        {
            "x": places[edge.one][0],
            "y": places[edge.one][1],
            "x2": places[edge.other][0],
            "y2": places[edge.other][1],
            "sentences": edge.sentences,
            "described": f"{edge.one} – {edge.other}: {edge.sentences}",
        }
        for edge in found
    )
    pillars = {**facet_labels(package, "pillar", "pillar_id", current()), "": say("numbers.no_pillar")}
    titles = {"word": say("words.word"), "sentences": say("words.sentences"), "pillar": say("filter.pillar")}
    chart = network(nodes, drawn, pillars, titles)
    opened = Clicks("words.network", SELECTION, "concept").chart(chart, "; ".join(drawn["described"]))
    made_with = stamp(package, settings, settings.regions[0] if len(settings.regions) == 1 else "")
    st.caption("  \n".join(made_with))
    table = pd.DataFrame(
        [(edge.one, edge.other, edge.sentences, f"{edge.log_dice:.2f}") for edge in found],
        columns=[say("words.word"), say("words.other"), say("words.together"), say("words.log_dice")],
    )
    with st.container(horizontal=True):
        name = f"changai_network_{len(found)}"
        nodes_file = nodes[["concept", "pillar_id", "sentences"]].astype(str).assign(settings=" | ".join(made_with))
        edges_file = table.astype(str).assign(settings=" | ".join(made_with))
        download_button(say("words.edges_csv"), lambda: csv_file(edges_file), f"{name}_edges.csv", "text/csv")
        download_button(say("words.nodes_csv"), lambda: csv_file(nodes_file), f"{name}_nodes.csv", "text/csv")
        download_button("GraphML", lambda: graphml(found), f"{name}.graphml", "application/graphml+xml")
    st.dataframe(table, hide_index=True, height=320, alt=say("words.section_network"))
    return opened


def phrase_section(package: Package, _settings: Settings) -> str:
    """Runs of words that articles of several regions share, each with its places."""
    st.caption(say("words.phrase_note"))
    lines = region_lines(package)
    rows = [
        {
            "id": phrase.text,
            "cells": [
                phrase.text,
                str(len(phrase.regions)),
                str(phrase.count),
                say("app.list").join(f"{lines[region][0]} · {lines[region][1]}" for region in phrase.regions),
            ],
            "sort": {1: len(phrase.regions), 2: phrase.count},
        }
        for phrase in phrases(package, 3, 2)
    ]
    columns = {
        say("words.phrase"): "roomy",
        say("words.phrase_regions"): "end",
        say("words.count"): "end",
        say("column.region"): "roomy",
    }
    return evidence_table(rows, Table(columns, say("words.section_phrases"), 620), "words.phrases")


def tone_section(package: Package, settings: Settings) -> str:
    """How often each region uses words of obligation, encouragement, drive, trial, intention and advice."""
    st.caption(say("words.tone_note"))
    kinds = code_labels(package, "tone", current())
    lines = region_lines(package)
    regions = settings.regions or tuple(profiled(package))
    found = {region: {use.kind: use for use in uses(package, settings.selection(region))} for region in regions}
    table = pd.DataFrame(
        {
            f"{lines[region][0]} · {lines[region][1]}": [
                say("words.tone_cell", rate=f"{own[kind].rate:.1f}", count=own[kind].count) for kind in kinds
            ]
            for region, own in found.items()
        },
        index=list(kinds.values()),
    )
    st.table(table.map(literal), border="horizontal")
    glosses = names(package, "tone", "word", "en", "gloss")
    rows = [
        {
            "id": word,
            "cells": [
                word,
                kinds[kind],
                *(str(dict(own[kind].words).get(word, 0)) for own in found.values()),
                glosses[word],
            ],
            "sort": {rank + 2: dict(own[kind].words).get(word, 0) for rank, own in enumerate(found.values())},
        }
        for kind in kinds
        for word in dict.fromkeys(word for own in found.values() for word, _ in own[kind].words)
    ]
    columns = {say("words.word"): "tight", say("words.tone_kind"): "roomy"}
    columns |= {f"{lines[region][0]} · {lines[region][1]}": "end" for region in regions}
    columns |= {say("words.gloss"): "wide"}
    return evidence_table(rows, Table(columns, say("words.section_tone"), 520), "words.tone")


def cut_section(package: Package, _settings: Settings) -> str:
    """How sentences were cut into words, and which entry of the lexicon kept a word whole."""
    titles = names(package, "documents", "document_id", current(), "title")
    regions = package.tables["documents"].set_index("document_id")["region_id"]
    lines = region_lines(package)
    document = st.selectbox(
        say("reader.article"),
        list(titles),
        format_func=lambda name: f"{lines[regions[name]][0]} · {titles[name]}",
        key="words.cut",
        **_KEPT,
    )
    st.caption(say("words.cut_note"))
    reading = readings(package)[document]
    known = entries(package)
    paragraphs = []
    for paragraph in reading.paragraphs:
        runs = []
        at = paragraph.start
        for token in tokens(package)[document]:
            if not paragraph.start <= token.start < paragraph.end:
                continue
            if token.start > at:
                runs.append({"text": reading.text[at : token.start]})
            entry = known.get(token.text)
            if entry:
                label = say("words.kept", term=entry.term, concept=entry.concept, table=entry.source)
                runs.append({"text": token.text, "style": "kept", "target": entry.concept, "label": label})
            else:
                runs.append({"text": token.text, "style": "cut"})
            at = token.end
        if at < paragraph.end:
            runs.append({"text": reading.text[at : paragraph.end]})
        paragraphs.append({"role": paragraph.role, "lost": paragraph.lost_start, "runs": runs})
    return passage(paragraphs, f"words.cut.{document}")

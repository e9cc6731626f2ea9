"""The concepts that stand in one sentence, as a network and as the table of its edges."""

from functools import partial

import pandas as pd
import streamlit as st

from components.charts.network import SELECTION, network
from components.frame.clicks import Clicks
from components.frame.drawn import Drawn
from components.frame.language import current, say
from components.frame.names import joined, parted
from components.frame.state import State
from components.frame.widgets import step_of
from components.parts.alternatives import of_network
from components.parts.downloads import download_button
from components.parts.evidence_table import Table, evidence_table
from components.parts.pictures import picture_buttons
from components.parts.taken_name import taken_name
from components.words.settings import Settings, stamp
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.facets import facet_labels
from corpus.collection.memo import latest_results
from corpus.export.files import csv_file
from corpus.words.collocates import Edge, edges
from corpus.words.concordance import Sentence, of_concept, sentences, together
from corpus.words.network import graphml, layout
from corpus.words.table import word_table

_NODES = 45
"""How many terms may stand in the network, the most frequent."""
NETWORK_LEAST = ("2", "3", "4", "5", "6", "8", "10")
_PAIR, _DASH = "|", " – "
"""What parts the terms of a pair: in its name, and where it is read."""


def network_section(collection: Collection, settings: Settings, state: State) -> str:
    """The most frequent terms and the sentences they share; returns the term, or the pair, just opened."""
    steps = {step: step for step in NETWORK_LEAST}
    least = step_of(state, "network_least", say("words.network_least"), steps, width=430)
    found = _found(collection, settings, least)
    if not found:
        st.markdown(say("words.none"))
        return ""
    st.caption(say("words.network_note", nodes=_NODES, least=least))
    nodes, drawing, told = _picture(collection, settings, least, current())
    clicks = Clicks("words.network", SELECTION, "concept", partial(joined, ""))
    opened = clicks.chart(drawing, told)
    picked = _edges(found)
    made_with = stamp(
        collection,
        settings,
        settings.regions,
        say("words.stamp_network", nodes=_NODES, least=least, seen=settings.least),
    )
    st.caption("  \n".join(made_with))
    _downloads(drawing, nodes, found, made_with)
    return picked or opened


@latest_results(16)
def _picture(
    collection: Collection, settings: Settings, least: str, language: Language
) -> tuple[pd.DataFrame, Drawn, str]:
    """The nodes, the picture, and the same in words, in the language of this run."""
    found = _found(collection, settings, least)
    nodes, lines = _drawn(collection, _field(collection, settings), found)
    pillars = {**facet_labels(collection, "pillar", "pillar_id", language), "": say("numbers.no_pillar")}
    titles = {"word": say("words.word"), "sentences": say("words.together"), "pillar": say("filter.pillar")}
    nodes["pillar"] = nodes["pillar_id"].map(pillars)
    return nodes, Drawn(network(nodes, lines, pillars, titles)), of_network(nodes, found)


@latest_results(16)
def _found(collection: Collection, settings: Settings, least: str) -> list[Edge]:
    """The pairs of terms that share at least so many sentences."""
    terms = frozenset(_field(collection, settings)["concept"])
    return edges(collection, settings.selection(*settings.regions), settings.left_out, int(least), terms)


def _field(collection: Collection, settings: Settings) -> pd.DataFrame:
    """The most frequent words of the field alone: general words join everything and say nothing."""
    selection = settings.selection(*settings.regions)
    rows = word_table(collection, selection, None, settings.left_out, settings.least)
    return rows[rows["kind"] == "term"].head(_NODES)


def network_sentences(
    collection: Collection, settings: Settings, _state: State, _region: str, word: str
) -> list[Sentence]:
    """The sentences of a term, or those that a pair of terms shares."""
    selection = settings.selection(*settings.regions)
    groups = [of_concept(collection, one, selection) for one in parted(word, _PAIR)]
    return together(sentences(collection, [place for group in groups for place in group]), *groups)


def network_name(_collection: Collection, _state: State, word: str) -> str:
    """A term, or the two of a pair."""
    return _DASH.join(parted(word, _PAIR))


@latest_results(64)
def _places(_collection: Collection, found: tuple[Edge, ...]) -> dict[str, tuple[float, float]]:
    return layout(found)


def _drawn(collection: Collection, field: pd.DataFrame, found: list[Edge]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The nodes and the edges as the picture takes them."""
    places = _places(collection, tuple(found))
    nodes = field[field["concept"].isin(places)][["concept", "pillar_id", "count"]].copy()
    nodes["x"], nodes["y"] = (nodes["concept"].map(lambda word, axis=axis: places[word][axis]) for axis in (0, 1))
    nodes["sentences"] = [
        sum(edge.sentences for edge in found if concept in (edge.one, edge.other)) for concept in nodes["concept"]
    ]
    lines = pd.DataFrame(
        {
            "x": places[edge.one][0],
            "y": places[edge.one][1],
            "x2": places[edge.other][0],
            "y2": places[edge.other][1],
            "sentences": edge.sentences,
            "described": f"{edge.one}{_DASH}{edge.other}: {edge.sentences}",
        }
        for edge in found
    )
    return nodes, lines


def _edges(found: list[Edge]) -> str:
    """The table of edges; returns the pair just opened."""
    rows = [
        {
            "id": joined("", joined(edge.one, edge.other, by=_PAIR)),
            "cells": [f"{edge.one}{_DASH}{edge.other}", str(edge.sentences), f"{edge.log_dice:.1f}"],
            "sort": {1: edge.sentences, 2: edge.log_dice},
        }
        for edge in found
    ]
    columns = {say("words.pair"): "roomy", say("words.together"): "end", say("words.log_dice"): "end"}
    return evidence_table(rows, Table(columns, say("words.section_network"), 320), "words.edges")


def _downloads(drawing: Drawn, nodes: pd.DataFrame, found: list[Edge], made_with: list[str]) -> None:
    """The picture, the nodes, the edges, and the graph for other programs."""
    settings = " | ".join(made_with)
    made = say("words.made_with")
    edge_titles = [say("words.word"), say("words.other"), say("words.together"), say("words.log_dice"), made]
    node_titles = {
        "concept": say("words.word"),
        "pillar": say("filter.pillar"),
        "count": say("words.count"),
        "sentences": say("words.degree"),
    }

    def edge_file() -> bytes:
        rows = [(edge.one, edge.other, edge.sentences, f"{edge.log_dice:.3f}", settings) for edge in found]
        return csv_file(pd.DataFrame(rows, columns=edge_titles).astype(str))

    def node_file() -> bytes:
        rows = nodes[["concept", "pillar", "count", "sentences"]].rename(columns=node_titles)
        return csv_file(rows.astype(str).assign(**{made: settings}))

    def graph() -> bytes:
        told = nodes.set_index("concept")[["count", "pillar", "pillar_id"]].to_dict("index")
        return graphml(found, told, settings)

    with st.container(horizontal=True):
        title = say("words.section_network")
        picture_buttons(
            drawing.draw,
            title,
            lambda: made_with,
            "network",
            called=taken_name(title, len(nodes), "png").removesuffix(".png"),
        )
        for label, build, rows, key in (
            (say("words.edges_csv"), edge_file, len(found), "edges"),
            (say("words.nodes_csv"), node_file, len(nodes), "nodes"),
        ):
            name = taken_name(f"{title} {label}", rows, "csv")
            download_button(label, build, f"network_{key}_{rows}.csv", "text/csv", called=name)
        mime, name = "application/graphml+xml", taken_name(title, len(found), "graphml")
        download_button("GraphML", graph, "network.graphml", mime, called=name)

"""The parts of a profile: measures, figures, words, actors, policies, texts."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components.evidence.figure_table import FigureRows, figure_rows, figure_table
from components.evidence.measure_list import measure_list
from components.evidence.name_list import name_list
from components.frame.address import lead_to, link_to
from components.frame.language import current, local, say
from components.frame.markdown import literal
from components.frame.names import joined
from components.frame.state import State
from components.frame.widgets import pills_of
from components.parts.evidence_table import Table, evidence_table
from components.parts.sections import section
from components.parts.speaker import speaker_told
from components.profile.choice import SECTIONS, View
from components.profile.unreported import blank_meaning
from corpus.coding.measures import NATION, select
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.facets import facet_labels
from corpus.collection.labels import code_labels, names, published
from corpus.collection.memo import computed_once, latest_results
from corpus.collection.tables import records, tuples
from corpus.regions.profile import (
    TYPICAL_LEAST,
    by_whose,
    key_figures,
    national_measures,
    region_documents,
    region_measures,
    region_organisations,
    region_policies,
    typical_words,
    words_tested,
)
from corpus.words.keyness import LEVEL


def measures_section(collection: Collection, region: str, state: State) -> str:
    """The measures of a region by whose act they are and by pillar, each with its sentence; returns the id just opened.

    What its articles propose to the country stands apart, and pillars of which nothing is reported come last, whatever
    statuses are chosen.
    """
    labels = code_labels(collection, "status", current())
    occurring, *_ = _measures(collection, region, (), current())
    statuses = pills_of(
        state, "status", say("filter.status"), {code: label for code, label in labels.items() if code in occurring}
    )
    _, parts, missing = _measures(collection, region, tuple(statuses), current())
    if statuses:
        _, every, _ = _measures(collection, region, (), current())
        shown, whole = (sum(part.count for part in those) for those in (parts, every))
        st.caption(say("profile.status_shown", count=shown, whole=whole))
    pillars = facet_labels(collection, "pillar", "pillar_id", current())
    opened = ""
    for part in parts:
        st.markdown(f"##### {say(f'profile.part_{part.name}')} · {part.count}")
        for pillar, here in part.pillars.items():
            st.markdown(f"**{pillar} {literal(pillars[pillar])}** · {len(here)}")
            opened = measure_list(collection, here, f"profile.{region}.{part.name}.{pillar}") or opened
    for pillar in missing:
        meaning = blank_meaning(collection, "pillar", region, pillar)
        st.markdown(f"**{pillar} {literal(pillars[pillar])}** · {meaning}")
    return opened


@dataclass(frozen=True)
class _Part:
    """The measures of a region that are of one kind of body, or asked of the country: how many, and those by pillar."""

    name: str
    count: int
    pillars: Mapping[str, pd.DataFrame]


@latest_results(64)
def _measures(
    collection: Collection, region: str, statuses: tuple[str, ...], language: Language
) -> tuple[set[str], list[_Part], list[str]]:
    """The statuses that occur in a region, its measures of some of them (none = all), and pillars without a measure."""
    rows = region_measures(collection, region, language)
    nation = national_measures(collection, region, language)
    pillars = facet_labels(collection, "pillar", "pillar_id", language)
    parts = []
    for name, every in {**by_whose(rows), NATION: nation}.items():
        own = select(every, {"status": statuses})
        if len(own):
            held = {pillar: own[own["pillar_id"] == pillar] for pillar in pillars}
            parts.append(_Part(name, len(own), {pillar: here for pillar, here in held.items() if len(here)}))
    reported = set(rows["pillar_id"])
    return {*rows["status"], *nation["status"]}, parts, [pillar for pillar in pillars if pillar not in reported]


def figures_section(collection: Collection, region: str) -> str:
    """The key figures of a region with their verdicts; returns the id just opened."""
    rows = key_figures(collection, region, current())
    if rows.empty:
        st.markdown(say("profile.no_figures"))
        return ""
    st.caption(say("profile.figures_note"))
    return figure_table(_figures(collection, region, current()), f"profile.{region}.figures", height=620)


@computed_once
def _figures(collection: Collection, region: str, language: Language) -> FigureRows:
    return figure_rows(key_figures(collection, region, language), verdict=True)


def words_section(collection: Collection, region: str) -> str:
    """What a region's articles say more than the others; a word opens its sentences on the words page."""
    st.caption(say("profile.words_note"))
    with st.spinner(say("words.counting"), show_time=False):
        rows, count = typical_words(collection, region), words_tested(collection, region)
    if not count:
        st.markdown(say("profile.words_alone"))
    else:
        st.markdown(
            say(
                "profile.words_passed" if len(rows) else "profile.words_none",
                tested=count,
                passed=len(rows),
                least=TYPICAL_LEAST,
                level=f"{LEVEL:.0%}",
            )
        )
    titles = ("words.word", "words.count", "words.rate", "words.articles", "words.g2", "words.log_ratio")
    lines = [
        {
            "id": row.concept,
            "cells": [
                row.concept,
                str(row.count_),
                f"{row.rate:.1f}",
                f"{row.articles}{'*' if row.articles == 1 else ''}",
                f"{row.g2:.1f}",
                f"{row.log_ratio:+z.1f}",
            ],
            "sort": {1: row.count_, 2: row.rate, 3: row.articles, 4: row.g2, 5: row.log_ratio},
        }
        for row in tuples(rows.rename(columns={"count": "count_"}))
    ]
    columns = {say(title): "end" if rank else "roomy" for rank, title in enumerate(titles)}
    table = Table(columns, say("profile.section_words"))
    word = evidence_table(lines, table, f"profile.{region}.words") if lines else ""
    where = {"region": region, "by": "keyness", "lang": current()}
    if word:
        lead_to("pages/words.py", {**where, "word": joined(region, word)})
    link_to("pages/words.py", say("profile.words_link"), where=where)
    return ""


def actors_section(collection: Collection, region: str) -> str:
    """Who acts in a region and which organisations its articles name; returns the id just opened."""
    rows = region_measures(collection, region, current())
    kinds = code_labels(collection, "actor_type", current())
    counts = rows["actor_type"].value_counts()
    st.markdown(
        say("app.list").join(f"{label} {counts[kind]}" for kind, label in kinds.items() if kind in counts)
        + say("profile.actors_unit")
    )
    table = collection.tables["organisations"].set_index("organisation_id")
    called = names(collection, "organisations", "organisation_id", current())
    bodies = code_labels(collection, "type", current())
    named = region_organisations(collection, region)
    rows = [(item.row_id, called[item.row_id], bodies[table.loc[item.row_id, "type"]], item) for item in named]
    return name_list(rows, f"profile.{region}.actors", say("profile.no_actors"))


def policies_section(collection: Collection, region: str) -> str:
    """The policies that a region's articles name; returns the id just opened."""
    table = collection.tables["policy_documents"].set_index("policy_document_id")
    titles = names(collection, "policy_documents", "policy_document_id", current(), "title")
    levels = code_labels(collection, "policy_level", current())
    rows = [
        (item.row_id, titles[item.row_id], levels[table.loc[item.row_id, "level"]], item)
        for item in region_policies(collection, region)
    ]
    return name_list(rows, f"profile.{region}.policies", say("profile.no_policies"))


def texts_section(collection: Collection, region: str) -> str:
    """The articles of a region, with the way into the reader."""
    genres = code_labels(collection, "genre", current())
    for row in records(region_documents(collection, region)):
        with st.container(border=True):
            st.markdown(f"**{literal(row[local('title')])}**")
            date = published(row, say("evidence.not_before"))
            st.caption(
                literal(
                    " · ".join(part for part in (genres[row["genre"]], row["publisher"], row["byline"], date) if part)
                )
            )
            st.caption(literal(say("speaker.speaks", who=speaker_told(collection, row["document_id"]))))
            link_to(
                "pages/reader.py",
                say("overview.card_texts"),
                where={"doc": row["document_id"], "lang": current()},
            )
    return ""


DRAWN = {
    "figures": figures_section,
    "words": words_section,
    "actors": actors_section,
    "policies": policies_section,
    "texts": texts_section,
}
"""Part of the profile that has no choice of its own → what draws it and returns the id of the row just opened."""


def drawn_section(collection: Collection, view: View, state: State) -> str:
    """Draw the choice of the part to read, and the part; returns the id of the row just opened."""
    chosen = section(state, say("profile.section"), {name: say(f"profile.section_{name}") for name in SECTIONS})
    if chosen == "measures":
        return measures_section(collection, view.region, state)
    return DRAWN[chosen](collection, view.region)

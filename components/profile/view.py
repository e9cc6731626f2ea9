"""What the profile page shows of a region: who it is, what it does, by whom, and what the corpus does not report."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from components.charts.measure_strip import SELECTION, Labels, measure_strip
from components.evidence.figure_table import figure_table
from components.evidence.measure_list import measure_list
from components.evidence.name_list import name_list
from components.frame.clicks import Clicks
from components.frame.language import current, local, say
from components.frame.markdown import literal
from components.frame.names import joined
from components.frame.state import State
from components.frame.url import One, Parameter
from components.frame.widgets import one_of
from components.parts.evidence_table import Table, evidence_table
from components.parts.pictures import picture_downloads
from components.parts.regions import region_lines
from components.parts.sections import section
from components.profile.brief_downloads import brief_downloads
from corpus.coding.measures import measures
from corpus.collection.collection import Collection
from corpus.collection.facets import facet_labels
from corpus.collection.labels import code_labels, names, published
from corpus.regions.matrix import articles_read, blank, blank_reasons
from corpus.regions.profile import (
    compared,
    key_figures,
    lineage,
    profiled,
    region_documents,
    region_measures,
    region_organisations,
    region_policies,
    typical_words,
    unreported,
)

SECTIONS = ("measures", "figures", "words", "actors", "policies", "texts")


@dataclass(frozen=True)
class View:
    """Which region is shown, and beside which other ("" for none)."""

    region: str
    beside: str


def parameters(collection: Collection) -> dict[str, Parameter]:
    """The query parameters of the profile page."""
    regions = profiled(collection)
    return {
        "region": One(regions, next(iter(regions), ""), named=True),
        "with": One(regions),
        "section": One(SECTIONS, SECTIONS[0]),
        "type": One(set(collection.tables["measure_types"]["measure_type_id"])),
    }


def profile_choice(collection: Collection, state: State) -> View:
    """Draw the choice of one region, or two."""
    regions = profiled(collection)
    labels = {region: f"{name} · {level}" for region, (name, level) in region_lines(collection).items()}
    one, two = st.columns(2, gap="large")
    with one:
        region = one_of(state, "region", say("profile.region"), {region: labels[region] for region in regions})
    others = {"": say("profile.alone")} | {other: labels[other] for other in regions if other != region}
    with two:
        beside = one_of(state, "with", say("profile.with"), others)
    # Where two regions are compared no part is drawn, and the link keeps the one that was read.
    state.value("section")
    return View(region, beside)


def region_header(collection: Collection, region: str) -> None:
    """Name, level, the regions above, area code, articles and their dates."""
    language = current()
    places = names(collection, "regions", "region_id", language)
    regions = collection.tables["regions"].set_index("region_id")
    level = code_labels(collection, "level", language)[regions.loc[region, "level"]]
    st.subheader(f"{places[region]} · {level}", anchor=False)
    above = " · ".join(places[place] for place in lineage(collection, region)[1:])
    facts = [above, f"GB/T 2260 {region}", say("profile.articles", count=articles_read(collection)[region])]
    dates = dict.fromkeys(
        published(row, say("evidence.not_before")) for row in region_documents(collection, region).to_dict("records")
    )
    st.caption(literal(" · ".join(part for part in (*facts, say("app.list").join(dates)) if part)))


def strip(collection: Collection, region: str, others: list[str]) -> str:
    """Draw the measures of a region, one mark each, and return the measure_id just clicked, "" for none."""
    rows = region_measures(collection, region, current())
    if rows.empty:
        st.markdown(say("profile.reading_none"))
        return ""
    everything = measures(collection, current())
    sizes = everything[everything["region_id"].isin([region, *others])].groupby(["region_id", "pillar_id"]).size()
    statuses = code_labels(collection, "status", current())
    pillars = facet_labels(collection, "pillar", "pillar_id", current())
    counts = rows["status"].value_counts()
    told = say("app.list").join(f"{label} {counts[status]}" for status, label in statuses.items() if status in counts)
    st.markdown(say("profile.reading", count=len(rows), statuses=told, pillars=rows["pillar_id"].nunique()))
    titles = {
        "measure": say("column.label"),
        "type": say("column.type"),
        "status": say("column.status_label"),
    }
    chart = measure_strip(rows, Labels(pillars, statuses, titles, int(sizes.max())))
    by_pillar = rows["pillar_id"].value_counts()
    alternative = "; ".join(f"{label}: {by_pillar.get(pillar, 0)}" for pillar, label in pillars.items())
    clicks = Clicks(f"profile.strip.{region}", SELECTION, "measure_id")
    clicked = clicks.chart(chart, f"{say('profile.strip_alt')} {alternative}")
    place = names(collection, "regions", "region_id", current())[region]
    picture_downloads(collection, chart, f"{say('profile.title')} · {place}", list(rows["measure_id"]), clicks.key)
    return clicked


def unreported_section(collection: Collection, region: str) -> None:
    """The measure types of which the corpus reports nothing for this region, by the kind of blank."""
    types = facet_labels(collection, "type", "measure_type_id", current())
    blanks = unreported(collection, region)
    st.markdown(f"**{say('profile.unreported')}**")
    st.caption(say("profile.unreported_lead", articles=articles_read(collection)[region]))
    for kind, missing in blanks.items():
        listed = say("app.items").join(f"{name} {types[name]}" for name in missing)
        st.markdown(f"{say(f'matrix.form_{kind}')} ({len(missing)}/{len(types)}): {literal(listed)}")
        for reason in dict.fromkeys(
            reason for name in missing for reason in blank_reasons(collection, "type", region, name, current())
        ):
            st.caption(literal(reason))


def brief_section(collection: Collection, region: str) -> None:
    """The profile as a brief to take away."""
    st.caption(say("profile.brief"))
    brief_downloads(collection, region)


def _blank(collection: Collection, axis: str, region: str, column: str) -> str:
    """What it means that a region reports nothing under a column, in words."""
    return say(f"matrix.form_{blank(collection, axis, region, column)}")


def measures_section(collection: Collection, region: str) -> str:
    """The measures of a region by pillar, each with its sentence; returns the id just opened."""
    rows = region_measures(collection, region, current())
    opened = ""
    for pillar, label in facet_labels(collection, "pillar", "pillar_id", current()).items():
        own = rows[rows["pillar_id"] == pillar]
        st.markdown(f"**{pillar} {literal(label)}** · {len(own) or _blank(collection, 'pillar', region, pillar)}")
        if len(own):
            opened = measure_list(collection, own, f"profile.{region}.{pillar}") or opened
    return opened


def figures_section(collection: Collection, region: str) -> str:
    """The key figures of a region with their verdicts; returns the id just opened."""
    rows = key_figures(collection, region, current())
    if rows.empty:
        st.markdown(say("profile.no_figures"))
        return ""
    st.caption(say("profile.figures_note"))
    return figure_table(rows, f"profile.{region}.figures", verdict=True, height=620)


def words_section(collection: Collection, region: str) -> str:
    """What a region's articles say more than the others; a word opens its sentences on the words page."""
    st.caption(say("profile.words_note"))
    with st.spinner(say("words.counting"), show_time=False):
        rows = typical_words(collection, region)
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
        for row in rows.rename(columns={"count": "count_"}).itertuples()
    ]
    columns = {say(title): "end" if rank else "roomy" for rank, title in enumerate(titles)}
    word = evidence_table(lines, Table(columns, say("profile.section_words")), f"profile.{region}.words")
    where = {"region": region, "by": "keyness", "lang": current()}
    if word:
        st.switch_page("pages/words.py", query_params={**where, "word": joined(region, word)})
    st.page_link("pages/words.py", label=say("profile.words_link"), query_params=where)
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
    for row in region_documents(collection, region).to_dict("records"):
        with st.container(border=True):
            st.markdown(f"**{literal(row[local('title')])}**")
            date = published(row, say("evidence.not_before"))
            st.caption(
                literal(
                    " · ".join(part for part in (genres[row["genre"]], row["publisher"], row["byline"], date) if part)
                )
            )
            st.page_link(
                "pages/reader.py",
                label=say("overview.card_texts"),
                query_params={"doc": row["document_id"], "lang": current()},
            )
    return ""


DRAWN = {
    "measures": measures_section,
    "figures": figures_section,
    "words": words_section,
    "actors": actors_section,
    "policies": policies_section,
    "texts": texts_section,
}
"""Part of the profile → what draws it and returns the id of the row just opened."""


def drawn_section(collection: Collection, view: View, state: State) -> str:
    """Draw the choice of the part to read, and the part; returns the id of the row just opened."""
    return DRAWN[section(state, SECTIONS)](collection, view.region)


def comparison(collection: Collection, view: View, state: State) -> str:
    """Two regions' measure types in common and apart, and the passages of one type side by side.

    Returns the measure_id just opened.
    """
    found = compared(collection, view.region, view.beside)
    types = facet_labels(collection, "type", "measure_type_id", current())
    lines = region_lines(collection)
    st.subheader(say("profile.compare"), anchor=False)
    first, second = (f"{name} · {level}" for name, level in (lines[view.region], lines[view.beside]))
    st.markdown(say("profile.common", count=len(found.common), types=_listed(found.common, types)))
    for place, own in ((first, found.only_first), (second, found.only_second)):
        st.markdown(say("profile.only", region=place, count=len(own), types=_listed(own, types)))
    st.caption(say("profile.compare_note"))
    offered = [*found.common, *found.only_first, *found.only_second]
    chosen = one_of(state, "type", say("profile.type"), {name: f"{name} {types[name]}" for name in offered})
    if not chosen:
        return ""
    opened = ""
    for column, region, title in zip(
        st.columns(2, gap="large"), (view.region, view.beside), (first, second), strict=True
    ):
        with column:
            rows = region_measures(collection, region, current())
            own = rows[rows["measure_type_id"] == chosen]
            st.markdown(f"**{title}** · {len(own) or _blank(collection, 'type', region, chosen)}")
            if len(own):
                opened = measure_list(collection, own, f"profile.compare.{region}") or opened
    return opened


def _listed(kinds: tuple[str, ...], types: Mapping[str, str]) -> str:
    return say("app.items").join(f"{kind} {types[kind]}" for kind in kinds) or say("evidence.none")

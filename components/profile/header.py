"""Who a region is, and its measures at one glance."""

import pandas as pd
import streamlit as st

from components.charts.measure_strip import SELECTION, Labels, measure_strip
from components.frame.clicks import Clicks
from components.frame.language import current, say
from components.frame.markdown import literal
from components.parts.alternatives import of_strip
from components.parts.pictures import picture_downloads
from components.parts.speaker import speaker_told
from corpus.coding.measures import ADVISER, BODY, PLACE, measures
from corpus.collection.collection import Collection
from corpus.collection.facets import facet_labels
from corpus.collection.labels import code_labels, names, published
from corpus.collection.own import real_code
from corpus.collection.tables import records
from corpus.regions.matrix import articles_read
from corpus.regions.profile import (
    by_whose,
    lineage,
    national_measures,
    region_documents,
    region_measures,
)


def region_header(collection: Collection, region: str) -> None:
    """Name, level, the regions above, area code, articles, their dates, and who speaks in them."""
    language = current()
    places = names(collection, "regions", "region_id", language)
    regions = collection.tables["regions"].set_index("region_id")
    level = code_labels(collection, "level", language)[regions.loc[region, "level"]]
    st.subheader(f"{places[region]} · {level}", anchor=False)
    above = " · ".join(places[place] for place in lineage(collection, region)[1:])
    facts = [
        above,
        real_code(region) and f"GB/T 2260 {real_code(region)}",
        say("profile.articles", count=articles_read(collection)[region]),
    ]
    documents = region_documents(collection, region)
    dates = dict.fromkeys(published(row, say("evidence.not_before")) for row in records(documents))
    st.caption(literal(" · ".join(part for part in (*facts, say("app.list").join(dates)) if part)))
    told = dict.fromkeys(speaker_told(collection, row["document_id"]) for row in records(documents))
    st.caption(literal(say("speaker.speaks", who=say("app.items").join(told))))


def strip(collection: Collection, region: str, others: list[str]) -> str:
    """Draw the measures of a region, one mark each, and return the measure_id just clicked, "" for none."""
    rows = region_measures(collection, region, current())
    st.markdown(_reading(collection, region, rows))
    if rows.empty:
        return ""
    everything = measures(collection, current())
    sizes = everything[everything["filed"].isin([region, *others])].groupby(["filed", "pillar_id"]).size()
    statuses = code_labels(collection, "status", current())
    pillars = facet_labels(collection, "pillar", "pillar_id", current())
    titles = {
        "measure": say("column.label"),
        "type": say("column.type"),
        "status": say("column.status_label"),
        "whose": say("column.whose_label"),
    }
    chart = measure_strip(rows, Labels(pillars, statuses, titles, int(sizes.max())))
    clicks = Clicks(f"profile.strip.{region}", SELECTION, "measure_id")
    place = names(collection, "regions", "region_id", current())[region]
    clicked = clicks.chart(chart, of_strip(place, rows, pillars))
    picture_downloads(collection, chart, f"{say('profile.title')} · {place}", list(rows["measure_id"]), clicks.key)
    return clicked


def _reading(collection: Collection, region: str, rows: pd.DataFrame) -> str:
    """What a region itself did, apart from what bodies in it did, persons wish, and its articles ask of the country."""
    parts = by_whose(rows)
    told = []
    if PLACE in parts:
        own = parts[PLACE]
        pillars = own["pillar_id"].nunique()
        told.append(say("profile.reading", count=len(own), statuses=_statuses(collection, own), pillars=pillars))
    else:
        told.append(say("profile.reading_none" if rows.empty else "profile.reading_not_own"))
    for whose in (BODY, ADVISER):
        if whose in parts:
            own = parts[whose]
            told.append(say(f"profile.reading_{whose}", count=len(own), statuses=_statuses(collection, own)))
    if national := len(national_measures(collection, region, current())):
        told.append(say("profile.reading_nation", count=national))
    if len(rows):
        told.append(say("profile.reading_marks"))
    if parts.keys() - {PLACE}:
        told.append(say("profile.reading_small"))
    return "".join(told)


def _statuses(collection: Collection, rows: pd.DataFrame) -> str:
    """How many of the measures have got how far, in words."""
    counts = rows["status"].value_counts()
    labels = code_labels(collection, "status", current())
    return say("app.list").join(f"{label} {counts[status]}" for status, label in labels.items() if status in counts)

"""Who a region is, and its measures at one glance."""

import pandas as pd
import streamlit as st

from components.charts.measure_strip import SELECTION, Labels, measure_strip
from components.frame.clicks import Clicks
from components.frame.drawn import Drawn
from components.frame.language import current, say
from components.frame.markdown import literal
from components.parts.alternatives import of_strip
from components.parts.pictures import picture_downloads
from components.parts.speaker import speaker_told
from corpus.coding.measures import ADVISER, BODY, PLACE, measures
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.facets import facet_labels
from corpus.collection.labels import code_labels, names, published
from corpus.collection.memo import computed_once, latest_results
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
    title, *facts = _facts(collection, region, current())
    st.subheader(title, anchor=False)
    for told in facts:
        st.caption(told)


@computed_once
def _facts(collection: Collection, region: str, language: Language) -> tuple[str, str, str]:
    """The title of a region and the lines under it, in the language of this run."""
    places = names(collection, "regions", "region_id", language)
    regions = collection.tables["regions"].set_index("region_id")
    level = code_labels(collection, "level", language)[regions.loc[region, "level"]]
    above = " · ".join(places[place] for place in lineage(collection, region)[1:])
    facts = [
        above,
        real_code(region) and f"GB/T 2260 {real_code(region)}",
        say("profile.articles", count=articles_read(collection)[region]),
    ]
    documents = records(region_documents(collection, region))
    dates = dict.fromkeys(published(row, say("evidence.not_before")) for row in documents)
    speakers = dict.fromkeys(speaker_told(collection, row["document_id"]) for row in documents)
    return (
        f"{places[region]} · {level}",
        literal(" · ".join(part for part in (*facts, say("app.list").join(dates)) if part)),
        literal(say("speaker.speaks", who=say("app.items").join(speakers))),
    )


def strip(collection: Collection, region: str, beside: str) -> str:
    """Draw the measures of a region, one mark each, and return the measure_id just clicked, "" for none.

    Its pillars are as high as those of the region that stands `beside` it, "" for none.
    """
    told, drawn, alternative, measure_ids = _strip(collection, region, beside, current())
    st.markdown(told)
    if drawn is None:
        return ""
    clicks = Clicks(f"profile.strip.{region}", SELECTION, "measure_id")
    clicked = clicks.chart(drawn, alternative)
    place = names(collection, "regions", "region_id", current())[region]
    picture_downloads(collection, drawn.draw, f"{say('profile.title')} · {place}", measure_ids, clicks.key)
    return clicked


@latest_results(64)
def _strip(
    collection: Collection, region: str, beside: str, language: Language
) -> tuple[str, Drawn | None, str, list[str]]:
    """The sentence that reads the measures, their picture, the same in words, and which they are, in this language."""
    rows = region_measures(collection, region, language)
    told = _reading(collection, region, rows)
    if rows.empty:
        return told, None, "", []
    everything = measures(collection, language)
    sizes = everything[everything["filed"].isin([region, beside])].groupby(["filed", "pillar_id"]).size()
    statuses = code_labels(collection, "status", language)
    pillars = facet_labels(collection, "pillar", "pillar_id", language)
    titles = {
        "measure": say("column.label"),
        "type": say("column.type"),
        "status": say("column.status_label"),
        "whose": say("column.whose_label"),
    }
    drawn = Drawn(measure_strip(rows, Labels(pillars, statuses, titles, int(sizes.max()))))
    place = names(collection, "regions", "region_id", language)[region]
    return told, drawn, of_strip(place, rows, pillars), list(rows["measure_id"])


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

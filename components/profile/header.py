"""Who a region is, and its measures at one glance."""

import streamlit as st

from components.charts.measure_strip import SELECTION, Labels, measure_strip
from components.frame.clicks import Clicks
from components.frame.language import current, say
from components.frame.markdown import literal
from components.parts.pictures import picture_downloads
from corpus.coding.measures import measures
from corpus.collection.collection import Collection
from corpus.collection.facets import facet_labels
from corpus.collection.labels import code_labels, names, published
from corpus.collection.tables import records
from corpus.regions.matrix import articles_read
from corpus.regions.profile import (
    lineage,
    region_documents,
    region_measures,
)


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
        published(row, say("evidence.not_before")) for row in records(region_documents(collection, region))
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

"""The picture of the figures shown, and the sentence that reads it."""

import pandas as pd
import streamlit as st

from components.charts.figure_map import SELECTION, Labels, figure_map
from components.frame.clicks import Clicks
from components.frame.language import current, say
from components.parts.pictures import picture_downloads
from components.parts.regions import region_lines
from corpus.coding.figures import facet_options
from corpus.collection.collection import Collection

_CHART = "numbers.chart"


def figure_reading(collection: Collection, shown: pd.DataFrame) -> None:
    """One computed sentence on what is shown, and what it cannot tell."""
    total = len(collection.tables["numbers"])
    kinds = facet_options(collection, "kind", current())
    counts = shown["kind"].value_counts()
    parts = say("app.comma").join(
        say("numbers.kind_count", kind=label, count=int(counts[kind]))
        for kind, label in kinds.items()
        if kind in counts
    )
    st.markdown(
        say(
            "numbers.reading" if len(shown) else "numbers.reading_none",
            count=len(shown),
            total=total,
            articles=shown["document_id"].nunique(),
            kinds=parts,
        )
    )


def figure_chart(collection: Collection, shown: pd.DataFrame) -> str:
    """Draw the figures shown, one mark each, and return the number_id just clicked, "" for none."""
    if shown.empty:
        return ""
    language = current()
    labels = Labels(
        dimensions=facet_options(collection, "dimension", language),
        regions=region_lines(collection),
        kinds=facet_options(collection, "kind", language),
        pillars=facet_options(collection, "pillar", language),
        titles={
            "kind": say("filter.kind"),
            "pillar": say("filter.pillar"),
            "no_pillar": say("numbers.no_pillar"),
            "quote": say("column.quote"),
            "indicator": say("column.indicator"),
        },
    )
    chart = figure_map(shown, labels)
    clicked = Clicks(_CHART, SELECTION, "number_id").chart(chart, _equivalent(collection, shown))
    st.caption(say("numbers.chart_note"))
    picture_downloads(collection, chart, say("numbers.title"), list(shown["number_id"]), "numbers.map")
    return clicked


def _equivalent(collection: Collection, shown: pd.DataFrame) -> str:
    """The picture in words: how many figures each region has of each kind of quantity."""
    language = current()
    dimensions, regions = (facet_options(collection, facet, language) for facet in ("dimension", "region"))
    counts = shown.groupby(["region_id", "dimension"]).size()
    parts = [
        f"{label}: "
        + ", ".join(f"{dimensions[d]} {counts[region, d]}" for d in dimensions if (region, d) in counts.index)
        for region, label in regions.items()
        if region in counts.index.get_level_values(0)
    ]
    return f"{say('numbers.chart_alt')} {'; '.join(parts)}"

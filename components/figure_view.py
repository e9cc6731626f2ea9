"""The picture of the figures shown, and the sentence that reads it."""

import pandas as pd
import streamlit as st

from components.charts.figure_map import SELECTION, Labels, figure_map
from components.language import current, local, say
from corpus.figures import by_level, facet_options
from corpus.labels import code_labels
from corpus.package import Package

_CHART = "numbers.chart"


def figure_reading(package: Package, shown: pd.DataFrame) -> None:
    """One computed sentence on what is shown, and what it cannot tell."""
    total = len(package.tables["numbers"])
    kinds = facet_options(package, "kind", current())
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


def figure_chart(package: Package, shown: pd.DataFrame) -> str:
    """Draw the figures shown, one mark each, and return the number_id just clicked, "" for none."""
    if shown.empty:
        return ""
    language = current()
    labels = Labels(
        dimensions=facet_options(package, "dimension", language),
        regions=_region_lines(package),
        kinds=facet_options(package, "kind", language),
        pillars=facet_options(package, "pillar", language),
        titles={
            "kind": say("filter.kind"),
            "pillar": say("filter.pillar"),
            "no_pillar": say("numbers.no_pillar"),
            "quote": say("column.quote"),
            "indicator": say("column.indicator"),
        },
    )
    chart = figure_map(shown, labels)
    # A visit to another page drops the selection: what was clicked before it says nothing about the next click.
    st.session_state[f"{_CHART}.selected"] = _selected()
    st.altair_chart(chart, key=_CHART, on_select=_note_click, alt=_equivalent(package, shown))
    st.caption(say("numbers.chart_note"))
    return st.session_state.pop(f"{_CHART}.clicked", "")


def _region_lines(package: Package) -> dict[str, tuple[str, str]]:
    """Region → its short name and its level, so that no province looks like a county's peer."""
    language = current()
    regions = package.tables["regions"].set_index("region_id")
    levels = code_labels(package, "level", language)
    return {
        region: (regions.loc[region, local("short")], levels[regions.loc[region, "level"]])
        for region in by_level(package)
    }


def _note_click() -> None:
    """Keep a click for one run: it is the one mark in which the selection differs from the one before.

    A picture that was drawn anew has forgotten its selection; then the click is the last mark of the new one.
    """
    now = _selected()
    changed = set(now) ^ set(st.session_state.get(f"{_CHART}.selected", []))
    st.session_state[f"{_CHART}.selected"] = now
    st.session_state[f"{_CHART}.clicked"] = changed.pop() if len(changed) == 1 else next(reversed(now), "")


def _selected() -> list[str]:
    """The figures whose marks are selected, in the order of their clicks; none before the picture is drawn."""
    held = st.session_state.get(_CHART)
    return [point["number_id"] for point in held.selection.get(SELECTION) or []] if held else []


def _equivalent(package: Package, shown: pd.DataFrame) -> str:
    """The picture in words: how many figures each region has of each kind of quantity."""
    language = current()
    dimensions, regions = (facet_options(package, facet, language) for facet in ("dimension", "region"))
    counts = shown.groupby(["region_id", "dimension"]).size()
    parts = [
        f"{label}: "
        + ", ".join(f"{dimensions[d]} {counts[region, d]}" for d in dimensions if (region, d) in counts.index)
        for region, label in regions.items()
        if region in counts.index.get_level_values(0)
    ]
    return f"{say('numbers.chart_alt')} {'; '.join(parts)}"

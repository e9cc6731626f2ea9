"""Concepts that stand in one sentence: a node each, an edge for every pair."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from components.charts.theme import GREY, PILLARS, click_on, fitted, lettered
from corpus.words.network import BESIDE, HEIGHT, WIDTH

SELECTION = "node"
"""Name of the selection; it holds `concept`."""
_NAMED = 12
"""How many terms have their name written where the picture is narrow."""
_COLUMNS = "width < 400 ? 1 : width < 620 ? 2 : 4"
"""Columns of the legend, by the width of the picture."""


def network(
    nodes: pd.DataFrame, edges: pd.DataFrame, pillars: Mapping[str, str], titles: Mapping[str, str]
) -> alt.LayerChart:
    """Draw `nodes` (`concept, x, y, sentences, pillar_id`) and `edges` (`x, y, x2, y2, sentences, described`).

    A wider line is more sentences; colour is the pillar, whose letter stands after the name. A click selects a concept.
    `titles` names the tooltip's columns `word, sentences` and the legend, `pillar`.
    """
    names = lettered(pillars)
    frame = nodes.assign(
        pillar=nodes["pillar_id"].map(names),
        name=(nodes["concept"] + " " + nodes["pillar_id"]).str.strip(),
        rank=nodes["sentences"].rank(ascending=False, method="first"),
        described=nodes["concept"]
        + " · "
        + nodes["sentences"].astype(str)
        + " "
        + titles["sentences"]
        + " · "
        + nodes["pillar_id"].map(names),
    )
    used = [pillar for pillar in pillars if pillar in set(nodes["pillar_id"])]
    across, down = (alt.Scale(domain=[0, size], nice=False) for size in (WIDTH, HEIGHT))
    x = alt.X(field="x", type="quantitative", scale=across, axis=None)
    y = alt.Y(field="y", type="quantitative", scale=down, axis=None)
    lines = (
        alt.Chart(edges)
        .mark_rule(color=GREY, opacity=0.6, aria=False)
        .encode(
            x=x,
            y=y,
            x2=alt.X2(field="x2"),
            y2=alt.Y2(field="y2"),
            strokeWidth=alt.StrokeWidth(
                field="sentences", type="quantitative", scale=alt.Scale(range=[0.6, 5]), legend=None
            ),
            tooltip=[alt.Tooltip(field="described", type="nominal", title=titles["sentences"])],
        )
    )
    chosen = click_on("concept", SELECTION)
    dots = (
        alt.Chart(frame)
        .mark_point(filled=True, opacity=1, cursor="pointer")
        .encode(
            x=x,
            y=y,
            size=alt.Size(field="sentences", type="quantitative", scale=alt.Scale(range=[30, 220]), legend=None),
            color=alt.Color(
                field="pillar",
                type="nominal",
                scale=alt.Scale(domain=[names[pillar] for pillar in used], range=[PILLARS[pillar] for pillar in used]),
                legend=alt.Legend(
                    title=titles["pillar"],
                    orient="bottom",
                    columns=alt.ExprRef(_COLUMNS),
                ),
            ),
            description=alt.Description(field="described", type="nominal"),
            tooltip=[
                alt.Tooltip(field="concept", type="nominal", title=titles["word"]),
                alt.Tooltip(field="sentences", type="quantitative", title=titles["sentences"]),
            ],
        )
        .add_params(chosen)
    )
    # On a phone only the best connected and those apart have room for a name; others tell it when pointed at.
    named = f"width > 480 || datum.rank < {_NAMED} || datum.x > {BESIDE}"
    words = (
        alt.Chart(frame)
        .mark_text(
            aria=False,
            dy=-14,
            fontSize=12,
            color="currentColor",
            text=alt.ExprRef(f"{named} ? datum.name : datum.pillar_id"),
        )
        .encode(x=x, y=y)
    )
    return fitted(alt.layer(lines, dots, words), HEIGHT)

"""Figures that may be compared, on one scale: a dot for each, its written form beside it."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from components.charts.theme import click_on, fitted

SELECTION = "figure"
"""Name of the selection; it holds `number_id`."""
SHAPES = {
    "": "circle",
    "about": "diamond",
    "nearly": "triangle-left",
    "more_than": "triangle-right",
    "at_least": "arrow",
    "at_most": "wedge",
}
"""Qualifier → shape: what the text says roughly does not look exact, and a bound is no amount."""
_WIDE = 50
"""From which ratio of the largest to the smallest on the scale is logarithmic."""


def is_logarithmic(figures: pd.DataFrame) -> bool:
    """Whether the span of the values asks for a logarithmic scale; the page says so where it does."""
    values = figures["amount"]
    return bool(values.min() > 0 and values.max() / values.min() >= _WIDE)


def dot_plot(figures: pd.DataFrame, titles: Mapping[str, str], *, colour: str) -> alt.LayerChart:
    """Draw `figures` (rows of `coding.figures` with `amount` and `line`), a click selecting a `number_id`.

    The caller answers for it that no two of them are called not comparable (`corpus.coding.guard.may_share_an_axis`).
    Results are filled, targets hollow; `titles` names the columns `quote, indicator, kind` of the
    tooltip and the `pillar` of the axis, and holds under `scale` the Vega expression that writes a value of the axis.
    """
    frame = figures[["number_id", "quote", "indicator", "line", "amount", "qualifier", "kind", "kind_label"]].copy()
    frame["described"] = (
        frame["quote"] + " · " + frame["indicator"] + " · " + frame["line"] + " · " + frame["kind_label"]
    )
    frame["ground"] = (frame["kind"] != "target").astype(float)
    scale = alt.Scale(type="log") if is_logarithmic(figures) else alt.Scale(zero=True, nice=True)
    order = list(frame["line"])
    chosen = click_on("number_id", SELECTION)
    axis = alt.Axis(
        title=titles["pillar"], titleAnchor="start", grid=True, gridOpacity=0.35, tickCount=5, labelExpr=titles["scale"]
    )
    x = alt.X(field="amount", type="quantitative", scale=scale, axis=axis)
    y = alt.Y(field="line", type="nominal", sort=order, axis=alt.Axis(title=None, labelLimit=280, labelPadding=8))
    dots = (
        alt.Chart(frame)
        .mark_point(size=110, filled=True, color=colour, stroke=colour, strokeWidth=1.8, opacity=1, cursor="pointer")
        .encode(
            x=x,
            y=y,
            shape=alt.Shape(
                field="qualifier",
                type="nominal",
                scale=alt.Scale(domain=list(SHAPES), range=list(SHAPES.values())),
                legend=None,
            ),
            fillOpacity=alt.FillOpacity(field="ground", type="quantitative", scale=None, legend=None),
            description=alt.Description(field="described", type="nominal"),
            tooltip=[
                alt.Tooltip(field="quote", type="nominal", title=titles["quote"]),
                alt.Tooltip(field="indicator", type="nominal", title=titles["indicator"]),
                alt.Tooltip(field="kind_label", type="nominal", title=titles["kind"]),
            ],
        )
        .add_params(chosen)
    )
    labels = (
        alt.Chart(frame)
        .mark_text(aria=False, align="left", dx=10, fontSize=12, color="currentColor")
        .encode(x=x, y=y, text=alt.Text(field="quote", type="nominal"))
    )
    return fitted(alt.layer(dots, labels), 34 * len(frame) + 10)

"""Which span or date each figure is about; values are not drawn, so nothing is compared but time."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from components.charts.theme import PILLARS, click_on, fitted, narrow

SELECTION = "figure"
"""Name of the selection; it holds `number_id`."""


def period_bars(figures: pd.DataFrame, pillars: Mapping[str, str], titles: Mapping[str, str]) -> alt.LayerChart:
    """Draw `figures`: `number_id, line, begin, finish, open_end, point, pillar_id, described` (dates as ISO days).

    A bar runs from the first to the last day; a dot is a date; an arrow says that the text names no end. `pillars`
    names the colours, "" included; `titles` names the tooltip's column `figure` and the legend, `pillar`.
    """
    frame = figures.assign(pillar=figures["pillar_id"].map(pillars))
    used = [pillar for pillar in pillars if pillar in set(frame["pillar_id"])]
    colour = alt.Color(
        field="pillar",
        type="nominal",
        scale=alt.Scale(domain=[pillars[pillar] for pillar in used], range=[PILLARS[pillar] for pillar in used]),
        legend=alt.Legend(
            title=titles["pillar"], orient="bottom", columns=alt.ExprRef("width < 330 ? 1 : width < 520 ? 2 : 3")
        ),
    )
    x = alt.X(field="begin", type="temporal", axis=alt.Axis(title=None, format="%Y", tickCount="year", gridOpacity=0.4))
    y = alt.Y(
        field="line",
        type="nominal",
        sort=list(frame["line"]),
        axis=alt.Axis(title=None, labelLimit=narrow(160, 300), labelPadding=8),
    )
    tooltip = [alt.Tooltip(field="described", type="nominal", title=titles["figure"])]
    chosen = click_on("number_id", SELECTION)
    described = alt.Description(field="described", type="nominal")
    bars = (
        alt.Chart(frame[~frame["point"]])
        .mark_bar(height=9, cornerRadius=2, cursor="pointer")
        .encode(x=x, x2=alt.X2(field="finish"), y=y, color=colour, description=described, tooltip=tooltip)
        .add_params(chosen)
    )
    dots = (
        alt.Chart(frame[frame["point"]])
        .mark_point(size=70, filled=True, opacity=1, cursor="pointer")
        .encode(x=x, y=y, color=colour, description=described, tooltip=tooltip)
    )
    arrows = (
        alt.Chart(frame[frame["open_end"]])
        .mark_point(shape="triangle-right", filled=True, size=80, opacity=1, aria=False)
        .encode(x=alt.X(field="finish", type="temporal"), y=y, color=colour, tooltip=tooltip)
    )
    return fitted(alt.layer(bars, dots, arrows), 21 * len(frame) + 10)

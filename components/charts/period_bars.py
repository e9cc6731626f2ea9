"""Which span or date each figure is about; values are not drawn, so nothing is compared but time."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from components.charts.theme import PILLARS, click_on, fitted, lettered, narrow

SELECTION = "figure"
"""Name of the selection; it holds `number_id`."""
_ROW = 34
_LATE = 0.45
"""From which part of the time on a label ends with its bar rather than beginning with it."""


def period_bars(figures: pd.DataFrame, pillars: Mapping[str, str], titles: Mapping[str, str]) -> alt.LayerChart:
    """Draw `figures`: `number_id, line, begin, finish, open_end, point, pillar_id, described` (dates as ISO days).

    A bar runs from the first to the last day; a dot is a date; an arrow says that the text names no end. Above each
    stands its `line`, before each the letter of its pillar; the years stand above all. `pillars` names the colours, ""
    included; `titles` names the tooltip's column `figure` and the legend, `pillar`.
    """
    names = lettered(pillars)
    frame = figures.assign(pillar=figures["pillar_id"].map(names))
    first, last = (pd.to_datetime(frame[end]) for end in ("begin", "finish"))
    start, length = first.min(), max(last.max() - first.min(), pd.Timedelta(days=1))
    late = ((first - start) / length) > _LATE
    used = [pillar for pillar in pillars if pillar in set(frame["pillar_id"])]
    colour = alt.Color(
        field="pillar",
        type="nominal",
        scale=alt.Scale(domain=[names[pillar] for pillar in used], range=[PILLARS[pillar] for pillar in used]),
        legend=alt.Legend(
            title=titles["pillar"], orient="bottom", columns=alt.ExprRef("width < 400 ? 1 : width < 620 ? 2 : 3")
        ),
    )
    years = alt.Axis(
        title=None, orient="top", format="%Y", tickCount="year", grid=True, gridOpacity=0.5, labelFontWeight="bold"
    )
    x = alt.X(field="begin", type="temporal", axis=years)
    y = alt.Y(field="number_id", type="nominal", sort=list(frame["number_id"]), axis=None)
    tooltip = [alt.Tooltip(field="described", type="nominal", title=titles["figure"])]
    chosen = click_on("number_id", SELECTION)
    described = alt.Description(field="described", type="nominal")
    bars = (
        alt.Chart(frame[~frame["point"]])
        .mark_bar(height=8, yOffset=6, cornerRadius=2, cursor="pointer")
        .encode(x=x, x2=alt.X2(field="finish"), y=y, color=colour, description=described, tooltip=tooltip)
        .add_params(chosen)
    )
    dots = (
        alt.Chart(frame[frame["point"]])
        .mark_point(size=70, yOffset=6, filled=True, opacity=1, cursor="pointer")
        .encode(x=x, y=y, color=colour, description=described, tooltip=tooltip)
    )
    arrows = (
        alt.Chart(frame[frame["open_end"]])
        .mark_point(shape="triangle-right", yOffset=6, filled=True, size=80, opacity=1, aria=False)
        .encode(x=alt.X(field="finish", type="temporal", axis=years), y=y, color=colour, tooltip=tooltip)
    )
    labels = [
        alt.Chart(frame[which])
        .mark_text(aria=False, align=align, dy=-7, fontSize=12, limit=narrow(small, large), color="currentColor")
        .encode(x=alt.X(field=end, type="temporal", axis=years), y=y, text=alt.Text(field="line", type="nominal"))
        for which, align, end, small, large in ((~late, "left", "begin", 185, 390), (late, "right", "finish", 150, 320))
        if which.any()
    ]
    letters = (
        alt.Chart(frame)
        .mark_text(aria=False, align="right", dx=-7, yOffset=6, fontSize=11, color="currentColor")
        .encode(x=x, y=y, text=alt.Text(field="pillar_id", type="nominal"))
    )
    return fitted(alt.layer(bars, dots, arrows, letters, *labels), _ROW * len(frame) + 10)

"""Before and after, as ratios: each pair starts at one, so that unlike units share a scale without a false height."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from components.charts.theme import GREY, click_on, fitted, narrow

SELECTION = "figure"
"""Name of the selection; it holds `number_id`."""


def before_after(points: pd.DataFrame, titles: Mapping[str, str]) -> alt.LayerChart:
    """Draw `points`, two rows per pair: `number_id, pair, moment, ratio, written, described`; a click selects a figure.

    `titles` names the two moments, `before` and `after`, and the axis, `ratio`.
    """
    frame = points.assign(moment_label=points["moment"].map(titles))
    moments = [titles["before"], titles["after"]]
    x = alt.X(
        field="moment_label",
        type="nominal",
        sort=moments,
        scale=alt.Scale(domain=moments, padding=0.6),
        axis=alt.Axis(title=None, labelAngle=0, orient="top"),
    )
    y = alt.Y(
        field="ratio",
        type="quantitative",
        scale=alt.Scale(
            type="log",
            domain=[min(float(points["ratio"].min()), 1.0) * 0.85, max(float(points["ratio"].max()) * 1.08, 1.2)],
            nice=False,
        ),
        axis=alt.Axis(
            title=titles["ratio"], values=[0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4, 5], format="~r", gridOpacity=0.35
        ),
    )
    chosen = click_on("number_id", SELECTION)
    lines = (
        alt.Chart(frame)
        .mark_line(color=GREY, strokeWidth=2)
        .encode(x=x, y=y, detail=alt.Detail(field="pair", type="nominal"))
    )
    dots = (
        alt.Chart(frame)
        .mark_point(size=110, filled=True, color=GREY, opacity=1, cursor="pointer")
        .encode(
            x=x,
            y=y,
            description=alt.Description(field="described", type="nominal"),
            tooltip=[alt.Tooltip(field="described", type="nominal", title=titles["figure"])],
        )
        .add_params(chosen)
    )
    layers = [lines, dots]
    # The two starting points coincide: their labels stand one under the other, the results beside their own dots.
    for moment, align, dx, top, fall in (("before", "center", 0, 18, 16), ("after", "left", 12, -4, 0)):
        side = frame[frame["moment"] == moment]
        for rank, (_, row) in enumerate(side.iterrows()):
            layers.append(
                alt.Chart(row.to_frame().T)
                .mark_text(
                    aria=False,
                    align=align,
                    dx=dx,
                    dy=top + fall * rank,
                    fontSize=12,
                    color="currentColor",
                    lineBreak="\n",
                    limit=narrow(150, 400),
                )
                .encode(x=x, y=y, text=alt.Text(field="written", type="nominal"))
            )
    # What stands beside the dots moves with them when the picture is fitted: the room is for that.
    return fitted(alt.layer(*layers), 300).properties(padding={"left": 18, "right": 48, "top": 5, "bottom": 5})

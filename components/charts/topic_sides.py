"""Topics against whoever reports on them: a mark where something is reported, a dash where nothing was found."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from components.charts.theme import GREY, click_on, fitted, region_axis

SELECTION = "topic"
"""Name of the selection; it holds `topic_id`."""
_STEP = 25
_WRITTEN = 76
"""Pixels that a column needs for what is written in it; where it has less, as on a phone, the sign stands alone."""
_INK = "currentColor"


def topic_sides(cells: pd.DataFrame, heads: Sequence[tuple[str, str]], titles: Sequence[str]) -> alt.LayerChart:
    """Draw `cells` (`topic_id, topic, column, sub, written, reports, mine, told`), a click selecting a topic.

    Topics stand down in the order of their rows, `heads` (name and line under it) across. What reports has a ground
    and a sign with how much it reports, what does not has a dash and no ground; the columns with `mine` have a frame.
    `titles` are those of topic, column and of what is told.
    """
    frame = cells.assign(
        head=["\n".join(pair) for pair in zip(cells["column"], cells["sub"], strict=True)],
        ground=cells["reports"].map({True: 0.28, False: 0.0}),
        border=(cells["mine"] & cells["reports"]).map({True: 1.0, False: 0.0}),
        weight=cells["reports"].map({True: 1.0, False: 0.6}),
        sign=cells["written"].str.split(" ").str[0],
    )
    columns = ["\n".join(pair) for pair in heads]
    x = alt.X(
        field="head",
        type="nominal",
        sort=columns,
        axis=region_axis(list(heads), 8),
        scale=alt.Scale(domain=columns, paddingInner=0.08, paddingOuter=0.02),
    )
    topics = list(dict.fromkeys(cells["topic"]))
    y = alt.Y(
        field="topic",
        type="nominal",
        sort=topics,
        axis=alt.Axis(title=None, labelLimit=210, labelPadding=8, labelExpr="datum.label + ' ›'", grid=False),
        scale=alt.Scale(domain=topics, paddingInner=0.14, paddingOuter=0.05),
    )
    tooltip = [
        alt.Tooltip(field=field, type="nominal", title=title)
        for field, title in zip(("topic", "column", "told"), titles, strict=True)
    ]
    base = alt.Chart(frame)
    ground = base.mark_rect(cursor="pointer", color=GREY, stroke=_INK, strokeWidth=1.5, cornerRadius=2).encode(
        x=x,
        y=y,
        fillOpacity=alt.FillOpacity(field="ground", type="quantitative", scale=None, legend=None),
        strokeOpacity=alt.StrokeOpacity(field="border", type="quantitative", scale=None, legend=None),
        description=alt.Description(field="told", type="nominal"),
        tooltip=tooltip,
    )
    written = (
        base.mark_text(
            aria=False,
            fontSize=12,
            text=alt.ExprRef(f"width < {_WRITTEN * len(columns)} ? datum.sign : datum.written"),
            color=_INK,
            cursor="pointer",
        )
        .encode(
            x=x,
            y=y,
            opacity=alt.Opacity(field="weight", type="quantitative", scale=None, legend=None),
            tooltip=tooltip,
        )
        .add_params(click_on("topic_id", SELECTION))
    )
    return fitted(alt.layer(ground, written), _STEP * len(topics) + 12)

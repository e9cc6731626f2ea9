"""Figures as they are written, by what they count and by region: a table drawn, without any scale."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from components.charts.theme import GREY, click_on, fitted, region_axis

SELECTION = "figure"
"""Name of the selection; it holds `number_id`."""
_STEP = 22
_INK = "currentColor"


def topic_grid(rows: pd.DataFrame, titles: Sequence[str]) -> alt.LayerChart:
    """Draw `rows` (`number_id, region, level, indicator, written, kind, body, line`), a click selecting a figure.

    Regions stand across in the order of their rows, indicators down; figures of one cell stand one under another, as
    written, bodies' ones with a mark before them. `titles` are those of figure, indicator and region.
    """
    heads = dict.fromkeys(zip(rows["region"], rows["level"], strict=True))
    deep = rows.groupby("indicator", sort=False)["line"].max() + 1
    tops = dict(zip(deep.index, deep.cumsum() - deep, strict=True))
    frame = rows.assign(
        head=["\n".join(line) for line in zip(rows["region"], rows["level"], strict=True)],
        y=[tops[indicator] + line for indicator, line in zip(rows["indicator"], rows["line"], strict=True)],
        described=rows["region"] + " · " + rows["indicator"] + " · " + rows["written"],
        text=[f"└ {text}" if body else text for text, body in zip(rows["written"], rows["body"], strict=True)],
    )
    labels = pd.DataFrame({"indicator": list(tops), "y": list(tops.values())})
    total = int(deep.sum())
    down = alt.Scale(domain=[-0.7, total - 0.3], reverse=True, nice=False, zero=False)
    x = alt.X(
        field="head",
        type="nominal",
        sort=["\n".join(line) for line in heads],
        axis=region_axis(list(heads), 8),
        scale=alt.Scale(domain=["\n".join(line) for line in heads], paddingOuter=0.05),
    )
    y = alt.Y(field="y", type="quantitative", scale=down, axis=None)
    tooltip = [
        alt.Tooltip(field=field, type="nominal", title=title)
        for field, title in zip(("written", "indicator", "region"), titles, strict=True)
    ]
    figures = (
        alt.Chart(frame)
        .mark_text(fontSize=14, fontWeight=600, color=_INK, cursor="pointer")
        .encode(
            x=x,
            y=y,
            text=alt.Text(field="text", type="nominal"),
            description=alt.Description(field="described", type="nominal"),
            tooltip=tooltip,
        )
        .add_params(click_on("number_id", SELECTION))
    )
    names = (
        alt.Chart(labels)
        .mark_text(aria=False, align="left", fontSize=12, color=_INK, limit=150)
        .encode(x=alt.XValue(-160), y=y, text=alt.Text(field="indicator", type="nominal"))
    )
    rules = (
        alt.Chart(labels.assign(y=labels["y"] - 0.5))
        .mark_rule(aria=False, color=GREY, opacity=0.4)
        .encode(y=y, x=alt.XValue(-160), x2=alt.X2Value("width"))
    )
    return fitted(alt.layer(rules, names, figures), _STEP * total + 12)

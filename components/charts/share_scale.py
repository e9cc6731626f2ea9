"""Shares on one scale from nought to the whole, each over the words that say of what, none ranked."""

from collections.abc import Mapping, Sequence

import altair as alt
import pandas as pd

from components.charts.theme import GREY, click_on, fitted, narrow

SELECTION = "figure"
"""Name of the selection; it holds `number_id`."""
_WHOLE = 100
_ROW = 66
_BAR = 18


def share_scale(shares: Sequence[Mapping[str, str]], titles: Mapping[str, str]) -> alt.LayerChart:
    """Draw shares in their order; a click selects a `number_id`.

    Each has `number_id`, its ends `low` (nought for what is no range) and `high` in per cent, `written`, `head` and
    `base` (the lines above and below the bar), `described`, `colour`, and `printed`: the frame of the whole is dashed
    where the text does not print its size. A share beyond the whole lengthens the scale. `titles` names the tooltip's
    column `figure`.
    """
    frame = pd.DataFrame(list(shares)).assign(zero=0.0, whole=float(_WHOLE))
    frame["rank"] = range(len(frame))
    top = max(_WHOLE, float(frame["high"].max()))
    # Room for the per cent beside the longest bar.
    scale = alt.Scale(domain=[0, top * 1.13], nice=False)
    step = 25 if top <= _WHOLE else 50
    ticks = list(range(0, int(top) + 1, step))
    axis = alt.Axis(title=None, orient="top", values=ticks, labelExpr="datum.value + '%'", gridOpacity=0.4)
    y = alt.Y(
        field="rank", type="quantitative", axis=None, scale=alt.Scale(domain=[-0.55, len(frame) - 0.45], reverse=True)
    )
    high = alt.X(field="high", type="quantitative", scale=scale, axis=axis)
    zero = alt.X(field="zero", type="quantitative", scale=scale, axis=axis)
    wholes = [
        alt.Chart(own)
        .mark_bar(height=_BAR, orient="horizontal", fillOpacity=0, stroke=GREY, strokeDash=dash, aria=False)
        .encode(x=zero, x2=alt.X2(field="whole"), y=y)
        for dash, own in (([1, 0], frame[frame["printed"]]), ([4, 3], frame[~frame["printed"]]))
        if len(own)
    ]
    bars = (
        alt.Chart(frame)
        .mark_bar(height=_BAR, orient="horizontal", cursor="pointer")
        .encode(
            x=alt.X(field="low", type="quantitative", scale=scale, axis=axis),
            x2=alt.X2(field="high"),
            y=y,
            color=alt.Color(field="colour", type="nominal", scale=None),
            description=alt.Description(field="described", type="nominal"),
            tooltip=[alt.Tooltip(field="described", type="nominal", title=titles["figure"])],
        )
        .add_params(click_on("number_id", SELECTION))
    )
    text = {"aria": False, "align": "left", "color": "currentColor"}
    limit = narrow(330, 620)
    labels = [
        alt.Chart(frame)
        .mark_text(dx=6, fontSize=14, fontWeight="bold", **text)
        .encode(x=high, y=y, text=alt.Text(field="written", type="nominal")),
        alt.Chart(frame)
        .mark_text(dy=-19, fontSize=12, limit=limit, **text)
        .encode(x=zero, y=y, text=alt.Text(field="head", type="nominal")),
        alt.Chart(frame)
        .mark_text(dy=19, fontSize=11, opacity=0.8, limit=limit, **text)
        .encode(x=zero, y=y, text=alt.Text(field="base", type="nominal")),
    ]
    return fitted(alt.layer(*wholes, bars, *labels), _ROW * len(frame))

"""How often each region uses the words of each class: a bar for each region under the name of the class."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from components.charts.theme import GREY, click_on, fitted

SELECTION = "tone"
"""Name of the selection; it holds `use`, region and class parted by a full stop."""
_STEP = 19
_HEADING = {"condition": {"test": "indexof(datum.value, '\\t') < 0", "value": "bold"}, "value": "normal"}


def tone_bars(uses: pd.DataFrame, kinds: Mapping[str, str], titles: Mapping[str, str]) -> alt.LayerChart:
    """Draw `uses` (`use, kind, region, rate, written`), a click selecting one; `kinds` are in the order to draw them.

    `titles` names the tooltip's columns `region, kind, rate`.
    """
    frame = uses.copy()
    frame["kind_label"] = frame["kind"].map(kinds)
    # One axis holds both: the name of a class, and under it its regions.
    frame["line"] = frame["kind_label"] + "\t" + frame["region"]
    frame["described"] = frame["kind_label"] + " · " + frame["region"] + ": " + frame["written"]
    order = [
        line
        for kind in kinds.values()
        for line in (kind, *frame.loc[frame["kind_label"] == kind, "line"])
        if kind in set(frame["kind_label"])
    ]
    x = alt.X(
        field="rate",
        type="quantitative",
        # Room on the right for what is written at the end of the longest bar.
        scale=alt.Scale(
            domain=[0, max(float(frame["rate"].max()), 1.0)], range=[0, alt.ExprRef("width - 110")], nice=False
        ),
        axis=alt.Axis(title=None, grid=True, gridOpacity=0.35, tickCount=5),
    )
    y = alt.Y(
        field="line",
        type="nominal",
        sort=order,
        scale=alt.Scale(domain=order, paddingInner=0.25),
        axis=alt.Axis(
            title=None,
            labelExpr="indexof(datum.value, '\\t') < 0 ? datum.value : split(datum.value, '\\t')[1]",
            labelFontWeight=_HEADING,
            labelLimit=200,
            labelPadding=8,
            labelOverlap=False,
        ),
    )
    tooltip = [
        alt.Tooltip(field="region", type="nominal", title=titles["region"]),
        alt.Tooltip(field="kind_label", type="nominal", title=titles["kind"]),
        alt.Tooltip(field="written", type="nominal", title=titles["rate"]),
    ]
    chosen = click_on("use", SELECTION)
    bars = (
        alt.Chart(frame)
        .mark_bar(color=GREY, cursor="pointer", minBandSize=6)
        .encode(x=x, y=y, tooltip=tooltip, description=alt.Description(field="described", type="nominal"))
        .add_params(chosen)
    )
    written = (
        alt.Chart(frame)
        .mark_text(aria=False, align="left", dx=6, fontSize=12, color="currentColor")
        .encode(x=x, y=y, text=alt.Text(field="written", type="nominal"))
    )
    return fitted(alt.layer(bars, written), _STEP * len(order) + 10)

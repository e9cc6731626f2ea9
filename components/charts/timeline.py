"""When the articles appeared, as exactly as their evidence allows."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from components.charts.theme import GREY, fitted

_SHORTEST, _YEARS = pd.Timedelta(days=60), pd.Timedelta(days=540)
"""The least span that the axis stands for, and the span above which it names years only."""
_PARTS = 80
"""How many of the narrowest bars the axis holds."""
SELECTION = "document"
"""Name of the selection; it holds `document_id`."""


def timeline(documents: pd.DataFrame, titles: Mapping[str, str]) -> alt.LayerChart:
    """Draw one bar per article from its earliest to its latest possible date; an arrow where nothing bounds it.

    A bar of few days is drawn as wide as a finger finds it; its tooltip has the date.

    `documents` holds `document_id, label, region, date, begin, finish, open_end` (dates as ISO days, `open_end` true
    where `finish` is only the edge of the picture); `titles` names the tooltip's columns.
    """
    chosen = alt.selection_point(name=SELECTION, fields=["document_id"], on="click", toggle=False)
    documents = documents.assign(
        described=documents["label"] + " · " + documents["date"],
        strength=documents["open_end"].map({True: 0.3, False: 1.0}),
    )
    begin, finish = pd.to_datetime(documents["begin"]), pd.to_datetime(documents["finish"])
    whole = max(finish.max() - begin.min(), _SHORTEST)
    least = (whole / _PARTS).ceil("D")
    documents["finish"] = finish.where(finish - begin > least, begin + least).dt.strftime("%Y-%m-%d")
    written, step = ("%Y", "year") if whole > _YEARS else ("%Y-%m", "month")
    order = list(documents["label"])
    row = alt.Y(
        field="label",
        type="nominal",
        sort=order,
        axis=alt.Axis(title=None, labelLimit=190, labelPadding=10, grid=True, gridOpacity=0.35),
    )
    tooltip = [
        alt.Tooltip(field="label", type="nominal", title=titles["document"]),
        alt.Tooltip(field="region", type="nominal", title=titles["region"]),
        alt.Tooltip(field="date", type="nominal", title=titles["published"]),
    ]
    bars = (
        alt.Chart(documents)
        .mark_bar(height=9, cornerRadius=2, cursor="pointer", color=GREY, stroke=GREY, strokeWidth=1)
        .encode(
            x=alt.X(
                field="begin",
                type="temporal",
                axis=alt.Axis(
                    title=None,
                    format=written,
                    tickCount=step,
                    labelAngle=0,
                    gridOpacity=0.5,
                ),
            ),
            x2=alt.X2(field="finish"),
            y=row,
            fillOpacity=alt.FillOpacity(field="strength", type="quantitative", scale=None, legend=None),
            description=alt.Description(field="described", type="nominal"),
            tooltip=tooltip,
        )
        .add_params(chosen)
    )
    arrows = (
        alt.Chart(documents[documents["open_end"]])
        .mark_point(shape="triangle-right", filled=True, size=110, color=GREY, opacity=1, aria=False)
        .encode(x=alt.X(field="finish", type="temporal"), y=row, tooltip=tooltip)
    )
    return fitted(alt.layer(bars, arrows), 27 * len(documents))

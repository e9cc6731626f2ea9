"""Which regions report which measures: one cell per region and kind of measure, its count written in it."""

from collections.abc import Mapping
from dataclasses import dataclass

import altair as alt
import pandas as pd

from components.charts.theme import click_on, fitted, region_axis
from components.frame.names import joined

SELECTION = "cell"
"""Name of the selection; it holds `cell`, region and column joined."""
_GROUND = "#8a7f72"
_INK = "currentColor"
"""The colour of text on the page, dark on paper and light on ink: the picture is SVG inside it."""
_STEP = 34


@dataclass(frozen=True)
class Labels:
    """Codes and their labels, in the order to draw them; a region has two lines, its name and its level.

    `titles` names the columns of the tooltip: `region, column, form, articles`.
    """

    regions: Mapping[str, tuple[str, str]]
    columns: Mapping[str, str]
    titles: Mapping[str, str]


def measure_matrix(cells: pd.DataFrame, labels: Labels, *, step: int = _STEP) -> alt.LayerChart:
    """Draw `cells` (rows of `corpus.regions.matrix.matrix` with `written` and `told`), a click selecting one of them.

    Regions stand across, what is done stands down. The ground darkens with the count; a dashed border says that
    pilots, plans or proposals are in it, no ground that there is nothing else. `step` is a row's height in pixels.
    """
    regions = {region: "\n".join(lines) for region, lines in labels.regions.items()}
    frame = cells[["region_id", "column", "count", "form", "articles", "written", "told"]].copy()
    frame["cell"] = list(map(joined, frame["region_id"], frame["column"]))
    frame["region"] = frame["region_id"].map(regions)
    frame["row"] = frame["column"].map(labels.columns)
    filled = frame["form"].isin(["done", "mixed"])
    most = max(int(frame["count"].max()), 1)
    frame["ground"] = (0.1 + 0.5 * frame["count"] / most).where(filled, 0.0).round(3)
    frame["border"] = frame["form"].isin(["mixed", "begun"]).map({True: 0.75, False: 0.0})
    frame["weight"] = frame["form"].isin(["done", "mixed", "begun"]).map({True: 1.0, False: 0.62})
    x = alt.X(
        field="region",
        type="nominal",
        sort=list(regions.values()),
        axis=region_axis(labels.regions.values(), 8),
        scale=alt.Scale(domain=list(regions.values()), paddingInner=0.06, paddingOuter=0.02),
    )
    y = alt.Y(
        field="row",
        type="nominal",
        sort=list(labels.columns.values()),
        axis=alt.Axis(
            title=None, labelLimit=alt.ExprRef("containerSize()[0] < 400 ? 118 : 230"), labelPadding=8, grid=False
        ),
        scale=alt.Scale(domain=list(labels.columns.values()), paddingInner=0.1, paddingOuter=0.05),
    )
    tooltip = [
        alt.Tooltip(field=field, type="nominal", title=labels.titles[title])
        for field, title in (("region", "region"), ("row", "column"), ("told", "form"), ("articles", "articles"))
    ]
    chosen = click_on("cell", SELECTION)
    ground = (
        alt.Chart(frame)
        .mark_rect(cursor="pointer", color=_GROUND, stroke=_INK, strokeDash=[4, 3], cornerRadius=2)
        .encode(
            x=x,
            y=y,
            fillOpacity=alt.FillOpacity(field="ground", type="quantitative", scale=None, legend=None),
            strokeOpacity=alt.StrokeOpacity(field="border", type="quantitative", scale=None, legend=None),
            description=alt.Description(field="told", type="nominal"),
            tooltip=tooltip,
        )
        .add_params(chosen)
    )
    written = (
        alt.Chart(frame)
        .mark_text(aria=False, fontSize=13, color=_INK, cursor="pointer")
        .encode(
            x=x,
            y=y,
            text=alt.Text(field="written", type="nominal"),
            opacity=alt.Opacity(field="weight", type="quantitative", scale=None, legend=None),
            tooltip=tooltip,
        )
    )
    return fitted(alt.layer(ground, written), step * max(len(labels.columns), 1) + 4)

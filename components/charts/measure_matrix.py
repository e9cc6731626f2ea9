"""Which regions report which measures: one cell per region and kind of measure, its count written in it."""

from collections.abc import Mapping
from dataclasses import dataclass

import altair as alt
import pandas as pd

from components.charts.theme import GREY, click_on, fitted, region_axis
from components.frame.names import joined

SELECTION = "cell"
"""Name of the selection; it holds `cell`, region and column joined, one of them blank for a whole side."""
_INK = "currentColor"
"""The colour of text on the page, dark on paper and light on ink: the picture is SVG inside it."""
_STEP = 34
_LABEL = "containerSize()[0] < 400 ? 118 : 230"
"""How long the name of a row may be in pixels."""
_HEAD, _HEAD_LATIN = 8, 6.6
"""Mean width in pixels of a sign in the head of a column, and where all are Latin."""
_LETTER, _LATIN = 13, 0xFF
"""Width in pixels of an ideograph in a cell, and the last sign that takes half of it."""


@dataclass(frozen=True)
class Labels:
    """Codes and their labels, in the order to draw them; a region has two lines, its name and its level.

    `titles` names the columns of the tooltip: `region, column, form, articles`; `heads` says what a click on the name
    of a `row` or a `column` of the picture does.
    """

    regions: Mapping[str, tuple[str, str]]
    columns: Mapping[str, str]
    titles: Mapping[str, str]
    heads: Mapping[str, str]


def measure_matrix(cells: pd.DataFrame, labels: Labels, *, step: int = _STEP) -> alt.LayerChart:
    """Draw `cells` (rows of `corpus.regions.matrix.matrix` with `written, told_figures, line, told`) to click on.

    Regions stand across, what is done stands down. The ground darkens with the count; a dashed border says that
    pilots, plans or proposals are in it, no ground that there is nothing else. `step` is a row's height in pixels.
    Where the columns are too narrow for the `line`, figures stand small under what is written. A click selects a cell,
    or by the name of a row or a column all cells of it.
    """
    regions = {region: "\n".join(lines) for region, lines in labels.regions.items()}
    names = ["region_id", "column", "count", "form", "articles", "written", "told_figures", "line", "told"]
    frame = cells[names].copy()
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
        axis=_regions_axis(labels),
        scale=alt.Scale(domain=list(regions.values()), paddingInner=0.06, paddingOuter=0.02),
    )
    y = alt.Y(
        field="row",
        type="nominal",
        sort=list(labels.columns.values()),
        axis=alt.Axis(
            title=None, labelLimit=alt.ExprRef(_LABEL), labelPadding=8, labelExpr="datum.label + ' ›'", grid=False
        ),
        scale=alt.Scale(domain=list(labels.columns.values()), paddingInner=0.1, paddingOuter=0.05),
    )
    tooltip = [
        alt.Tooltip(field=field, type="nominal", title=labels.titles[title])
        for field, title in (("region", "region"), ("row", "column"), ("told", "form"), ("articles", "articles"))
    ]
    chosen = click_on("cell", SELECTION)
    ground = (
        # Altair would find it a name by writing the frame out.
        alt.Chart(frame, name="cells")
        .mark_rect(cursor="pointer", color=GREY, stroke=_INK, strokeDash=[4, 3], cornerRadius=2)
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
    narrow = _narrow(frame["line"].tolist(), len(regions))
    two_lines = f"{narrow} && datum.told_figures"
    quiet = alt.Opacity(field="weight", type="quantitative", scale=None, legend=None)
    written = (
        alt.Chart(frame)
        .mark_text(
            aria=False,
            fontSize=alt.ExprRef(f"{two_lines} ? 12 : 13"),
            dy=alt.ExprRef(f"{two_lines} ? -6 : 0"),
            text=alt.ExprRef(f"{narrow} ? datum.written : datum.line"),
            color=_INK,
            cursor="pointer",
        )
        .encode(x=x, y=y, opacity=quiet, tooltip=tooltip)
    )
    figures = (
        alt.Chart(frame)
        .mark_text(
            aria=False, fontSize=alt.ExprRef(f"{narrow} ? 11 : 0"), dy=7, opacity=0.8, color=_INK, cursor="pointer"
        )
        .encode(x=x, y=y, text=alt.Text(field="told_figures", type="nominal"), tooltip=tooltip)
    )
    sides = [_row_heads(labels, y), _column_heads(labels, regions, x)]
    return fitted(alt.layer(ground, written, figures, *sides), step * max(len(labels.columns), 1) + 4)


def _narrow(lines: list[str], columns: int) -> str:
    """An expression that is true where a column has no room for the longest line."""
    longest = max((sum(_LETTER if ord(sign) > _LATIN else _LETTER / 2 for sign in line) for line in lines), default=0)
    return f"width < {round((longest + 12) * max(columns, 1))}"


def _regions_axis(labels: Labels) -> alt.Axis:
    """The axis of the regions; Latin letters take less room than ideographs."""
    latin = all(ord(sign) <= _LATIN for lines in labels.regions.values() for line in lines for sign in line)
    return region_axis(labels.regions.values(), _HEAD_LATIN if latin else _HEAD)


def _row_heads(labels: Labels, y: alt.Y) -> alt.Chart:
    """What takes a click on the name of a row: the axis does not."""
    frame = pd.DataFrame(
        [
            {"cell": joined("", column), "row": label, "head": f"{label}: {labels.heads['row']}"}
            for column, label in labels.columns.items()
        ],
        columns=["cell", "row", "head"],
    )
    return _ground(frame).encode(
        x=alt.XValue(alt.ExprRef(f"-8 - ({_LABEL})")),
        x2=alt.X2Value(0),
        y=y,
        description=alt.Description(field="head", type="nominal"),
        tooltip=alt.Tooltip(field="head", type="nominal"),
    )


def _column_heads(labels: Labels, regions: Mapping[str, str], x: alt.X) -> alt.Chart:
    """What takes a click on the name of a column, as high as its two lines or, where they stand upright, as long."""
    frame = pd.DataFrame(
        [
            {
                "cell": joined(region, ""),
                "region": label,
                "head": f"{labels.regions[region][0]}: {labels.heads['column']}",
            }
            for region, label in regions.items()
        ],
        columns=["cell", "region", "head"],
    )
    upright = _regions_axis(labels)["labelAngle"]["expr"].split("?")[0]
    return _ground(frame).encode(
        x=x,
        y=alt.YValue(alt.ExprRef(f"{upright} ? -150 : -38")),
        y2=alt.Y2Value(0),
        description=alt.Description(field="head", type="nominal"),
        tooltip=alt.Tooltip(field="head", type="nominal"),
    )


def _ground(frame: pd.DataFrame) -> alt.Chart:
    """Marks that are clicked and not seen."""
    return alt.Chart(frame).mark_rect(opacity=0, cursor="pointer", ariaRoleDescription="head")

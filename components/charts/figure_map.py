"""Where figures stand: one mark per figure, by region and by what is counted. Values are not drawn."""

from collections.abc import Mapping
from dataclasses import dataclass

import altair as alt
import pandas as pd

from components.charts.theme import PILLARS, click_on, fitted, region_axis

SELECTION = "figure"
"""Name of the selection; it holds `number_id`."""
SHAPES = {"result": "circle", "target": "diamond", "context": "square", "parameter": "triangle-up"}
"""Kind of figure → shape."""
_PER_LINE = 5
_STEP = 15
_GAP = 0.5


@dataclass(frozen=True)
class Labels:
    """Codes and their labels, in the order to draw them; a region has two lines, its name and its level.

    `titles` names `pillar`, `no_pillar`, and the columns `quote`, `indicator` and `kind` of the tooltip.
    """

    dimensions: Mapping[str, str]
    regions: Mapping[str, tuple[str, str]]
    kinds: Mapping[str, str]
    pillars: Mapping[str, str]
    titles: Mapping[str, str]


def figure_map(figures: pd.DataFrame, labels: Labels) -> alt.Chart:
    """Draw `figures` (rows of `corpus.coding.figures.figures`), one mark each, a click selecting its `number_id`.

    Marks fill their cell in reading order, so a cell shows how many figures there are, never how large they are.
    """
    dimensions, kinds, titles = labels.dimensions, labels.kinds, labels.titles
    regions = {region: "\n".join(lines) for region, lines in labels.regions.items()}
    pillars = {**labels.pillars, "": titles["no_pillar"]}
    frame = figures[["number_id", "quote", "indicator", "dimension", "region_id", "kind", "pillar_id"]].copy()
    frame["region"] = figures["region_id"].map(regions)
    frame["kind_label"] = figures["kind"].map(kinds)
    frame["pillar"] = figures["pillar_id"].map(pillars)
    place = frame["region"].str.replace("\n", " ")
    frame["described"] = frame["quote"] + " · " + frame["indicator"] + " · " + place + " · " + frame["kind_label"]
    rank = frame.groupby(["dimension", "region_id"]).cumcount()
    frame["across"] = rank % _PER_LINE
    # Each kind of quantity gets as many lines as its fullest cell needs; the lines are numbered through.
    needed = frame.assign(line=rank // _PER_LINE + 1).groupby("dimension")["line"].max()
    order = [dimension for dimension in dimensions if dimension in needed.index]
    first = (needed.reindex(order).cumsum() - needed.reindex(order)).to_dict()
    gaps = {dimension: _GAP * index for index, dimension in enumerate(order)}
    frame["line"] = rank // _PER_LINE + frame["dimension"].map(first) + frame["dimension"].map(gaps)
    depth = float(needed.sum()) + _GAP * len(order)
    heads = [round(first[dimension] + gaps[dimension], 2) for dimension in order]
    head_labels = [dimensions[dimension] for dimension in order]
    frame["line"] = frame["line"].round(2)
    names = [label for region, label in regions.items() if region in set(frame["region_id"])]
    used = [pillar for pillar in pillars if pillar in set(frame["pillar_id"])]
    pillar_labels, colours = [pillars[pillar] for pillar in used], [PILLARS[pillar] for pillar in used]
    kind_labels = [label for kind, label in kinds.items() if kind in set(frame["kind"])]
    shapes = [SHAPES[kind] for kind in kinds if kinds[kind] in kind_labels]
    # Few regions leave wide columns; empty places on either side keep the marks of a line together.
    room = round(max(6.7 * _PER_LINE / len(names) - _PER_LINE, 0) / 2)
    places = list(range(-room, _PER_LINE + room))
    chosen = click_on("number_id", SELECTION)
    y = alt.Y(
        field="line",
        type="quantitative",
        axis=alt.Axis(
            title=None,
            values=heads,
            labelExpr=f"{head_labels}[indexof({heads}, round(datum.value * 100) / 100)]",
            labelLimit=110,
            grid=False,
        ),
        scale=alt.Scale(domain=[-0.7, depth], reverse=True, nice=False, zero=False),
    )
    marks = (
        alt.Chart(frame)
        .mark_point(filled=True, size=75, opacity=1, cursor="pointer")
        .encode(
            x=alt.X(
                field="region",
                type="nominal",
                sort=names,
                axis=region_axis(
                    (labels.regions[region] for region in regions if region in set(frame["region_id"])), 7
                ),
                scale=alt.Scale(domain=names, paddingInner=0.12, paddingOuter=0.05),
            ),
            xOffset=alt.XOffset(field="across", type="ordinal", scale=alt.Scale(domain=places, paddingOuter=0.3)),
            y=y,
            shape=alt.Shape(
                field="kind_label",
                type="nominal",
                scale=alt.Scale(domain=kind_labels, range=shapes),
                legend=alt.Legend(
                    title=None,
                    orient="top",
                    direction="horizontal",
                    columns=alt.ExprRef("width < 320 ? 2 : 4"),
                    symbolFillColor="#8c8c8c",
                ),
            ),
            color=alt.Color(
                field="pillar",
                type="nominal",
                scale=alt.Scale(domain=pillar_labels, range=colours),
                legend=alt.Legend(
                    title=titles["pillar"],
                    orient="bottom",
                    columns=alt.ExprRef("width < 330 ? 1 : 2"),
                    labelLimit=180,
                    rowPadding=1,
                ),
            ),
            description=alt.Description(field="described", type="nominal"),
            tooltip=[
                alt.Tooltip(field="quote", type="nominal", title=titles["quote"]),
                alt.Tooltip(field="indicator", type="nominal", title=titles["indicator"]),
                alt.Tooltip(field="kind_label", type="nominal", title=titles["kind"]),
            ],
        )
        .add_params(chosen)
    )
    return fitted(marks, int(depth * _STEP) + 8)

"""What a region does: one mark per measure, by pillar, its shape telling how far it has got."""

from collections.abc import Mapping
from dataclasses import dataclass

import altair as alt
import pandas as pd

from components.charts.theme import GREY, PILLARS, click_on, fitted
from corpus.coding.measures import PLACE

SELECTION = "measure"
"""Name of the selection; it holds `measure_id`."""
SHAPES = {"implemented": "circle", "pilot": "square", "planned": "diamond", "proposed": "triangle-up"}
"""Status → shape; what is not yet being done is drawn hollow as well."""
_HOLLOW = ("planned", "proposed")
_OWN, _OTHERS = 1.0, 0.3
"""How much of its room the mark of a place's own measure takes, and that of a body's or a person's in it."""
_STEP = 26


@dataclass(frozen=True)
class Labels:
    """Codes and their labels, in the order to draw them; `titles` names `measure, type, status, whose` of the tooltip.

    `most` is the longest row to leave room for, so that two strips side by side have one scale.
    """

    pillars: Mapping[str, str]
    statuses: Mapping[str, str]
    titles: Mapping[str, str]
    most: int


def measure_strip(measures: pd.DataFrame, labels: Labels) -> alt.Chart:
    """Draw `measures` (rows of `corpus.coding.measures.measures`), one mark each, a click selecting its `measure_id`.

    Every pillar has its row, also where nothing is reported. What the place itself did stands first in it; what bodies
    did or persons wish follows in small marks.
    """
    rows = {pillar: f"{pillar} {label}" for pillar, label in labels.pillars.items()}
    columns = ["measure_id", "label", "type", "pillar_id", "status", "whose", "whose_label"]
    frame = measures.loc[measures["whose"].ne(PLACE).sort_values(kind="stable").index, columns].copy()
    frame["room"] = frame["whose"].eq(PLACE).map({True: _OWN, False: _OTHERS})
    frame["row"] = frame["pillar_id"].map(rows)
    frame["status_label"] = frame["status"].map(labels.statuses)
    parts = [frame[column] for column in ("label", "type", "status_label", "whose_label")]
    frame["described"] = parts[0].str.cat(parts[1:], sep=" · ")
    frame["at"] = frame.groupby("pillar_id").cumcount() + 1
    frame["ground"] = frame["status"].isin(_HOLLOW).map({True: 0.0, False: 1.0})
    statuses = [status for status in labels.statuses if status in set(frame["status"])]
    chosen = click_on("measure_id", SELECTION)
    colour = alt.Color(
        field="row",
        type="nominal",
        scale=alt.Scale(domain=list(rows.values()), range=[PILLARS[pillar] for pillar in rows]),
        legend=None,
    )
    marks = (
        alt.Chart(frame)
        .mark_point(
            filled=True,
            opacity=1,
            cursor="pointer",
            strokeWidth=alt.ExprRef(f"min(1.6, 0.2 * width / {labels.most})"),
        )
        .encode(
            x=alt.X(
                field="at", type="quantitative", axis=None, scale=alt.Scale(domain=[0.4, labels.most + 0.6], nice=False)
            ),
            y=alt.Y(
                field="row",
                type="nominal",
                sort=list(rows.values()),
                scale=alt.Scale(domain=list(rows.values())),
                axis=alt.Axis(title=None, labelLimit=200, labelPadding=8, grid=True, gridOpacity=0.35),
            ),
            shape=alt.Shape(
                field="status_label",
                type="nominal",
                scale=alt.Scale(
                    domain=[labels.statuses[status] for status in statuses],
                    range=[SHAPES[status] for status in statuses],
                ),
                legend=alt.Legend(
                    title=None,
                    orient="top",
                    direction="horizontal",
                    columns=alt.ExprRef("width < 200 ? 1 : width < 300 ? 2 : 4"),
                    symbolFillColor=GREY,
                    symbolStrokeColor=GREY,
                ),
            ),
            size=alt.Size(
                field="room",
                type="quantitative",
                # On a phone a long row has less room a mark than a mark is wide.
                scale=alt.Scale(
                    domain=[0, _OWN],
                    range=[0, alt.ExprRef(f"min(80, pow(0.6 * width / {labels.most}, 2))")],
                ),
                legend=None,
            ),
            color=colour,
            stroke=alt.Stroke(
                field="row",
                type="nominal",
                scale=alt.Scale(domain=list(rows.values()), range=[PILLARS[pillar] for pillar in rows]),
                legend=None,
            ),
            fillOpacity=alt.FillOpacity(field="ground", type="quantitative", scale=None, legend=None),
            description=alt.Description(field="described", type="nominal"),
            tooltip=[
                alt.Tooltip(field="label", type="nominal", title=labels.titles["measure"]),
                alt.Tooltip(field="type", type="nominal", title=labels.titles["type"]),
                alt.Tooltip(field="status_label", type="nominal", title=labels.titles["status"]),
                alt.Tooltip(field="whose_label", type="nominal", title=labels.titles["whose"]),
            ],
        )
        .add_params(chosen)
    )
    return fitted(marks, _STEP * len(rows))

"""Figures as the texts write them, by region and theme. Values are not drawn, for they do not compare."""

from collections.abc import Mapping
from dataclasses import dataclass

import altair as alt
import pandas as pd

from components.charts.theme import PILLARS, fitted, region_axis

_STEP = 17
_GAP = 1
_WIDTH = 760


@dataclass(frozen=True)
class Labels:
    """Codes and their labels, in the order to draw them; a region has two lines, its name and its level."""

    regions: Mapping[str, tuple[str, str]]
    pillars: Mapping[str, str]


def figure_columns(figures: pd.DataFrame, labels: Labels) -> alt.LayerChart:
    """Draw `figures` (rows of `coding.figures`) as they are written.

    Regions are columns, themes bands of them under their names; what is aimed at is in italics.
    """
    frame = figures[["number_id", "region_id", "pillar_id", "kind", "quote", "indicator"]].copy()
    regions = {
        region: "\n".join(lines) for region, lines in labels.regions.items() if region in set(frame["region_id"])
    }
    frame["region"] = frame["region_id"].map(regions)
    frame["quote"] = frame["quote"].str.replace("\n", "")
    frame["described"] = frame["quote"] + " · " + frame["indicator"]
    frame["rank"] = frame.groupby(["pillar_id", "region_id"]).cumcount()
    used = [pillar for pillar in labels.pillars if pillar in set(frame["pillar_id"])]
    depth = frame.groupby("pillar_id")["rank"].max() + 1
    heads, at = [], 0
    for pillar in used:
        heads.append(
            {
                "line": at,
                "pillar": labels.pillars[pillar],
                "colour": PILLARS[pillar],
                "region": next(iter(regions.values())),
            }
        )
        frame.loc[frame["pillar_id"] == pillar, "line"] = frame["rank"] + at + 1
        at += int(depth[pillar]) + 1 + _GAP
    x = alt.X(
        field="region",
        type="nominal",
        sort=list(regions.values()),
        scale=alt.Scale(domain=list(regions.values())),
        axis=region_axis([labels.regions[region] for region in regions], 7),
    )
    y = alt.Y(field="line", type="quantitative", axis=None, scale=alt.Scale(domain=[-1, at], reverse=True, nice=False))
    written = {"aria": True, "fontSize": 11, "color": "currentColor", "limit": _WIDTH // max(len(regions), 1)}
    layers = [
        alt.Chart(own)
        .mark_text(fontStyle=style, **written)
        .encode(
            x=x,
            y=y,
            text=alt.Text(field="quote", type="nominal"),
            description=alt.Description(field="described", type="nominal"),
        )
        for style, own in (("normal", frame[frame["kind"] != "target"]), ("italic", frame[frame["kind"] == "target"]))
        if len(own)
    ]
    names = (
        alt.Chart(pd.DataFrame(heads))
        .mark_text(aria=False, align="left", dx=16, fontSize=12, fontWeight="bold", color="currentColor")
        .encode(
            x=alt.XValue(0),
            y=y,
            text=alt.Text(field="pillar", type="nominal"),
        )
    )
    patches = (
        alt.Chart(pd.DataFrame(heads))
        .mark_text(aria=False, align="left", fontSize=12, text="■")
        .encode(x=alt.XValue(0), y=y, color=alt.Color(field="colour", type="nominal", scale=None))
    )
    return fitted(alt.layer(*layers, patches, names), (at + 1) * _STEP)

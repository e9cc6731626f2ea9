"""How many phrases every two regions share: one cell a pair, its count written in it."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from components.charts.theme import GREY, click_on, fitted, region_axis

SELECTION = "pair"
"""Name of the selection; it holds `pair`, two regions parted by a full stop."""
_STEP = 40


def phrase_pairs(
    cells: pd.DataFrame, regions: Mapping[str, tuple[str, str]], titles: Mapping[str, str]
) -> alt.LayerChart:
    """Draw `cells` (`one, other, pair, count, told`), a click selecting a pair; the ground darkens with the count.

    `regions` holds name and level of each, in the order to draw them; `titles` names the tooltip's column `phrases`.
    """
    frame = cells.copy()
    across = {region: "\n".join(lines) for region, lines in regions.items()}
    down = {region: " · ".join(lines) for region, lines in regions.items()}
    frame["across"], frame["down"] = frame["one"].map(across), frame["other"].map(down)
    frame["ground"] = (0.08 + 0.5 * frame["count"] / max(int(frame["count"].max()), 1)).where(frame["count"] > 0, 0.0)
    frame["written"] = frame["count"].astype(str).where(frame["count"] > 0, "·")
    x = alt.X(
        field="across",
        type="nominal",
        sort=list(across.values()),
        axis=region_axis(regions.values(), 8),
        scale=alt.Scale(domain=list(across.values()), paddingInner=0.06, paddingOuter=0.02),
    )
    y = alt.Y(
        field="down",
        type="nominal",
        sort=list(down.values()),
        axis=alt.Axis(title=None, labelLimit=180, labelPadding=8, grid=False),
        scale=alt.Scale(domain=list(down.values()), paddingInner=0.1, paddingOuter=0.05),
    )
    tooltip = [alt.Tooltip(field="told", type="nominal", title=titles["phrases"])]
    chosen = click_on("pair", SELECTION)
    ground = (
        alt.Chart(frame)
        .mark_rect(cursor="pointer", color=GREY, cornerRadius=2)
        .encode(
            x=x,
            y=y,
            fillOpacity=alt.FillOpacity(field="ground", type="quantitative", scale=None, legend=None),
            description=alt.Description(field="told", type="nominal"),
            tooltip=tooltip,
        )
        .add_params(chosen)
    )
    written = (
        alt.Chart(frame)
        .mark_text(aria=False, fontSize=13, color="currentColor", cursor="pointer")
        .encode(x=x, y=y, text=alt.Text(field="written", type="nominal"), tooltip=tooltip)
    )
    return fitted(alt.layer(ground, written), _STEP * max(len(regions), 1))

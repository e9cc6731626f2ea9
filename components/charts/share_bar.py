"""One share of one whole, in a picture of its own: shares of different bases never stand on one axis."""

from collections.abc import Mapping, Sequence

import altair as alt
import pandas as pd

from components.charts.theme import click_on, fitted, themed

SELECTION = "figure"
"""Name of the selection; it holds `number_id`."""
_WHOLE = "#8a7f72"
_HEIGHT = 26


def share_bar(share: Mapping[str, str], titles: Mapping[str, str]) -> alt.LayerChart:
    """Draw one share: `number_id, value` (per cent), `described, colour, printed`; a click selects the figure.

    The whole is a frame, dashed where `printed` is false: the text does not print its size. `titles` names the
    tooltip's column `figure`.
    """
    bar = _bar(share, titles)
    return fitted(bar, _HEIGHT)


def share_bars(shares: Sequence[Mapping[str, str]], titles: Mapping[str, str], width: int) -> alt.VConcatChart:
    """Draw several shares one under the other for a picture to take away, each with a title and an axis of its own."""
    bars = [
        _bar(share, titles, clicked=False).properties(
            width=width,
            title=alt.TitleParams(text=share["described"], anchor="start", fontSize=12, fontWeight="normal"),
        )
        for share in shares
    ]
    return themed(alt.vconcat(*bars, spacing=10).resolve_scale(x="independent"))


def _bar(share: Mapping[str, str], titles: Mapping[str, str], *, clicked: bool = True) -> alt.LayerChart:
    """The layers of one bar; a picture to take away takes no clicks."""
    frame = pd.DataFrame([{**share, "value": float(share["value"]), "hundred": 100.0, "zero": 0.0}])
    hundred = alt.Scale(domain=[0, 100])
    x = alt.X(field="value", type="quantitative", scale=hundred, axis=None)
    full = alt.X(field="hundred", type="quantitative", scale=hundred, axis=None)
    chosen = click_on("number_id", SELECTION)
    whole = (
        alt.Chart(frame)
        .mark_bar(height=20, fillOpacity=0, stroke=_WHOLE, strokeDash=[0] if share["printed"] else [4, 3], aria=False)
        .encode(x=full, x2=alt.X2(field="zero"))
    )
    part = (
        alt.Chart(frame)
        .mark_bar(height=20, color=share["colour"], cursor="pointer")
        .encode(
            x=x,
            x2=alt.X2(field="zero"),
            description=alt.Description(field="described", type="nominal"),
            tooltip=[alt.Tooltip(field="described", type="nominal", title=titles["figure"])],
        )
    )
    if clicked:
        part = part.add_params(chosen)
    return alt.layer(whole, part).properties(height=_HEIGHT)

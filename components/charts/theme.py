"""How every chart of ours looks: type, rules, and the colours of the eight pillars."""

from collections.abc import Iterable

import altair as alt
from altair.utils import schemapi

# Altair checks each part of a chart against its schema as it is made, which is most of what a chart costs. The whole is
# still checked when it is drawn, and tests draw every chart.
schemapi.disable_debug_mode()

FONT = "Noto Sans SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif"
PILLARS = {
    "A": "#884a3a",
    "B": "#7139c6",
    "C": "#3a5988",
    "D": "#438b9d",
    "E": "#6d7e25",
    "F": "#d369d3",
    "G": "#7dae32",
    "H": "#b19a8b",
    "": "#8c8c8c",
}
"""Pillar → colour: told apart under protan, deutan and tritan vision, one set for paper and ink; "" is no pillar."""


def themed(chart: alt.TopLevelMixin) -> alt.TopLevelMixin:
    """The chart in our type, with quiet rules and no frame; colours of text and ground follow the app's mode."""
    return (
        chart.configure_view(stroke=None)
        .configure_axis(labelFont=FONT, titleFont=FONT, labelFontSize=12, titleFontSize=12, domain=False, ticks=False)
        .configure_text(font=FONT)
        .configure_title(font=FONT, subtitleFont=FONT)
        .configure_legend(labelFont=FONT, titleFont=FONT, labelFontSize=12, titleFontSize=12, symbolSize=90)
    )


def fitted(chart: alt.TopLevelMixin, height: int) -> alt.TopLevelMixin:
    """The chart in our type, as wide as its place on the page and `height` pixels high."""
    return themed(chart.properties(height=height, autosize=alt.AutoSizeParams(type="fit-x", contains="padding")))


def narrow(small: int, large: int) -> alt.ExprRef:
    """A size for a picture in a place as narrow as a phone, and one for every other, files included."""
    return alt.ExprRef(f"containerSize()[0] < 500 ? {small} : {large}")


def click_on(field: str, name: str) -> alt.Parameter:
    """A selection that holds the `field` of the marks clicked; every click changes it, so that one opens twice."""
    return alt.selection_point(name=name, fields=[field], on="click", toggle="true", clear=False)


def region_axis(lines: Iterable[tuple[str, str]], letter: int) -> alt.Axis:
    """The axis of regions above a chart, each with its name over its level.

    Where the columns are narrower than the longest line, of `letter` pixels a letter, as on a phone, two lines of
    letters would run into the next column: the labels stand upright then.
    """
    shown = list(lines)
    narrow = f"width < {letter * max(len(line) for pair in shown for line in pair) * max(len(shown), 1)}"
    return alt.Axis(
        title=None,
        orient="top",
        labelAngle=alt.ExprRef(f"{narrow} ? -90 : 0"),
        labelAlign=alt.ExprRef(f"{narrow} ? 'left' : 'center'"),
        labelBaseline=alt.ExprRef(f"{narrow} ? 'middle' : 'bottom'"),
        labelPadding=alt.ExprRef(f"{narrow} ? 6 : 20"),
        labelExpr=f"{narrow} ? replace(datum.label, '\\n', ' · ') : split(datum.label, '\\n')",
        labelOverlap=False,
        labelLimit=180,
        grid=False,
    )

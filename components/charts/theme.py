"""How every chart of ours looks: type, rules, and the colours of the eight pillars."""

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

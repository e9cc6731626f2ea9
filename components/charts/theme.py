"""How every chart of ours looks: type, rules, and the colours of the eight pillars."""

import re
from collections.abc import Iterable, Mapping

import altair as alt
from altair.utils import schemapi

# Altair checks each part of a chart against its schema as it is made, which is most of what a chart costs: tests check
# every chart.
schemapi.disable_debug_mode()

FONT = "Noto Sans SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif"
PAPER, INK = "#fbf9f4", "#14110e"
"""The ground and the text of a picture that is taken away, which are those of the light mode."""
GREY = "light-dark(#7d7367, #9a9084)"
"""Marks that belong to no pillar."""
BOTH = {
    "A": ("#6c0c0f", "#dc9589"),
    "B": ("#704ecb", "#bca8fe"),
    "C": ("#1b468b", "#426ebc"),
    "D": ("#1486a5", "#88e3f3"),
    "E": ("#8a8b27", "#8a8e1f"),
    "F": ("#662557", "#a26a99"),
    "G": ("#587a3f", "#a4d772"),
    "H": ("#605046", "#fce0ce"),
    "": ("#757575", "#9a9a9a"),
}
"""Pillar → its colour on paper and on ink; "" is no pillar.

One hue in both modes, told apart under protan, deutan and tritan vision and by lightness alone.
"""
PILLARS = {pillar: f"light-dark({paper}, {ink})" for pillar, (paper, ink) in BOTH.items()}
"""Pillar → its colour as CSS has it: the page that shows it knows its mode, so that one picture serves both."""
_MODES = re.compile(r"light-dark\((#\w+), #\w+\)")


def on_paper(drawn: str) -> str:
    """A colour, or a whole picture in text, as it is on paper: there is no page that knows its mode."""
    return _MODES.sub(r"\1", drawn).replace("currentColor", INK)


def lettered(pillars: Mapping[str, str]) -> dict[str, str]:
    """Pillar → its letter and its name, as a legend has them: colour alone tells nobody; "" keeps its name."""
    return {pillar: f"{pillar} {name}".strip() for pillar, name in pillars.items()}


def themed(chart: alt.TopLevelMixin) -> alt.TopLevelMixin:
    """The chart itself, in our type, with quiet rules and no frame; colours of text and ground follow the app's mode.

    What Vega says of axes and legends to a screen reader is English; marks say the same in the reader's language.
    """
    type_of = {"labelFont": FONT, "titleFont": FONT, "labelFontSize": 12, "titleFontSize": 12}
    told = type_of | {"labelColor": "currentColor", "titleColor": "currentColor", "aria": False}
    # Altair's own ways to say so copy the whole chart, each of them.
    chart.config = alt.Config(
        view=alt.ViewConfig(stroke=None),
        axis=alt.AxisConfig(**told, domain=False, ticks=False),
        text=alt.MarkConfig(font=FONT),
        title=alt.TitleConfig(font=FONT, subtitleFont=FONT),
        legend=alt.LegendConfig(**told, symbolSize=90),
    )
    return chart


def fitted(chart: alt.TopLevelMixin, height: int) -> alt.TopLevelMixin:
    """The chart itself, in our type, as wide as its place on the page and `height` pixels high."""
    chart.height = height
    chart.autosize = alt.AutoSizeParams(type="fit-x", contains="padding")
    return themed(chart)


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

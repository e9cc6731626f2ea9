"""A chart as it is kept: made by Altair once, with the spec and the data that Streamlit sends for it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import altair as alt
from streamlit.elements import vega_charts

# Streamlit offers no way to send a chart again without asking Altair for it again; should the name change, charts are
# drawn from plain dictionaries, which takes longer, and a test says so.
converted: Callable[[alt.TopLevelMixin], dict[str, Any]] | None = getattr(
    vega_charts, "_convert_altair_to_vega_lite_spec", None
)


@dataclass(frozen=True, eq=False)
class Drawn:
    """A chart; its spec is made by the first who asks."""

    chart: alt.TopLevelMixin

    def draw(self) -> alt.TopLevelMixin:
        """The chart, for a picture to take away."""
        return self.chart

    @cached_property
    def spec(self) -> dict[str, Any]:
        """The Vega-Lite spec, its data as Arrow bytes by name: shared, to be read only."""
        return converted(_Unchecked(self.chart)) if converted else self.chart.to_dict(validate=False)


@dataclass(frozen=True)
class _Unchecked:
    """A chart that is not held against its schema again: tests do it, and it takes longer than all else."""

    chart: alt.TopLevelMixin

    def to_dict(self) -> dict[str, Any]:
        """The Vega-Lite spec."""
        return self.chart.to_dict(validate=False)

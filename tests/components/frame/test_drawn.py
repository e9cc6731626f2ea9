"""A kept chart is sent as Streamlit would send the chart itself."""

# AppTest runs the body of a function as a script of its own, which has to import what it uses.
# ruff: noqa: PLC0415

from streamlit.testing.v1 import AppTest

from components.frame.drawn import converted


def draw():
    """Run in a session: one chart as Streamlit draws it, and as it is kept, twice."""
    import altair as alt
    import pandas as pd
    import streamlit as st

    from components.charts.theme import click_on, fitted
    from components.frame.drawn import Drawn

    frame = pd.DataFrame({"word": ["工匠", "产改"], "count": [3, 5]})
    bars = (
        alt.Chart(frame)
        .mark_bar()
        .encode(
            x=alt.X(field="count", type="quantitative"),
            y=alt.Y(field="word", type="nominal"),
            color=alt.Color(field="word", type="nominal", legend=alt.Legend(title=None)),
        )
    )
    chart = fitted(bars.add_params(click_on("word", "word")), 60)
    kept = Drawn(chart)
    st.altair_chart(chart, key="plain", on_select="rerun", alt="两个词")
    for key in ("kept", "again"):
        st.vega_lite_chart(spec=kept.spec, key=key, on_select="rerun", alt="两个词")


def test_streamlit_still_converts_charts_as_expected():
    """The function by which Streamlit turns a chart into what it sends has its name: without it charts are slow."""
    assert converted is not None


def test_kept_chart_is_the_chart():
    """Spec, data, selection and alternative text are those of the chart itself, at the first drawing and the next."""
    app = AppTest.from_function(draw, default_timeout=60).run()
    assert not app.exception
    plain, *kept = (element.proto for element in app.get("vega_lite_chart"))
    assert len(kept) == 2
    assert plain.datasets
    for chart in kept:
        chart.id = plain.id
        assert chart == plain

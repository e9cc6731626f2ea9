"""The picture of a topic writes each figure meant, in the column of its region and the row of what it counts."""

import altair as alt
import jsonschema
import pytest
import streamlit as st

from components.charts.topic_grid import topic_grid
from components.topics.grid import grid_rows
from corpus.coding.figures import figures
from corpus.topics.answer import FIGURES, answered
from corpus.topics.topic import topics


@pytest.fixture(autouse=True)
def chinese(monkeypatch):
    """Outside a run all tests share one session, whatever language another has left there."""
    monkeypatch.setitem(st.session_state, "language", "zh")


@pytest.mark.parametrize("topic", ["apprenticeship", "training", "money"])
def test_picture_writes_every_figure_meant(topic, collection):
    """One text a figure, as written, no two at one place; the picture is valid by the schema of Vega-Lite."""
    answer = answered(collection, topics(collection)[topic], "zh")
    rows = grid_rows(collection, answer)
    known = figures(collection, "zh").set_index("number_id")
    assert sorted(rows["number_id"]) == sorted(answer.meant(FIGURES))
    assert all(
        known.loc[number, "quote"].replace("\n", "") == written
        for number, written in zip(rows["number_id"], rows["written"], strict=True)
    )
    assert not rows.duplicated(["region", "indicator", "line"]).any()
    spec = topic_grid(rows, ["a", "b", "c"]).to_dict()
    jsonschema.Draft7Validator(alt.load_schema()).validate(spec)
    drawn = max(spec["datasets"].values(), key=len)
    assert sorted(row["number_id"] for row in drawn if "number_id" in row) == sorted(rows["number_id"])

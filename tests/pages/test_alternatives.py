"""To those who do not see a picture its finding is told in one sentence of their language."""

import pytest
from streamlit.testing.v1 import AppTest

from components.frame.language import say_in
from components.parts import alternatives
from components.parts.alternatives import LONGEST
from tests.strange import STRANGE

ADDRESSES = {
    "overview": {},
    "profile": {"region": "440705"},
    "numbers": {"view": "period"},
    "topics": {"topic": "money", "view": "picture"},
    "words": {"section": "network"},
}
"""Pages with a picture, by the parameters that show it."""


def told(app: AppTest) -> list[str]:
    """What is told of each picture of a page: charts and clouds."""
    assert not app.exception
    charts = [chart.proto.alt for chart in app.get("vega_lite_chart")]
    assert charts
    return charts


def proved(alternative: str, language: str) -> None:
    """It states a finding, is no list, and ends with how the picture is used by keyboard."""
    keys = say_in(language, "alt.keys")
    assert alternative.endswith(keys)
    finding = alternative.removesuffix(keys)
    assert 8 < len(finding) <= LONGEST
    assert finding[-1] in {"zh": "。", "en": "."}[language]
    assert sum(finding.count(mark) for mark in (";", "；", "\n")) <= 2
    assert {"nan", "NaN", "None,", "[]"}.isdisjoint(finding.split())


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("page", ADDRESSES)
def test_every_picture_states_its_finding(page, language, visit):
    """Whatever a page draws of the shipped collection is told in a sentence of bounded length."""
    for alternative in told(visit(page, lang=language, **ADDRESSES[page])):
        proved(alternative, language)


@pytest.mark.parametrize("made", ["bare", "told"])
def test_strange_collections_are_told_too(made, visit, collection):
    """Beside collections that no picture was drawn for, each picture still states a finding."""
    for alternative in told(visit("overview", own=STRANGE[made](collection), lang="en")):
        proved(alternative, "en")


def edges_of_everything() -> None:
    """All sentences over frames of one row, of nothing but noughts, and with names far too long."""
    import pandas as pd  # noqa: PLC0415 what a script of its own needs it brings
    import streamlit as st  # noqa: PLC0415

    from components.parts import alternatives as said  # noqa: PLC0415
    from corpus.words.collocates import Edge  # noqa: PLC0415

    long = "很长的名字" * 80
    day = {"date": long, "begin": "2024-01-01", "finish": "2024-01-01", "open_end": True}
    share = {"high": 0.0, "written": long, "head": long}
    pair = {"one": "a", "other": "b", "pair": "a.b", "count": 0}
    point = {"pair": long, "moment": "after", "ratio": 1.0}
    figure = {"line": long, "quote": f"{long}\n{long}", "amount": 0.0, "kind": "target"}
    regions = {"a": (long, long), "b": (long, "")}
    st.session_state["said"] = [
        said.of_timeline(pd.DataFrame([day])),
        said.of_matrix(pd.DataFrame([{"region": long, "column_label": long, "count": 0}])),
        said.of_matrix(pd.DataFrame([{"region": long, "column_label": long, "count": 7}])),
        said.of_strip(long, pd.DataFrame({"pillar_id": ["A"]}), dict.fromkeys("ABCDEFGH", long)),
        said.of_dots(pd.DataFrame([figure])),
        said.of_changes(pd.DataFrame([point])),
        said.of_shares([share]),
        said.of_periods(pd.DataFrame([day])),
        said.of_network(pd.DataFrame([{"concept": long, "sentences": 3}]), [Edge(long, long, 3, 1.0)]),
        said.of_pairs(pd.DataFrame([pair]), regions),
        said.of_pairs(pd.DataFrame([pair | {"count": 2}]), regions),
        said.of_tone(pd.DataFrame([{"kind": "k", "region": long, "rate": 0.0, "written": "0"}]), {"k": long}),
        said.of_tone(pd.DataFrame([{"kind": "k", "region": long, "rate": 2.0, "written": "2"}]), {"k": long}),
        said.of_topic(pd.DataFrame([{"region": long, "indicator": long}])),
        said.of_sides(pd.DataFrame([{"topic": f"{n}{long}", "mine": False, "reports": True} for n in range(9)])),
        said.of_cloud(long, [{"word": long, "size": 20}]),
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_sentence_is_bounded_whatever_it_tells_of(language):
    """One row, nothing at all and endless names make a sentence in either language, and none is left out."""
    app = AppTest.from_function(edges_of_everything)
    app.query_params["lang"] = language
    app.run()
    assert not app.exception
    functions = {name for name in vars(alternatives) if name.startswith("of_")}
    assert functions == {name for name in edges_of_everything.__code__.co_names if name.startswith("of_")}
    for sentence in app.session_state["said"]:
        proved(sentence + say_in(language, "alt.keys"), language)

"""The charts of the words page draw each row once, are valid, and can be taken away with their settings."""

import re
from xml.etree import ElementTree as ET

import altair as alt
import jsonschema
import pandas as pd
import pytest

from components.charts.network import network
from components.charts.phrase_pairs import phrase_pairs
from components.charts.theme import PILLARS
from components.charts.tone_bars import tone_bars
from components.parts.pictures import picture_file

TITLES = {name: f"标题 {name}" for name in ("word", "sentences", "pillar", "region", "kind", "rate", "phrases")}
REGIONS = {"360000": ("江西", "省级"), "500000": ("重庆", "省级"), "440705": ("新会", "县级")}
MADE_WITH = ["江西、重庆；整篇文章", "词表 394 条 <&> “设置”"]


def the_network():
    """Three terms, two of which share no sentence."""
    nodes = pd.DataFrame(
        {
            "concept": ["产改", "产业工人", "工匠"],
            "pillar_id": ["H", "G", "B"],
            "x": [100.0, 500.0, 900.0],
            "y": [100.0, 300.0, 200.0],
            "sentences": [9, 12, 3],
        }
    )
    edges = pd.DataFrame(
        {
            "x": [100.0, 500.0],
            "y": [100.0, 300.0],
            "x2": [500.0, 900.0],
            "y2": [300.0, 200.0],
            "sentences": [9, 3],
            "described": ["产改 – 产业工人: 9", "产业工人 – 工匠: 3"],
        }
    )
    return network(nodes, edges, {"B": "主人翁", "G": "壮大队伍", "H": "组织领导"}, TITLES)


def the_pairs():
    """Two regions that share phrases, and a third that shares none."""
    counts = {("360000", "500000"): 6, ("360000", "440705"): 0, ("440705", "500000"): 2}
    cells = pd.DataFrame(
        {
            "one": one,
            "other": other,
            "pair": ".".join(sorted((one, other))),
            "count": counts[tuple(sorted((one, other)))],
            "told": f"{one} 与 {other}",
        }
        for one in REGIONS
        for other in REGIONS
        if one != other
    )
    return phrase_pairs(cells, REGIONS, TITLES)


def the_tone():
    """Two classes in two regions, one of them unused."""
    uses = pd.DataFrame(
        {
            "use": ["360000.drive", "500000.drive", "360000.trial", "500000.trial"],
            "kind": ["drive", "drive", "trial", "trial"],
            "region": ["江西 · 省级", "重庆 · 省级"] * 2,
            "rate": [95.6, 116.3, 0.0, 3.1],
            "written": ["95.6（44 次）", "116.3（39 次）", "0.0（0 次）", "3.1（1 次）"],
        }
    )
    return tone_bars(uses, {"drive": "推动", "trial": "探索"}, TITLES)


CHARTS = {"network": the_network, "pairs": the_pairs, "tone": the_tone}


@pytest.fixture(params=CHARTS.values(), ids=CHARTS)
def chart(request):
    """Each chart of the page."""
    return request.param()


def data(chart, layer):
    """The rows of a layer."""
    spec = chart.to_dict()
    own = spec["layer"][layer]
    return spec["datasets"][(own.get("data") or spec["data"])["name"]]


def test_chart_is_valid_vega_lite(chart):
    """The chart is valid by the schema of Vega-Lite."""
    jsonschema.Draft7Validator(alt.load_schema()).validate(chart.to_dict())


def test_chart_names_what_is_clicked(chart):
    """One selection, of one field, which every clickable row has."""
    (selection,) = chart.to_dict()["params"]
    (field,) = selection["select"]["fields"]
    assert all(field in row for row in data(chart, 0 if field != "concept" else 1))


@pytest.mark.parametrize(("made", "words"), [(the_network, "产业工人"), (the_pairs, "江西"), (the_tone, "推动")])
def test_chart_can_be_taken_away(made, words):
    """The picture holds the chart's words, its title and its settings, and no size is left to an expression."""
    picture = picture_file(made(), "题目 & <标题>", MADE_WITH, "svg").decode()
    texts = "".join(ET.fromstring(picture).itertext())  # noqa: S314 our own picture
    for text in (words, "题目 & <标题>", *MADE_WITH):
        assert text in texts
    assert "NaN" not in picture
    assert "undefined" not in picture


def test_network_draws_terms_over_lines():
    """Lines come first, then a dot in the colour of its pillar and a name for each term; the best joined is first."""
    spec = the_network().to_dict()
    assert [layer["mark"]["type"] for layer in spec["layer"]] == ["rule", "point", "text"]
    colours = spec["layer"][1]["encoding"]["color"]["scale"]
    assert colours["domain"] == ["B 主人翁", "G 壮大队伍", "H 组织领导"]
    assert colours["range"] == [PILLARS[pillar] for pillar in "BGH"]
    ranks = {row["concept"]: row["rank"] for row in data(the_network(), 1)}
    assert ranks == {"产业工人": 1, "产改": 2, "工匠": 3}


def test_pairs_are_drawn_both_ways_and_nothing_shared_is_a_dot():
    """Each pair has two cells that open the same; no phrase shared is written as a dot on bare ground."""
    rows = data(the_pairs(), 0)
    assert len(rows) == 6
    assert {row["pair"] for row in rows} == {"360000.500000", "360000.440705", "440705.500000"}
    for row in rows:
        assert row["written"] == (str(row["count"]) if row["count"] else "·")
        assert bool(row["ground"]) == bool(row["count"])
    assert max(rows, key=lambda row: row["ground"])["count"] == 6


def test_tone_has_a_heading_and_a_bar_for_each_region():
    """Under the name of each class stand its regions, each with its rate and its count in words."""
    spec = the_tone().to_dict()
    order = spec["layer"][0]["encoding"]["y"]["scale"]["domain"]
    regions = ["江西 · 省级", "重庆 · 省级"]
    assert [line.split("\t")[-1] for line in order] == ["推动", *regions, "探索", *regions]
    assert spec["layer"][0]["encoding"]["x"]["scale"]["domain"] == [0, 116.3]
    texts = "".join(
        ET.fromstring(picture_file(the_tone(), "", [], "svg")).itertext()  # noqa: S314 our own picture
    )
    for row in data(the_tone(), 0):
        assert row["written"] in texts
    assert not re.search("\t", texts)

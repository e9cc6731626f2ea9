"""The charts under the guard draw each figure once and as what it is: its qualifier, its status, its base, its span."""

import re
from collections import Counter
from xml.etree import ElementTree as ET

import altair as alt
import jsonschema
import pandas as pd
import pytest
import vl_convert

from components.charts import before_after as before_after_chart
from components.charts import dot_plot as dot_chart
from components.charts import period_bars as period_chart
from components.charts import share_scale as share_chart
from components.charts.before_after import before_after
from components.charts.dot_plot import dot_plot, is_logarithmic
from components.charts.period_bars import period_bars
from components.charts.share_scale import share_scale
from components.charts.theme import PILLARS, lettered
from corpus.coding.crosschecks import changes
from corpus.coding.figures import figures
from corpus.coding.guard import axes
from corpus.collection.facets import facet_labels
from corpus.collection.labels import first_day, last_day

LANGUAGES = ("zh", "en")
SCALE = "format(datum.value, ',~r') + ' !'"
"""How the axis is to write a value here."""
TITLES = {name: f"title {name}" for name in ("quote", "indicator", "kind", "figure", "pillar", "ratio")}
SPANS = [
    (["neijiang-n18", "neijiang-n20"], False),
    (["xinhui-n29", "xinhui-n30"], False),
    (["neijiang-n26", "neijiang-n12"], False),
    (["pingguo-n26", "neijiang-n15", "jiangxi-n22"], True),
    (["xinhui-n35", "cqcet-n08"], True),
    (["xinhui-n15", "neijiang-n18"], True),
    (["xinhui-n01"], False),
]
"""Figures, and whether the largest is fifty times the smallest or more."""


def table(collection, language):
    """The figures by their ids."""
    return figures(collection, language).set_index("number_id", drop=False)


def dots(collection, language, numbers):
    """Figures as the dot plot takes them: a line of its own for each."""
    frame = table(collection, language).loc[list(numbers)]
    return frame.assign(amount=frame["value"].astype(float), line=frame["region_short"] + " " + frame["number_id"])


def plotted(frame):
    """The specification of the dot plot of figures."""
    return dot_plot(frame, TITLES | {"scale": SCALE}, colour="#3a5988").to_dict()


def rows(spec):
    """The rows of each data set of a specification."""
    return list(spec["datasets"].values())


def layers(spec, mark):
    """The layers of a specification that draw a kind of mark."""
    return [layer for layer in spec["layer"] if layer["mark"]["type"] == mark]


def drawn(spec):
    """What the marks of a rendered specification say of themselves to a screen reader, each with how often."""
    root = ET.fromstring(vl_convert.vegalite_to_svg(spec))  # noqa: S314 drawn by ourselves a moment ago
    found = (element.get("aria-label") for element in root.iter() if element.get("role") == "graphics-symbol")
    return Counter(label for label in found if label)


def sound(spec):
    """Whether a specification meets the schema of Vega-Lite; what breaks it is raised."""
    jsonschema.Draft7Validator(alt.load_schema()).validate(spec)
    return True


def described(spec):
    """The layers whose marks describe themselves in the words of `described`."""
    return [layer for layer in spec["layer"] if layer["encoding"].get("description", {}).get("field") == "described"]


@pytest.fixture(params=LANGUAGES)
def language(request):
    """A language."""
    return request.param


@pytest.fixture
def shared(collection, language):
    """For each set of figures that share an axis its frame and the specification that draws it."""
    sets = [
        members for members in axes(collection, list(collection.tables["numbers"]["number_id"])) if len(members) > 1
    ]
    frames = [dots(collection, language, members) for members in sets]
    assert len(frames) > 2
    return [(frame, plotted(frame)) for frame in frames]


def test_dot_plot_draws_each_figure_once(shared):
    """Each figure has one dot, which tells a screen reader its quote, its indicator and its kind; a click names it."""
    for frame, spec in shared:
        assert sound(spec)
        (data,) = rows(spec)
        assert [row["number_id"] for row in data] == list(frame["number_id"])
        assert [row["amount"] for row in data] == list(frame["amount"])
        told = drawn(spec)
        for row, indicator, kind in zip(data, frame["indicator"], frame["kind_label"], strict=True):
            assert row["described"].startswith(f"{row['quote']} · {indicator} · ")
            assert row["described"].endswith(f" · {kind}")
            assert told[row["described"]] == 1
        (param,) = spec["params"]
        assert (param["name"], param["select"]["fields"]) == (dot_chart.SELECTION, ["number_id"])


def test_dot_plot_writes_each_figure_as_the_source_does(shared):
    """Beside its dot, at the same place, stands the quote; a screen reader hears it once."""
    for _, spec in shared:
        (points,), (labels,) = layers(spec, "point"), layers(spec, "text")
        assert described(spec) == [points]
        assert labels["encoding"]["text"]["field"] == "quote"
        assert labels["mark"]["aria"] is False
        assert [labels["encoding"][axis] for axis in "xy"] == [points["encoding"][axis] for axis in "xy"]


def test_dot_plot_keeps_the_order_given_and_writes_the_axis_as_told(shared):
    """The lines stand in the order of the figures, and the axis is written by the expression that the page gives."""
    for frame, spec in shared:
        (points,) = layers(spec, "point")
        assert points["encoding"]["y"]["sort"] == list(frame["line"])
        assert points["encoding"]["x"]["field"] == "amount"
        assert points["encoding"]["x"]["axis"]["labelExpr"] == SCALE
        assert [part["title"] for part in points["encoding"]["tooltip"]] == [
            TITLES[name] for name in ("quote", "indicator", "kind")
        ]


@pytest.mark.parametrize(("numbers", "logarithmic"), SPANS)
def test_scale_is_logarithmic_only_where_the_span_asks(numbers, logarithmic, collection):
    """From fifty to one the scale is logarithmic; below, it is linear and begins at nought."""
    frame = dots(collection, "zh", numbers)
    assert bool(frame["amount"].max() >= 50 * frame["amount"].min()) is logarithmic
    assert is_logarithmic(frame) is logarithmic
    scale = layers(plotted(frame), "point")[0]["encoding"]["x"]["scale"]
    assert scale == ({"type": "log"} if logarithmic else {"zero": True, "nice": True})


def test_scale_of_a_value_of_nought_is_linear(collection):
    """Nought has no place on a logarithmic scale, so the scale is linear however wide the span."""
    frame = dots(collection, "zh", ["xinhui-n15", "jiangxi-n22"])
    assert is_logarithmic(frame)
    assert not is_logarithmic(frame.assign(amount=[0.0, 3010.0]))


def test_targets_are_hollow(collection):
    """What is only aimed at is drawn hollow, whatever else is in the picture."""
    frame = dots(collection, "zh", ["neijiang-n18", "xinhui-n17", "xinhui-n18", "xinhui-n02", "xinhui-n05"])
    spec = plotted(frame)
    (points,) = layers(spec, "point")
    assert points["encoding"]["fillOpacity"]["field"] == "ground"
    assert points["encoding"]["fillOpacity"]["scale"] is None
    assert points["mark"]["stroke"]
    assert set(frame["kind"]) == {"target", "result", "context", "parameter"}
    assert [row["ground"] for row in rows(spec)[0]] == [float(kind != "target") for kind in frame["kind"]]


def test_qualifiers_have_their_shapes(collection):
    """Each qualifier has a shape of its own whatever is shown; a circle is exact."""
    codes = collection.tables["codes"]
    qualifiers = {"", *codes.loc[codes["code_list"] == "qualifier", "code"]}
    for numbers in (["xinhui-n02", "xinhui-n20"], ["xinhui-n06"]):
        spec = plotted(dots(collection, "zh", numbers))
        shape = layers(spec, "point")[0]["encoding"]["shape"]
        shapes = dict(zip(shape["scale"]["domain"], shape["scale"]["range"], strict=True))
        assert shape["field"] == "qualifier"
        assert set(shapes) == qualifiers
        assert [code for code, drawing in shapes.items() if drawing == "circle"] == [""]
        assert [code for code, drawing in shapes.items() if drawing == "diamond"] == ["about"]
        assert len(set(shapes.values())) == len(shapes)
        frame = table(collection, "zh").loc[numbers]
        assert [row["qualifier"] for row in rows(spec)[0]] == list(frame["qualifier"])


def pairs(collection, language, found):
    """Changes as the chart of before and after takes them."""
    frame = table(collection, language)
    return pd.DataFrame(
        {
            "number_id": number,
            "pair": frame.loc[number, "who"],
            "moment": moment,
            "ratio": ratio,
            "written": f"{frame.loc[number, 'quote']} {moment}",
            "described": f"{frame.loc[number, 'who']} {frame.loc[number, 'quote']}",
        }
        for before, after, quotient in found
        for number, moment, ratio in ((before, "before", 1.0), (after, "after", quotient))
    )


MOMENTS = {"before": "earlier", "after": "later"}


def test_before_and_after_are_slopes_in_ratio(collection, language):
    """Each pair is one line from one to its ratio, on a logarithmic axis that holds both ends; no value is drawn."""
    found = [(change.before, change.after, float(change.ratio)) for change in changes(collection)]
    points = pairs(collection, language, found)
    spec = before_after(points, TITLES | MOMENTS).to_dict()
    assert sound(spec)
    (line,) = layers(spec, "line")
    assert line["encoding"]["detail"]["field"] == "pair"
    assert (line["encoding"]["y"]["field"], line["encoding"]["y"]["scale"]["type"]) == ("ratio", "log")
    assert line["encoding"]["x"]["scale"]["domain"] == list(MOMENTS.values())
    data = max(rows(spec), key=len)
    assert [(row["number_id"], row["ratio"]) for row in data] == [
        side for before, after, ratio in found for side in ((before, 1.0), (after, ratio))
    ]
    assert "value" not in data[0]


def test_both_ends_of_a_change_are_marked_and_written(collection, language):
    """Each figure has one dot that describes itself and can be clicked, and its written form stands at its own end."""
    found = [(change.before, change.after, float(change.ratio)) for change in changes(collection)]
    points = pairs(collection, language, found)
    spec = before_after(points, TITLES | MOMENTS).to_dict()
    (marks,) = layers(spec, "point")
    assert described(spec) == [marks]
    told = drawn(spec)
    assert {label: told[label] for label in points["described"]} == dict.fromkeys(points["described"], 1)
    assert (spec["params"][0]["name"], spec["params"][0]["select"]["fields"]) == (
        before_after_chart.SELECTION,
        ["number_id"],
    )
    texts = layers(spec, "text")
    named = [spec["datasets"][layer["data"]["name"]] for layer in texts]
    assert sorted(row["written"] for (row,) in named) == sorted(points["written"])
    for (row,), layer in zip(named, texts, strict=True):
        assert layer["encoding"]["text"]["field"] == "written"
        assert layer["mark"]["align"] == {"before": "center", "after": "left"}[row["moment"]]


@pytest.mark.parametrize("ratio", [2.0, 5 / 3, 1.0, 12.0, 0.5], ids=str)
def test_every_ratio_lies_in_the_picture(ratio, collection):
    """Whether a figure rose or fell, both its ends lie inside the axis."""
    points = pairs(collection, "zh", [("xinhui-n29", "xinhui-n30", ratio)])
    spec = before_after(points, TITLES | MOMENTS).to_dict()
    bottom, top = layers(spec, "point")[0]["encoding"]["y"]["scale"]["domain"]
    assert bottom < min(1.0, ratio)
    assert max(1.0, ratio) < top


def shares(collection, language):
    """Every share as its picture takes it."""
    frame = table(collection, language)
    base = collection.tables["shares"].set_index("number_id")
    return [
        {
            "number_id": number,
            "low": 0.0,
            "high": float(frame.loc[number, "value"]),
            "written": frame.loc[number, "normalised"],
            "head": frame.loc[number, "indicator"],
            "base": row[f"base_{language}"],
            "described": f"{frame.loc[number, 'quote']} {frame.loc[number, 'indicator']} {number}",
            "colour": PILLARS[frame.loc[number, "pillar_id"]],
            "printed": row["base_status"] == "printed",
        }
        for number, row in base.iterrows()
    ]


def test_shares_stand_on_one_scale(collection, language):
    """All shares run from nought on one scale to a hundred, unranked, each with its per cent and its base written."""
    found = shares(collection, language)
    spec = share_scale(found, TITLES).to_dict()
    assert sound(spec)
    scales = {str(layer["encoding"]["x"]["scale"]["domain"]) for layer in spec["layer"]}
    (domain,) = {tuple(layer["encoding"]["x"]["scale"]["domain"]) for layer in spec["layer"]}
    assert len(scales) == 1
    assert domain[0] == 0
    assert domain[1] >= 100
    (part,) = [layer for layer in layers(spec, "bar") if "color" in layer["encoding"]]
    data = spec["datasets"][part["data"]["name"]]
    assert [row["number_id"] for row in data] == [share["number_id"] for share in found]
    assert (part["encoding"]["x"]["field"], part["encoding"]["x2"]["field"]) == ("low", "high")
    assert part["encoding"]["x"]["axis"]["values"] == [0, 25, 50, 75, 100]
    assert {layer["encoding"]["text"]["field"] for layer in layers(spec, "text")} == {"written", "head", "base"}
    assert described(spec) == [part]
    told = drawn(spec)
    assert {share["described"]: told[share["described"]] for share in found} == dict.fromkeys(
        (share["described"] for share in found), 1
    )
    assert (spec["params"][0]["name"], spec["params"][0]["select"]["fields"]) == (share_chart.SELECTION, ["number_id"])


@pytest.mark.parametrize(("low", "high"), [(0.0, 320.0), (70.0, 80.0), (0.0, 0.0)], ids=str)
def test_unusual_share_lies_on_the_scale(low, high, collection):
    """A share beyond the whole lengthens the scale for all; a range lies between its ends."""
    found = [*shares(collection, "zh"), {**shares(collection, "zh")[0], "number_id": "x", "low": low, "high": high}]
    spec = share_scale(found, TITLES).to_dict()
    assert sound(spec)
    (domain,) = {tuple(layer["encoding"]["x"]["scale"]["domain"]) for layer in spec["layer"]}
    assert domain[0] <= low <= high < domain[1]
    assert domain[1] >= 100


def test_whole_is_dashed_where_its_size_is_not_printed(collection):
    """The frame of a share is drawn through where part and whole are printed, and dashed where they are not."""
    found = shares(collection, "zh")
    assert {share["printed"] for share in found} == {True, False}
    spec = share_scale(found, TITLES).to_dict()
    for layer in (layer for layer in layers(spec, "bar") if "color" not in layer["encoding"]):
        for row in spec["datasets"][layer["data"]["name"]]:
            assert (layer["mark"]["strokeDash"] == [4, 3]) is not row["printed"]
            assert (row["zero"], row["whole"]) == (0, 100)


@pytest.fixture
def spans(collection, language):
    """Dated figures as the chart of periods takes them, one of them a day, and the specification that draws them."""
    frame = figures(collection, language)
    frame = frame[(frame["period_from"] != "") | (frame["as_of"] != "")]
    begin = frame["period_from"].where(frame["period_from"] != "", frame["as_of"])
    end = frame["period_to"].where(frame["period_to"] != "", frame["as_of"])
    found = frame[["number_id", "pillar_id"]].assign(
        begin=begin.map(first_day),
        finish=[last_day(text) or "2027-01-01" for text in end],
        open_end=end == "",
        point=frame["number_id"] == "xinhui-n32",
        line=frame["region_short"] + " " + frame["number_id"],
        described=frame["quote"] + " " + frame["number_id"],
    )
    pillars = facet_labels(collection, "pillar", "pillar_id", language) | {"": "no pillar"}
    return found, pillars, period_bars(found, pillars, TITLES).to_dict()


def test_period_of_each_figure_is_drawn_once(spans):
    """Each figure is one bar from its first to its last day, or one dot for a day, which describes itself."""
    found, _, spec = spans
    assert sound(spec)
    (bars,) = layers(spec, "bar")
    points, arrows = layers(spec, "point")
    data = [spec["datasets"][layer["data"]["name"]] for layer in (bars, points, arrows)]
    assert [row["number_id"] for row in data[0]] == list(found.loc[~found["point"], "number_id"])
    assert [row["number_id"] for row in data[1]] == ["xinhui-n32"]
    assert [row["number_id"] for row in data[2]] == list(found.loc[found["open_end"], "number_id"])
    assert data[2]
    assert described(spec) == [bars, points]
    told = drawn(spec)
    assert {label: told[label] for label in found["described"]} == dict.fromkeys(found["described"], 1)
    assert (bars["encoding"]["x"]["field"], bars["encoding"]["x2"]["field"]) == ("begin", "finish")
    assert (spec["params"][0]["name"], spec["params"][0]["select"]["fields"]) == (period_chart.SELECTION, ["number_id"])


def test_periods_show_time_alone(spans):
    """The axis is time, no value reaches the picture, and a line keeps its place in the order given."""
    found, _, spec = spans
    for layer in spec["layer"]:
        assert layer["encoding"]["x"]["type"] == "temporal"
        assert layer["encoding"]["y"]["sort"] == list(found["number_id"])
        assert layer["encoding"]["x"].get("axis", {"orient": "top"})["orient"] == "top"
        assert not {"size", "opacity"} & set(layer["encoding"])
    assert [row for data in rows(spec) for row in data if {"value", "normalised", "amount"} & set(row)] == []


def test_period_is_labelled_where_it_stands(spans):
    """Each figure has its label at its own bar, beginning with an early one and ending with a late one."""
    found, _, spec = spans
    written = layers(spec, "text")
    texts = [layer for layer in written if layer["encoding"]["text"]["field"] == "line"]
    (letters,) = [layer for layer in written if layer["encoding"]["text"]["field"] == "pillar_id"]
    assert letters["encoding"]["x"]["field"] == "begin"
    labels = [(row["number_id"], layer) for layer in texts for row in spec["datasets"][layer["data"]["name"]]]
    assert sorted(number for number, _ in labels) == sorted(found["number_id"])
    for _, layer in labels:
        assert (layer["mark"]["align"], layer["encoding"]["x"]["field"]) in {("left", "begin"), ("right", "finish")}
    assert {layer["mark"]["align"] for layer in texts} == {"left", "right"}


def test_period_has_the_colour_of_its_pillar(spans):
    """Bars, dots and arrows have the colours of their pillars, and the legend names the pillars there are."""
    found, pillars, spec = spans
    used = [pillar for pillar in pillars if pillar in set(found["pillar_id"])]
    for layer in spec["layer"]:
        if layer["mark"]["type"] == "text":
            continue
        colour = layer["encoding"]["color"]
        assert dict(zip(colour["scale"]["domain"], colour["scale"]["range"], strict=True)) == {
            lettered(pillars)[pillar]: PILLARS[pillar] for pillar in used
        }
        assert colour["legend"]["title"] == TITLES["pillar"]


def test_charts_leave_colours_of_text_to_the_page(shared):
    """Text is drawn in the page's own colour, so that it can be read in the light and in the dark mode."""
    for _, spec in shared:
        assert {layer["mark"]["color"] for layer in layers(spec, "text")} == {"currentColor"}
        assert re.search(r"#(000|fff)", str(spec["layer"])) is None

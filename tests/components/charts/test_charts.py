"""Every chart is a valid specification that draws each thing once, in colours and shapes that tell them apart."""

import inspect
import itertools
import math
import pkgutil
import re
import tomllib
from importlib import import_module

import altair as alt
import jsonschema
import pytest

import components.charts
from components.charts import measure_matrix as matrix_chart
from components.charts import measure_strip as strip_chart
from components.charts.figure_columns import Labels, figure_columns
from components.charts.measure_matrix import measure_matrix
from components.charts.measure_strip import measure_strip
from components.charts.theme import BOTH, GREY, PILLARS, on_paper
from components.charts.timeline import timeline
from corpus.coding.figures import facet_options, figures, select
from corpus.coding.measures import DONE
from corpus.collection.facets import by_level, facet_labels
from corpus.collection.labels import code_labels, names, published
from corpus.paths import ROOT
from corpus.regions.asked import Choice, asked
from corpus.regions.matrix import AXES, BLANKS, FORMS, OTHERWISE, UNMATCHED, WITHHELD, columns_of, matrix
from corpus.regions.profile import profiled, region_measures

LANGUAGES = ("zh", "en")
MODES = {"paper": 0, "ink": 1}
"""The two modes, and which of its two colours each pillar has in them."""
SELECTIONS = [
    {},
    {"region": ["440705"]},
    {"region": ["500000", "360000"]},
    {"kind": ["target"]},
    {"pillar": ["H"]},
    {"dimension": ["money"]},
    {"document": ["pingguo"], "kind": ["result"]},
    {"indicator": ["regional_gdp"]},
]
"""Filters from none to one figure."""
SIMULATION = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""Linear RGB as a person without one kind of cone sees it: G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A
Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE Transactions on Visualization and Computer
Graphics 15 (6), 2009, pp. 1291-1298, the matrices for severity 1.0."""
APART, FROM_GREY, STEP = 20, 11, 4
"""Least difference (CIE 1976 ΔE*ab, 2.3 is just noticeable) of two pillars, of a pillar from the grey of none, and of
two pillars printed in grey."""
HUE = 30
"""How far apart, in degrees, the two colours of one pillar may be on the circle of hues."""


def linear(colour):
    """A hexadecimal sRGB colour as linear red, green and blue from 0 to 1."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def seen(colour, vision):
    """A colour as it is seen by a kind of vision, in linear RGB."""
    rgb = linear(colour)
    if vision == "normal":
        return rgb
    return [min(1, max(0, sum(a * b for a, b in zip(row, rgb, strict=True)))) for row in SIMULATION[vision]]


def lab(rgb):
    """Linear RGB as CIE 1976 L*a*b* under D65."""
    red, green, blue = rgb
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def difference(one, other, vision):
    """How different two colours are to a kind of vision, in ΔE*ab."""
    return sum((a - b) ** 2 for a, b in zip(lab(seen(one, vision)), lab(seen(other, vision)), strict=True)) ** 0.5


def contrast(one, other):
    """The contrast of two colours after WCAG 2, from 1 to 21."""
    dark, light = sorted(
        0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in map(linear, (one, other))
    )
    return (light + 0.05) / (dark + 0.05)


def rows(spec):
    """The rows of each data set of a specification."""
    return list(spec["datasets"].values())


@pytest.fixture(scope="module", params=LANGUAGES)
def labels(request, collection):
    """A language, and the labels of the columns of figures in it."""
    language = request.param
    return language, Labels(
        regions=regions_of(collection, language),
        pillars={**facet_options(collection, "pillar", language), "": "no pillar"},
    )


@pytest.fixture(scope="module", params=SELECTIONS, ids=str)
def drawn(request, labels, collection):
    """Figures, their labels and the specification that draws them."""
    language, words = labels
    shown = select(figures(collection, language), request.param)
    assert len(shown)
    return shown, words, figure_columns(shown, words).to_dict()


STATES = [(axis, statuses) for axis in AXES for statuses in (DONE, (*DONE, "planned", "proposed"), ("proposed",), ())]
"""Columns of the matrix, and which measures count: what is done, all, one kind that few regions have, none."""


def regions_of(collection, language):
    """Region → its short name and its level."""
    regions = collection.tables["regions"].set_index("region_id")
    short, levels = (
        names(collection, "regions", "region_id", language, "short"),
        code_labels(collection, "level", language),
    )
    return {region: (short[region], levels[regions.loc[region, "level"]]) for region in by_level(collection)}


@pytest.fixture(scope="module", params=STATES, ids=str)
def counted(request, labels, collection):
    """The cells of a matrix, their labels, and the specification that draws them; a blank is written as its kind."""
    language, _ = labels
    axis, statuses = request.param
    choice = Choice(axis, {"status": statuses} if statuses else {"document": ["none"]})
    columns = columns_of(collection, axis, "", language)
    cells = matrix(collection, asked(collection, language, choice), list(columns), by_level(collection))
    cells["written"] = cells["count"].astype(str).where(cells["count"] > 0, cells["form"])
    cells["told_figures"] = (cells["figures"].astype(str) + " fig.").where(cells["figures"] > 0, "")
    cells["line"] = cells["written"] + cells["told_figures"]
    cells["told"] = "told " + cells["region_id"] + cells["column"]
    titles = {name: f"title {name}" for name in ("region", "column", "form", "articles")}
    heads = {side: f"head {side}" for side in ("row", "column")}
    words = matrix_chart.Labels(regions_of(collection, language), columns, titles, heads)
    return cells, words, measure_matrix(cells, words).to_dict()


@pytest.fixture(scope="module")
def stripped(labels, collection):
    """For each region with articles its measures, the labels of its strip, and the specification that draws it."""
    language, _ = labels
    titles = {name: f"title {name}" for name in ("measure", "type", "status", "whose")}
    pillars = facet_labels(collection, "pillar", "pillar_id", language)
    statuses = code_labels(collection, "status", language)
    found = []
    for region in profiled(collection):
        own = region_measures(collection, region, language)
        words = strip_chart.Labels(pillars, statuses, titles, int(own["pillar_id"].value_counts().max()))
        # A place's own measures come first, in large marks.
        first = own.loc[own["whose"].ne("place").sort_values(kind="stable").index]
        found.append((first, words, measure_strip(own, words).to_dict()))
    assert len(found) > 1
    return found


@pytest.fixture(scope="module", params=LANGUAGES)
def dated(request, collection):
    """The articles as the timeline takes them, and the specification that draws them."""
    language = request.param
    documents = collection.tables["documents"]
    frame = documents[["document_id"]].copy()
    frame["region"] = documents["region_id"].map(names(collection, "regions", "region_id", language))
    frame["label"] = frame["region"] + " · " + documents[f"title_{language}"]
    frame["date"] = [published(row, "≥ {earliest}") for row in documents.to_dict("records")]
    frame["begin"] = documents["published_earliest"].str.ljust(10, "-").str[:4] + "-01-01"
    frame["open_end"] = documents["published_latest"] == ""
    frame["finish"] = documents["published_latest"].where(~frame["open_end"], "2027-01-01")
    return frame, timeline(frame, {"document": "a", "region": "b", "published": "c"}).to_dict()


ELSEWHERE = {
    "before_after",
    "dot_plot",
    "period_bars",
    "share_scale",
    "topic_grid",
    "topic_sides",
    "network",
    "phrase_pairs",
    "tone_bars",
}
"""Charts that files of their own test: of the numbers' views, of topics, of mine and theirs, and of words."""


def test_every_chart_is_tested():
    """Each module of charts is drawn here or in a file of its own; those here have one public function."""
    modules = {module.name for module in pkgutil.iter_modules(components.charts.__path__)}
    drawing = {figure_columns, timeline, measure_matrix, measure_strip}
    assert modules - {"theme"} - ELSEWHERE == {function.__name__ for function in drawing}
    for name in modules - {"theme"} - ELSEWHERE:
        module = import_module(f"components.charts.{name}")
        public = [
            function
            for function, _ in inspect.getmembers(module, inspect.isfunction)
            if getattr(module, function).__module__ == module.__name__ and not function.startswith("_")
        ]
        assert public == [name]


def written(spec):
    """The rows of the figures that a picture of columns writes."""
    return [row for data in rows(spec) for row in data if "number_id" in row]


def test_columns_of_figures_are_valid_vega_lite(drawn):
    """The columns of any selection are valid by the schema of Vega-Lite, and every encoded field is in its data."""
    _, _, spec = drawn
    jsonschema.Draft7Validator(alt.load_schema()).validate(spec)
    for layer in spec["layer"]:
        data = spec["datasets"][layer["data"]["name"]]
        assert all(encoded(layer) <= set(row) for row in data)


def test_timeline_is_valid_vega_lite(dated):
    """The timeline is valid by the schema of Vega-Lite, with one bar for each article and arrows for open ends."""
    frame, spec = dated
    jsonschema.Draft7Validator(alt.load_schema()).validate(spec)
    arrows, bars = sorted(rows(spec), key=len)
    assert [bar["document_id"] for bar in bars] == list(frame["document_id"])
    assert [arrow["document_id"] for arrow in arrows] == list(frame.loc[frame["open_end"], "document_id"])
    assert [layer["mark"]["type"] for layer in spec["layer"]] == ["bar", "point"]
    assert spec["layer"][0]["encoding"]["y"]["sort"] == list(frame["label"])
    assert spec["params"][0]["name"] == "document"


def test_each_figure_is_written_once(drawn):
    """The picture writes each figure once, as its quote is written, and none on another."""
    shown, _, spec = drawn
    found = written(spec)
    assert sorted(row["number_id"] for row in found) == sorted(shown["number_id"])
    quotes = dict(zip(shown["number_id"], shown["quote"], strict=True))
    assert {row["number_id"]: row["quote"] for row in found} == {
        number: quote.replace("\n", "") for number, quote in quotes.items()
    }
    assert len({(row["region"], row["line"]) for row in found}) == len(found)
    bottom = spec["layer"][0]["encoding"]["y"]["scale"]["domain"][1]
    assert all(0 < row["line"] < bottom for row in found)


def test_figure_stands_under_its_theme(drawn):
    """A figure stands between the name of its theme and the next name; only the themes there are have names."""
    shown, words, spec = drawn
    heads = [row for data in rows(spec) for row in data if "colour" in row]
    used = [pillar for pillar in words.pillars if pillar in set(shown["pillar_id"])]
    assert [(head["pillar"], head["colour"]) for head in heads] == [
        (words.pillars[pillar], PILLARS[pillar]) for pillar in used
    ]
    for row in written(spec):
        own = max((head for head in heads if head["line"] < row["line"]), key=lambda head: head["line"])
        assert own["pillar"] == words.pillars[row["pillar_id"]]


def test_no_size_is_drawn(drawn):
    """Neither value nor anything computed of it reaches the picture: what does not compare is not drawn to scale."""
    _, _, spec = drawn
    assert [row for row in written(spec) if {"value", "normalised", "scaled", "digits"} & set(row)] == []
    assert {layer["mark"]["type"] for layer in spec["layer"]} == {"text"}
    assert not any("size" in layer["encoding"] for layer in spec["layer"])


def test_regions_stand_by_level(drawn, collection):
    """The columns go from province to county, each headed by its name and its level."""
    shown, words, spec = drawn
    used = [region for region in by_level(collection) if region in set(shown["region_id"])]
    assert spec["layer"][0]["encoding"]["x"]["scale"]["domain"] == ["\n".join(words.regions[region]) for region in used]


def encoded(layer):
    """The fields that a layer of a chart encodes, those of its tooltip included."""
    channels = layer["encoding"].values()
    parts = [part for channel in channels for part in (channel if isinstance(channel, list) else [channel])]
    return {part["field"] for part in parts if "field" in part}


def layers_of(spec):
    """Each layer of the matrix with the rows that it draws: ground, writing, figures, heads of rows, of columns."""
    shared = spec.get("data", {}).get("name")
    return [(layer, spec["datasets"][layer.get("data", {}).get("name", shared)]) for layer in spec["layer"]]


def test_measure_matrix_is_valid_vega_lite(counted):
    """The matrix of any axis is valid by the schema of Vega-Lite, and every encoded field is in its data."""
    _, words, spec = counted
    jsonschema.Draft7Validator(alt.load_schema()).validate(spec)
    layers = layers_of(spec)
    assert len(layers) == 5
    for layer, data in layers:
        assert encoded(layer)
        assert all(encoded(layer) <= set(row) for row in data)
    for layer, _ in layers[:3]:
        assert [part["title"] for part in layer["encoding"]["tooltip"]] == list(words.titles.values())


def test_one_cell_for_each_region_and_kind(counted):
    """The matrix draws each region and each kind of measure once, in the order of their labels; a click names both."""
    cells, words, spec = counted
    layers = layers_of(spec)
    _, data = layers[0]
    assert [row["cell"] for row in data] == list(cells["region_id"] + "." + cells["column"])
    assert len({(row["region"], row["row"]) for row in data}) == len(data) == len(words.regions) * len(words.columns)
    (param,) = spec["params"]
    assert (param["name"], param["select"]["fields"]) == (matrix_chart.SELECTION, ["cell"])
    for layer, _ in layers[:3]:
        x, y = layer["encoding"]["x"], layer["encoding"]["y"]
        assert x["scale"]["domain"] == x["sort"] == ["\n".join(lines) for lines in words.regions.values()]
        assert y["scale"]["domain"] == y["sort"] == list(words.columns.values())


def test_name_of_a_row_or_column_is_clicked(counted):
    """Beside each row and over each column lies what takes a click on its name, and says to a reader what it does."""
    cells, words, spec = counted
    (down, kinds), (across, places) = layers_of(spec)[3:]
    assert [row["cell"] for row in kinds] == [f".{column}" for column in words.columns]
    assert [row["cell"] for row in places] == [f"{region}." for region in words.regions]
    assert {row["row"] for row in kinds} == {row["row"] for row in layers_of(spec)[0][1]}
    assert {row["region"] for row in places} == {row["region"] for row in layers_of(spec)[0][1]}
    for layer, rows_of, side in ((down, kinds, "row"), (across, places, "column")):
        assert layer["mark"]["opacity"] == 0
        assert all(row["head"].endswith(f": head {side}") for row in rows_of)
        assert layer["encoding"]["description"]["field"] == "head"
    assert len(cells) == len(kinds) * len(places)


def test_cell_says_in_writing_what_it_holds(counted):
    """Every cell has measures and figures written in it, in one line or two, and is described to a screen reader."""
    cells, _, spec = counted
    (ground, data), (written, _), (figures, _) = layers_of(spec)[:3]
    assert [layer["mark"]["type"] for layer in (ground, written, figures)] == ["rect", "text", "text"]
    text = written["mark"]["text"]["expr"]
    narrow = text.split(" ? ")[0]
    assert text == f"{narrow} ? datum.written : datum.line"
    assert figures["mark"]["fontSize"]["expr"].startswith(f"{narrow} ? ")
    assert figures["mark"]["fontSize"]["expr"].endswith(" : 0")
    assert figures["encoding"]["text"]["field"] == "told_figures"
    assert ground["encoding"]["description"]["field"] == "told"
    for column in ("written", "told_figures", "line", "told", "articles", "count"):
        assert [row[column] for row in data] == list(cells[column])
    assert all(row["line"] for row in data)


def test_form_of_a_cell_is_not_told_by_colour_alone(counted):
    """What a cell rests on shows in ground and border, and no two kinds of cell look the same."""
    _, _, spec = counted
    ground, data = layers_of(spec)[0]
    assert ground["mark"]["strokeDash"]
    assert ground["encoding"]["strokeOpacity"]["field"] == "border"
    assert ground["encoding"]["fillOpacity"]["field"] == "ground"
    looks = {"done": (True, False), "mixed": (True, True), "begun": (False, True)}
    for row in data:
        assert (row["ground"] > 0, row["border"] > 0) == looks.get(row["form"], (False, False))
        assert row["written"].isdigit() == (row["form"] in FORMS)
        assert row["form"] in {*FORMS, *BLANKS, OTHERWISE, UNMATCHED, WITHHELD}


def test_ground_darkens_with_the_count(counted):
    """Of two cells with a ground the one that holds more measures is the darker."""
    _, _, spec = counted
    _, data = layers_of(spec)[0]
    filled = sorted((row["count"], row["ground"]) for row in data if row["ground"])
    for (fewer, lighter), (more, darker) in itertools.pairwise(filled):
        assert (lighter < darker) == (fewer < more)
    assert all(ground < 0.8 for _, ground in filled)


def test_measure_strip_is_valid_vega_lite(stripped):
    """The strip of any region is valid by the schema of Vega-Lite, and every encoded field is in its data."""
    for _, words, spec in stripped:
        jsonschema.Draft7Validator(alt.load_schema()).validate(spec)
        (data,) = rows(spec)
        assert encoded(spec)
        assert all(encoded(spec) <= set(row) for row in data)
        assert [part["title"] for part in spec["encoding"]["tooltip"]] == list(words.titles.values())


def test_one_mark_for_each_measure(stripped):
    """A strip draws each measure of its region once, described in words, and a click names it."""
    for own, words, spec in stripped:
        (data,) = rows(spec)
        assert [row["measure_id"] for row in data] == list(own["measure_id"])
        rooms = {(row["room"], whose == "place") for row, whose in zip(data, own["whose"], strict=True)}
        assert rooms <= {(1.0, True), (0.3, False)}
        assert spec["params"][0]["name"] == strip_chart.SELECTION
        assert spec["params"][0]["select"]["fields"] == ["measure_id"]
        assert spec["encoding"]["description"]["field"] == "described"
        columns = (own[column] for column in ("label", "status", "whose_label"))
        for row, label, status, whose in zip(data, *columns, strict=True):
            assert row["described"].startswith(f"{label} · ")
            assert row["described"].endswith(f" · {words.statuses[status]} · {whose}")


def test_measure_stands_in_the_row_of_its_pillar(stripped):
    """Each mark stands in its pillar's row, no two in one place, none outside, and every pillar has its row."""
    for own, words, spec in stripped:
        (data,) = rows(spec)
        heads = {pillar: f"{pillar} {label}" for pillar, label in words.pillars.items()}
        assert spec["encoding"]["y"]["scale"]["domain"] == list(heads.values())
        assert [row["row"] for row in data] == [heads[pillar] for pillar in own["pillar_id"]]
        assert len({(row["row"], row["at"]) for row in data}) == len(data)
        first, last = spec["encoding"]["x"]["scale"]["domain"]
        assert all(first < row["at"] < last for row in data)
        for channel in ("color", "stroke"):
            scale = spec["encoding"][channel]["scale"]
            assert dict(zip(scale["domain"], scale["range"], strict=True)) == {
                head: PILLARS[pillar] for pillar, head in heads.items()
            }


def test_status_has_its_shape(stripped):
    """Each status keeps its own shape in every region, named by the legend; what is only intended is drawn hollow."""
    for own, words, spec in stripped:
        scale = spec["encoding"]["shape"]["scale"]
        used = [status for status in words.statuses if status in set(own["status"])]
        assert dict(zip(scale["domain"], scale["range"], strict=True)) == {
            words.statuses[status]: strip_chart.SHAPES[status] for status in used
        }
        assert spec["encoding"]["shape"]["legend"]
        (data,) = rows(spec)
        assert spec["encoding"]["fillOpacity"]["field"] == "ground"
        assert [row["status_label"] for row in data] == [words.statuses[status] for status in own["status"]]
        assert [row["ground"] > 0 for row in data] == list(own["status"].isin(DONE))


def test_shapes_cover_all_statuses(collection):
    """Every status of a measure has a shape, and no two share one."""
    assert set(strip_chart.SHAPES) == set(code_labels(collection, "status", "zh"))
    assert len(set(strip_chart.SHAPES.values())) == len(strip_chart.SHAPES)


def test_colours_cover_all_pillars(collection):
    """Every pillar has a colour, none has two, and there is one for figures of no pillar."""
    assert set(PILLARS) == {*collection.tables["pillars"]["pillar_id"], ""}
    assert len(set(PILLARS.values())) == len(PILLARS)


@pytest.mark.parametrize("vision", SIMULATION)
def test_simulation_is_one(vision):
    """The simulation leaves white and grey alone and makes the colours that this vision confuses much more alike."""
    for grey in ("#ffffff", "#808080"):
        assert seen(grey, vision) == pytest.approx(linear(grey), abs=1e-5)
    confused = {"protan": ("#b04040", "#606030"), "deutan": ("#c05050", "#808030"), "tritan": ("#40a0ff", "#40b0b0")}
    assert difference(*confused[vision], vision) < difference(*confused[vision], "normal") / 2


def colours(mode):
    """Pillar → its colour in a mode."""
    return {pillar: both[MODES[mode]] for pillar, both in BOTH.items()}


def grounds(mode):
    """The colours that marks stand on in a mode: the page's, and that of what is set off from it; then the accent."""
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    own = theme[{"paper": "light", "ink": "dark"}[mode]]
    return [own["backgroundColor"], own["secondaryBackgroundColor"]], own["primaryColor"]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("vision", ["normal", *SIMULATION])
def test_pillars_are_told_apart(vision, mode):
    """To each kind of colour vision any two pillars differ clearly in either mode, and each from the grey of none."""
    shown = colours(mode)
    for one, other in itertools.combinations(shown, 2):
        least = FROM_GREY if "" in {one, other} else APART
        assert difference(shown[one], shown[other], vision) >= least, (one, other)


@pytest.mark.parametrize("mode", MODES)
def test_pillars_differ_in_grey(mode):
    """Printed or seen without any colour, no two pillars have one lightness."""
    lightness = sorted(lab(linear(colour))[0] for pillar, colour in colours(mode).items() if pillar)
    assert min(more - less for less, more in itertools.pairwise(lightness)) >= STEP


@pytest.mark.parametrize("mode", MODES)
def test_no_pillar_is_taken_for_the_accent(mode):
    """What is selected has a colour that no pillar comes near."""
    _, accent = grounds(mode)
    assert min(difference(colour, accent, "normal") for colour in colours(mode).values()) >= APART


def test_a_pillar_keeps_its_hue():
    """A reader who changes the mode finds each pillar in a lighter or darker tone of the colour that it had."""
    for pillar, both in BOTH.items():
        one, other = (math.degrees(math.atan2(*lab(linear(colour))[:0:-1])) for colour in both)
        assert not pillar or abs((one - other + 180) % 360 - 180) <= HUE, pillar


@pytest.mark.parametrize("mode", MODES)
def test_marks_stand_out_from_the_ground(mode):
    """Every pillar's colour, and the grey of what has none, has a contrast of 3 on each ground of its mode."""
    neutral = re.findall(r"#\w{6}", GREY)[MODES[mode]]
    for ground in grounds(mode)[0]:
        least = {colour: contrast(colour, ground) for colour in (*colours(mode).values(), neutral)}
        assert min(least.values()) >= 3, (ground, least)


def test_a_picture_taken_away_has_the_colours_of_paper():
    """Nothing of a picture on its own ground is left to a page: each pillar has its colour on paper."""
    assert {pillar: on_paper(colour) for pillar, colour in PILLARS.items()} == colours("paper")
    assert on_paper('{"fill":"currentColor"}') == '{"fill":"#14110e"}'

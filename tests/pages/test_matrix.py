"""The matrix page counts what its link asks for, and each of its cells opens the measures that it counts."""

import csv
import json
import re
from collections import Counter

import pytest

from corpus.paths import DATA

DONE = ("implemented", "pilot")
ALL = [*DONE, "planned", "proposed"]
FACETS = ("region", "whose", "actor", "scope", "instrument", "class", "under", "document")
SIGNS = {"not_reported": "·", "absent": "×", "not_applicable": "—", "not_coded": "?", "otherwise": "※"}
COUNT = re.compile(r"\*\*(\d+)\*\*(?: / | of )(\d+)")
REMARK = "Some parameters of the link were not understood and have been ignored."


def read(table):
    """The rows of a table as the csv module reads them."""
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


PILLARS = {row["measure_type_id"]: row["pillar_id"] for row in read("measure_types")}
CLASSES = {row["instrument_id"]: row["class"] for row in read("instruments")}
ROWS = [
    {
        "id": row["measure_id"],
        "region": row["region_id"],
        "pillar": PILLARS[row["measure_type_id"]],
        "type": row["measure_type_id"],
        "instrument": row["instrument_id"],
        "class": CLASSES[row["instrument_id"]],
        "actor": row["actor_type"],
        "whose": "adviser"
        if row["status"] == "proposed" or row["actor_type"] == "individual"
        else "body"
        if row["actor_type"] in {"enterprise", "school", "association"}
        else "place",
        "filed": "nation" if row["scope"] == "nation" else row["region_id"],
        "status": row["status"],
        "scope": row["scope"],
        "document": row["document_id"],
        "under": row["policy_document_id"],
        "part_of": row["part_of"],
    }
    for row in read("measures")
]
"""The measures with their value of every facet."""
REGIONS = {row["region_id"] for row in read("documents")}


def choose(app, facet, values):
    """Choose values of a facet, as the bar of filters does."""
    app.session_state[f"matrix.{facet}"] = values
    app.run()


def opened(app):
    """The keys of our own components but the boxes of the filters: what a drawer shows."""
    return [
        part.key
        for part in app.get("bidi_component")
        if not part.key.endswith(".box") and not part.key.startswith("cite.")
    ]


def recount(by, *, intended=False, **chosen):
    """Cell → how many measures, of those that meet what is chosen, in regions and columns that have some."""
    return Counter(
        f"{row['filed']}.{row[by]}"
        for row in ROWS
        if (intended or row["status"] in DONE) and all(row[facet] in values for facet, values in chosen.items())
    )


@pytest.fixture
def pictured(plotted):
    """The cells of the picture that hold measures, with their counts."""
    return lambda app: {cell["cell"]: cell["count"] for cell in plotted(app)[0][0] if cell["count"]}


@pytest.fixture
def tabled(drawn):
    """The cells of the table, with what is written in them."""
    return lambda app: {
        cell["id"]: cell["written"] for row in drawn(app, "matrix.table")["rows"] for cell in row["cells"]
    }


def counted(app):
    """How many measures the page says it shows, and of how many."""
    found = COUNT.search(app.markdown[0].value)
    return int(found[1]), int(found[2])


def listed(app, cell):
    """The measures listed in the drawer of a cell."""
    (element,) = [part for part in app.get("bidi_component") if part.key == f"matrix.{cell}.measures"]
    paragraphs = json.loads(element.proto.json)["paragraphs"]
    return [run["target"] for paragraph in paragraphs for run in paragraph["runs"] if run.get("target")]


def test_usual_matrix_counts_what_is_done(visit, pictured, plotted):
    """Without a choice what is implemented or piloted is counted, region by pillar, and no plan or proposal."""
    app = visit("matrix", lang="en")
    expected = recount("pillar")
    assert pictured(app) == expected
    assert counted(app) == (expected.total(), len(ROWS))
    assert expected.total() < len(ROWS)
    assert len(plotted(app)[0][0]) == len(REGIONS) * len(set(PILLARS.values()))
    assert app.query_params == {"lang": "en"}


@pytest.mark.parametrize("by", ["pillar", "type"])
def test_parts_count_under_their_whole(by, visit, pictured):
    """With the switch of a link each cell counts the measures that are no part of another one shown, and says so."""
    app = visit("matrix", by=by, heads="yes", lang="en")
    done = {row["id"] for row in ROWS if row["status"] in DONE}
    whole = Counter(f"{row['filed']}.{row[by]}" for row in ROWS if row["id"] in done and row["part_of"] not in done)
    assert pictured(app) == whole
    assert whole.total() < recount(by).total()
    assert counted(app) == (whole.total(), len(ROWS))
    assert "counted under it" in app.markdown[0].value
    assert app.query_params["heads"] == "yes"
    assert app.toggle(key="matrix.heads").value


@pytest.mark.parametrize("intended", ["", "yes"])
@pytest.mark.parametrize("by", ["pillar", "type", "instrument", "actor"])
def test_axis_of_a_link_is_counted(by, intended, visit, pictured, tabled):
    """Each axis shows a recount of the CSV, in the picture and in the table, with and without what is only intended."""
    query = {"by": by, **({"intended": intended} if intended else {}), "lang": "zh"}
    app = visit("matrix", **query)
    expected = recount(by, intended=bool(intended))
    assert not app.info
    assert pictured(app) == expected
    assert counted(app) == (expected.total(), len(ROWS))
    assert app.segmented_control(key="matrix.by").value == by
    assert list(app.session_state["matrix.status"]) == (ALL if intended else list(DONE))
    table = tabled(visit("matrix", view="table", **query))
    table = {cell: written.split(" · ")[0] for cell, written in table.items()}
    filled = {cell: written[:-2] for cell, written in table.items() if written.endswith(" 项")}
    assert {cell: int(written.strip("()")) for cell, written in filled.items()} == expected
    own = recount(by, intended=bool(intended), whose=["place"])
    bare = {cell for cell, written in filled.items() if written.isdigit()}
    assert {cell for cell in bare if not cell.startswith("nation.")} == set(own)
    everything = recount(by, intended=True)
    for cell, written in table.items():
        if cell not in filled:
            left = everything[cell] - expected[cell]
            assert written == (f"+{left}" if left else written)
            assert bool(left) == (written not in SIGNS.values())


@pytest.mark.parametrize("pillar", "CG")
def test_opened_pillar_shows_its_types(pillar, visit, pictured, plotted):
    """A pillar opened by the link shows its own types and no other, and counts their measures alone."""
    app = visit("matrix", by="type", open=pillar, lang="en")
    expected = recount("type", pillar=[pillar])
    assert pictured(app) == expected
    assert counted(app)[0] == expected.total()
    columns = {cell["column"] for cell in plotted(app)[0][0]}
    assert columns == {name for name, own in PILLARS.items() if own == pillar}
    assert app.selectbox(key="matrix.open").value == pillar


@pytest.mark.parametrize("facet", FACETS)
def test_filter_of_a_link_is_counted(facet, visit, pictured):
    """Values of a facet in a link stand in its widget, and the matrix counts only the measures that have them."""
    values = [value for value, _ in Counter(row[facet] for row in ROWS if row[facet]).most_common(2)]
    app = visit("matrix", **{facet: values, "lang": "zh"})
    assert not app.info
    assert sorted(app.session_state[f"matrix.{facet}"]) == sorted(values)
    assert pictured(app) == recount("pillar", **{facet: values})
    assert app.query_params[facet] == values or [app.query_params[facet]] == values


def test_filter_opens_nothing(visit):
    """A filter in a link filters and no more: no evidence is opened by it."""
    for facet in FACETS:
        value = next(row[facet] for row in ROWS if row[facet])
        assert not opened(visit("matrix", **{facet: value, "lang": "en"})), facet


def test_text_of_a_link_filters(visit):
    """A text in a link stands in the text box, and only measures that hold it are counted."""
    app = visit("matrix", q="学徒", lang="zh")
    shown, total = counted(app)
    assert app.text_input(key="matrix.q").value == "学徒"
    assert 0 < shown < total


VIEWS = [
    {"by": "type", "open": "E", "status": ALL, "view": "table", "rows": "count", "order": "regions"},
    {"by": "instrument", "empty": "yes", "rows": "code", "order": "count"},
    {"by": "actor", "region": ["440705", "360000"], "scope": "part", "q": "人"},
    {"status": ALL, "cell": "360000.C", "class": ["supply", "demand"]},
]


@pytest.mark.parametrize("query", VIEWS, ids=str)
def test_link_restores_the_view(query, visit, tabled, pictured):
    """A link restores filters, axis, orders, view and open cell, and is written back as it was."""
    app = visit("matrix", **query, lang="en")
    assert not app.exception
    assert not app.info
    assert app.query_params == {**query, "lang": "en"}
    again = visit("matrix", **app.query_params)
    shown = tabled if query.get("view") == "table" else pictured
    assert shown(again) == shown(app)
    assert app.markdown[0].value == again.markdown[0].value


def test_choosing_changes_the_picture_and_the_link(visit, pictured):
    """What is chosen on the page is counted and goes into the link."""
    app = visit("matrix", lang="en")
    app.segmented_control(key="matrix.by").set_value("actor").run()
    choose(app, "status", ALL)
    choose(app, "region", ["500000"])
    assert pictured(app) == recount("actor", intended=True, region=["500000"])
    assert app.query_params == {"by": "actor", "status": ALL, "region": "500000", "lang": "en"}


def test_choice_outlives_language_and_menu(visit, pictured):
    """Changing the language or visiting another page by the menu keeps filters, axis and switch."""
    app = visit("matrix", by="instrument", intended="yes", actor="school", lang="zh")
    app.segmented_control(key="language_switch").set_value("en").run()
    app.query_params.clear()
    app.switch_page("pages/data.py").run()
    app.query_params.clear()
    app.switch_page("pages/matrix.py").run()
    assert pictured(app) == recount("instrument", intended=True, actor=["school"])
    assert app.query_params == {"by": "instrument", "status": ALL, "actor": "school", "lang": "en"}


def test_pillar_leaves_the_link_with_its_axis(visit, pictured):
    """An opened pillar counts for types only: on another axis everything is shown and the link forgets it."""
    app = visit("matrix", by="type", open="C", lang="en")
    app.segmented_control(key="matrix.by").set_value("actor").run()
    assert pictured(app) == recount("actor")
    assert app.query_params == {"by": "actor", "lang": "en"}


def test_odd_parameters_are_ignored_with_one_sentence(visit, pictured):
    """A link that is odd in part keeps its sound part, and says once that it ignored the rest."""
    app = visit("matrix", by="shape", order="z", cell="999.A", region=["440705", "999"], status="begun", lang="en")
    assert not app.exception
    assert [remark.value for remark in app.info] == [REMARK]
    assert app.query_params == {"region": "440705", "lang": "en"}
    assert pictured(app) == recount("pillar", region=["440705"])
    assert not opened(app)


@pytest.mark.parametrize(
    ("query", "by", "cell"),
    [
        ({}, "pillar", "440705.C"),
        ({"intended": "yes"}, "pillar", "nation.A"),
        ({"whose": "body"}, "pillar", "500000.C"),
        ({"by": "type", "open": "E", "region": "360000"}, "type", "360000.E1"),
        ({"by": "instrument", "view": "table"}, "instrument", "511000.education"),
        ({"by": "actor", "intended": "yes"}, "actor", "nation.individual"),
        ({"by": "actor", "scope": "part"}, "actor", "500000.school"),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_cell_of_a_link_opens_the_measures_it_counts(query, by, cell, language, visit):
    """A cell in the link opens a drawer with exactly the measures counted there, the denominator and the way on."""
    app = visit("matrix", **query, cell=cell, lang=language)
    assert not app.exception
    assert not app.info
    region, _, column = cell.partition(".")
    expected = [
        row["id"]
        for row in ROWS
        if (row["filed"], row[by]) == (region, column)
        and query.get("whose", row["whose"]) == row["whose"]
        and (query.get("intended") or row["status"] in DONE)
        and query.get("scope", row["scope"]) == row["scope"]
    ]
    assert expected
    assert listed(app, cell) == expected
    articles = sum(row["region_id"] == region for row in read("documents"))
    ends = {"zh": f"已读该地区 {articles} 篇文章。", "en": f"Articles of the region read: {articles}."}
    if region == "nation":
        ends = {"zh": "出自 1 篇文章。", "en": "Articles that propose: 1."}
    (told,) = [text.value for text in app.markdown if text.value.endswith(ends[language])]
    assert told.startswith(str(len(expected)))
    ways = [(link.proto.page, link.proto.query_string) for link in app.get("page_link") if link.proto.page != "data"]
    assert ways == ([] if region == "nation" else [("profile", f"region={region}&lang={language}")])
    assert app.query_params["cell"] == cell


BLANKS = [
    ({}, "500110.G", {"en": "text under this heading is lost", "zh": "在来源中缺失"}),
    ({"by": "type"}, "500110.G1", {"en": "text under this heading is lost", "zh": "在来源中缺失"}),
    ({"by": "type"}, "500110.B2", {"en": "which say that there is something", "zh": "说明有这回事"}),
    ({"by": "type"}, "500000.B1", {"en": "also propose such measures to the country", "zh": "还向全国建议了"}),
    ({"empty": "yes"}, "440000.A", {"en": "the corpus has no article of the region", "zh": "语料没有这一地区的文章"}),
    ({"by": "actor"}, "500110.association", {"en": "**Not reported is not", "zh": "**没有写到，不等于没有做。**"}),
    ({"by": "actor"}, "440705.individual", {"en": "of a status that is not chosen", "zh": "进展不在所选之列"}),
]
"""Blank cells: the view that shows them, their place, and what they answer."""


@pytest.mark.parametrize(
    ("language", "among", "beside"), [("zh", "其中", "其他进展"), ("en", "Among them", "another status")]
)
def test_what_is_shown_is_told_before_what_is_not(language, among, beside, visit):
    """With proposals alone those to the country are told as part of what is shown, not of the other statuses."""
    told = visit("matrix", status="proposed", lang=language).markdown[0].value
    assert 0 < told.index(among) < told.index(beside)


def test_nothing_found_tells_no_agreement(visit):
    """Where nothing meets the search no line tells how far coders agree on it."""
    ways = [link.proto.page for link in visit("matrix", q="查无此词", lang="zh").get("page_link")]
    assert "data" not in ways
    assert "data" in [link.proto.page for link in visit("matrix", lang="zh").get("page_link")]


@pytest.mark.parametrize("opened", BLANKS, ids=str)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_blank_answers_for_itself(opened, language, visit):
    """A blank opened by the link says of what kind it is and what that means, and lists no measure."""
    query, cell, words = opened
    app = visit("matrix", **query, cell=cell, lang=language)
    assert not app.info
    assert not [part for part in app.get("bidi_component") if part.key.endswith(".measures")]
    said = [text.value for text in [*app.markdown, *app.caption]]
    assert any(words[language] in text for text in said)
    assert app.query_params["cell"] == cell


@pytest.mark.parametrize("language", ["zh", "en"])
def test_figures_under_a_type_answer_for_it(language, visit, drawn):
    """Where figures alone tell of a type the drawer names them, and each opens its evidence."""
    app = visit("matrix", by="type", cell="500110.B2", lang=language)
    lines = drawn(app, "matrix.500110.B2.figures")["paragraphs"]
    targets = [run["target"] for line in lines for run in line["runs"] if run.get("target")]
    assert {"qijiang-n14", "qijiang-n15"} <= set(targets)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_lost_section_is_named(language, visit):
    """A blank for a lost section quotes what is left of it, with the way to its place in the reader."""
    app = visit("matrix", by="type", cell="500110.E1", lang=language)
    assert any("“法纠正劳动领域违法侵权行为" in caption.value for caption in app.caption)
    (way,) = [link.proto for link in app.get("page_link") if link.proto.page == "reader"]
    (row,) = [row for row in read("blanks") if (row["region_id"], row["measure_type_id"]) == ("500110", "E1")]
    assert way.query_string == f"doc=qijiang&at={row['start']}-{row['end']}&lang={language}"


def test_cell_outside_the_matrix_is_not_opened(visit):
    """A cell of a region or column that the view does not show opens nothing and leaves the link."""
    for query in ({"cell": "440000.A"}, {"cell": "440705.C1"}, {"cell": "440705.A", "region": "360000"}):
        app = visit("matrix", **query, lang="en")
        assert not app.exception
        assert not opened(app)
        assert "cell" not in app.query_params


@pytest.mark.parametrize("measure", ["xinhui-m01", "luyuefu-m01", "jiangxi-m20"])
def test_measure_of_a_link_opens_its_evidence(measure, visit, drawn):
    """A measure in the link opens its sentence with the quote marked and its figures to open, its coding, its place."""
    app = visit("matrix", measure=measure, lang="en")
    assert not app.info
    (row,) = [row for row in read("measures") if row["measure_id"] == measure]
    (paragraph,) = drawn(app, f"evidence.{measure}")["paragraphs"]
    marked = "".join(run["text"] for run in paragraph["runs"] if run.get("style", "").startswith("quote"))
    assert marked == row["quote"].replace("\n", "")
    inside = {
        number["number_id"]
        for number in read("numbers")
        if number["seed_file"] == row["seed_file"]
        and int(row["start"]) <= int(number["start"])
        and int(number["end"]) <= int(row["end"])
    }
    assert {run["target"] for run in paragraph["runs"] if run.get("target")} == inside
    facts = {str(name): value.replace("\\", "") for name, value in app.table[0].value.iloc[:, 0].items()}
    assert facts["As written"] == row["quote"]
    assert facts["Measure type"].startswith(f"{row['measure_type_id']} ")
    assert facts["Id"] == measure
    assert facts["Place"] == f"{row['seed_file']} [{row['start']}, {row['end']}) · matches the source exactly"
    assert row["label_en"] in [head.value.replace("\\", "") for head in app.header]
    (way,) = [link.proto for link in app.get("page_link") if link.proto.page != "data"]
    assert (way.page, way.query_string) == ("reader", f"doc={row['document_id']}&measure={measure}&lang=en")


def test_measure_in_a_cell_takes_the_place_of_its_list(visit):
    """With both a cell and a measure in the link the measure is open, and the cell waits behind it."""
    app = visit("matrix", cell="440705.C", measure="xinhui-m01", lang="en")
    assert opened(app)[0] == "evidence.xinhui-m01"
    assert not [key for key in opened(app) if key.startswith("matrix.")]
    assert app.query_params == {"cell": "440705.C", "measure": "xinhui-m01", "lang": "en"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_table_tells_what_the_picture_tells(language, visit, drawn, plotted):
    """The table has the cells of the picture with the same writing and words, under name and level of each region."""
    query = {"by": "type", "empty": "yes", "lang": language}
    picture = {cell["cell"]: (cell["line"], cell["told"]) for cell in plotted(visit("matrix", **query))[0][0]}
    data = drawn(visit("matrix", view="table", **query), "matrix.table")
    assert {cell["id"]: (cell["written"], cell["told"]) for row in data["rows"] for cell in row["cells"]} == picture
    levels = {row["code"]: row[f"name_{language}"] for row in read("codes") if row["code_list"] == "level"}
    regions = {row["region_id"]: (row[f"short_{language}"], levels[row["level"]]) for row in read("regions")}
    for row in data["rows"]:
        across = [cell["id"].partition(".")[0] for cell in row["cells"]]
        assert [(column["name"], column["level"].split(" · ")[0]) for column in data["columns"]] == [
            regions[name] for name in across
        ]
        assert all(cell["form"] for cell in row["cells"])
    assert data["caption"]


def test_open_cell_is_known_to_the_table(visit, drawn):
    """The table knows which cell is open, so that it can be seen."""
    assert drawn(visit("matrix", view="table", cell="440705.C"), "matrix.table")["chosen"] == "440705.C"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_picture_has_an_equivalent_in_words(language, visit, plotted):
    """To those who do not see the picture its fullest cell is told, and how many are empty; each cell is described."""
    app = visit("matrix", lang=language)
    (chart,) = app.get("vega_lite_chart")
    cells = plotted(app)[0][0]
    most = max(cells, key=lambda cell: cell["count"])
    empty = sum(cell["count"] == 0 for cell in cells)
    numbers = [most["count"], len(cells), empty] if language == "zh" else [most["count"], empty, len(cells)]
    assert [int(number) for number in re.findall(r"\d+", chart.proto.alt)] == numbers
    assert most["region"].split("\n")[0] in chart.proto.alt
    assert all(cell["told"] for cell in cells)


@pytest.mark.parametrize("typed", ["學徒", "学 徒", "\u200b学\u00ad徒"])
def test_text_filters_however_it_is_set(typed, visit):
    """A text in another script or with what nobody sees in it filters as the text itself does."""
    shown = counted(visit("matrix", q="学徒", lang="zh"))
    assert counted(visit("matrix", q=typed, lang="zh")) == shown


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", "没有找到“査無**此文**”。按“查无**此文**”查找。"),
        ("en", "'査無**此文**' was not found. It was looked for as '查无**此文**'."),
    ],
)
def test_text_that_no_row_holds_is_told_as_understood(language, words, visit):
    """Where nothing holds the text the page repeats it as plain text, and says as what it was looked for."""
    app = visit("matrix", q="査無**此文**", lang=language)
    assert [text.value for text in app.text if "**" in text.value] == [words]


@pytest.mark.parametrize(("language", "words"), [("zh", "没有符合条件的"), ("en", "measures matches")])
def test_nothing_found_is_said(language, words, visit):
    """Where no measure matches the page says so and how to go on, and draws no grid of blanks."""
    app = visit("matrix", q="查无此词", lang=language)
    assert not app.exception
    assert words in app.markdown[0].value
    assert not app.get("vega_lite_chart")
    assert not files(app)


def files(app):
    """The names of the files that the page offers."""
    named = [button.key.partition(".")[2].partition(".")[2] for button in app.download_button]
    return [name for name in named if not name.endswith((".png", ".svg"))]


def test_downloads_are_named_after_what_is_shown(visit):
    """The names of the files say how many measures of how many they hold, how many cells, and whether filtered."""
    shown = recount("pillar", region=["440705"]).total()
    stem = f"changai_measures_{shown}-of-{len(ROWS)}_filtered"
    cells = len(set(PILLARS.values()))
    assert files(visit("matrix", region="440705", lang="en")) == [
        f"{stem}.csv",
        f"changai_matrix_{cells}-of-{cells}_filtered.csv",
        f"{stem}.xlsx",
        f"{stem}_package.zip",
    ]


@pytest.mark.parametrize("query", [{}, {"intended": "yes", "by": "type", "open": "C"}])
def test_file_of_a_part_is_called_filtered(query, visit):
    """A file that leaves out plans and proposals, or the types of other pillars, does not pass for the whole."""
    names = files(visit("matrix", **query, lang="en"))
    assert [name for name in names if "filtered" not in name] == []


def test_file_of_everything_is_not_called_filtered(visit):
    """With plans and proposals counted and nothing filtered the files hold every measure and say so."""
    names = files(visit("matrix", intended="yes", lang="en"))
    assert names[0] == f"changai_measures_{len(ROWS)}-of-{len(ROWS)}.csv"
    assert [name for name in names if "filtered" in name] == []


@pytest.mark.parametrize("view", ["picture", "table"])
def test_whole_row_and_column_are_opened(view, visit):
    """A link to a row lists all regions' measures of a kind, one to a column all kinds of a region, once each."""
    for side, expected in (
        (".union", recount("actor", actor=["union"])),
        ("440705.", recount("actor", region=["440705"])),
    ):
        app = visit("matrix", by="actor", view=view, cell=side, lang="zh")
        assert not app.info
        assert app.query_params["cell"] == side
        lists = [part for part in app.get("bidi_component") if part.key.endswith(".measures")]
        targets = [
            run["target"]
            for part in lists
            for line in json.loads(part.proto.json)["paragraphs"]
            for run in line["runs"]
            if run.get("target")
        ]
        assert len(set(targets)) == len(targets) == expected.total()

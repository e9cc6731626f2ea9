"""The numbers page shows what its filters say, and opens the evidence of a figure."""

import csv
from collections import Counter

import pytest

from corpus.coding.figures import FACETS
from corpus.paths import DATA


@pytest.fixture(scope="module")
def rows():
    """The figures as the csv module reads them, with the dimension of their unit and the pillar of their indicator."""
    read = {}
    for table, key in (("numbers", "number_id"), ("units", "unit"), ("indicators", "indicator_id")):
        with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            read[table] = {row[key]: row for row in csv.DictReader(file)}
    return [
        {
            "region": row["region_id"],
            "kind": row["kind"],
            "dimension": read["units"][row["unit"]]["dimension"],
            "document": row["document_id"],
            "state": row["record_state"],
            "indicator": row["indicator_id"],
            "unit": row["unit"],
            "pillar": read["indicators"][row["indicator_id"]]["pillar_id"],
            "id": number,
            "fact": row["same_as"] or number,
        }
        for number, row in read["numbers"].items()
    ]


def choose(app, facet, values):
    """Choose values of a facet, as the bar of filters does."""
    app.session_state[f"numbers.{facet}"] = values
    app.run()


def once(rows):
    """The rows as they are shown: each fact once, targets after all else."""
    told = {}
    for row in rows:
        told.setdefault(row["fact"], row)
    return sorted(told.values(), key=lambda row: row["kind"] == "target")


@pytest.fixture
def listed(drawn):
    """The ids of the figures in the table."""
    return lambda app: [row["id"] for row in drawn(app, "numbers.table")["rows"]]


@pytest.fixture
def pictured(drawn):
    """The ids of the figures on the board, sorted."""
    return lambda app: sorted(
        one["id"] for theme in drawn(app, "numbers.board")["themes"] for cell in theme["cells"] for one in cell
    )


def test_without_filters_everything_is_shown(visit, counted, listed, pictured, rows):
    """Text, table and board show every fact, and nothing is chosen."""
    app = visit("numbers", lang="en")
    assert counted(app) == (len(once(rows)), len(rows))
    assert listed(app) == [row["id"] for row in once(rows)]
    assert pictured(app) == sorted(row["id"] for row in once(rows))
    assert not any(app.session_state[f"numbers.{facet}"] for facet in FACETS)


def test_xinhui_has_its_figures(visit, counted):
    """The link of 新会's card shows the 37 facts of its articles, one of them told twice, of 171 figures."""
    app = visit("numbers", region="440705", lang="en")
    assert counted(app) == (37, 171)
    assert app.markdown[0].value.startswith("**37** of 171 figures shown")
    assert app.markdown[0].value.endswith("Told again and not listed twice: 1.")


@pytest.mark.parametrize("facet", FACETS)
def test_filter_of_a_link_reaches_table_and_picture(facet, visit, listed, pictured, rows):
    """Values of a facet in a link are chosen in its widget, and table and picture show what a recount gives."""
    values = [value for value, _ in Counter(row[facet] for row in rows if row[facet]).most_common(2)]
    app = visit("numbers", **{facet: values, "lang": "zh"})
    expected = [row["id"] for row in once(row for row in rows if row[facet] in values)]
    assert not app.info
    assert sorted(app.session_state[f"numbers.{facet}"]) == sorted(values)
    assert listed(app) == expected
    assert pictured(app) == sorted(expected)
    assert app.query_params[facet] == values or [app.query_params[facet]] == values


def test_text_of_a_link_filters(visit, counted):
    """A text in a link stands in the text box and filters; as many figures are shown as hold it."""
    app = visit("numbers", q="学徒", lang="zh")
    shown, total = counted(app)
    assert app.text_input(key="numbers.q").value == "学徒"
    assert 0 < shown < total


def test_filters_meet(visit, counted, rows):
    """Values of one facet are alternatives, facets together are conditions."""
    app = visit("numbers", region=["440705", "360000"], kind="target", lang="en")
    expected = [row for row in rows if row["region"] in {"440705", "360000"} and row["kind"] == "target"]
    assert counted(app)[0] == len(expected)


def test_choosing_changes_what_is_shown_and_the_link(visit, counted, listed, rows):
    """A choice made on the page filters it and goes into the link, which opens the same view elsewhere."""
    app = visit("numbers", lang="en")
    choose(app, "kind", ["target"])
    choose(app, "dimension", ["money"])
    expected = [row["id"] for row in rows if row["kind"] == "target" and row["dimension"] == "money"]
    assert listed(app) == expected
    assert app.query_params == {"kind": "target", "dimension": "money", "lang": "en"}
    again = visit("numbers", **app.query_params)
    assert listed(again) == expected
    assert counted(again) == counted(app)


@pytest.mark.parametrize(
    "text", ["技能 人才", "技能\u3000人才", "a" * 80, "%&=?#+/\\", "“产改”", "<b>", "学徒\u200b"], ids=ascii
)
def test_text_typed_on_the_page_is_understood_from_its_link(text, visit):
    """Whatever can be typed into the text box goes into the link and is understood there, without a remark."""
    app = visit("numbers", lang="en")
    app.text_input(key="numbers.q").set_value(text).run()
    app.run()
    assert not app.info
    again = visit("numbers", **app.query_params)
    assert not again.info
    assert again.query_params == app.query_params
    assert again.markdown[0].value == app.markdown[0].value


def test_filters_outlive_language_and_menu(visit, counted):
    """Changing the language or visiting another page by the menu keeps the filters."""
    app = visit("numbers", region="440705", lang="zh")
    app.segmented_control(key="language_switch").set_value("en").run()
    assert counted(app)[0] == 37
    app.query_params.clear()
    app.switch_page("pages/data.py").run()
    app.query_params.clear()
    app.switch_page("pages/numbers.py").run()
    assert counted(app)[0] == 37
    assert app.query_params["region"] == "440705"


def test_link_replaces_the_filters_before(visit, counted, rows):
    """A link with filters of its own shows just these: nothing chosen earlier is mixed in."""
    app = visit("numbers", region="440705", kind="target", q="人", lang="en")
    app.query_params.clear()
    app.query_params.update({"document": "jiangxi", "lang": "en"})
    app.run()
    assert counted(app)[0] == len(once(row for row in rows if row["document"] == "jiangxi"))
    assert app.session_state["numbers.region"] == []
    assert app.text_input(key="numbers.q").value == ""


@pytest.mark.parametrize("typed", ["學徒", "学 徒", "\u200b学\u00ad徒"])
def test_text_filters_however_it_is_set(typed, visit, counted):
    """A text in another script or with what nobody sees in it filters as the text itself does."""
    shown = counted(visit("numbers", q="学徒", lang="zh"))
    assert counted(visit("numbers", q=typed, lang="zh")) == shown


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", "没有找到“査無**此文**”。按“查无**此文**”查找。"),
        ("en", "'査無**此文**' was not found. It was looked for as '查无**此文**'."),
    ],
)
def test_text_that_no_row_holds_is_told_as_understood(language, words, visit):
    """Where nothing holds the text the page repeats it as plain text, and says as what it was looked for."""
    app = visit("numbers", q="査無**此文**", lang=language)
    assert [text.value for text in app.text if "**" in text.value] == [words]


@pytest.mark.parametrize(("language", "words"), [("zh", "没有符合条件的"), ("en", "None of the 171 figures matches")])
def test_nothing_found_is_said(language, words, visit, drawn):
    """Where no figure matches the page says so and how to go on, shows an empty table and no picture."""
    app = visit("numbers", q="查无此文", lang=language)
    assert not app.exception
    assert words in app.markdown[0].value
    assert drawn(app, "numbers.table")["rows"] == []
    assert not [element for element in app.get("bidi_component") if element.key == "numbers.board"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_reading_adds_up(language, visit, counted, rows, collection):
    """The sentence above the table counts the articles and each kind, and the kinds add up to what is shown."""
    app = visit("numbers", region=["440705", "511000"], lang=language)
    text = app.markdown[0].value
    codes = collection.tables["codes"]
    labels = codes[codes["code_list"] == "kind"].set_index("code")[f"name_{language}"]
    shown = once(row for row in rows if row["region"] in {"440705", "511000"})
    kinds = Counter(row["kind"] for row in shown)
    assert sum(kinds.values()) == counted(app)[0]
    assert all(f"{labels[kind]} {count}" in text for kind, count in kinds.items())
    articles = len({row["document"] for row in shown})
    assert (f"{articles} 篇" if language == "zh" else f"articles: {articles}") in text


def keys_of(app):
    """The keys of the downloads of rows; those of pictures are left out."""
    return [button.key for button in app.download_button if not button.key.endswith((".png", ".svg"))]


def test_downloads_are_named_after_what_is_shown(visit):
    """The names of the files say how many figures of how many they hold, and whether filters were on."""
    keys = keys_of(visit("numbers", region="440705", lang="en"))
    names = [key.removeprefix("download.en.") for key in keys]
    stem = "changai_numbers_37-of-171_filtered"
    assert names == [f"{stem}.csv", f"{stem}.xlsx", f"{stem}_package.zip"]
    everything = keys_of(visit("numbers", lang="en"))
    assert [name for name in everything if "filtered" in name] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_texts_of_the_table_are_plain(language, visit, drawn):
    """No text in the table of figures is markup of any kind: what is shown is what is meant."""
    table = drawn(visit("numbers", lang=language), "numbers.table")
    texts = [cell for row in table["rows"] for cell in row["cells"]]
    texts += [column["title"] for column in table["columns"]]
    texts += [table[name] for name in ("caption", "opens", "none")]
    assert all(isinstance(text, str) for text in texts)
    assert [
        text for text in texts if any(sign in text for sign in ("<", ">", "&amp;", "&#", "**", "](", "`", ":red["))
    ] == []


@pytest.mark.parametrize("view", [("numbers", "zh"), ("data", "en")])
@pytest.mark.parametrize(
    "number", ["xinhui-n01", "neijiang-n03", "pingguo-n10", "qijiang-n01", "cqcet-n01", "jiangxi-n20"]
)
def test_figure_of_a_link_opens_its_evidence(number, view, visit, drawn, collection):
    """A figure in the link opens the drawer: its sentence with the figure marked, its coding, and the way on."""
    page, language = view
    app = visit(page, figure=number, lang=language)
    assert not app.exception
    assert not app.info
    row = collection.tables["numbers"].set_index("number_id").loc[number]
    (paragraph,) = drawn(app, f"evidence.{number}")["paragraphs"]
    marked = [run["text"] for run in paragraph["runs"] if run.get("style") == "quote"]
    assert marked == [row["quote"].replace("\n", "")]
    facts = {str(name): value.replace("\\", "") for name, value in app.table[0].value.iloc[:, 0].items()}
    assert facts["原文写法" if language == "zh" else "As written"] == row["quote"]
    assert facts["代号" if language == "zh" else "Id"] == number
    exact = "与原文逐字相符" if language == "zh" else "matches the source exactly"
    assert f"{row['seed_file']} [{row['start']}, {row['end']}) · {exact}" in facts.values()
    (way,) = [link.proto for link in app.get("page_link")]
    assert (way.page, way.query_string) == ("reader", f"doc={row['document_id']}&figure={number}&lang={language}")
    assert app.query_params["figure"] == number


def test_figure_of_a_link_is_tinted_in_the_table(visit, drawn):
    """The table knows which figure is open, so that its row can be seen."""
    assert drawn(visit("numbers", figure="xinhui-n07"), "numbers.table")["chosen"] == "xinhui-n07"

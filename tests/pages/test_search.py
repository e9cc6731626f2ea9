"""One search on every page: the same numbers under every box, each with its link, and a query that goes along."""

import json
import re

import pytest

from components.numbers.views import VIEWS
from corpus.coding.hits import found
from corpus.texts.search import search

BOXES = {
    "numbers": ("q", {}),
    "matrix": ("q", {"intended": "yes"}),
    "reader": ("q", {}),
    "words": ("find", {"section": "concordance"}),
}
"""Page with a box → the parameter of the box, and what shows all that is found."""
QUERIES = (
    *(("zh", query) for query in ("学徒", "竞赛", "工", "江西", "總工會")),
    *(("en", query) for query in ("apprentice", "3", "CRRC")),
)
"""A word, one that labels hold too, a character, a place, another script; a label, a digit, a name."""


def counts(app):
    """What the line under the box says: label → what its link asks for; those that lead nowhere say ""."""
    links = [link.proto for link in app.get("page_link")]
    return [(link.label, "" if link.disabled else link.query_string) for link in links if link.label[:2] in _LINE]


_LINE = {"原文", "数字", "措施", "名称", "in", "fi", "me", "na"}
"""How the labels of the line begin."""


@pytest.mark.parametrize(("language", "query"), QUERIES)
def test_every_page_says_the_same_of_a_query(language, query, visit, collection):
    """The line under the box is one on every page: places, figures, measures and names, with their links."""
    told = {}
    for page, (name, more) in BOXES.items():
        app = visit(page, lang=language, **{name: query}, **more)
        assert not app.exception
        told[page] = counts(app)
    assert len(set(map(json.dumps, told.values()))) == 1
    counted = found(collection, query, language)
    numbers = [counted.places, sum(counted.rows["figure"]), sum(counted.rows["measure"]), counted.names]
    assert [bool(link) for _, link in told["reader"]] == [bool(number) for number in numbers]
    assert str(len(search(collection, query))) in told["reader"][0][0]


def figures_told(app):
    """How many figures a page of numbers says that it shows, with those that tell a fact again."""
    reading = app.markdown[0].value
    repeats = re.search(r"另有 (\d+) 个", reading)
    return int((re.search(r"\*\*(\d+)\*\*", reading) or [0, 0])[1]) + int(repeats[1] if repeats else 0)


@pytest.mark.parametrize("query", ["学徒", "竞赛", "江西", "apprentice"])
def test_link_of_the_line_shows_what_it_counts(query, visit, collection):
    """Figures and measures are as many as the line says where its links lead; filters say what they leave out."""
    counted = found(collection, query, "zh").rows
    shown = visit("numbers", q=query, lang="zh")
    assert figures_told(shown) == sum(counted["figure"])
    assert not any("本页筛选后" in caption.value for caption in shown.caption)
    whole = visit("matrix", q=query, intended="yes", lang="zh")
    assert any(f"**{sum(counted['measure'])}**" in text.value for text in whole.markdown)
    elsewhere = collection.tables["documents"].set_index("document_id").loc["pingguo", "region_id"]
    kept = visit("numbers", q=query, region=elsewhere, lang="zh")
    rows = figures_told(kept)
    left = sum(counted["figure"]) - rows
    assert left
    assert f"本页筛选后显示 {rows}，略去 {left}" in [caption.value for caption in kept.caption]


def test_text_and_labels_are_shown_apart(visit, collection):
    """Where some rows hold a query in their text and others in a label, either can be had alone; else none is asked."""
    counted = found(collection, "竞赛", "zh").rows["figure"]
    assert counted.text
    assert counted.label
    everything = visit("numbers", q="竞赛", lang="zh")
    alone = {within: visit("numbers", q="竞赛", within=within, lang="zh") for within in ("text", "label")}
    assert figures_told(alone["text"]) == counted.text
    assert figures_told(alone["label"]) == counted.label
    assert figures_told(everything) == sum(counted)
    assert alone["label"].query_params["within"] in ("label", ["label"])
    other = visit("numbers", q="学徒", within="label", lang="zh")
    assert figures_told(other) == found(collection, "学徒", "zh").rows["figure"].text
    assert "within" not in other.query_params


@pytest.mark.parametrize("view", VIEWS)
def test_view_says_how_much_of_a_query_it_leaves_out(view, visit, collection):
    """A view that shows some of the figures found says how many, and how many it leaves out."""
    total = sum(found(collection, "万", "zh").rows["figure"])
    app = visit("numbers", q="万", view=view, lang="zh")
    told = [re.fullmatch(r"本页筛选后显示 (\d+)，略去 (\d+)", caption.value) for caption in app.caption]
    counts = [(int(found[1]), int(found[2])) for found in told if found]
    assert [sum(pair) for pair in counts] == ([] if view == "map" else [total])


def go(app, page):
    """Go to a page by the menu: the link carries no parameters."""
    app.query_params.clear()
    return app.switch_page(f"pages/{page}.py").run()


def box(app, page):
    """What the box of a page holds."""
    name, _ = BOXES[page]
    return app.session_state[f"{page}.{name}"]


def test_query_goes_along_by_the_menu(visit):
    """What is looked for on one page is looked for on every next one, and stands in its link; emptied it is gone."""
    app = visit("numbers", q="学徒", lang="zh")
    for page in ("reader", "matrix", "numbers"):
        go(app, page)
        assert box(app, page) == "学徒"
        assert app.query_params["q"] in ("学徒", ["学徒"])
    go(app, "reader").text_input(key="reader.q").set_value("竞赛").run()
    assert box(go(app, "matrix"), "matrix") == "竞赛"
    assert box(go(app, "words"), "words") == "竞赛"
    assert "find" not in app.query_params
    go(app, "numbers").text_input(key="numbers.q").set_value("").run()
    assert box(go(app, "reader"), "reader") == ""
    assert "q" not in app.query_params


def test_link_without_a_query_is_followed_without_one(visit):
    """A link to a filtered page shows what it names and nothing less; the query waits for the next page."""
    app = visit("reader", q="学徒", lang="zh")
    app.query_params.clear()
    app.query_params["document"] = "xinhui"
    app.switch_page("pages/numbers.py").run()
    assert box(app, "numbers") == ""
    app.run()
    assert box(app, "numbers") == ""
    assert box(go(app, "matrix"), "matrix") == "学徒"


def test_page_without_a_box_keeps_the_query(visit):
    """Pages that have no box let the query pass."""
    app = visit("matrix", q="学徒", lang="zh")
    go(app, "data")
    assert box(go(app, "numbers"), "numbers") == "学徒"

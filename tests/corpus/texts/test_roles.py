"""Page clutter is in no reading text, and a row of a table is no sentence."""

import pytest

from corpus.collection.collection import Collection
from corpus.texts.reading_text import readings
from corpus.texts.search import search
from corpus.words.collocates import sentence_sets
from corpus.words.counts import counted
from corpus.words.selection import Selection
from corpus.words.tokens import tokens
from tests.strange import Article, collected


@pytest.fixture(scope="module")
def report(collection) -> Collection:
    """A report between lines of a page's navigation, with a sentence torn by one, and two rows of a table."""
    article = Article(
        "page",
        "",
        (
            "首页 导航 登录",
            "夜校办起来了",
            "工友们说，夜校",
            "阅读 10086 次",
            "办得好，学徒很多。",
            "学徒\t夜校\t工匠",
            "甲\t乙\t丙",
        ),
    )
    built = collected("page", collection, collection.codebook, [article])
    segments = built.tables["segments"]
    segments["role"] = ["clutter", "title", "body", "clutter", "body", "table", "table"]
    segments.loc[4, "joins_previous"] = "true"
    return built.changed(segments=segments)


def test_clutter_is_in_no_reading_text(report):
    """What parts a sentence on the page parts it no more, is not found, and is not counted; places are the source's."""
    reading = readings(report)["page"]
    assert reading.text.split("\n")[:2] == ["夜校办起来了", "工友们说，夜校办得好，学徒很多。"]
    assert not search(report, "导航")
    assert not search(report, "10086")
    assert "登录" not in [token.text for token in tokens(report)["page"]]
    place = reading.text.index("学徒很多")
    assert report.seeds["page.txt"][reading.offsets[place] :].startswith("学徒很多")


def test_article_of_clutter_alone_is_empty(report):
    """An article of which nothing is left has an empty reading text, in which nothing is found or counted."""
    segments = report.tables["segments"].assign(role="clutter", joins_previous="false")
    emptied = report.changed(segments=segments)
    assert readings(emptied)["page"].text == ""
    assert list(tokens(emptied)["page"]) == []
    assert not search(emptied, "夜校")


def test_row_of_a_table_is_no_sentence(report):
    """Words of a table are found and counted like any others, and stand in no sentence with each other."""
    assert len(search(report, "学徒")) == 2
    sets = sentence_sets(report, Selection(), ())
    lines = [readings(report)["page"].text[start:].partition("\n")[0] for _, start in sets]
    assert len(lines) == 2
    assert not [line for line in lines if "\t" in line]
    assert counted(report, Selection()).words == len(tokens(report)["page"])

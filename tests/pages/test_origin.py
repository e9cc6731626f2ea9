"""What a program suggested never looks like what people coded: cards, lists, tables and marks say which it is."""

import json
import re

import pytest

from components.frame import curated
from components.profile.brief import regions_brief
from corpus.coding.figures import figures
from corpus.coding.measures import measures
from corpus.export.document import Paragraph
from tests.strange import namesakes

SUGGESTED = {"zh": "机器建议", "en": "Suggested"}
CURATED = {"zh": "收录", "en": "Curated"}
ACCEPTED = {"zh": "采纳 · 王", "en": "Accepted · 王"}


@pytest.fixture(params=["zh", "en"])
def language(request):
    """A language."""
    return request.param


@pytest.fixture
def mixed(visit, collection, monkeypatch, language):
    """Visit a page of a collection some of whose rows a program suggested."""
    monkeypatch.setattr(curated, "curated", lambda: namesakes(collection))
    return lambda page, **query: visit(page, lang=language, **query)


@pytest.mark.parametrize(
    ("page", "query", "said"),
    [
        ("numbers", {"figure": "gulou2-n01"}, SUGGESTED),
        ("numbers", {"figure": "gulou2-n02"}, ACCEPTED),
        ("matrix", {"measure": "gulou1-m100"}, SUGGESTED),
    ],
    ids=["suggested figure", "accepted figure", "suggested measure"],
)
def test_card_tells_it(page, query, said, mixed, language):
    """The card of a row says who stands for it, in a fact of its own."""
    (facts,) = [table.value for table in mixed(page, **query).table]
    assert facts[""].str.startswith(said[language]).sum() == 1


def test_card_of_a_curated_row_is_silent(mixed):
    """The card of a row that people coded has no such fact."""
    (facts,) = [table.value for table in mixed("matrix", measure="gulou1-m01").table]
    assert not set(facts.index) & {"来历", "Origin"}


def test_table_has_a_column_for_it_where_it_tells_something(mixed, drawn, visit, language, monkeypatch):
    """The table of figures says of each how it came to be, and has no such column where people coded all."""
    rows = drawn(mixed("numbers"), "numbers.table")["rows"]
    assert [row["cells"][2] for row in rows] == [SUGGESTED[language], f"{ACCEPTED[language]}<b>敏"]
    monkeypatch.undo()
    assert "Origin" not in json.dumps(drawn(visit("numbers", lang="en"), "numbers.table")["columns"])


def test_list_begins_with_it(mixed, drawn, language):
    """A line about a suggested measure begins with that; one about a curated measure says nothing of it."""
    plain, planned = (
        line["tag"]
        for cell in ("320106.C", "320106.D")
        for line in drawn(mixed("matrix", cell=cell, intended="yes"), f"matrix.{cell}.measures")["paragraphs"]
    )
    assert SUGGESTED[language] not in plain
    assert planned.startswith(SUGGESTED[language])


def test_mark_in_the_text_tells_it(mixed, drawn, language):
    """Whoever points at a figure or measure in the text of an article is told."""
    text = drawn(mixed("reader", doc="gulou2"), "reader.gulou2.False")
    labels = [run["label"] for part in text["paragraphs"] for run in part["runs"] if "label" in run]
    assert [bool(re.search(f"{SUGGESTED[language]}|{ACCEPTED[language]}", label)) for label in labels] == [True, True]


def test_files_tell_it(collection, language):
    """The frames that are taken away name the origin of every row; a brief names that of what a program suggested."""
    made = namesakes(collection)
    assert list(measures(made, language)["origin_label"]) == [CURATED[language], SUGGESTED[language]]
    assert list(figures(made, language)["origin_label"].str[:2]) == [SUGGESTED[language][:2], ACCEPTED[language][:2]]
    parts = [part for part in regions_brief(made, ["320106"], language).blocks if isinstance(part, Paragraph)]
    spans = [span.text for part in parts for span in part.spans]
    (suggested,) = [text for text in spans if SUGGESTED[language] in text]
    assert "评选工匠" in suggested
    assert not [text for text in spans if CURATED[language] in text]

"""Rows are chosen by facets and by a text, whatever they are about."""

import pandas as pd
import pytest

from corpus.coding.rows import LABEL, QUOTE, SENTENCE, TEXT, WHERE, searched, select

FRAME = pd.DataFrame(
    {
        "place": ["a", "a", "b", "", "b"],
        "sort": ["x", "y", "x", "x", ""],
        "seen": ["One (1)", "two", "one 2", "three 產業", "one"],
        "noted": ["alpha", "", "beta", "3.1 万", "alpha"],
    }
)
FRAME["searched"] = [
    searched(seen, f"{seen} 原句", {"empty": "", "noted": noted})
    for seen, noted in zip(FRAME["seen"], FRAME["noted"], strict=True)
]
COLUMNS = {"where": "place", "what": "sort"}


@pytest.mark.parametrize(
    ("chosen", "text", "kept"),
    [
        ({}, "", [0, 1, 2, 3, 4]),
        ({"where": []}, "  ", [0, 1, 2, 3, 4]),
        ({"where": ["a"]}, "", [0, 1]),
        ({"where": ["a", "b"]}, "", [0, 1, 2, 4]),
        ({"where": ("a", "b"), "what": ["x"]}, "", [0, 2]),
        ({"where": ["c"]}, "", []),
        ({}, "ONE", [0, 2, 4]),
        ({}, " alpha ", [0, 4]),
        ({}, "(1)", [0]),
        ({}, "e.", []),
        ({}, "ＯＮＥ（１", [0]),
        ({}, "产业", [3]),
        ({}, "３.1萬", [3]),
        ({}, "one\u200b", [0, 2, 4]),
        ({}, "\u200b", [0, 1, 2, 3, 4]),
        ({}, "one\nalpha", []),
        ({}, "onealpha", []),
        ({"what": ["x"]}, "one", [0, 2]),
    ],
)
def test_rows_that_meet_every_facet_are_kept(chosen, text, kept):
    """Values of a facet are alternatives, facets are conditions, a text is looked for folded, in one cell at a time."""
    assert list(select(FRAME, COLUMNS, chosen, text).index) == kept


@pytest.mark.parametrize(
    ("text", "within", "kept"),
    [
        ("one", TEXT, [0, 2, 4]),
        ("one", (LABEL,), []),
        ("alpha", TEXT, []),
        ("alpha", (LABEL,), [0, 4]),
        ("原句", (SENTENCE,), [0, 1, 2, 3, 4]),
        ("原句", (QUOTE, LABEL), []),
        ("", (LABEL,), [0, 1, 2, 3, 4]),
        ("a", WHERE, [0, 2, 4]),
    ],
)
def test_text_is_looked_for_where_it_is_asked_for(text, within, kept):
    """What the text of a row holds is no hit of its labels, and each can be asked for alone."""
    assert list(select(FRAME, COLUMNS, {}, text, within).index) == kept


def test_the_label_that_holds_a_text_is_named():
    """A row says where it holds a text, and which label does where nothing else."""
    row = searched("十名学徒", "企业招了十名学徒。", {"indicator": "学徒数", "region": "新会"})
    assert row.where("学徒") == (QUOTE, "")
    assert row.where("企业") == (SENTENCE, "")
    assert row.where("学徒数") == (LABEL, "indicator")
    assert row.where("新会") == (LABEL, "region")
    assert row.where("徒企") is None

"""Rows are chosen by facets and by a text, whatever they are about."""

import pandas as pd
import pytest

from corpus.coding.rows import searched, select

FRAME = pd.DataFrame(
    {
        "place": ["a", "a", "b", "", "b"],
        "sort": ["x", "y", "x", "x", ""],
        "seen": ["One (1)", "two", "one 2", "three 產業", "one"],
        "noted": ["alpha", "", "beta", "3.1 万", "alpha"],
    }
)
FRAME["searched"] = searched(FRAME, ["seen", "noted"])
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

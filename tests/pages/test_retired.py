"""A link to a row that is no longer there says what became of it, on every page that opens rows."""

import pandas as pd
import pytest

from components.frame import curated
from corpus.coding.evidence import KINDS

PAGES = ("numbers", "matrix", "profile", "reader", "data")
SUCCESSORS = {
    "figure": "xinhui-n02",
    "measure": "xinhui-m03",
    "policy": "xinhui-talent-ten",
    "organisation": "xinhui-hrss",
    "programme": "park-technical-school",
    "person": "he-yun",
    "award": "national-technician",
}
"""Kind of row → the one that has taken the place of `old-<kind>`; nothing has that of `lost-<kind>`."""


@pytest.fixture(scope="module")
def bereft(collection):
    """The collection from which rows of every kind were retired."""
    rows = [
        (f"{fate}-{kind}", KINDS[kind][0], successor if fate == "old" else "", "重复编码", "coded twice", "2026-11-28")
        for kind, successor in SUCCESSORS.items()
        for fate in ("old", "lost")
    ]
    frame = pd.DataFrame(rows, columns=list(collection.tables["retired_ids"].columns))
    return collection.changed(retired_ids=frame)


@pytest.fixture
def retiring(bereft, visit, monkeypatch):
    """Visit a page of the app on that collection."""
    monkeypatch.setattr(curated, "curated", lambda: bereft)
    return visit


def remarks(app):
    """All that the page remarks."""
    return [remark.value for remark in app.info]


@pytest.mark.parametrize("kind", SUCCESSORS)
@pytest.mark.parametrize("page", PAGES)
def test_link_to_a_replaced_row_opens_its_successor(page, kind, retiring):
    """The page says in one sentence that the row was retired and why, and opens what took its place."""
    app = retiring(page, **{kind: f"old-{kind}"}, lang="en")
    assert not app.exception
    (remark,) = remarks(app)
    assert f"old-{kind} of the link was retired (coded twice)" in remark
    assert SUCCESSORS[kind] in remark
    assert app.query_params[kind] == SUCCESSORS[kind]


@pytest.mark.parametrize(("kind", "page"), list(zip(SUCCESSORS, PAGES, strict=False)))
def test_link_to_a_lost_row_says_so(kind, page, retiring):
    """Where nothing took the place of a row, the page says that it was retired and why, and opens nothing."""
    app = retiring(page, **{kind: f"lost-{kind}"}, lang="zh")
    assert not app.exception
    (remark,) = remarks(app)
    assert f"lost-{kind} 已撤销（重复编码），没有别的条目取代它" in remark
    assert kind not in app.query_params


@pytest.mark.parametrize("page", PAGES)
def test_link_to_a_row_that_never_was_says_so(page, retiring):
    """An id that was never issued is told from one that was retired; a row of another kind is none of this one."""
    for asked in ("xinhui-n999", "xinhui-m01"):
        app = retiring(page, figure=asked, lang="en")
        assert not app.exception
        (remark,) = remarks(app)
        assert f" {asked}, as the link has it, and there never was one" in remark
        assert "figure" not in app.query_params


def test_sentence_is_gone_with_the_next_run(retiring):
    """What the link asked for is told once: the link has been put right."""
    app = retiring("numbers", figure="lost-figure", lang="en")
    assert remarks(app)
    assert remarks(app.run()) == []

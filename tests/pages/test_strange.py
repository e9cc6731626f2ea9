"""Every page, part and download of every page holds for collections that no page was written for."""

import re

import pytest

from components.data.choice import SECTIONS as DATA_SECTIONS
from components.frame import curated
from components.numbers.views import VIEWS
from components.profile.choice import SECTIONS as PROFILE_SECTIONS
from components.words.sections import SECTIONS as WORD_SECTIONS
from corpus.collection.own import beside
from tests.own import mine
from tests.strange import STRANGE

PARTS = [
    ("overview", {}),
    *(("topics", {"topic": topic}) for topic in ("contests", "not-yet")),
    *(("topics", {"q": query}) for query in ("工人", "没有这个词")),
    ("topics", {"topic": "size", "view": "picture"}),
    *(("profile", {"section": section}) for section in PROFILE_SECTIONS),
    *(
        ("matrix", {"by": by, "view": view})
        for by in ("pillar", "type", "instrument", "actor")
        for view in ("", "table")
    ),
    ("matrix", {"intended": "yes", "empty": "yes"}),
    *(("numbers", {"view": view}) for view in VIEWS),
    *(("words", {"section": section}) for section in WORD_SECTIONS),
    *(("reader", {"order": order}) for order in ("", "scan")),
    *((page, {"q": query}) for page in ("reader", "numbers", "matrix") for query in ("工人", "union")),
    ("words", {"section": "concordance", "find": "工人"}),
    *(("data", {"section": section}) for section in DATA_SECTIONS),
]
"""Page and parameters of every part that a page has."""
EMPTY_TALK = re.compile(r"（）|(?<!\w)\(\)|[：:]\s*$|[：:]\s*[；;]|\bnan\b|<NA>")
"""What a sentence says when something it lists or counts is missing."""


@pytest.fixture(scope="session", params=[*STRANGE, "both"])
def strange(request, collection):
    """Each strange collection in turn, and a reader's own texts beside the curated ones."""
    if request.param == "both":
        return beside(collection, mine(collection))
    return STRANGE[request.param](collection)


@pytest.fixture
def stranger(strange, visit, monkeypatch):
    """Visit a page of the app that shows the strange collection."""
    monkeypatch.setattr(curated, "curated", lambda: strange)
    return visit


@pytest.mark.parametrize(
    ("page", "query", "language"),
    # Every second part in English: each page is read in both languages, and each language on every collection.
    [(*part, ("zh", "en")[rank % 2]) for rank, part in enumerate(PARTS)],
    ids=[f"{page}-{'-'.join(query.values())}" for page, query in PARTS],
)
def test_page_holds(page, query, language, stranger, said):
    """The page shows no error and no sentence with a hole in it."""
    app = stranger(page, lang=language, **{name: value for name, value in query.items() if value})
    assert not app.exception, app.exception[0].message
    assert [text for text in said(app) if EMPTY_TALK.search(text)] == []


def test_article_of_one_day_is_drawn(visit, plotted, collection, monkeypatch):
    """Articles whose date is known to the day have a bar that can be hit, in their order, with that day in words."""
    monkeypatch.setattr(curated, "curated", lambda: STRANGE["namesakes"](collection))
    bars = next(rows for chart in plotted(visit("overview", lang="zh")) for rows in chart if "finish" in rows[0])
    assert {bar["document_id"] for bar in bars} == {"gulou1", "gulou2", "gulou3"}
    assert {bar["date"] for bar in bars} == {"2024-05-06", "2024-05-07"}
    assert all(bar["finish"] > bar["begin"] for bar in bars)
    assert len({bar["label"] for bar in bars}) == len(bars)

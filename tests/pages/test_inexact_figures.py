"""Every page shows ranges and figures without a number as they are stated, and draws none of them on a scale."""

import pytest

from components.frame import curated
from corpus.collection.folder import save

ADDED = [f"pingguo-n{rank}" for rank in range(29, 35)]
TERM, SUBSIDY, FIRMS, WORKERS, CLOSED, EXACT = ADDED
REGION = "451082"
PAGES = [
    ("overview", {}),
    ("profile", {"region": REGION}),
    ("matrix", {}),
    ("reader", {"document": "pingguo", "figure": FIRMS}),
    ("words", {}),
    ("data", {"section": "audit", "source": "pingguo.txt"}),
    ("data", {"section": "tables", "table": "numbers"}),
    ("numbers", {"figure": TERM}),
    ("numbers", {"view": "indicator", "focus": "studio_subsidy"}),
    ("numbers", {"view": "indicator", "focus": "industrial_workers", "figure": WORKERS}),
    ("numbers", {"view": "change"}),
    ("numbers", {"view": "share", "region": REGION}),
    ("numbers", {"view": "money"}),
    ("numbers", {"view": "period"}),
    ("numbers", {"view": "terms"}),
    ("numbers", {"view": "check"}),
]
"""Pages in the states that between them show figures in every way."""

pytestmark = pytest.mark.usefixtures("grown")


@pytest.fixture
def grown(tmp_path, monkeypatch, inexact):
    """The collection with ranges and sizes, in the place of the shipped one."""
    save(inexact, tmp_path)
    monkeypatch.setattr(curated, "DATA", tmp_path / "data")
    monkeypatch.setattr(curated, "SEEDS", tmp_path / "seeds")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_pages_open_with_ranges_and_sizes(language, visit, plotted):
    """No page, view or piece of evidence fails, and no chart with a scale of numbers holds a range or a size."""
    inexact = {TERM, SUBSIDY, FIRMS, WORKERS, CLOSED}
    for page, query in PAGES:
        app = visit(page, lang=language, **query)
        assert not app.exception, (page, query)
        assert not app.error, (page, query)
        for data in (data for chart in plotted(app) for data in chart):
            valued = {row["number_id"] for row in data if {"amount", "value", "ratio"} & set(row)}
            assert not valued & inexact, (page, query)


def test_exact_share_beside_them_is_drawn(visit, plotted):
    """A fraction has its bar, a range of shares is told beside it with its base."""
    app = visit("numbers", lang="zh", view="share", region=REGION)
    drawn = {row["number_id"]: row["value"] for chart in plotted(app) for data in chart for row in data}
    assert drawn[EXACT] == 33.3
    assert CLOSED not in drawn
    texts = [text.value for text in (*app.markdown, *app.caption)]
    assert any("七成到八成" in text for text in texts)
    assert sum("占什么：全部" in text for text in texts) == 2


@pytest.mark.parametrize(
    ("language", "reason"),
    [("zh", "其中有区间，或没有确数"), ("en", "One is a range, or states no exact number")],
)
def test_guard_says_why_a_range_has_no_axis(language, reason, visit):
    """Above figures with a range among them stands that a range has no place on an axis."""
    app = visit("numbers", lang=language, view="indicator", focus="studio_subsidy")
    assert any(reason in text.value for text in app.markdown)


@pytest.mark.parametrize(
    ("number", "metric"), [(TERM, "17–18 年"), (FIRMS, "数百家"), (CLOSED, "70–80%"), (EXACT, "33.3%")]
)
def test_evidence_shows_the_range_or_the_written_form(number, metric, visit):
    """The evidence of a range shows both ends, that of a size the words of the source."""
    (shown,) = visit("numbers", lang="zh", figure=number).metric
    assert shown.value == metric


def test_table_sorts_what_has_no_number_by_nothing(visit, drawn):
    """A row of the table is sorted by its value or lower end; a size hands over no number."""
    rows = {row["id"]: row for row in drawn(visit("numbers", lang="zh"), "numbers.table")["rows"]}
    assert [rows[number]["sort"]["1"] for number in (TERM, FIRMS, EXACT)] == [17, "", 33.3]

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


@pytest.fixture(scope="module")
def grown(tmp_path_factory, inexact):
    """The collection with ranges and sizes, in the place of the shipped one."""
    folder = tmp_path_factory.mktemp("grown")
    save(inexact, folder)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(curated, "DATA", folder / "data")
        patched.setattr(curated, "SEEDS", folder / "seeds")
        yield


@pytest.mark.parametrize("language", ["zh", "en"])
def test_pages_open_with_ranges_and_sizes(language, visit, plotted):
    """No page or view fails (half in each language), and no chart with a scale holds a range or a size."""
    inexact = {TERM, SUBSIDY, FIRMS, WORKERS, CLOSED}
    for page, query in PAGES[language == "en" :: 2]:
        app = visit(page, lang=language, **query)
        assert not app.exception, (page, query)
        assert not app.error, (page, query)
        for data in (data for chart in plotted(app) for data in chart):
            valued = {row["number_id"] for row in data if {"amount", "high", "ratio"} & set(row)}
            # On the scale of shares a range lies between its ends; no other scale takes one.
            ranges = {row["number_id"] for row in data if row.get("low")}
            assert not (valued - ranges) & inexact, (page, query)


def test_share_and_range_of_shares_are_drawn(visit, plotted):
    """A fraction has its bar from nought, a range of shares one from end to end, each with its base."""
    app = visit("numbers", lang="zh", view="share", region=REGION)
    drawn = {row["number_id"]: row for chart in plotted(app) for data in chart for row in data}
    assert (drawn[EXACT]["low"], drawn[EXACT]["high"]) == (0, 33.3)
    assert (drawn[CLOSED]["low"], drawn[CLOSED]["high"], drawn[CLOSED]["written"]) == (70, 80, "70–80%")
    assert all("占什么：全部" in drawn[number]["base"] for number in (EXACT, CLOSED))


@pytest.mark.parametrize(
    ("language", "reason"),
    [("zh", "其中有区间，或没有确数"), ("en", "One is a range, or states no exact number")],
)
def test_guard_says_why_a_range_has_no_axis(language, reason, visit, drawn):
    """Beside figures with a range among them stands that a range has no place on an axis."""
    app = visit("numbers", lang=language, view="indicator", focus="studio_subsidy")
    notes = [line for group in drawn(app, "numbers.indicator.cards")["groups"] for line in group["note"]]
    assert any(reason in line for line in notes)


@pytest.mark.parametrize(("number", "metric"), [(TERM, "17–18 年"), (FIRMS, "数百家")])
def test_evidence_shows_the_range_or_the_written_form(number, metric, visit):
    """The evidence of a range shows both ends, that of a size the words of the source."""
    (shown,) = visit("numbers", lang="zh", figure=number).metric
    assert shown.value == metric


def test_table_sorts_what_has_no_number_by_nothing(visit, drawn):
    """A row of the table is sorted by its value or lower end; a size hands over no number."""
    rows = {row["id"]: row for row in drawn(visit("numbers", lang="zh"), "numbers.table")["rows"]}
    assert [rows[number]["sort"]["1"] for number in (TERM, FIRMS, EXACT)] == [17, "", 33.3]

"""What a page has drawn once it does not work out again: its second run asks Altair for nothing and makes no file."""

import threading
from collections import Counter

import pytest

VIEWS = {
    "overview": ("overview", {}),
    "topic": ("topics", {}),
    "topic as picture": ("topics", {"view": "picture"}),
    "profile": ("profile", {}),
    "two profiles": ("profile", {"region": "360000", "with": "500110"}),
    "matrix": ("matrix", {}),
    **{
        f"numbers by {view}": ("numbers", {"view": view})
        for view in ("map", "indicator", "change", "share", "money", "period", "terms", "ratio", "check")
    },
    **{f"words, {section}": ("words", {"section": section}) for section in ("clouds", "network", "tone")},
    "article": ("reader", {}),
    "documents": ("documents", {}),
    "tables": ("data", {}),
    "pins": ("pins", {}),
}
DEAR = (
    "/altair/",
    "/jsonschema/",
    "/pandas/core/sorting.py",
    "/pandas/core/groupby/",
    "/pandas/core/reshape/",
    "/corpus/coding/facet_counts.py",
    "/corpus/coding/guard.py",
    "/corpus/export/document.py",
    "/corpus/export/files.py",
    "/corpus/export/selectors.py",
    "/corpus/regions/matrix.py",
    "/corpus/texts/clauses.py",
    "/corpus/topics/gathering.py",
    *(f"/corpus/words/{name}.py" for name in ("cloud_layout", "collocates", "keyness", "phrases", "table", "tokens")),
)
"""Parts of paths of what takes its time: charts and their schema, sorting, counting, judging, files."""


def calls(app):
    """File and name of each function of DEAR that one more run of an app calls → how often."""
    counted = Counter()

    def note(frame, event, _argument):
        code = frame.f_code
        if event == "call" and any(part in code.co_filename for part in DEAR):
            counted[f"{code.co_filename.rpartition('site-packages')[2]}: {code.co_name}"] += 1

    threading.setprofile(note)
    try:
        app.run()
    finally:
        threading.setprofile(None)
    assert not app.exception
    return counted


@pytest.mark.parametrize("view", VIEWS)
def test_second_run_works_nothing_out_again(view, visit):
    """No chart is built or checked, nothing is sorted, counted or judged, and no file is made, for what is kept."""
    page, asked = VIEWS[view]
    app = visit(page, **asked)
    assert not app.exception
    app.run()
    assert calls(app) == {}

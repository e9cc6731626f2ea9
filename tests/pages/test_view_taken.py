"""What a view of the numbers says, draws, lists, names and hands over is the same."""

import csv
import io
import re

import pytest
import streamlit as st

from components.numbers.views import VIEWS

QUERIES = [
    {},
    {"region": "440705"},
    {"kind": "target"},
    {"document": "jiangxi", "kind": ["result", "context"]},
    {"q": "查无此文"},
]
"""Filters from none to one that leaves nothing."""
LISTS = {
    "map": "numbers.table",
    "indicator": "numbers.indicator.table",
    "terms": "numbers.terms",
}
"""Views with a table, which lists all that they show; the others list it on cards and in a picture."""


@pytest.fixture
def offered(monkeypatch):
    """The downloads that a page offers: name of the file → what makes its bytes."""
    files = {}
    original = st.download_button

    def noted(label, data, file_name, *rest, **more):
        files[file_name] = data
        return original(label, data, file_name, *rest, **more)

    monkeypatch.setattr(st, "download_button", noted)
    return files


@pytest.fixture
def read(drawn, plotted):
    """What a page shows: the ids in its table, on its cards and board, and in each of its charts."""

    def shown(app, view):
        keys = {element.key for element in app.get("bidi_component")}
        table = tuple(row["id"] for row in drawn(app, LISTS[view])["rows"]) if LISTS.get(view) in keys else None
        cards = []
        if f"numbers.{view}.cards" in keys:
            groups = drawn(app, f"numbers.{view}.cards")["groups"]
            cards = [card["id"] for group in groups for card in group["cards"] if card["id"] and card["written"]]
        if view == "map" and "numbers.board" in keys:
            themes = drawn(app, "numbers.board")["themes"]
            cards = [one["id"] for theme in themes for cell in theme["cells"] for one in cell]
        charts = [{row["number_id"] for data in chart for row in data if "number_id" in row} for chart in plotted(app)]
        return table, set(cards), charts

    return shown


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("view", "query"), [(view, query) for view in VIEWS for query in QUERIES], ids=str)
def test_file_and_its_name_are_of_what_is_listed(view, query, language, request):
    """The file has the rows that the line counts and the table, the cards and the pictures show; its name has them."""
    visit, read, counted, offered = map(request.getfixturevalue, ("visit", "read", "counted", "offered"))
    app = visit("numbers", view=view, lang=language, **query)
    assert not app.exception
    table, cards, charts = read(app, view)
    (name,) = [name for name in offered if name.endswith(".csv")]
    rows = list(csv.DictReader(io.StringIO(offered[name]().decode("utf-8-sig"), newline="")))
    ids = [row["number_id"] for row in rows]
    nothing = not any(re.search(r"\*\*\d+\*\*(?: / | of )", text.value) for text in app.markdown)
    assert len(ids) == (0 if nothing else counted(app)[0])
    assert str(len(ids)) in re.findall(r"\d+", name)
    assert len(set(ids)) == len(ids)
    assert table in {None, tuple(ids)}
    assert cards.union(*charts) == set(ids) or (table == tuple(ids) and not charts and not cards)
    # Each picture is named after the figures that it draws.
    pictures = [name for name in offered if name.endswith(".png")]
    drawings = [*([cards] if view == "map" and cards else []), *charts]
    assert len(pictures) == len(drawings)
    for picture, members in zip(pictures, drawings, strict=True):
        assert str(len(members)) in re.findall(r"\d+", picture)

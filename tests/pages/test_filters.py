"""On the pages each option of a filter says how many rows the page shows once it is chosen."""

import re

import pytest

COUNT = re.compile(r"\*\*(\d+)\*\*(?: / | of )(\d+)")
VIEWS = [
    ("numbers", {}, ("region", "kind", "dimension")),
    ("numbers", {"region": "511000", "q": "人"}, ("kind", "unit")),
    ("matrix", {}, ("region", "whose", "scope")),
    ("matrix", {"by": "type", "open": "C", "region": "511000"}, ("actor",)),
    ("matrix", {"status": "none"}, ("region", "status")),
    ("matrix", {"status": ["planned", "proposed"]}, ("region", "actor")),
]


def count(app):
    """How many rows a page says it shows, none where it says that nothing matches."""
    (found,) = [match for text in app.markdown[:1] for match in COUNT.finditer(text.value)] or [None]
    return int(found[1]) if found else 0


@pytest.mark.parametrize(("page", "query", "facets"), VIEWS, ids=str)
def test_option_gives_what_it_says(page, query, facets, visit, drawn):
    """Each option of a facet is chosen alone: the page then shows as many rows as the option has said."""
    app = visit(page, lang="en", **query)
    bar = {facet["name"]: facet["options"] for facet in drawn(app, f"{page}.filters.box")["facets"]}
    for facet in facets:
        for option in bar[facet][:5]:
            chosen = visit(page, lang="en", **{**query, facet: option["value"]})
            assert count(chosen) == option["count"], (facet, option)


def test_many_values_stand_behind_the_button(visit, drawn):
    """A facet stands in view while its values are few; what is long is offered behind the button."""
    facets = drawn(visit("numbers"), "numbers.filters.box")["facets"]
    inline = {facet["name"] for facet in facets if facet["inline"]}
    assert inline == {"region", "kind"}
    assert all(len(facet["options"]) <= 8 for facet in facets if facet["inline"])

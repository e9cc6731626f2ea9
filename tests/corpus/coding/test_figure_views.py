"""What a view of the numbers shows is one value: its rows, each fact once, and the rows of its pictures."""

from itertools import combinations

import pytest

from corpus.coding import measures
from corpus.coding.figure_views import VIEWS, look_alike_indicators, panel, shown, view_shown
from corpus.coding.figures import figures, select
from corpus.coding.guard import NOT, compare
from corpus.coding.repeats import facts_of
from corpus.coding.rows import chosen
from corpus.regions.asked import Choice, asked
from tests.strange import STRANGE


@pytest.fixture(params=["collection", "inexact", *STRANGE])
def package(request, collection):
    """The shipped collection, one with ranges and sizes, and each strange one."""
    name = request.param
    return STRANGE[name](collection) if name in STRANGE else request.getfixturevalue(name)


def selections(everything):
    """All figures, those of each region and of each kind, and none."""
    yield everything
    for facet, column in (("region", "region_id"), ("kind", "kind")):
        for value in sorted(set(everything[column])):
            yield select(everything, {facet: [value]})
    yield everything[:0]


def foci(selected):
    """An indicator of the figures selected, "" where there is none."""
    return next(iter(selected["indicator_id"]), "")


@pytest.mark.parametrize("view", VIEWS)
def test_view_shows_each_fact_once_and_draws_what_it_shows(view, package):
    """Whatever is selected, no fact has two rows, and no picture draws a figure that is not among the rows."""
    everything = figures(package, "zh")
    for selected in selections(everything):
        found = shown(package, view, everything, selected, foci(selected))
        assert not facts_of(found.rows).duplicated().any()
        assert set(found.rows["number_id"]) <= set(everything["number_id"])
        for ids in found.pictures.values():
            assert ids
            assert set(ids) <= set(found.rows["number_id"])
        if selected.empty:
            assert found.rows.empty
            assert not found.parts
            assert not found.pictures


@pytest.mark.parametrize("view", ["map", "indicator", "share", "money", "period", "terms"])
def test_rows_and_repeats_are_all_that_the_view_takes(view, collection):
    """Rows shown and repeats left out add up to the figures that the view takes, and none comes from outside."""
    everything = figures(collection, "en")
    for selected in selections(everything):
        found = shown(collection, view, everything, selected, foci(selected))
        assert set(found.rows["number_id"]) <= set(selected["number_id"])
        taken = selected[facts_of(selected).isin(set(facts_of(found.rows)))]
        assert len(found.rows) + found.repeats == len(taken)


def test_all_figures_begin_with_no_target(collection):
    """What is only aimed at stands after all that is so, either in the order of the texts."""
    everything = figures(collection, "zh")
    kinds = list(shown(collection, "map", everything, everything).rows["kind"])
    assert "target" in kinds
    assert kinds == sorted(kinds, key=lambda kind: kind == "target")


def test_partner_of_a_selected_figure_is_shown(collection):
    """Views that set figures against one another show both, though a filter leaves one."""
    everything = figures(collection, "zh")
    for view in ("change", "ratio", "check"):
        whole = shown(collection, view, everything, everything)
        selected = everything[everything["number_id"] == whole.rows["number_id"].iloc[0]]
        assert len(shown(collection, view, everything, selected).rows) > len(selected)


def test_no_axis_of_a_panel_holds_a_forbidden_pair(package):
    """The axes of a panel part its figures, and no two figures of one axis are called not comparable."""
    everything = figures(package, "zh")
    for _, rows in everything.groupby("unit"):
        found = panel(package, "unit", rows)
        assert sorted(number for axis in found.axes for number in axis) == sorted(found.ids)
        for axis in found.axes:
            assert all(compare(package, *pair).verdict != NOT for pair in combinations(axis, 2))


def test_unknown_indicator_has_no_look_alikes(collection):
    """An indicator that stands in no comparison has none to be compared with, nor has one that is not there."""
    assert look_alike_indicators(collection, "nothing") == []
    assert "apprentices_registered" in look_alike_indicators(collection, "apprentices_registered")


def test_unknown_view_is_refused(collection):
    """A view that is none of the views is an error."""
    everything = figures(collection, "zh")
    with pytest.raises(KeyError):
        shown(collection, "nothing", everything, everything)


def test_what_is_typed_is_kept_nowhere(collection):
    """Looking for words leaves nothing behind, in figures, measures, views or the matrix; choosing facets does."""

    def ask(word, facets):
        choice = chosen("zh", facets, word)
        asked(collection, "zh", Choice("pillar", facets, word))
        return view_shown(collection, choice, "map"), measures.selected(collection, choice)

    ask("学徒", {})
    before = len(collection.memo)
    for word in ("我的私事", "学徒工", "3.1万", "apprentice"):
        ask(word, {})
    assert len(collection.memo) == before
    facets = {"region": ["511000"]}
    assert ask("", facets)[0] is ask("", facets)[0]
    assert len(collection.memo) > before

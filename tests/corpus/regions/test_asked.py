"""What a reader asks of the matrix finds what a recount finds, in no more regions and articles than it should."""

from collections import Counter

import pytest

from corpus.coding.figures import figures
from corpus.coding.figures import select as select_figures
from corpus.coding.measures import DONE, FACETS, NATION, measures, select
from corpus.collection.tables import records
from corpus.regions.asked import Choice, articles_asked, asked, places_asked
from corpus.regions.matrix import AXES, BLANKS, OTHERWISE, UNMATCHED, columns_asked, columns_of, found, matrix
from tests.strange import bare, namesakes, told_otherwise

WORDS = ("学徒", "工匠", "10万")
ALL = ("implemented", "pilot", "planned", "proposed")


@pytest.fixture(scope="module", params=["shipped", "bare", "namesakes", "otherwise"])
def any_collection(request, collection):
    """The shipped collection, and strange ones."""
    made = {"bare": bare, "namesakes": namesakes, "otherwise": told_otherwise}
    return made[request.param](collection) if request.param in made else collection


def drawn(collection, axis, choice):
    """What is asked, and the cells of a whole matrix."""
    meant = asked(collection, "zh", choice)
    columns = list(columns_of(collection, axis, "", "zh"))
    return meant, matrix(collection, meant, columns, places_asked(collection, meant))


@pytest.mark.parametrize("axis", AXES)
def test_statuses_part_what_matches(axis, any_collection):
    """Shown and other measures are together what meets the filters but the status, and no row is in both."""
    frame = measures(any_collection, "zh")
    for statuses in ((), DONE, ("planned",), ("proposed", "pilot"), ALL):
        meant = asked(any_collection, "zh", Choice(axis, {"status": statuses}))
        assert set(meant.measures["status"]) <= set(statuses or ALL)
        assert not set(meant.others["status"]) & set(statuses or ALL)
        both = [*meant.measures["measure_id"], *meant.others["measure_id"]]
        assert Counter(both) == Counter(frame["measure_id"])


def test_done_counts_where_no_status_is_named(any_collection):
    """Without a status what is implemented or piloted is shown."""
    usual = asked(any_collection, "zh", Choice("pillar", {})).measures
    assert list(usual["measure_id"]) == list(select(measures(any_collection, "zh"), {"status": DONE})["measure_id"])


@pytest.mark.parametrize("text", WORDS)
@pytest.mark.parametrize("axis", ["pillar", "type"])
def test_text_finds_measures_and_figures(text, axis, collection):
    """Of a text each cell counts the measures and facts that hold it, and a cell without a hit claims nothing."""
    meant, cells = drawn(collection, axis, Choice(axis, {}, text))
    rows = select(measures(collection, "zh"), {}, text)
    done = rows[rows["status"].isin(DONE)]
    places = Counter(zip(done["filed"], done[FACETS[axis]], strict=True))
    left = rows[~rows["status"].isin(DONE)]
    others = Counter(zip(left["filed"], left[FACETS[axis]], strict=True))
    numbers = select_figures(figures(collection, "zh"), {}, text)
    assert sum(map(len, meant.figures.values())) <= len(numbers)
    for cell in records(cells):
        place = (cell["region_id"], cell["column"])
        assert (cell["count"], cell["withheld"]) == (places[place], others[place])
        if not cell["count"] and not cell["withheld"]:
            assert cell["form"] == UNMATCHED
    assert not set(cells["form"]) & {*BLANKS, OTHERWISE}


@pytest.mark.parametrize("text", WORDS)
def test_what_was_not_found_is_not_drawn(text, collection):
    """No region and no kind is left without a hit, and no hit is left out."""
    _, cells = drawn(collection, "type", Choice("type", {}, text))
    left = found(cells)
    hits = ["count", "withheld", "figures"]
    for side in ("region_id", "column"):
        assert (left.groupby(side)[hits].sum().sum(axis=1) > 0).all()
    assert left[hits].sum().to_dict() == cells[hits].sum().to_dict()
    assert 0 < len(left) < len(cells)


def test_query_without_hits_leaves_nothing(any_collection):
    """What nothing holds empties the matrix; a text without letters looks for nothing and empties none."""
    for axis in AXES:
        assert found(drawn(any_collection, axis, Choice(axis, {}, "查无此词"))[1]).empty
        meant, cells = drawn(any_collection, axis, Choice(axis, {}, " \u200b "))
        assert meant.choice.text == ""
        assert cells["form"].tolist() == drawn(any_collection, axis, Choice(axis, {}))[1]["form"].tolist()


@pytest.mark.parametrize("axis", AXES)
def test_figure_counts_once(axis, any_collection):
    """No cell counts a figure twice, nor beside it the mention that it repeats."""
    same = dict(zip(*(any_collection.tables["numbers"][name] for name in ("number_id", "same_as")), strict=True))
    meant = asked(any_collection, "zh", Choice(axis, {"status": ALL}))
    for numbers in meant.figures.values():
        assert len(set(numbers)) == len(numbers)
        assert not {same[number] for number in numbers} & set(numbers)


def test_figures_stand_by_what_they_count_or_in_a_quote(collection):
    """A filter that only measures have leaves the figures inside the quotes shown, any other those of the kind."""
    whole = asked(collection, "zh", Choice("pillar", {}))
    own = asked(collection, "zh", Choice("pillar", {"whose": ["place"]}))
    assert sum(map(len, whole.figures.values())) > sum(len(set(numbers)) for numbers in own.figures.values())
    inside = asked(collection, "zh", Choice("actor", {"status": ALL}))
    quoted = {number for row in inside.measures["figures"] for number in row.split("|") if number}
    assert {number for numbers in inside.figures.values() for number in numbers} <= quoted
    one = asked(collection, "zh", Choice("pillar", {"region": ["360000"]}))
    assert {place: numbers for place, numbers in whole.figures.items() if place[0] == "360000"} == one.figures


def test_regions_and_articles_follow_their_filters(any_collection):
    """Chosen articles leave their regions alone with as many articles, chosen regions themselves."""
    documents = records(any_collection.tables["documents"])
    for row in documents:
        meant = asked(any_collection, "zh", Choice("pillar", {"document": [row["document_id"]], "status": ALL}))
        assert [place for place in places_asked(any_collection, meant) if place != NATION] == [row["region_id"]]
        assert articles_asked(any_collection, meant)[row["region_id"]] == 1
        meant = asked(any_collection, "zh", Choice("pillar", {"region": [row["region_id"]]}))
        assert [place for place in places_asked(any_collection, meant) if place != NATION] == [row["region_id"]]
    counts = articles_asked(any_collection, asked(any_collection, "zh", Choice("pillar", {})))
    assert sum(count for region, count in counts.items() if region != NATION) == len(documents)


def test_axis_keeps_the_values_it_is_filtered_by(collection):
    """Where the axis itself is filtered only the values chosen are columns, by class those of the class."""
    actors = columns_of(collection, "actor", "", "zh")
    meant = asked(collection, "zh", Choice("actor", {"actor": ["union", "school"]}))
    assert set(columns_asked(collection, meant, actors)) == {"union", "school"}
    instruments = columns_of(collection, "instrument", "", "zh")
    classes = dict(zip(*(collection.tables["instruments"][name] for name in ("instrument_id", "class")), strict=True))
    meant = asked(collection, "zh", Choice("instrument", {"class": ["demand"]}))
    assert set(columns_asked(collection, meant, instruments)) == {
        name for name in instruments if classes[name] == "demand"
    }
    assert columns_asked(collection, meant, {}) == {}

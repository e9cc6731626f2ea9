"""Places answer a topic in order of level, with each row where it belongs and every silence told."""

import pytest

from corpus.coding.evidence import sentence_places
from corpus.coding.measures import NATION, measures
from corpus.collection.collection import union
from corpus.collection.tables import cells
from corpus.regions.matrix import blank
from corpus.regions.profile import profiled
from corpus.regions.standing import standing
from corpus.topics.answer import BODIES, FIGURES, MEASURES, PARTS, answered
from corpus.topics.gathering import gathered
from corpus.topics.topic import topics, typed
from tests.strange import STRANGE, bare


def entries(answer, part):
    """(Region, entry) of a part."""
    return [(region, entry) for region in answer.regions for entry in answer.entries.get((region, part), ())]


@pytest.mark.parametrize("topic", ["apprenticeship", "contests", "not-yet", "money", "policies"])
def test_every_row_stands_once_in_its_region(topic, collection):
    """Each figure and measure gathered stands in the one region that it is of; none is lost, none stands twice."""
    asked = topics(collection)[topic]
    found, answer = gathered(collection, asked, "zh"), answered(collection, asked, "zh")
    numbers = collection.tables["numbers"].set_index("number_id")
    filed = measures(collection, "zh").set_index("measure_id")["filed"]
    firsts = {numbers.loc[row, "same_as"] or row for row in found if row in numbers.index}
    shown = [(region, row.row_id) for region, entry in entries(answer, FIGURES) for row in entry.rows]
    told = {numbers.loc[row, "same_as"] or row for _, row in shown}
    assert told == firsts
    assert len(shown) == len(told)
    assert all(numbers.loc[row, "region_id"] == region for region, row in shown)
    acts = [(region, row.row_id) for region, entry in entries(answer, MEASURES) for row in entry.rows]
    assert sorted(row for _, row in acts) == sorted(row for row in found if row in filed.index)
    assert all(filed[row] == region for region, row in acts)


def test_entries_of_one_sentence_are_one(collection):
    """No two entries of a region, a body and one sentence stand side by side."""
    for topic in topics(collection).values():
        answer = answered(collection, topic, "zh")
        for part, table in ((FIGURES, "numbers"), (MEASURES, "measures")):
            places = sentence_places(collection, table)
            keys = [
                (region, entry.body, entry.near, places[entry.rows[0].row_id][:2])
                for region, entry in entries(answer, part)
            ]
            assert len(keys) == len(set(keys))
            for _, entry in entries(answer, part):
                assert len({places[row.row_id][:2] for row in entry.rows}) == 1


def test_regions_stand_in_order_of_level_and_the_nation_last(collection):
    """All regions with articles are there, whether they report or not; proposals to the country stand behind them."""
    answer = answered(collection, topics(collection)["not-yet"], "zh")
    assert answer.regions == (*profiled(collection), NATION)
    assert NATION not in answered(collection, topics(collection)["size"], "zh").regions


def test_choices_restrict_the_answer(collection):
    """A region chosen stands alone, and of measures those of a status chosen."""
    topic = topics(collection)["training"]
    answer = answered(collection, topic, "zh", ("511000",), ("pilot", "planned"))
    assert answer.regions == ("511000",)
    statuses = measures(collection, "zh").set_index("measure_id")["status"]
    assert {statuses[row] for row in answer.row_ids(MEASURES)} <= {"pilot", "planned"}
    assert answer.row_ids(MEASURES)
    assert answer.row_ids(FIGURES)


def test_what_is_named_for_measures_stands_where_they_do(collection):
    """A programme of a proposal to the country stands with it, not in every region whose articles name it."""
    topic = topics(collection)["not-yet"]
    answer = answered(collection, topic, "zh")
    acting = {
        (filed, named)
        for filed, *rows in cells(
            measures(collection, "zh"), ("filed", "measure_id", "actor", "partners", "programme_id")
        )
        if rows[0] in answer.row_ids(MEASURES)
        for named in (rows[1], *rows[2].split("|"), rows[3])
    }
    acting |= {
        (region, entity)
        for region, number, entity in cells(collection.tables["numbers"], ("region_id", "number_id", "entity"))
        if number in gathered(collection, topic, "zh")
    }
    shown = {(region, row.row_id) for region, entry in entries(answer, BODIES) for row in entry.rows}
    assert shown
    assert shown <= acting


def test_silence_is_what_nothing_stands_for(collection):
    """A measure type of a topic is silent in a region just where no row of any table stands there."""
    for topic in topics(collection).values():
        answer = answered(collection, topic, "zh")
        for region in profiled(collection):
            told = {one.measure_type: one.kind for one in answer.silent[region] if one.measure_type}
            expected = {
                name: blank(collection, "type", region, name)
                for name in topic.measure_types
                if not standing(collection, region, name)
            }
            assert told == expected


def test_a_region_without_a_hit_says_so(collection):
    """Of a word that nobody uses every region is silent, and nothing is shown."""
    answer = answered(collection, typed("没有这个词"), "zh")
    assert not any(answer.row_ids(part) for part in PARTS)
    assert all(not answer.reports(region) and answer.silent[region] for region in answer.regions)


@pytest.mark.parametrize("name", [*STRANGE, "both"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_answers_hold_for_collections_of_another_kind(name, language, collection):
    """Every topic and some words are answered, each region with something or a silence."""
    strange = union(collection, bare(collection)) if name == "both" else STRANGE[name](collection)
    for topic in (*topics(strange).values(), typed("夜校"), typed("工人")):
        answer = answered(strange, topic, language)
        assert [region for region in answer.regions if region != NATION] == profiled(strange)
        quiet = [region for regions in answer.quiet().values() for region in regions]
        assert sorted(quiet) == sorted(region for region in profiled(strange) if not answer.reports(region))


def test_a_typed_word_is_kept_nowhere(collection):
    """Asking for words leaves nothing behind that another session could come upon."""
    answered(collection, typed("学徒"), "zh")
    before = len(collection.memo)
    for word in ("我的私事", "学徒工", "3.1万", "apprentice"):
        answered(collection, typed(word), "zh")
    assert len(collection.memo) == before

"""The guard's line over a topic counts the pairs that look alike and names what differs in them."""

from itertools import combinations

from corpus.coding.guard import NOT, apart, compare, guarded
from corpus.topics.answer import FIGURES, answered
from corpus.topics.topic import topics
from corpus.topics.verdict import verdict


def test_pairs_are_those_of_one_group_told_apart(collection):
    """Every pair of one group or indicator, of different articles or bodies, is judged as the guard judges it."""
    figures = guarded(collection)
    for topic in topics(collection).values():
        ids = answered(collection, topic, "zh").meant(FIGURES)
        alike = [
            (one, other)
            for one, other in combinations(ids, 2)
            if (figures[one].group or one)
            and (figures[one].group or figures[one].indicator_id)
            == (figures[other].group or figures[other].indicator_id)
            and apart(figures[one], figures[other])
            and figures[one].first == one
            and figures[other].first == other
        ]
        found = verdict(collection, ids, "zh")
        assert found.pairs == len(alike)
        assert found.forbidden == sum(compare(collection, *pair).verdict == NOT for pair in alike)
        assert bool(found.verdict) == bool(alike)
        assert set(found.differing) == {number for pair in alike for number in pair}


def test_fields_name_what_differs(collection):
    """A count of persons and one of person-times differ in unit; a province's and a county's in level."""
    figures = guarded(collection)
    training = verdict(collection, answered(collection, topics(collection)["training"], "zh").meant(FIGURES), "zh")
    units = {figures[number].unit for number in training.differing}
    assert len(units) > 1
    assert "unit" in training.fields
    contests = answered(collection, topics(collection)["contests"], "zh").meant(FIGURES)
    assert "level" in verdict(collection, contests, "zh").fields


def test_nothing_alike_has_no_verdict(collection):
    """One figure alone is compared with nothing."""
    number = answered(collection, topics(collection)["size"], "zh").meant(FIGURES)[:1]
    assert verdict(collection, number, "en").verdict == ""

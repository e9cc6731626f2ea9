"""What a function does grows with its collection, no faster: counted in calls, which every machine makes alike."""

import cProfile
from math import log

import pytest

from benchmarks.growth import STEEPEST, copied, functions
from corpus.collection.tables import Tables
from corpus.words.tokens import cut

SMALL, LARGE = 2, 8
"""How many times the sources stand in the two collections that are compared."""
FEW = 3000
"""Calls that are not worth comparing: what every collection costs, however small."""
NOT_OURS = {"effects of the lexicon"}
"""What lets jieba cut all texts once more."""
LOOK_UP = Tables.__getitem__.__code__


def work(function):
    """How many calls a function leads to, and how many of them look up a whole table."""
    profile = cProfile.Profile()
    profile.runcall(function)
    calls = {entry.code: entry.callcount for entry in profile.getstats()}
    return sum(calls.values()), calls.get(LOOK_UP, 0)


@pytest.fixture(scope="module")
def works(collection):
    """Function → what it does on the small and on the large collection, each resting on those before it."""
    cut(collection, "先读词典")
    both = [functions(copied(collection, times)) for times in (SMALL, LARGE)]
    return {name: [work(own[name]) for own in both] for name in both[0] if name not in NOT_OURS}


def test_calls_grow_no_faster_than_the_collection(works):
    """Four times the articles, rows and sources lead to about four times the calls, or to fewer."""
    steepness = {
        name: log(large / small) / log(LARGE / SMALL) for name, ((small, _), (large, _)) in works.items() if large > FEW
    }
    assert len(steepness) > len(works) / 2
    assert {name: round(exponent, 2) for name, exponent in steepness.items() if exponent > STEEPEST} == {}


def test_no_table_is_looked_up_article_by_article(works):
    """A whole table is looked up as often for many articles as for few: to go through it for each would be a square."""
    assert {name: (small, large) for name, ((_, small), (_, large)) in works.items() if large > small} == {}


def test_what_grows_like_a_square_is_seen(collection):
    """A function that goes through all articles for each article, or asks for a table each time, is told apart."""

    def calls(times):
        names = list(copied(collection, times).rows["documents"]["document_id"])
        return work(lambda: [len(one) for one in names for _ in names])[0]

    def look_ups(times):
        tables = copied(collection, times).tables
        return work(lambda: [tables["segments"] for _ in tables["documents"]["document_id"]])[1]

    assert log(calls(LARGE) / calls(SMALL)) / log(LARGE / SMALL) > 1.9
    assert look_ups(LARGE) > look_ups(SMALL)

"""A fact told more than once is one fact, whoever counts it."""

from collections import Counter

from corpus.coding.repeats import facts_of, tellings, told_once


def test_tellings_count_every_telling_of_a_fact(collection):
    """Each telling knows how often its fact is told; what is told once says so."""
    numbers = collection.tables["numbers"]
    facts = Counter(row.same_as or row.number_id for row in numbers.itertuples())
    told = tellings(collection)
    assert {number: told[number] for number in numbers["number_id"]} == {
        row.number_id: facts[row.same_as or row.number_id] for row in numbers.itertuples()
    }
    assert max(told.values()) > 1


def test_told_once_keeps_the_first_telling_that_is_there(collection):
    """Of the rows at hand each fact stays once, by a later telling where a selection lacks the first."""
    numbers = collection.tables["numbers"]
    once = told_once(numbers)
    assert set(once["number_id"]) == set(facts_of(numbers))
    repeats = numbers[numbers["same_as"] != ""]
    assert len(repeats) > len(told_once(repeats)) == repeats["same_as"].nunique()
    assert told_once(numbers[:0]).empty

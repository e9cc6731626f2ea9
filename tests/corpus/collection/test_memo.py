"""What is computed once stays; of what readers combine freely only the latest results stay."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from time import sleep

import pytest

from corpus.collection.memo import computed_once, latest_results


def counted(keep):
    """A function under a decorator of the memo, and the arguments it was really called with."""
    calls = []

    @keep
    def doubled(_collection, number):
        calls.append(number)
        return number * 2

    return doubled, calls


def test_result_is_computed_once(collection):
    """The same arguments are computed once for a collection, other arguments and another collection anew."""
    collection = collection.changed()
    doubled, calls = counted(computed_once)
    assert [doubled(collection, 1), doubled(collection, 1), doubled(collection, 2)] == [2, 2, 4]
    assert calls == [1, 2]
    assert doubled(collection.changed(), 1) == 2
    assert calls == [1, 2, 1]


def test_only_the_latest_results_are_kept(collection):
    """What was asked for longest ago goes first; what was asked for again stays."""
    collection = collection.changed()
    doubled, calls = counted(latest_results(2))
    for number in (1, 2, 1, 3, 1, 2):
        assert doubled(collection, number) == number * 2
    assert calls == [1, 2, 3, 2]


def test_nothing_that_readers_choose_is_kept_without_end(collection):
    """A thousand selections leave no more results behind than are to be kept."""
    collection = collection.changed()
    doubled, calls = counted(latest_results(8))
    for number in range(1000):
        doubled(collection, number)
    assert len(calls) == 1000
    assert len(collection.memo) == 8


def test_eight_who_ask_at_once_cause_one_computation(collection):
    """While one computes, the others wait for his result."""
    collection, together, calls = collection.changed(), Barrier(8), []

    @computed_once
    def slow(_collection):
        calls.append(1)
        sleep(0.05)
        return object()

    def ask(_):
        together.wait()
        return slow(collection)

    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(ask, range(8)))
    assert len(calls) == 1
    assert all(result is results[0] for result in results)


def test_failed_computation_leaves_nothing_behind(collection):
    """What cannot be computed is asked for again, and a thousand wrong ids take no room."""
    collection = collection.changed()

    @computed_once
    def failing(_collection, name):
        raise KeyError(name)

    for number in range(1000):
        with pytest.raises(KeyError):
            failing(collection, number)
    assert len(collection.memo) == 0

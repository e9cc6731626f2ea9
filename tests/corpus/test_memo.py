"""What is computed once stays; of what readers combine freely only the latest results stay."""

from dataclasses import replace

from corpus.memo import latest_per_package, once_per_package


def counted(keep):
    """A function under a decorator of the memo, and the arguments it was really called with."""
    calls = []

    @keep
    def doubled(_package, number):
        calls.append(number)
        return number * 2

    return doubled, calls


def test_result_is_computed_once(package):
    """The same arguments are computed once for a package, other arguments and another package anew."""
    package = replace(package, memo={})
    doubled, calls = counted(once_per_package)
    assert [doubled(package, 1), doubled(package, 1), doubled(package, 2)] == [2, 2, 4]
    assert calls == [1, 2]
    assert doubled(replace(package, memo={}), 1) == 2
    assert calls == [1, 2, 1]


def test_only_the_latest_results_are_kept(package):
    """What was asked for longest ago goes first; what was asked for again stays."""
    package = replace(package, memo={})
    doubled, calls = counted(latest_per_package(2))
    for number in (1, 2, 1, 3, 1, 2):
        assert doubled(package, number) == number * 2
    assert calls == [1, 2, 3, 2]


def test_nothing_that_readers_choose_is_kept_without_end(package):
    """A thousand selections leave no more results behind than are to be kept."""
    package = replace(package, memo={})
    doubled, calls = counted(latest_per_package(8))
    for number in range(1000):
        doubled(package, number)
    assert len(calls) == 1000
    assert [len(results) for results in package.memo.values()] == [8]

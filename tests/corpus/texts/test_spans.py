"""A stretch lies in a span when both its ends do."""

import pytest

from corpus.texts.spans import lies_in

SPANS = [(2, 5), (5, 9), (20, 21)]


@pytest.mark.parametrize(("start", "end"), [(2, 5), (3, 4), (5, 9), (20, 21)])
def test_stretch_inside_a_span(start, end):
    """From the first character of a span to its last, the ends included."""
    assert lies_in(SPANS, start, end)


@pytest.mark.parametrize(("start", "end"), [(1, 3), (4, 6), (8, 10), (9, 20), (20, 22), (30, 31)])
def test_stretch_across_or_between_spans(start, end):
    """Neither before, between or after spans, nor from one into the next."""
    assert not lies_in(SPANS, start, end)
    assert not lies_in([], start, end)

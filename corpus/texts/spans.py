"""Stretches of a text, in order and without overlap."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter


def lies_in(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of some spans holds the whole stretch from `start` to the character before `end`."""
    near = bisect_right(spans, start, key=itemgetter(0)) - 1
    return near >= 0 and end <= spans[near][1]

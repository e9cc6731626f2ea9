"""So many run at once; a place goes to the address that has fewest, then to whoever has waited longest."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from components.hosting.turns import LONGEST, Turns


def in_loop(play):
    """What a play gives on an event loop of its own: where a browser was driven before, one runs in this thread."""

    async def played():
        return play()

    with ThreadPoolExecutor(1) as apart:
        return apart.submit(asyncio.run, played()).result()


def test_places_go_round():
    """Two run, two wait; the one from another address is next, though it came last, and is woken."""

    def play():
        turns = Turns(2)
        assert turns.begin("a1", "a", 0) is None
        assert turns.begin("a2", "a", 0) is None
        assert turns.begin("a1", "a", 0) is None
        waits, other = turns.begin("a3", "a", 0), turns.begin("b1", "b", 0)
        assert waits is not None
        assert other is not None
        turns.end("a1")
        assert (waits.done(), other.done()) == (False, True)
        assert turns.begin("b1", "b", 0) is None
        assert turns.begin("a3", "a", 0) is not None
        turns.leave("a3")
        turns.end("a2")
        assert turns.begin("a4", "a", 0) is None

    in_loop(play)


def test_long_run_holds_up_nobody():
    """A run that takes longer than a page does waits for something else, and is no longer counted."""

    def play():
        turns = Turns(1)
        assert turns.begin("slow", "a", 0) is None
        assert turns.begin("next", "a", LONGEST / 2) is not None
        assert turns.begin("next", "a", LONGEST + 0.1) is None

    in_loop(play)

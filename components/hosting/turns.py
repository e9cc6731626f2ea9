"""One session runs its page at a time: the others wait, and the server goes on answering.

A free place goes to the address that has fewest, and there to whoever has waited longest, so that nobody who comes with
many connections is served before one who comes with one.
"""

from asyncio import Future, get_running_loop
from collections import Counter
from collections.abc import Hashable

AT_ONCE = 1
"""Pages that run at once: threads of one interpreter only hinder each other, three take two thirds longer together."""
LONGEST = 0.3
"""Seconds after which a run is no longer counted: ten times what a page takes, it may wait for something else."""


class Turns:
    """Who runs and who waits; whoever waits is woken by a future. To be used on one event loop."""

    def __init__(self, most: int = AT_ONCE) -> None:
        self._most = most
        self._running: dict[Hashable, tuple[str, float]] = {}
        self._waiting: dict[Hashable, tuple[str, Future[None]]] = {}

    def begin(self, who: Hashable, address: str, now: float) -> Future[None] | None:
        """Begin a run, or get a future that is done when it is worth asking again. Who runs already goes on."""
        for one in [one for one, (_, since) in self._running.items() if now - since > LONGEST]:
            del self._running[one]
        if who in self._running:
            return None
        if who not in self._waiting or self._waiting[who][1].done():
            self._waiting[who] = (address, get_running_loop().create_future())
        if who not in self._next():
            return self._waiting[who][1]
        del self._waiting[who]
        self._running[who] = (address, now)
        return None

    def end(self, who: Hashable) -> None:
        """Note that a run has ended, and wake whoever is next."""
        self._running.pop(who, None)
        for one in self._next():
            if not self._waiting[one][1].done():
                self._waiting[one][1].set_result(None)

    def leave(self, who: Hashable) -> None:
        """Forget somebody who has gone."""
        self._waiting.pop(who, None)
        self.end(who)

    def _next(self) -> list[Hashable]:
        """Those for whom there is a place."""
        free = self._most - len(self._running)
        if free <= 0:
            return []
        running = Counter(address for address, _ in self._running.values())
        return sorted(self._waiting, key=lambda one: running[self._waiting[one][0]])[:free]

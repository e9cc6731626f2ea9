"""How many sessions run their page at once: the others wait in the order of their coming, and the server answers."""

from asyncio import Future, get_running_loop
from collections.abc import Hashable

AT_ONCE = 8
"""Pages that run at once: threads of one interpreter take turns, and each waits for all others."""
LONGEST = 3.0
"""Seconds after which a run is no longer counted: it waits for something else than the processor."""


class Turns:
    """Who runs and who waits; whoever waits is woken by a future. To be used on one event loop."""

    def __init__(self, most: int = AT_ONCE) -> None:
        self._most = most
        self._since: dict[Hashable, float] = {}
        self._waiting: dict[Hashable, Future[None]] = {}

    def begin(self, who: Hashable, now: float) -> Future[None] | None:
        """Begin a run, or get a future that is done when it is worth asking again. Who runs already goes on."""
        for one in [one for one, since in self._since.items() if now - since > LONGEST]:
            del self._since[one]
        if who not in self._since:
            free = self._most - len(self._since)
            ahead = list(self._waiting).index(who) if who in self._waiting else len(self._waiting)
            if ahead >= free:
                future = self._waiting.get(who)
                if future is None or future.done():
                    future = self._waiting[who] = get_running_loop().create_future()
                return future
            self._waiting.pop(who, None)
        self._since[who] = now
        return None

    def end(self, who: Hashable) -> None:
        """Note that a run has ended, and wake whoever may be next."""
        self._since.pop(who, None)
        for future in list(self._waiting.values())[: max(0, self._most - len(self._since))]:
            if not future.done():
                future.set_result(None)

    def leave(self, who: Hashable) -> None:
        """Forget somebody who has gone."""
        self._waiting.pop(who, None)
        self.end(who)

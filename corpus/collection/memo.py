"""What is computed of a collection or a codebook is computed once, and lives as long as it does."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import partial, wraps
from threading import Lock, RLock
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

import pandas as pd

P = ParamSpec("P")
R = TypeVar("R")


class _Entry:
    """One result: computed by the first who asks, awaited by the others."""

    __slots__ = ("done", "lock", "value")

    def __init__(self) -> None:
        self.done = False
        # One thread may not wait for itself: a function that needs its own result is a mistake that should be seen.
        self.lock = RLock()
        self.value: Any = None


class Memo:
    """The results kept with one value."""

    def __init__(self) -> None:
        self._results: dict[str, OrderedDict[Hashable, _Entry]] = {}
        self._lock = Lock()
        self._seen = 0

    def result(self, name: str, key: Hashable, compute: Callable[[], R], most: int | None = None) -> R:
        """What `compute` gives for a name and a key: computed once, also when several threads ask at the same time.

        Of the results of a name the `most` asked for last are kept, all where it is None. A computation that fails
        leaves nothing behind. Frames are handed out as copies that share their data until somebody writes.
        """
        with self._lock:
            results = self._results.setdefault(name, OrderedDict())
            entry = results.get(key)
            if entry is None:
                entry = results[key] = _Entry()
            if most:
                results.move_to_end(key)
                while len(results) > most:
                    results.popitem(last=False)
        if not entry.done:
            with entry.lock:
                if not entry.done:
                    try:
                        entry.value = compute()
                        entry.done = True
                    finally:
                        if not entry.done:
                            self._forget(name, key, entry)
        return _own(entry.value)

    def __len__(self) -> int:
        """How many results are kept."""
        return sum(map(len, self._results.values()))

    def has_grown(self) -> bool:
        """Whether more results are kept than when this was asked last."""
        before, self._seen = self._seen, len(self)
        return self._seen > before

    def _forget(self, name: str, key: Hashable, entry: _Entry) -> None:
        with self._lock:
            if self._results[name].get(key) is entry:
                del self._results[name][key]


def _own(value: R) -> R:
    """The value, its frames as copies on write: whoever changes one changes his own."""
    if isinstance(value, pd.DataFrame | pd.Series):
        return value.copy(deep=False)
    if type(value) is tuple and any(isinstance(part, pd.DataFrame) for part in value):
        return tuple(_own(part) for part in value)
    return value


class Remembering(Protocol):
    """A value that keeps what is computed of it."""

    memo: Memo


H = TypeVar("H", bound=Remembering)
_Function = Callable[Concatenate[H, P], R]


def computed_once(function: _Function) -> _Function:
    """Keep the result of `function(value, *arguments)` with the value; arguments are hashable.

    For functions that can be asked few things: the rows and codes of a collection. The result is shared by everybody
    who asks: treat it as read-only.
    """
    return _remembered(function, None)


def latest_results(most: int, *, unless: Callable[..., bool] | None = None) -> Callable[[_Function], _Function]:
    """Like `computed_once`, for what readers combine freely: only the `most` results asked for last are kept.

    Nothing is kept of arguments of which `unless` holds: it is for what a reader has typed.
    """
    return lambda function: _remembered(function, most, unless)


def _remembered(function: _Function, most: int | None, unless: Callable[..., bool] | None = None) -> _Function:
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def remembered(value: H, *arguments: P.args, **named: P.kwargs) -> R:
        if unless and unless(*arguments, **named):
            return function(value, *arguments, **named)
        key = (*arguments, *sorted(named.items()))
        return value.memo.result(name, key, partial(function, value, *arguments, **named), most)

    return remembered

"""What is computed from a package is computed once, and lives as long as the package."""

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import Concatenate, ParamSpec, TypeVar

from corpus.package import Package

P = ParamSpec("P")
R = TypeVar("R")
_Function = Callable[Concatenate[Package, P], R]
_lock = Lock()


def once_per_package(function: _Function) -> _Function:
    """Keep the result of `function(package, *arguments)` with the package; arguments are hashable.

    For functions that can be asked few things: the rows and codes of the package. The result is shared by everybody
    who asks: treat it as read-only.
    """
    return _remembered(function, None)


def latest_per_package(most: int) -> Callable[[_Function], _Function]:
    """Like `once_per_package`, for what readers combine freely: only the `most` results asked for last are kept."""
    return lambda function: _remembered(function, most)


def _remembered(function: _Function, most: int | None) -> _Function:
    name = (function.__module__, function.__qualname__)

    @wraps(function)
    def remembered(package: Package, *arguments: P.args, **named: P.kwargs) -> R:
        results = package.memo.setdefault(name, OrderedDict())
        key = (*arguments, *sorted(named.items()))
        try:
            found = results[key]
        except KeyError:
            found = results[key] = function(package, *arguments, **named)
        if most:
            with _lock:
                if key in results:
                    results.move_to_end(key)
                while len(results) > most:
                    results.popitem(last=False)
        return found

    return remembered

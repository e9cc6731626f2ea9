"""What is computed from a package is computed once, and lives as long as the package."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from corpus.package import Package

P = ParamSpec("P")
R = TypeVar("R")


def once_per_package(
    function: Callable[Concatenate[Package, P], R],
) -> Callable[Concatenate[Package, P], R]:
    """Keep the result of `function(package, *arguments)` with the package; arguments are hashable and positional.

    The result is shared by everybody who asks: treat it as read-only.
    """

    @wraps(function)
    def remembered(package: Package, *arguments: P.args, **named: P.kwargs) -> R:
        key = (function.__module__, function.__qualname__, *arguments, *sorted(named.items()))
        if key not in package.memo:
            package.memo[key] = function(package, *arguments, **named)
        return package.memo[key]

    return remembered

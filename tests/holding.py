"""What is held in memory: the texts that objects have, and those of whatever they lead to."""

import gc
from collections.abc import Iterable, Iterator
from types import BuiltinFunctionType, FrameType, FunctionType, ModuleType
from typing import Any

import numpy as np
import pandas as pd

_NOT_FOLLOWED = (ModuleType, FunctionType, BuiltinFunctionType, FrameType, type)


def texts_of(held: Any) -> Iterator[str]:
    """The texts that an object holds itself; those of a column are in memory that Python does not see."""
    if isinstance(held, pd.api.extensions.ExtensionArray):
        yield str(held.tolist())
    elif isinstance(held, np.ndarray):
        yield str(held.tolist()) if held.dtype == object else ""
    else:
        for part in gc.get_referents(held):
            if isinstance(part, str):
                yield part
            elif isinstance(part, bytes | bytearray):
                yield bytes(part).decode("utf-8", "ignore")


def arrays_of(held: Any) -> Iterable[Any]:
    """The columns of a frame, which no reference leads to that the collector knows."""
    return held._mgr.arrays if isinstance(held, pd.DataFrame | pd.Series) else ()  # noqa: SLF001 no public way


def reached(roots: Iterable[Any]) -> Iterator[Any]:
    """Every object that some lead to, each once; modules, classes, functions and frames are not followed."""
    seen, waiting = set(), list(roots)
    while waiting:
        held = waiting.pop()
        if id(held) in seen or isinstance(held, (*_NOT_FOLLOWED, str, int, float)):
            continue
        seen.add(id(held))
        yield held
        waiting += gc.get_referents(held)
        waiting += arrays_of(held)

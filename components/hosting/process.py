"""How the process shares its processor and its memory among the threads of many sessions."""

import ctypes
import gc
import sys

SWITCH = 0.0005
"""Seconds after which a thread that computes lets another one on.

The thread that sends to all browsers gives way with each message it sends, and a page has dozens: with Python's usual
5 ms it waits longer for its next turn than the page takes.
"""
_ARENAS, _M_ARENA_MAX = 2, -8
_FULL = 2


def share() -> None:
    """Let threads take turns often, spare a run what other sessions hold, and keep free memory in few places."""
    sys.setswitchinterval(SWITCH)
    if set_apart not in gc.callbacks:
        gc.callbacks.append(set_apart)
    if (library := _library()) and hasattr(library, "mallopt"):
        library.mallopt(_M_ARENA_MAX, _ARENAS)


def set_apart(phase: str, info: dict[str, int]) -> None:
    """Take what has outlived a full collection out of the reach of the next one, as a callback of the collector.

    Streamlit collects the whole heap after every run of any session, and so would go through what all of them hold.
    Nearly all of that goes when nobody holds it; what does not waits for `settle`.
    """
    if phase == "stop" and info["generation"] == _FULL:
        gc.freeze()


def trim() -> None:
    """Give memory that is free back to the system, where it can be asked for that."""
    if (library := _library()) and hasattr(library, "malloc_trim"):
        library.malloc_trim(0)


def _library() -> ctypes.CDLL | None:
    return ctypes.CDLL(None) if sys.platform == "linux" else None

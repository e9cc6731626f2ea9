"""How the process shares its processor and its memory among the threads of many sessions."""

import ctypes
import sys

SWITCH = 0.0005
"""Seconds after which a thread that computes lets another one on.

The thread that sends to all browsers gives way with each message it sends, and a page has dozens: with Python's usual
5 ms it waits longer for its next turn than the page takes.
"""
_ARENAS, _M_ARENA_MAX = 2, -8


def share() -> None:
    """Let threads take turns often, and keep what they free in few places, from which others can take it."""
    sys.setswitchinterval(SWITCH)
    if (library := _library()) and hasattr(library, "mallopt"):
        library.mallopt(_M_ARENA_MAX, _ARENAS)


def trim() -> None:
    """Give memory that is free back to the system, where it can be asked for that."""
    if (library := _library()) and hasattr(library, "malloc_trim"):
        library.malloc_trim(0)


def _library() -> ctypes.CDLL | None:
    return ctypes.CDLL(None) if sys.platform == "linux" else None

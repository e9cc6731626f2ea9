"""The curated collection of this process: read once, checked once, shared read-only. The one module that caches."""

import gc
import logging
import os
from pathlib import Path

import streamlit as st

from components.frame.language import say, say_in
from components.frame.markdown import literal
from corpus.checks.folder import check_folder
from corpus.collection.collection import Collection
from corpus.collection.memo import Memo
from corpus.paths import DATA, SEEDS

_log = logging.getLogger(__name__)
# In a module global, not in Streamlit's cache, which any visitor's client could flush.
_memo = Memo()


def curated() -> Collection:
    """The checked collection; stops the page with one line that says where, when a rule is broken."""
    collection, problem = checked()
    if collection is None:
        st.error(say("app.refuses", where=literal(problem)))
        st.stop()
    return collection


def checked() -> tuple[Collection | None, str]:
    """The collection and "", or None and its first problem: for whoever asks outside a page.

    Read and checked by the first who asks, awaited by the others, and anew when a file has changed.
    """
    return _memo.result("checked", (_stamp(DATA), _stamp(SEEDS)), _checked, 1)


def settle() -> None:
    """Take all there is out of the reach of the collector: Streamlit collects the whole heap after every run."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """What tells one state of a folder from another: names, sizes and times of its files."""
    if not folder.is_dir():
        return ()
    with os.scandir(folder) as entries:
        return tuple(sorted((entry.name, (stat := entry.stat()).st_size, stat.st_mtime_ns) for entry in entries))


def _checked() -> tuple[Collection | None, str]:
    try:
        collection, problems = check_folder(DATA, SEEDS)
        problem = str(problems[0]) if problems else ""
    except Exception as error:  # noqa: BLE001 a rule has met what it was not made for: that is no sound collection
        problem = f"{error!r} → python -m corpus check"
    if problem:
        _log.error(say_in("en", "app.refuses", where=problem))
        return None, problem
    settle()
    return collection, ""

"""The curated collection of this process: read once, checked once, shared read-only. The one module that caches."""

import gc
import logging
import os
from pathlib import Path

import streamlit as st

from components.frame.language import current, say, say_in
from components.frame.markdown import literal
from corpus.checks.folder import check_folder
from corpus.collection.collection import Collection
from corpus.collection.memo import Memo
from corpus.paths import DATA, SEEDS
from corpus.problem import Problem

_log = logging.getLogger(__name__)
# In a module global, not in Streamlit's cache, which any visitor's client could flush.
_memo = Memo()


def curated() -> Collection:
    """The checked collection; stops the page with one line that says where, when a rule is broken."""
    collection, problem = checked()
    if problem:
        st.error(say("app.refuses", where=literal(problem.said(current()))))
        st.stop()
    return collection


def checked() -> tuple[Collection | None, Problem | None]:
    """The collection and None, or None and its first problem: for whoever asks outside a page.

    Read and checked by the first who asks, awaited by the others, and anew when a file has changed.
    """
    return _memo.result("checked", (_stamp(DATA), _stamp(SEEDS)), _checked, 1)


def settle() -> None:
    """Take all there is out of the reach of the collector: Streamlit collects the whole heap after every run."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def settle_kept(collection: Collection) -> None:
    """Take what a collection keeps more than at the run before out of the collector's reach, without collecting.

    What of it is garbage is found when all is settled again, as happens whenever a session ends.
    """
    if collection.memo.has_grown():
        gc.freeze()


def _stamp(folder: Path) -> tuple[tuple[str, int, int, int], ...]:
    """What tells one state of a folder from another: names, sizes and times of its files; () where it is closed."""
    try:
        with os.scandir(folder) as entries:
            return tuple(sorted(_state(entry) for entry in entries))
    except OSError:
        return ()


def _state(entry: os.DirEntry) -> tuple[str, int, int, int]:
    try:
        stat = entry.stat()
    except OSError:  # a link that leads nowhere
        return entry.name, -1, 0, 0
    return entry.name, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns


def _checked() -> tuple[Collection | None, Problem | None]:
    collection, found = check_folder(DATA, SEEDS)
    problem = next((problem for problem in found if problem.severity == "problem"), None)
    if problem:
        _log.error(say_in("en", "app.refuses", where=problem.said("en")))
        return None, problem
    settle()
    return collection, None

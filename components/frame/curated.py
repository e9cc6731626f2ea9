"""The curated collection of this process: read once, checked once, shared read-only. The one module that caches."""

import gc
import os
from functools import lru_cache
from pathlib import Path

import streamlit as st

from components.frame.language import say
from components.frame.markdown import literal
from corpus.checks import run_checks
from corpus.collection.collection import Collection
from corpus.collection.folder import load
from corpus.paths import DATA, SEEDS
from corpus.problem import Problem


def curated() -> Collection:
    """The checked collection; stops the page with one line that says where, when a rule is broken.

    It lives in a module global, not in Streamlit's cache, which any visitor's client could flush.
    """
    collection, problem = _checked(_stamp(DATA), _stamp(SEEDS))
    if collection is None:
        st.error(say("app.refuses", where=literal(str(problem))))
        st.stop()
    return collection


def _stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """What tells one state of a folder from another: names, sizes and times of its files."""
    with os.scandir(folder) as entries:
        return tuple(sorted((entry.name, (stat := entry.stat()).st_size, stat.st_mtime_ns) for entry in entries))


@lru_cache(maxsize=1)
def _checked(_data: tuple, _seeds: tuple) -> tuple[Collection | None, Problem | str]:
    try:
        collection = load(DATA, SEEDS)
    except (OSError, ValueError) as error:
        return None, str(error)
    problems = run_checks(collection, DATA)
    if problems:
        return None, problems[0]
    # Streamlit collects the whole heap after every run; what never dies need not be looked at again.
    gc.collect()
    gc.freeze()
    return collection, ""

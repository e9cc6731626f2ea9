"""`streamlit run`, each script run timed: a line "script whole processor own" (ns) in the file named by RUN_TIMES.

A whole run lasts until its thread is free again: callbacks, script, widget state, and the collection of garbage that
Streamlit does after every run; "script" is the same without full collections. "Processor" is what the process spent
during the whole run, so the sending of messages counts; "own" is what the run's own thread spent, which neither the
sending nor other programs are in.
"""

import gc
import os
import time
from collections.abc import Callable
from pathlib import Path

from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.web import cli

_times = Path(os.environ["RUN_TIMES"])
_collections: list[int] = []


def _note_collection(phase: str, info: dict[str, int]) -> None:
    """Add up what full collections take."""
    if info["generation"] == 2:  # noqa: PLR2004 the oldest generation: a full collection
        now = time.perf_counter_ns()
        _collections.append(-now if phase == "start" else now)


def _timed(run_script: Callable) -> Callable:
    """A script run that writes its times down."""

    def run(*arguments: object) -> None:
        _collections.clear()
        wall, processor, own = time.perf_counter_ns(), time.process_time_ns(), time.thread_time_ns()
        try:
            run_script(*arguments)
        finally:
            own = time.thread_time_ns() - own
            wall, processor = time.perf_counter_ns() - wall, time.process_time_ns() - processor
            with _times.open("a") as file:
                file.write(f"{wall - sum(_collections)} {wall} {processor} {own}\n")

    return run


gc.callbacks.append(_note_collection)
# Streamlit offers no hook around a run; should the name change, the server does not start and the benchmark says so.
ScriptRunner._run_script = _timed(ScriptRunner._run_script)  # noqa: SLF001
cli.main(prog_name="streamlit")

"""Files taken in processes apart: whatever a file does, the server goes on, and the other files are read."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field

from corpus.intake.limits import LIMITS, MEGABYTE, Held, Limits, too_big
from corpus.intake.magic import signed
from corpus.intake.source import RefusedError, Said, Source
from corpus.intake.take import can_scan
from corpus.intake.wire import most_bytes, packed_file, unpacked_source
from corpus.paths import ROOT
from corpus.problem import messages


@dataclass(frozen=True)
class Bounds:
    """What reading one file may take: seconds of the processor, seconds in all, bytes of address space."""

    seconds: int = 8
    wall: float = 12.0
    memory: int = 512 * 1024 * 1024


BOUNDS = Bounds()
SCAN_BOUNDS = Bounds(seconds=120, wall=90.0, memory=4096 * 1024 * 1024)
"""For pictures, whose models alone take more than a text may."""
AT_ONCE = max(2, os.cpu_count() or 1)
"""How many files the whole server reads at the same time."""
_PLACES = threading.BoundedSemaphore(AT_ONCE)
_SCANS = threading.BoundedSemaphore(1)
"""Pictures wait for one another, and no text for them: one takes all processors for seconds."""
_LONGEST_WAIT = {True: 600.0, False: 60.0}
"""Seconds that a picture, or any other file, waits for its turn."""
_KEPT = ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH", "SYSTEMROOT")
"""What a reading process is told of the server's environment."""
_QUIET = {
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONUTF8": "1",
    "MALLOC_ARENA_MAX": "2",
    "OPENBLAS_NUM_THREADS": "1",
}


@dataclass
class _Running:
    """The processes of one call, so that all of them end when nobody waits any more."""

    processes: set[subprocess.Popen] = field(default_factory=set)
    over: threading.Event = field(default_factory=threading.Event)


def take_apart(
    files: Iterable[tuple[str, bytes]],
    limits: Limits = LIMITS,
    bounds: Bounds = BOUNDS,
    held: Held | None = None,
) -> Iterator[Source | RefusedError]:
    """What becomes of each file (name, content), as it is known: its text, or why there is none.

    `held` is what the session has taken in before. Each file is read by a process that ends for sure; nothing of it
    touches a disk. Whoever stops asking stops the reading.
    """
    held = held or Held()
    admitted, refused = admit(files, limits, held)
    yield from refused
    if not admitted:
        return
    running = _Running()
    pages, characters = held.pages, held.characters
    pool = ThreadPoolExecutor(min(len(admitted), AT_ONCE))
    try:
        asked: list[Future] = [
            pool.submit(_taken, name, content, limits, bounds, running) for name, content in admitted
        ]
        for done in as_completed(asked):
            result = done.result()
            if isinstance(result, Source):
                pages, characters = pages + result.pages, characters + len(result.text)
                if pages > limits.pages or characters > limits.characters:
                    pages, characters = pages - result.pages, characters - len(result.text)
                    result = RefusedError(result.name, Said("session_full"))
            yield result
    finally:
        running.over.set()
        for process in tuple(running.processes):
            _end(process)
        pool.shutdown(wait=True, cancel_futures=True)


def admit(
    files: Iterable[tuple[str, bytes]], limits: Limits, held: Held
) -> tuple[list[tuple[str, bytes]], list[RefusedError]]:
    """The files that a session may still take by their number and size, and why the others may not."""
    admitted, refused = [], []
    count, size = held.files, held.size
    for name, content in files:
        if wrong := too_big(name, len(content), limits):
            refused.append(wrong)
        elif count >= limits.files:
            refused.append(RefusedError(name, Said("too_many_files", {"most": limits.files})))
        elif size + len(content) > limits.session_size:
            refused.append(RefusedError(name, Said("session_too_big", {"most": limits.session_size // MEGABYTE})))
        else:
            admitted.append((name, content))
            count, size = count + 1, size + len(content)
    return admitted, refused


def _taken(name: str, content: bytes, limits: Limits, bounds: Bounds, running: _Running) -> Source | RefusedError:
    """What becomes of one file, once the server has a place for it."""
    if signed(content) == "image" and can_scan():
        bounds = SCAN_BOUNDS
    drawn = bounds == SCAN_BOUNDS
    places, until = _SCANS if drawn else _PLACES, time.monotonic() + _LONGEST_WAIT[drawn]
    while not places.acquire(timeout=0.2):
        if running.over.is_set() or time.monotonic() > until:
            return RefusedError(name, Said("server_busy"))
    try:
        sent, ended = _answered(packed_file(name, content, limits), most_bytes(limits), bounds, running)
    except OSError:
        # The system has no room for another process.
        return RefusedError(name, Said("server_busy"))
    finally:
        places.release()
    if sent:
        result = unpacked_source(name, sent, limits, messages()["intake"])
        needs_scan = isinstance(result, RefusedError) and result.said.key == "pdf_needs_ocr"
        if needs_scan and can_scan() and not drawn:
            return _taken(name, content, limits, SCAN_BOUNDS, running)
        return result
    slow = ended in {"late", -getattr(signal, "SIGXCPU", 0), -getattr(signal, "SIGALRM", 0)}
    return RefusedError(name, Said("too_slow" if slow else "too_heavy"))


def _answered(sent: bytes, most: int, bounds: Bounds, running: _Running) -> tuple[bytes, int | str]:
    """What a process answers, b"" where it does not, and how it ended: its code, or "late" if it had to be ended."""
    late = threading.Event()
    process = subprocess.Popen(  # noqa: S603 our own program, and no word of a file among its arguments
        [
            *(sys.executable, "-m", "corpus.intake.worker"),
            *(str(bounds.seconds), str(bounds.wall), str(bounds.memory)),
            *(["scan"] if bounds == SCAN_BOUNDS else []),
        ],
        cwd=ROOT,
        env={name: os.environ[name] for name in _KEPT if name in os.environ} | _QUIET,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    running.processes.add(process)

    def end_late() -> None:
        late.set()
        _end(process)

    clock = threading.Timer(bounds.wall + 1, end_late)
    clock.daemon = True
    clock.start()
    try:
        if running.over.is_set():
            _end(process)
        with contextlib.suppress(OSError):
            process.stdin.write(sent)
        with contextlib.suppress(OSError):
            process.stdin.close()
        answer = process.stdout.read(most + 1)
    finally:
        clock.cancel()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(1)  # it has written all it had to say, or was ended
        _end(process)
        process.stdout.close()
        process.wait()
        running.processes.discard(process)
    whole = process.returncode == 0 and len(answer) <= most
    return (answer if whole else b""), ("late" if late.is_set() else process.returncode)


def _end(process: subprocess.Popen) -> None:
    """End a process and whatever it has started."""
    with contextlib.suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()

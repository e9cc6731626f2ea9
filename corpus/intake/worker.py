"""One file read in a process of its own: `python -m corpus.intake.worker SECONDS WALL MEMORY [scan]`.

Its bytes come in and what became of it goes out as bytes. With `scan` the pages of a PDF are read as pictures.
"""

import signal
import sys

from corpus.intake.magic import signed
from corpus.intake.source import RefusedError
from corpus.intake.take import take, take_drawn
from corpus.intake.wire import packed_source, unpacked_file


def bound(seconds: int, wall: float, memory: int) -> None:
    """Let this process take no more processor time (s), time (s) and address space (bytes), and write no file.

    The system ends it where it takes more of the first two. Does nothing where a system knows no such limits.
    """
    try:
        import resource  # noqa: PLC0415 not on every system
    except ImportError:
        return
    for kind, most in (
        (resource.RLIMIT_CPU, (seconds, seconds + 1)),
        (resource.RLIMIT_AS, (memory, memory)),
        (resource.RLIMIT_FSIZE, (0, 0)),
        (resource.RLIMIT_CORE, (0, 0)),
    ):
        try:
            resource.setrlimit(kind, most)
        except (ValueError, OSError):  # a limit that is lower already
            continue
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, wall)


def main() -> None:
    """Read one file from the standard input, and write what became of it."""
    seconds, wall, memory, *how = sys.argv[1:]
    bound(int(seconds), float(wall), int(memory))
    name, content, limits = unpacked_file(sys.stdin.buffer.read())
    if signed(content) == "zip":
        # openpyxl loads it to know its numbers; no file holds one, and it takes longer than most files.
        sys.modules["numpy"] = None
    try:
        result = take_drawn(name, content, limits) if how else take(name, content, limits)
    except RefusedError as refused:
        result = refused
    sys.stdout.buffer.write(packed_source(result))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()

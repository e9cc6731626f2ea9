"""The app beside Datasette over the same tables, in one run: a page, a filter, memory, start.

Datasette is no dependency. Give it an environment of its own, and this script the program in it:

    python -m venv ../datasette && ../datasette/bin/pip install datasette
    python benchmarks/datasette.py ../datasette/bin/datasette
"""

import argparse
import asyncio
import csv
import os
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from harness import APP, ROOT, serve
from load import Held, held
from reader import arriving

_PATIENCE = 60
_WARM = 2
_REGION = "440705"
_DIVISION = "-" * 88


@dataclass
class Side:
    """A server that is measured: its address, process, seconds from start to its first page of data."""

    url: str
    process: int
    first: float
    begun: Held


def made(folder: Path) -> Path:
    """An SQLite file of all tables of the data package: every column as text, as it stands in its CSV."""
    place = folder / "collection.db"
    with closing(sqlite3.connect(place)) as database, database:
        for path in sorted((ROOT / "data").glob("*.csv")):
            with path.open(encoding="utf-8", newline="") as file:
                head, *rows = csv.reader(file)
            columns = ", ".join(f'"{name}"' for name in head)
            database.execute(f'CREATE TABLE "{path.stem}" ({columns})')
            marks = ", ".join("?" * len(head))
            database.executemany(f'INSERT INTO "{path.stem}" VALUES ({marks})', rows)  # noqa: S608 names of our tables
    return place


def got(address: str) -> float:
    """The seconds until all of an answer is here."""
    asked = time.perf_counter()
    with urlopen(address, timeout=_PATIENCE) as answer:  # noqa: S310 our own server
        answer.read()
    return time.perf_counter() - asked


@contextmanager
def datasette(program: str) -> Iterator[Side]:
    """Datasette on all tables, until the block ends."""
    with tempfile.TemporaryDirectory() as name, socket.socket() as free:
        database = made(Path(name))
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        started = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 the program that was asked for
            [program, "serve", "--immutable", str(database), "--host", "127.0.0.1", "--port", str(port)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        url = f"http://127.0.0.1:{port}/collection"
        try:
            while process.poll() is None:
                with suppress(OSError):
                    got(f"{url}/numbers")
                    break
                time.sleep(0.01)
            yield Side(url, process.pid, time.perf_counter() - started, held(process.pid))
        finally:
            process.terminate()
            process.wait(10)


@contextmanager
def ours() -> Iterator[Side]:
    """The app, until the block ends."""
    with serve(APP) as server:
        asyncio.run(_page(server.url))
        yield Side(server.url, server.process, time.perf_counter() - server.started, held(server.process))


async def _page(url: str) -> float:
    async with arriving(url, 0) as reader:
        return await reader.step("numbers", "") or 0.0


async def _filtered(url: str) -> float:
    async with arriving(url, 0) as reader:
        await reader.step("numbers", "")
        return await reader.step("numbers", "filter") or 0.0


def main() -> None:
    """Start both, ask both in turn, print medians."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", help="where Datasette's program is")
    parser.add_argument("--runs", type=int, default=15, help="measured turns, after warm-up (%(default)s)")
    asked = parser.parse_args()
    version = subprocess.run([asked.program, "--version"], check=True, capture_output=True, text=True)  # noqa: S603
    print(f"{version.stdout.strip()}; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    with datasette(asked.program) as other, ours() as app:
        scenes: dict[str, tuple[Callable[[], float], Callable[[], float]]] = {
            "page of figures": (
                lambda: got(f"{other.url}/numbers?_size=100"),
                lambda: asyncio.run(_page(app.url)),
            ),
            "filtered to a region": (
                lambda: got(f"{other.url}/numbers?_size=100&region_id={_REGION}"),
                lambda: asyncio.run(_filtered(app.url)),
            ),
            "rows of a region as CSV": (
                lambda: got(f"{other.url}/numbers.csv?_size=max&region_id={_REGION}"),
                lambda: got(f"{app.url}/api/numbers.csv?region={_REGION}"),
            ),
        }
        print(f"{'median':<34}{'datasette':>16}{'app':>16}{'ratio':>12}\n{_DIVISION}")
        _line("start to first page, s (once)", other.first, app.first, 2)
        _line("memory after it, MB", other.begun.memory, app.begun.memory)
        for name, sides in scenes.items():
            turns = [[ask() for ask in sides] for _ in range(_WARM + asked.runs)][_WARM:]
            _line(f"{name}, ms", *(1000 * statistics.median(turn[side] for turn in turns) for side in (0, 1)))
        _line("memory after all, MB", held(other.process).memory, held(app.process).memory)
    print(_INCLUDED)


def _line(name: str, other: float, app: float, places: int = 0) -> None:
    print(f"{name:<34}{other:>16.{places}f}{app:>16.{places}f}{app / other:>12.2f}", flush=True)


_INCLUDED = """\
What each includes.
Datasette: a page is one HTTP answer on a connection of its own, the HTML of up to 100 rows of one table with the count
of all; no chart, no check of what is shown, in English.
The app: a page is a new session with its socket and all that it draws (every figure of the collection, pictures,
filters with counts, what a row opens); a filter is a rerun of a session that is there; both until the last message.
Neither: what a browser then does.
Start and memory: Datasette opens a file; the app reads, checks and counts the collection, cuts its texts and runs its
first page before it answers.
CSV: the same rows; the app's have their sentence, source and link beside them."""


if __name__ == "__main__":
    sys.exit(main())

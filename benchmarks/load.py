"""Many readers at once on one server process: how long they wait, what fails, what the process holds meanwhile.

steady: N sessions that think, compared with a single one in the same run; at-once: N that arrive in the same moment;
slope: many sessions in turn; idle: what is left of N sessions after they have left.
"""

import argparse
import asyncio
import itertools
import os
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from harness import APP, Server, serve
from reader import WALK, Fault, Step, arriving

_ALONE = 4
"""Walks of the single session that the others are compared with."""
_PAUSE = 0.2
"""Seconds for which the single session thinks: nobody else is there whom it could meet."""
_LEAVING = 30
"""Seconds after the last session has left for which the server is watched."""
_EACH = 100
"""Sessions between two readings of the slope."""


@dataclass
class Tally:
    """What readers have met: seconds of each step, faults by what they said."""

    seconds: list[float] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)

    def line(self, name: str, alone: "Tally | None" = None) -> None:
        """Print median, 95th percentile and worst of the steps in ms, and their ratios to a single session's."""
        cells = [1000 * value for value in _spread(self.seconds)]
        ratios = (
            "".join(
                f"{value / 1000 / one:>9.2f}" for value, one in zip(cells[:2], _spread(alone.seconds), strict=False)
            )
            if alone
            else ""
        )
        figures = "".join(f"{value:>9.0f}" for value in cells)
        print(f"{name:<28}{len(self.seconds):>8}{figures}{self.faults.total():>9}{ratios}", flush=True)
        for said, count in self.faults.most_common(5):
            print(f"    {count} × {said}")


def _spread(values: Sequence[float]) -> tuple[float, float, float]:
    """Median, 95th percentile and the worst."""
    if not values:
        return (float("nan"),) * 3
    ordered = sorted(values)
    return statistics.median(ordered), ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))], ordered[-1]


_HEAD = f"{'ms':<28}{'steps':>8}{'p50':>9}{'p95':>9}{'worst':>9}{'errors':>9}{'p50 ×':>9}{'p95 ×':>9}"


@dataclass(frozen=True)
class Held:
    """What a process holds: resident memory in MB, file handles, threads; processor seconds so far."""

    memory: float
    handles: int
    threads: int
    processor: float

    def __str__(self) -> str:
        """In words."""
        return f"{self.memory:6.0f} MB, {self.handles:4} handles, {self.threads:3} threads"


def held(process: int) -> Held:
    """What a process holds at this moment."""
    place = Path(f"/proc/{process}")
    status = dict(line.split(":", 1) for line in (place / "status").read_text().splitlines() if ":" in line)
    user, system = (place / "stat").read_text().rsplit(")", 1)[1].split()[11:13]
    return Held(
        int(status["VmRSS"].split()[0]) / 1024,
        len(list((place / "fd").iterdir())),
        int(status["Threads"]),
        (int(user) + int(system)) / os.sysconf("SC_CLK_TCK"),
    )


@contextmanager
def watched(process: int, most: list[Held]) -> Iterator[None]:
    """Note what a process holds twice a second while the block runs, on the loop that runs it."""

    async def watch() -> None:
        while True:
            most.append(held(process))
            await asyncio.sleep(0.5)

    task = asyncio.get_running_loop().create_task(watch())
    try:
        yield
    finally:
        task.cancel()


async def walking(server: Server, seed: int, tally: Tally, think: float, steps: Iterator[Step]) -> None:
    """A session that takes steps for as long as there are any, and comes back after a fault.

    A step that a page does not offer costs no time and is not counted.
    """
    for first in steps:
        try:
            async with arriving(server.url, seed) as reader:
                for step in itertools.chain((first,), steps):
                    seconds = await reader.step(*step)
                    if seconds is not None:
                        tally.seconds.append(seconds)
                        await asyncio.sleep(think * reader.chance.uniform(0.75, 1.25))
        except Fault as fault:
            tally.faults[str(fault)] += 1
            await asyncio.sleep(think)


async def _warm(server: Server) -> None:
    """Walk once, so that what is computed once is there; what goes wrong here shows in every later walk."""
    await walking(server, 0, Tally(), 0, iter(WALK))


async def steady(server: Server, sessions: int, think: float, minutes: float) -> None:
    """A single session, then many for some minutes."""
    started = held(server.process)
    await _warm(server)
    warm = held(server.process)
    print(_HEAD)
    alone, many, noted = Tally(), Tally(), []
    await walking(server, 1, alone, _PAUSE, iter(WALK * _ALONE))
    alone.line("1 session")
    before, clock, own = held(server.process), time.monotonic(), time.process_time()
    until = clock + 60 * minutes

    async def late(seed: int) -> None:
        # They come in one by one within a time of thinking, as readers do who have nothing to do with each other.
        await asyncio.sleep(think * (seed % sessions) / sessions)
        # Nor do they all turn to the same page in the same moment.
        steps = itertools.islice(itertools.cycle(WALK), seed % len(WALK), None)
        walk = itertools.takewhile(lambda _: time.monotonic() < until, steps)
        await walking(server, seed, many, think, walk)

    with watched(server.process, noted):
        await asyncio.gather(*(late(2 + seed) for seed in range(sessions)))
    spent, passed = held(server.process).processor - before.processor, time.monotonic() - clock
    many.line(f"{sessions} sessions, {think:g} s think", alone)
    print(f"server busy {spent / passed:.0%} of a processor, readers {(time.process_time() - own) / passed:.0%}")
    print(
        f"processor a step: {1000 * spent / max(1, len(many.seconds)):.0f} ms; {len(many.seconds) / passed:.1f} steps/s"
    )
    _told(started, warm, noted)


def _told(started: Held, warm: Held, noted: Sequence[Held]) -> None:
    print(f"at the start       {started}")
    print(f"before they came   {warm}")
    if noted:
        most = Held(*(max(getattr(one, name) for one in noted) for name in ("memory", "handles", "threads")), 0)
        print(f"most with sessions {most}")


async def at_once(server: Server, sessions: int) -> None:
    """Single arrivals, then many in the same moment; each opens a page and does one thing on it."""

    async def arrive(seed: int, tally: Tally) -> None:
        page, _ = WALK[seed % len(WALK)]
        try:
            async with arriving(server.url, seed) as reader:
                for act in ("", "open"):
                    seconds = await reader.step(page, act)
                    if seconds is not None:
                        tally.seconds.append(seconds)
        except Fault as fault:
            tally.faults[str(fault)] += 1

    started = held(server.process)
    await _warm(server)
    warm = held(server.process)
    print(_HEAD)
    alone, many, noted = Tally(), Tally(), []
    for seed in range(len(WALK)):
        await arrive(seed, alone)
    alone.line("one by one")
    with watched(server.process, noted):
        await asyncio.gather(*(arrive(seed, many) for seed in range(sessions)))
    many.line(f"{sessions} at once", alone)
    _told(started, warm, noted)


async def slope(server: Server, sessions: int) -> None:
    """Sessions in turn, each at two pages; the slope is fitted to the second half."""
    await _warm(server)
    tally, readings = Tally(), []
    print(f"{'sessions':>8}   held")
    for seed in range(sessions):
        try:
            async with arriving(server.url, seed) as reader:
                for at in (seed, seed + 1):
                    tally.seconds.append(await reader.step(WALK[at % len(WALK)][0], ""))
        except Fault as fault:
            tally.faults[str(fault)] += 1
        if (seed + 1) % min(_EACH, max(1, sessions // 4)) == 0:
            readings.append((seed + 1, held(server.process)))
            print(f"{seed + 1:>8}   {readings[-1][1]}", flush=True)
    later = readings[len(readings) // 2 - 1 :]
    for name, unit, times in (("memory", "kB", 1024), ("handles", "handles", 1)):
        fit = statistics.linear_regression([at for at, _ in later], [getattr(one, name) * times for _, one in later])
        print(f"slope of the second half: {fit.slope:+.3f} {unit} a session")
    print(_HEAD)
    tally.line(f"{sessions} sessions in turn")
    await left(server, readings[0][1])


async def idle(server: Server, sessions: int) -> None:
    """Many sessions that walk once, then nobody; and the same once more, when all that is computed once is there."""
    started = held(server.process)
    await _warm(server)
    await asyncio.sleep(_LEAVING)
    for _ in range(2):
        before, tally, noted = held(server.process), Tally(), []
        with watched(server.process, noted):
            await asyncio.gather(*(walking(server, 2 + seed, tally, _PAUSE, iter(WALK)) for seed in range(sessions)))
        print(_HEAD)
        tally.line(f"{sessions} sessions")
        _told(started, before, noted)
        await left(server, before)


async def left(server: Server, before: Held) -> None:
    """What the server holds in the seconds after the last session has left, when nothing has changed left out."""
    print(f"seconds since the last has left, on an idle server; before: {before}")
    said = ""
    for second in range(_LEAVING + 1):
        now = held(server.process)
        line = f"{now}   {now.memory - before.memory:+6.0f} MB {now.handles - before.handles:+4} handles"
        if line != said or second == _LEAVING:
            print(f"{second:>8}   {line}", flush=True)
        said = line
        await asyncio.sleep(1)


def main() -> None:
    """Serve the app and let readers come."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mode", choices=("steady", "at-once", "slope", "idle"))
    parser.add_argument("--sessions", type=int, help="how many come (50; slope: 1200)")
    parser.add_argument("--think", type=float, default=2.0, help="seconds between two steps of a session (%(default)s)")
    parser.add_argument("--minutes", type=float, default=2.0, help="how long steady sessions stay (%(default)s)")
    parser.add_argument("--handles", type=int, default=0, help="file handles that the server may hold (as usual)")
    asked = parser.parse_args()
    sessions = asked.sessions or (1200 if asked.mode == "slope" else 50)
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    with serve(APP, handles=asked.handles) as server:
        match asked.mode:
            case "steady":
                asyncio.run(steady(server, sessions, asked.think, asked.minutes))
            case "at-once":
                asyncio.run(at_once(server, sessions))
            case "slope":
                asyncio.run(slope(server, sessions))
            case "idle":
                asyncio.run(idle(server, sessions))


if __name__ == "__main__":
    sys.exit(main())

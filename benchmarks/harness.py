"""What the benchmarks share: a server of its own for each script, a browser, and a table of ratios."""

import argparse
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
APP = ROOT / "app.py"
STILL = 0.4
"""Seconds without a change after which a page is at rest."""
_PATIENCE = 60


def runs(description: str, default: int) -> int:
    """The command line that all benchmarks have: how many runs to measure."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--runs", type=int, default=default, help="measured runs of each, after warm-up (%(default)s)")
    asked = parser.parse_args().runs
    if asked < 1:
        parser.error("--runs must be at least 1")
    return asked


@dataclass(frozen=True)
class Server:
    """A running server: its address, when its process was started (`time.perf_counter`), its timed script runs.

    `process` is the id of that process.
    """

    url: str
    started: float
    times: Path
    process: int = 0

    def script_runs(self) -> list[tuple[float, float, float, float]]:
        """Script, whole, processor and own time of the script runs so far, in ms (see timed_server.py)."""
        lines = self.times.read_text().splitlines() if self.times.exists() else []
        return [tuple(int(part) / 1e6 for part in line.split()) for line in lines]

    def runs_after(self, count: int) -> list[tuple[float, float, float, float]]:
        """The script runs after the first `count`, once there is one and no other follows at once."""
        end = time.monotonic() + _PATIENCE
        while len(self.script_runs()) <= count:
            if time.monotonic() > end:
                message = f"{self.url} ran no script in {_PATIENCE} s"
                raise TimeoutError(message)
            time.sleep(0.02)
        time.sleep(STILL)
        return self.script_runs()[count:]


@contextmanager
def serve(script: Path, *, timed: bool = False, handles: int = 0) -> Iterator[Server]:
    """Serve a script in a process of its own, until the block ends; it may hold so many file `handles` (0: as usual).

    A script other than the app is copied into a folder with the app's configuration and static files.
    """
    with tempfile.TemporaryDirectory() as name, socket.socket() as free:
        folder = Path(name)
        if script != APP:
            for part in (".streamlit", "static"):
                shutil.copytree(ROOT / part, folder / part)
            script = Path(shutil.copy(script, folder))
        free.bind(("127.0.0.1", 0))
        address = free.getsockname()
        free.close()
        program = [str(HERE / "timed_server.py")] if timed else ["-m", "streamlit"]
        options = ["--server.headless", "true", "--server.address", address[0], "--server.port", str(address[1])]
        times = folder / "times"
        with (folder / "log").open("w+") as log:
            started = time.perf_counter()
            bounds = ["prlimit", f"--nofile={handles}:{handles}"] if handles else []
            process = subprocess.Popen(  # noqa: S603 our own script
                [*bounds, sys.executable, *program, "run", script.name, *options],
                cwd=script.parent,
                env={**os.environ, "RUN_TIMES": str(times)},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
            try:
                url = f"http://{address[0]}:{address[1]}"
                _wait_for_answer(process, url, log.name)
                yield Server(url, started, times, process.pid)
            finally:
                _end(process)


def _wait_for_answer(process: subprocess.Popen, url: str, log: str) -> None:
    """Wait until the server is healthy; its port is open before that, and who comes early waits."""
    while process.poll() is None:
        with suppress(OSError), urlopen(f"{url}/_stcore/health", timeout=_PATIENCE):  # noqa: S310 our own server
            return
        time.sleep(0.005)
    message = f"the server ended at once:\n{Path(log).read_text()[-2000:]}"
    raise RuntimeError(message)


def _end(process: subprocess.Popen) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium, else Playwright's own."""
    with sync_playwright() as playwright:
        sandbox = [] if os.geteuid() else ["--no-sandbox"]
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=sandbox)
        try:
            yield browser
        finally:
            browser.close()


def new_page(browser: Browser) -> Page:
    """An empty page with a cache of its own, ready to be timed; its reader's browser is Chinese."""
    # The policy of a page forbids what Playwright waits by.
    context = browser.new_context(locale="zh-CN", viewport={"width": 1280, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.set_default_timeout(_PATIENCE * 1000)
    page.add_init_script(path=HERE / "watch.js")
    return page


def rest(page: Page, probe: str) -> dict:
    """What the page shows once it is at rest (see watch.js); `probe` selects what a reader looks at first."""
    end = time.monotonic() + _PATIENCE
    before, since = None, time.monotonic()
    while time.monotonic() < end:
        now = page.evaluate("probe => benchmark.idle() && benchmark.state(probe)", probe)
        if not now or not now["first"] or now != before:
            before, since = now, time.monotonic()
        elif time.monotonic() - since > STILL:
            return now
        time.sleep(0.05)
    message = f"{page.url} did not come to rest in {_PATIENCE} s"
    raise TimeoutError(message)


class Table:
    """Figures of ours beside those of the page they are compared with, printed a line at a time."""

    def __init__(self, other: str) -> None:
        print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
        line = f"{'min / median / max, ms':<36}{other:>24}{'app':>24}{'ratio of medians':>18}"
        print(f"{line}\n{'-' * len(line)}")

    def line(self, name: str, others: Sequence[float], ours: Sequence[float]) -> None:
        """Print one figure."""
        ratio = statistics.median(ours) / statistics.median(others)
        print(f"{name:<36}{_spread(others):>24}{_spread(ours):>24}{ratio:>18.2f}", flush=True)


def _spread(values: Sequence[float]) -> str:
    return " / ".join(f"{value:.0f}" for value in (min(values), statistics.median(values), max(values)))

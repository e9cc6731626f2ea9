"""From the start of the process until the numbers page is fully drawn, as a ratio to an app that says hello.

And how long the first visitor of the words page waits on a server just started, alone and as one of many who come at
once.
"""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from harness import APP, HERE, Table, chromium, new_page, rest, runs, serve
from playwright.sync_api import Browser
from session import visit

SIDES = ((HERE / "hello.py", "", "[data-testid=stMarkdown]"), (APP, "numbers", "[data-testid=stMarkdown]"))
"""Script, path of the page, and a probe that says it shows something."""
FIGURES = ("start to an answer", "start to everything shown")
CROWDS = (1, 8)
"""How many visitors come in the same moment."""
PAGES = ("", "words")
"""What they open: hello, and the page that counts most."""


def start(browser: Browser, script: Path, path: str, probe: str, shown: str) -> tuple[tuple[float, float], str]:
    """The FIGURES of one start in ms, and all text of the page; it must be `shown` (blank: whatever it comes to)."""
    page = new_page(browser)
    with serve(script) as server:
        port = time.perf_counter()
        page.goto(f"{server.url}/{path}")
        if shown:
            page.wait_for_function(
                "([probe, shown]) => benchmark.idle() && benchmark.state(probe).whole === shown", arg=[probe, shown]
            )
        else:
            shown = rest(page, probe)["whole"]
        drawn = time.perf_counter()
        page.context.close()
        return tuple((moment - server.started) * 1000 for moment in (port, drawn)), shown


def crowd(script: Path, page: str, size: int) -> float:
    """How long the last of `size` visitors who open a page at once on a server just started waits for it, in ms."""
    with serve(script) as server, ThreadPoolExecutor(size) as threads:
        return max(one.seconds for one in threads.map(lambda _: visit(server.url, page), range(size))) * 1000


def main() -> None:
    """Start hello and the app in turn; the first start of each tells what to wait for and does not count."""
    count = runs(__doc__, 5)
    table = Table("hello")
    with chromium() as browser:
        shown = [start(browser, *side, "")[1] for side in SIDES]
        rounds = [
            [start(browser, *side, text)[0] for side, text in zip(SIDES, shown, strict=True)] for _ in range(count)
        ]
    for index, figure in enumerate(FIGURES):
        table.line(figure, *([one[side][index] for one in rounds] for side in (0, 1)))
    for size in CROWDS:
        waits = [
            [crowd(script, page, size) for (script, *_), page in zip(SIDES, PAGES, strict=True)] for _ in range(count)
        ]
        table.line(f"first visitors at once: {size}", *([one[side] for one in waits] for side in (0, 1)))


if __name__ == "__main__":
    main()

"""What a first visit to each page costs on a slow line: bytes by kind, and when its text and its first screen stand.

    python benchmarks/first_load.py                    the first page, beside a blank Streamlit page
    python benchmarks/first_load.py --every            every page

The line is the one of a slow phone: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. Bytes are those on the wire.
"""

import argparse
import time
from collections import Counter

from harness import APP, HERE, chromium, serve
from playwright.sync_api import Browser, CDPSession

PAGES = ("", "topics", "profile", "matrix", "numbers", "words", "reader", "documents", "data", "pins")
LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 750e3 / 8,
}
KINDS = {"Script": "scripts", "Stylesheet": "styles", "Font": "fonts", "Document": "page", "Image": "images"}
COLUMNS = ("requests", "kB", *dict.fromkeys(KINDS.values()), "other", "socket", "text s", "screen s")
_PATIENCE = 120_000
_STILL = """() => {
    const app = document.querySelector('[data-testid=stApp]')
    return app && app.dataset.testScriptState === 'notRunning' && document.fonts.status === 'loaded'
        && !document.querySelector('[data-testid=stSkeleton]')
}"""


def visit(browser: Browser, url: str, probe: str) -> dict[str, float]:
    """The first visit of an empty browser: bytes by kind, and seconds until `probe` and until the screen stands."""
    context = browser.new_context(locale="zh-CN", viewport={"width": 390, "height": 844}, bypass_csp=True)
    page = context.new_page()
    page.set_default_timeout(_PATIENCE)
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", LINE)
    found = Counter()
    _count(line, found)
    started = time.perf_counter()
    page.goto(url, wait_until="commit")
    page.locator(probe).first.wait_for()
    found["text s"] = time.perf_counter() - started
    page.wait_for_function(_STILL)
    # What is fetched late, for a chart say, keeps the line busy.
    before = None
    while before != (before := (found["requests"], found["kB"])):
        page.wait_for_timeout(700)
        page.wait_for_function(_STILL)
    found["screen s"] = found.pop("last") - started
    context.close()
    return found


def _count(line: CDPSession, found: Counter) -> None:
    """Add up what comes over a line; `last` is when the last of it came."""
    kinds: dict[str, str] = {}

    def told(event: dict) -> None:
        kinds[event["requestId"]] = KINDS.get(event["type"], "other")
        found["requests"] += 1

    def ended(event: dict) -> None:
        add(kinds.get(event["requestId"], "other"), event["encodedDataLength"])

    def framed(event: dict) -> None:
        add("socket", len(event["response"]["payloadData"]) * 3 / 4)

    def add(kind: str, length: float) -> None:
        found[kind] += length / 1000
        found["kB"] += length / 1000
        found["last"] = time.perf_counter()

    line.on("Network.responseReceived", told)
    line.on("Network.loadingFinished", ended)
    line.on("Network.webSocketFrameReceived", framed)


def main() -> None:
    """Read the command line and print a line for each page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--every", action="store_true", help="every page, not the first alone")
    pages = PAGES if parser.parse_args().every else PAGES[:1]
    print(f"{'':<16}" + "".join(f"{name:>10}" for name in COLUMNS))
    with chromium() as browser:
        with serve(HERE / "blank.py") as blank:
            _line("blank page", visit(browser, blank.url, "[data-testid=stText]"))
        with serve(APP) as app:
            # What the server makes once, for its first visitor, is not the line's.
            visit(browser, app.url, "h1")
            for name in pages:
                _line(name or "overview", visit(browser, f"{app.url}/{name}", "h1"))


def _line(name: str, found: Counter) -> None:
    print(
        f"{name:<16}" + "".join(f"{found[column]:>10.{'1' if column.endswith(' s') else '0'}f}" for column in COLUMNS)
    )


if __name__ == "__main__":
    main()

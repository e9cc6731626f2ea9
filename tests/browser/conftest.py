"""A server, a Chromium and a visitor for the browser tests."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, WebSocket, expect, sync_playwright
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from corpus.paths import ROOT

PATIENCE = 20_000
"""Milliseconds to wait for what must come; two busy cores are slow."""
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Chromium for containers and for root, asking nobody anything."""
DESKTOP = {"width": 1400, "height": 900}
OPENED = re.compile("[?&](figure|measure|policy|organisation|cell)=")
"""What in an address says that a drawer is open."""

expect.set_options(timeout=PATIENCE)


@dataclass(frozen=True)
class Visitor:
    """One person with one tab; `origin` is the address of the server."""

    page: Page
    origin: str

    def go(self, path: str, title: str = "") -> None:
        """Open an address of the app and wait until its page stands; `title` is what its heading must say."""
        self.page.goto(self.origin + path)
        heading = self.page.locator("h1")
        expect(heading).to_have_text(title or re.compile(r"\S"))
        self.settle()

    def settle(self) -> None:
        """Wait until the server is connected and runs no script."""
        app = self.page.get_by_test_id("stApp")
        expect(app).to_have_attribute("data-test-connection-state", "CONNECTED")
        expect(app).to_have_attribute("data-test-script-state", "notRunning")

    def menu(self, name: str, title: str = "") -> None:
        """Go to a page by the menu; `title` where its heading says something else."""
        self.page.get_by_test_id("stTopNavLink").filter(has_text=re.compile(f"^{name}$")).click()
        expect(self.page.locator("h1")).to_have_text(title or name)
        self.settle()

    def pill(self, group: str, name: str) -> Locator:
        """A choice among the pills of the filter `group`."""
        return self.page.get_by_label(group, exact=True).get_by_role("button", name=name, exact=True)

    def language(self, name: str) -> Locator:
        """One side of the language switch."""
        return self.page.get_by_role("radio", name=name, exact=True)

    @property
    def lines(self) -> Locator:
        """The rows of the table of figures."""
        return self.page.locator(".frame tbody tr")

    def line(self, number_id: str) -> Locator:
        """The row of one figure."""
        return self.page.locator(f'.frame tbody tr[data-id="{number_id}"]')

    def rows(self) -> list[dict[str, str]]:
        """The table of figures as it stands on the page: heading → text, and `number_id`."""
        return self.page.locator(".frame table").evaluate(
            """table => {
                const titles = [...table.tHead.rows[0].cells].map(cell => cell.textContent)
                return [...table.tBodies[0].rows].map(row => Object.fromEntries([
                    ["number_id", row.dataset.id], ...[...row.cells].map((cell, at) => [titles[at], cell.textContent])
                ]))
            }"""
        )

    @property
    def drawer(self) -> Locator:
        """The evidence drawer."""
        return self.page.get_by_role("dialog")

    def sentence(self) -> dict[str, str]:
        """The evidence in the drawer, exactly as in the page: the quote, its sentence, and all around it."""
        expect(self.drawer.locator(".quote").first).to_be_visible()
        # A figure inside the quote of a measure parts it; the lists of measures in some drawers have no body.
        return self.drawer.locator(".passage p.body").evaluate(
            """paragraph => {
                const own = [...paragraph.childNodes].filter(n => !["neighbour", "lost"].includes(n.className))
                return {
                    quote: [...paragraph.querySelectorAll(".quote")].map(n => n.textContent).join(""),
                    sentence: own.map(n => n.textContent).join(""),
                    around: paragraph.textContent,
                }
            }"""
        )

    def fact(self, name: str) -> Locator:
        """What the drawer's table says under `name`."""
        row = self.drawer.get_by_role("row").filter(has=self.page.get_by_text(name, exact=True))
        return row.get_by_role("cell").last

    def opened(self, kind: str, row_id: str) -> dict[str, str]:
        """The evidence in the drawer once it is that of a row, in a drawer that speaks Chinese."""
        expect(self.page).to_have_url(re.compile(rf"[?&]{kind}={row_id}\b"))
        expect(self.fact("代号")).to_have_text(row_id)
        self.settle()
        return self.sentence()

    def entries(self, within: Locator) -> list[dict[str, str]]:
        """The measures listed in a part of the page: what is said of each, its quote, its sentence."""
        expect(within.locator("p.entry").first).to_be_visible()
        return within.locator("p.entry").evaluate_all(
            """entries => entries.map(entry => {
                const own = [...entry.childNodes].filter(n => !["tag", "lost"].includes(n.className))
                return {
                    told: entry.querySelector(".tag").textContent,
                    quote: entry.querySelector("mark").textContent,
                    sentence: own.map(n => n.textContent).join(""),
                }
            })"""
        )

    def close_drawer(self) -> None:
        """Close the drawer by the keyboard and wait until the page has noticed."""
        self.page.keyboard.press("Escape")
        expect(self.drawer).to_have_count(0)
        expect(self.page).not_to_have_url(OPENED)
        self.settle()

    def choose(self, name: str, option: str) -> None:
        """Choose from a list under its label, by what the option begins with."""
        box = self.page.get_by_role("combobox", name=re.compile(rf"{name}$"))
        # A list closes when the page scrolls under it.
        box.scroll_into_view_if_needed()
        box.click()
        wanted = self.page.get_by_role("option", name=re.compile(f"^{re.escape(option)}"))
        text = wanted.inner_text()
        wanted.click()
        expect(wanted).to_have_count(0)
        expect(box).to_have_value(text)
        self.settle()

    def click_mark(self, mark: Locator) -> None:
        """Click the middle of a mark in a picture, as a hand does: at a place on the screen."""
        mark.scroll_into_view_if_needed()
        box = mark.bounding_box()
        self.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    def tab_to(self, target: Locator, most: int, key: str = "Tab") -> None:
        """Press Tab, or another `key`, until the keyboard stands on `target`; fail after `most`."""
        for _ in range(most):
            self.page.keyboard.press(key)
            if self.has_focus(target):
                return
        pytest.fail(f"not reached by {most} × {key}")

    def download(self, name: str) -> tuple[str, bytes]:
        """What the download button called `name` gives: the file's name and its bytes."""
        button = self.page.get_by_test_id("stDownloadButton").filter(has_text=re.compile(rf"^(download)?{name}$"))
        with self.page.expect_download() as waiting:
            button.get_by_role("button").click()
        file = waiting.value
        return file.suggested_filename, file.path().read_bytes()

    def has_focus(self, locator: Locator) -> bool:
        """Whether the keyboard stands on an element, inside a shadow root or not."""
        return locator.evaluate("element => element.getRootNode().activeElement === element")


class PageRuns:
    """How often the server has run a page for a visitor: each run sets the title anew, and nothing else does."""

    def __init__(self, visitor: Visitor) -> None:
        self.count, self._page = 0, visitor.page
        visitor.page.on("websocket", self._watch)

    def wait(self, before: int) -> None:
        """Wait until a page has run once more than `before`: what was typed has been heard."""
        end = time.monotonic() + PATIENCE / 1000
        while self.count <= before:
            assert time.monotonic() < end, "no page has run"
            self._page.wait_for_timeout(50)

    def _watch(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._note)

    def _note(self, frame: bytes | str) -> None:
        if isinstance(frame, bytes):
            self.count += ForwardMsg.FromString(frame).WhichOneof("type") == "page_config_changed"


def chromium() -> str | None:
    """Where Chromium is: what $CHROMIUM names, and nothing else if it is set; else the first found on the path.

    The one without a window draws the same in a third less time.
    """
    named = os.environ.get("CHROMIUM")
    names = [named] if named else ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"]
    return next((path for name in names if (path := shutil.which(name))), None)


@contextmanager
def running_app(log: Path, port: int = 0, end: signal.Signals = signal.SIGTERM) -> Iterator[str]:
    """The address of a server that has just been started and has served nobody; `end` is how it is told to end."""
    with socket.socket() as free:
        free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        free.bind(("127.0.0.1", port))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
    command += ["--server.address", "127.0.0.1", "--server.port", str(port)]
    with (
        log.open("wb") as output,
        subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=output) as server,  # noqa: S603 our own words
    ):
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health", server, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.send_signal(end)


def _wait(address: str, server: subprocess.Popen, log: Path) -> None:
    end = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=1):  # noqa: S310 our own address
                return
        except (URLError, TimeoutError):
            time.sleep(0.05)
    pytest.fail(f"The server does not start:\n{log.read_text(encoding='utf-8', errors='replace')}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all browser tests; without one they are skipped, and fail where CI is set."""
    path = chromium()
    if path is None:
        reason = "no Chromium found: install chromium, or name one in $CHROMIUM"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=SWITCHES)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def server(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that all browser tests share."""
    assert browser
    with running_app(tmp_path_factory.mktemp("server") / "log") as origin:
        yield origin


@pytest.fixture
def cold_server(browser: Browser, tmp_path: Path) -> Iterator[str]:
    """The address of a server of its own for one test: nobody has opened any of its pages."""
    assert browser
    with running_app(tmp_path / "log") as origin:
        yield origin


Arrive = Callable[..., Visitor]


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Callable[..., BrowserContext]:
    """Browser profiles by what they are set to: kept between tests with what they have fetched, or wholly new."""
    kept: dict[str, BrowserContext] = {}

    def context(key: str, **settings: object) -> BrowserContext:
        if not key:
            return browser.new_context(**settings)
        name = f"{key} {sorted(settings.items())}"
        if name not in kept:
            kept[name] = browser.new_context(**settings)
        return kept[name]

    return context


@pytest.fixture
def arrive(contexts: Callable[..., BrowserContext], request: pytest.FixtureRequest) -> Iterator[Arrive]:
    """Make a visitor: Chinese, on a desktop, on the shared server, unless told otherwise.

    Each visitor of a test has a profile of his own that holds nothing but what the browser keeps of files fetched
    before; `empty` asks for one that does not even hold those.
    """
    used: list[tuple[BrowserContext, bool, str]] = []

    def arrive(origin: str = "", *, empty: bool = False, **options: object) -> Visitor:
        settings = {"locale": "zh-CN", "viewport": DESKTOP} | options
        context = contexts("" if empty else f"visitor {len(used)}", **settings)
        origin = origin or request.getfixturevalue("server")
        used.append((context, empty, origin))
        context.set_default_timeout(PATIENCE)
        return Visitor(context.new_page(), origin)

    yield arrive
    for context, empty, origin in used:
        for page in context.pages[1:]:
            page.close()
        if not empty:
            # By the protocol, whatever page the test has ended on.
            asked = {"origin": origin, "storageTypes": "local_storage"}
            context.new_cdp_session(context.pages[0]).send("Storage.clearDataForOrigin", asked)
            context.pages[0].close()
            context.clear_cookies()
            context.clear_permissions()
        else:
            context.close()


@pytest.fixture
def visitor(arrive: Arrive) -> Visitor:
    """A Chinese reader at a desktop."""
    return arrive()

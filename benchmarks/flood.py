"""What one client can do to all others: health and another visitor's click, at rest, under three floods, afterwards.

Prints medians and worst cases in ms, and in how many seconds after a flood the server answers as it did before.
"""

import argparse
import statistics
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Self
from urllib.request import urlopen

from harness import APP, serve
from session import Visitor, arrival
from websockets.exceptions import WebSocketException
from websockets.sync.client import connect

_PATIENCE = 60


class Flood:
    """A flood that flows in threads of its own until it is stopped, and what came of it."""

    def __init__(self, pour: Callable[["Flood"], None]) -> None:
        self.over = threading.Event()
        self.told: dict[str, int] = {}
        self._thread = threading.Thread(target=pour, args=(self,))

    def __enter__(self) -> Self:
        """Let it flow."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop it."""
        self.over.set()
        self._thread.join()

    def count(self, what: str) -> None:
        """Note that something happened once more."""
        self.told[what] = self.told.get(what, 0) + 1


def reruns(address: str, a_second: int = 50) -> Callable[[Flood], None]:
    """One client that asks for reruns, and comes again when it is cut off."""

    def pour(flood: Flood) -> None:
        message = arrival("numbers", "zh-CN")
        while not flood.over.is_set():
            with suppress(OSError, WebSocketException), _quiet(address) as socket:
                flood.count("connections")
                while not flood.over.wait(1 / a_second):
                    socket.send(message)
                    flood.count("messages")

    return pour


def sockets(address: str, many: int = 200) -> Callable[[Flood], None]:
    """So many clients at one address, each of which opens a page and stays."""

    def pour(flood: Flood) -> None:
        def stay() -> None:
            try:
                with _quiet(address) as socket:
                    flood.count("accepted")
                    socket.send(arrival("numbers", "zh-CN"))
                    flood.over.wait()
            except (OSError, WebSocketException):
                flood.count("refused")

        threads = [threading.Thread(target=stay) for _ in range(many)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    return pour


def garbage(address: str, a_second: int = 200) -> Callable[[Flood], None]:
    """A client that sends what is no message, and comes again as often as it is cut off."""

    def pour(flood: Flood) -> None:
        while not flood.over.wait(1 / a_second):
            with suppress(OSError, WebSocketException), _quiet(address) as socket:
                flood.count("connections")
                socket.send(b"\xff" * 4096)
                socket.send("words")

    return pour


def tables(address: str, many: int = 30) -> Callable[[Flood], None]:
    """So many programs that fetch a table, and at once again."""
    url = address.replace("ws", "http", 1).removesuffix("/_stcore/stream") + "/api/numbers.csv?lang=en"

    def pour(flood: Flood) -> None:
        def fetch() -> None:
            while not flood.over.is_set():
                with suppress(OSError), urlopen(url, timeout=_PATIENCE) as answer:  # noqa: S310 our own server
                    answer.read()
                    flood.count("tables")

        threads = [threading.Thread(target=fetch) for _ in range(many)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    return pour


@contextmanager
def _quiet(address: str) -> Iterator:
    """A socket whose answers are read by nobody but the library."""
    with connect(address, subprotocols=["streamlit"], max_size=None, open_timeout=_PATIENCE, close_timeout=1) as socket:

        def read() -> None:
            with suppress(OSError, WebSocketException):
                for _ in socket:
                    pass

        reader = threading.Thread(target=read, daemon=True)
        reader.start()
        yield socket


class Watch:
    """How long health, and the click of somebody else, take while this lasts."""

    def __init__(self, url: str, visitor: Visitor) -> None:
        self.health, self.clicks = [], []
        self._url, self._visitor = url, visitor

    def look(self, seconds: float) -> "Watch":
        """Look again and again for so many seconds."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.health.append(health(self._url))
            self.clicks.append(self._visitor.click())
            time.sleep(0.1)
        return self

    def said(self, name: str) -> str:
        """A line of the table."""
        cells = [statistics.median(self.health), max(self.health), statistics.median(self.clicks), max(self.clicks)]
        return f"{name:<34}" + "".join(f"{1000 * cell:>12.0f}" for cell in cells)


def health(url: str) -> float:
    """Seconds until the server says that it is well."""
    begin = time.perf_counter()
    with urlopen(f"{url}/_stcore/health", timeout=_PATIENCE) as answer:  # noqa: S310 our own server
        answer.read()
    return time.perf_counter() - begin


def recovery(url: str, visitor: Visitor, before: Watch) -> float:
    """Seconds until health and click take no more than twice their worst at rest, three times in a row."""
    begin, good = time.monotonic(), 0
    limit = 2 * max(before.health), 2 * max(before.clicks)
    while good < 3 and time.monotonic() - begin < _PATIENCE:  # noqa: PLR2004 once may be chance
        good = good + 1 if health(url) <= limit[0] and visitor.click() <= limit[1] else 0
    return time.monotonic() - begin


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10, help="how long each flood lasts (%(default)s)")
    seconds = parser.parse_args().seconds
    with serve(APP) as server:
        address = server.url.replace("http", "ws", 1) + "/_stcore/stream"
        print(f"{'ms':<34}" + "".join(f"{head:>12}" for head in ("health", "worst", "click", "worst")))
        with Visitor(server.url, "reader", address="127.0.0.2") as visitor:
            visitor.click()
            rest = Watch(server.url, visitor).look(seconds / 2)
            print(rest.said("at rest"), flush=True)
            floods = {"one client, 50 reruns a second": reruns, "200 sockets from one address": sockets}
            floods |= {"what is no message": garbage, "30 programs that fetch a table": tables}
            for name, flood in floods.items():
                with Flood(flood(address)) as flowing:
                    time.sleep(0.5)
                    watched = Watch(server.url, visitor).look(seconds)
                print(watched.said(name), flush=True)
                print(f"    {flowing.told}; recovered in {recovery(server.url, visitor, rest):.1f} s", flush=True)


if __name__ == "__main__":
    main()

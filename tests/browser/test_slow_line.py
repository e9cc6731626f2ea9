"""On a slow line the page's own link reaches the browser late: what a quick hand has chosen stands all the same."""

import asyncio
import re
import threading
from collections.abc import Callable, Iterator
from functools import partial
from queue import Queue
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

DELAY = 0.12
"""Seconds that anything takes in either direction."""


async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Hand on what is read, each piece after the delay, in order."""
    pieces: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
    clock = asyncio.get_running_loop().time

    async def deliver() -> None:
        while piece := await pieces.get():
            due, content = piece
            await asyncio.sleep(max(due - clock(), 0))
            if not content:
                writer.close()
                return
            writer.write(content)
            await writer.drain()

    delivery = asyncio.create_task(deliver())
    while content := await reader.read(65_536):
        pieces.put_nowait((clock() + DELAY, content))
    pieces.put_nowait((clock() + DELAY, b""))
    await delivery


@pytest.fixture
def slow_line(server) -> Iterator[str]:
    """The address of a server behind a slow line."""
    target = urlsplit(server)
    ready: Queue[tuple[int, Callable[[], None]]] = Queue()

    async def connect(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        inner_reader, inner_writer = await asyncio.open_connection(target.hostname, target.port)
        await asyncio.gather(carry(reader, inner_writer), carry(inner_reader, writer), return_exceptions=True)

    async def listen() -> None:
        done = asyncio.Event()
        listening = await asyncio.start_server(connect, "127.0.0.1", 0)
        hang_up = partial(asyncio.get_running_loop().call_soon_threadsafe, done.set)
        ready.put((listening.sockets[0].getsockname()[1], hang_up))
        await done.wait()

    # Playwright runs a loop in this thread, so the line has one of its own.
    thread = threading.Thread(target=asyncio.run, args=(listen(),), daemon=True)
    thread.start()
    port, hang_up = ready.get(timeout=10)
    yield f"http://127.0.0.1:{port}"
    hang_up()
    thread.join()


@pytest.mark.parametrize("pause", [400], ids=lambda pause: f"{pause} ms")
def test_quick_choices_all_stand(arrive, slow_line, pause):
    """Four choices, each made before the link of the one before has come back, are all on the page and in the link."""
    visitor = arrive(slow_line, empty=True)
    visitor.go("/reader?doc=jiangxi", "检索与原文")
    expect(visitor.page.locator(".passage p").first).to_be_visible()
    names = ("目标", "背景", "规则参数")
    for name in names:
        visitor.pill("标出的数字", name).click()
        visitor.page.wait_for_timeout(pause)
    visitor.pill("还标出", "政策").click()
    expect(visitor.page).to_have_url(re.compile(r"also=policy"))
    visitor.settle()
    expect(visitor.page).to_have_url(re.compile(r"marks=result(?!.*marks=(target|context|parameter))"))
    for name in names:
        expect(visitor.pill("标出的数字", name)).to_have_attribute("aria-pressed", "false")

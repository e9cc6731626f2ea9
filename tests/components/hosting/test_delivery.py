"""Scripts and styles arrive compressed and whole, and are kept; what is asked for otherwise goes its usual way."""

import asyncio
import gzip
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from streamlit.file_util import get_static_dir

from components.hosting.delivery import ICONS, delivered, takes_gzip

STATIC = Path(get_static_dir())
SCRIPT = next((STATIC / "static" / "js").glob("index.*.js"))
ADDRESS = f"/{SCRIPT.relative_to(STATIC).as_posix()}"
SYMBOLS = next(STATIC.rglob("MaterialSymbols-*.woff2"))
FONT = "/app/static/fonts/NotoSansSC-Regular.woff2"


def asked(path: str, method: str = "GET", status: int = 200, **headers: str) -> tuple[Headers, bytes]:
    """Headers and body of the answer to a request, where all that is not delivered is answered "usual"."""
    sent: list[dict] = []

    async def receive() -> dict:
        return {"type": "http.request"}

    async def send(message: dict) -> None:
        sent.append(message)

    told = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": method, "path": path, "root_path": "", "headers": told}
    # The thread of a browser test before this one may have a loop of its own.
    with ThreadPoolExecutor(1) as apart:
        apart.submit(asyncio.run, delivered(PlainTextResponse("usual", status))(scope, receive, send)).result()
    return Headers(raw=sent[0]["headers"]), b"".join(message.get("body", b"") for message in sent)


def test_scripts_arrive_compressed_and_whole():
    """Streamlit's own script comes in less than half its bytes, is the same when unpacked, and is kept for ever."""
    headers, body = asked(ADDRESS, accept_encoding="gzip, deflate, br")
    whole = SCRIPT.read_bytes()
    assert gzip.decompress(body) == whole
    assert len(body) * 2 < len(whole)
    assert headers["content-encoding"] == "gzip"
    assert "immutable" in headers["cache-control"]
    assert headers["content-type"].startswith("text/javascript")


@pytest.mark.parametrize(
    ("method", "headers"),
    [
        ("GET", {}),
        ("GET", {"accept_encoding": "gzip;q=0, br"}),
        ("GET", {"accept_encoding": "gzip", "range": "bytes=0-9"}),
        ("HEAD", {"accept_encoding": "gzip"}),
    ],
)
def test_what_is_asked_for_otherwise_goes_its_usual_way(method, headers):
    """Who takes no gzip, asks for a piece or for the head alone is answered as ever."""
    told, body = asked(ADDRESS, method, **headers)
    assert body == b"usual"
    assert "content-encoding" not in told


def test_fonts_are_kept_and_missing_ones_are_not():
    """A font that is there is kept by the browser, the answer that it is not is not kept."""
    assert "max-age" in asked(FONT)[0]["cache-control"]
    assert "cache-control" not in asked(FONT, status=404)[0]
    assert "cache-control" not in asked("/media/x.csv")[0]


def test_icons_are_those_that_are_drawn():
    """In the place of all that Streamlit has come a few, kept for a day: their address does not change with them."""
    headers, body = asked(f"/{SYMBOLS.relative_to(STATIC).as_posix()}")
    assert body == ICONS.read_bytes()
    assert len(body) * 10 < SYMBOLS.stat().st_size
    assert headers["content-type"] == "font/woff2"
    assert "immutable" not in headers["cache-control"]


def test_an_offer_is_read_as_it_is_weighed():
    """A gzip offered with no weight, or refused by the weight of nothing, is told apart."""
    assert takes_gzip(Headers({"accept-encoding": "br, gzip;q=0.5"}))
    assert not takes_gzip(Headers({"accept-encoding": "gzip; q=0"}))
    assert not takes_gzip(Headers({"accept-encoding": "br"}))

"""How files reach the browser: Streamlit's scripts compressed, our fonts kept, of its icons those that are drawn.

Streamlit sends its scripts and styles as they lie on the disk, four times as long as they need be. They are compressed
when they are first asked for, and kept: their names change with what they hold, so that there are only so many.

Its font of icons holds four thousand, of which the pages draw a few dozen; `tools/build_icons.py` makes the one sent.
"""

import gzip
from functools import partial
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.file_util import get_static_dir

from components.hosting.endpoints import below_base
from corpus.paths import STATIC

_TYPES = {".js": "text/javascript", ".css": "text/css"}
_FOR_EVER = "public, max-age=31536000, immutable"
_FONTS, _FOR_A_DAY = "/app/static/fonts/", "public, max-age=86400, stale-while-revalidate=604800"
_LEVEL = 7
ICONS = STATIC / "fonts" / "icons.woff2"
_ICONS = "/static/media/MaterialSymbols-"


def delivered(app: ASGIApp) -> ASGIApp:
    """Answer for Streamlit's scripts, styles and icons with smaller ones, and have browsers keep fonts for a day."""
    folder = Path(get_static_dir())
    files = {f"/{path.relative_to(folder).as_posix()}": path for path in sorted((folder / "static").rglob("*"))}
    texts = {name: path for name, path in files.items() if path.suffix in _TYPES}
    packed: dict[str, bytes] = {}
    icons = Response(ICONS.read_bytes(), headers={"Cache-Control": _FOR_A_DAY}, media_type="font/woff2")

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        name = below_base(scope["path"]) if scope["type"] == "http" and scope["method"] == "GET" else None
        if name in texts and takes_gzip(Headers(scope=scope)):
            if name not in packed:
                packed[name] = await run_in_threadpool(_packed, texts[name])
            told = {"Content-Encoding": "gzip", "Vary": "Accept-Encoding", "Cache-Control": _FOR_EVER}
            await Response(packed[name], headers=told, media_type=_TYPES[texts[name].suffix])(scope, receive, send)
        elif name and name.startswith(_ICONS):
            await icons(scope, receive, send)
        else:
            await app(scope, receive, partial(_kept, send) if name and name.startswith(_FONTS) else send)

    return answer


def takes_gzip(headers: Headers) -> bool:
    """Whether whoever asks for a file takes it compressed, and whole."""
    offers = [offer.strip().lower().partition(";") for offer in headers.get("accept-encoding", "").split(",")]
    taken = {name.strip() for name, _, weight in offers if weight.replace(" ", "") not in {"q=0", "q=0.0"}}
    return "gzip" in taken and "range" not in headers


async def _kept(send: Send, message: Message) -> None:
    if message["type"] == "http.response.start" and message["status"] < Response(status_code=400).status_code:
        MutableHeaders(raw=message["headers"])["Cache-Control"] = _FOR_A_DAY
    await send(message)


def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), _LEVEL, mtime=0)

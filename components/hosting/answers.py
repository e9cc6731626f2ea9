"""A refusal is one sentence that a person can read, in their language."""

from collections.abc import Callable
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from components.frame.language import LANGUAGES, PARAMETER, say_in
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.problem import Problem

_LONG = 4000
"""The longest query that is read, in characters."""
Checked = Callable[[], tuple[Collection | None, Problem | None]]
"""What gives the collection that is served, or the problem for which it is refused."""
SOON = {"Retry-After": "30"}
"""What tells a program to come again, after so many seconds."""


def language_of(scope: Scope) -> Language:
    """The language of a request."""
    query = scope.get("query_string", b"").decode("latin-1")
    return asked_language(query, Headers(scope=scope).get("accept-language", ""))


def asked_language(query: str, accepted: str) -> Language:
    """The language that a query asks for, else the first that a browser accepts, Chinese where nothing is said."""
    asked = parse_qs(query[:_LONG]).get(PARAMETER, [""])[0]
    if asked in LANGUAGES:
        return asked
    return "zh" if (accepted.strip() or "zh").lower().startswith("zh") else "en"


def said(status: int, key: str, scope: Scope, headers: dict[str, str] | None = None) -> ASGIApp:
    """What answers a request with one of our sentences as plain text."""
    language = language_of(scope)
    return PlainTextResponse(
        f"{say_in(language, key)}\n",
        status,
        {"Cache-Control": "no-store", "Vary": "Accept-Language", "Content-Language": language, **(headers or {})},
    )


def closed(status: int, key: str, scope: Scope) -> ASGIApp:
    """What answers a socket before it is open: with a status and a sentence where the server can, else with neither."""

    async def answer(scope_: Scope, receive: Receive, send: Send) -> None:
        await receive()
        if "websocket.http.response" in scope_.get("extensions", {}):
            body = f"{say_in(language_of(scope), key)}\n".encode()
            headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
            await send({"type": "websocket.http.response.start", "status": status, "headers": headers})
            await send({"type": "websocket.http.response.body", "body": body})
        else:
            await send({"type": "websocket.close", "code": 1008})

    return answer

"""How many readers may be connected at once, in all and from one address; whoever comes then is told so on a page."""

from collections import Counter

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from components.hosting.answers import SOON, closed, said
from components.hosting.endpoints import page_of
from components.hosting.notes import note
from components.hosting.settings import most_sockets, most_sockets_of_one, proxies


def room_for_all(app: ASGIApp) -> ASGIApp:
    """Open so many sockets and no more; while there is room for none, answer pages with a sentence and 503."""
    held: Counter[str] = Counter()

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"}:
            await app(scope, receive, send)
            return
        address = address_of(scope, proxies())
        full = held.total() >= most_sockets() or held[address] >= most_sockets_of_one()
        if scope["type"] == "http":
            refuses = full and page_of(scope["path"]) is not None
            await (said(503, "hosting.full", scope, SOON) if refuses else app)(scope, receive, send)
        elif full:
            note("readers beyond CHANGAI_SOCKETS or CHANGAI_SOCKETS_PER_ADDRESS")
            await closed(503, "hosting.full", scope)(scope, receive, send)
        else:
            held[address] += 1
            try:
                await app(scope, receive, send)
            finally:
                held[address] -= 1
                if not held[address]:
                    del held[address]

    return answer


def address_of(scope: Scope, trusted: int) -> str:
    """The address that a request comes from: what the outermost of so many trusted proxies saw, else who is connected.

    Of an IPv6 address the first half counts: whoever has one has all that share it.
    """
    seen = (scope.get("client") or ("", 0))[0]
    if trusted:
        listed = [one.strip() for line in Headers(scope=scope).getlist("x-forwarded-for") for one in line.split(",")]
        seen = listed[-trusted] if len(listed) >= trusted else seen
    return ":".join(seen.split(":")[:4]) if seen.count(":") > 1 and not seen.startswith("::") else seen

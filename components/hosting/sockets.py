"""How many readers may be connected at once, in all and from one address; whoever comes then is told so on a page."""

from collections import Counter
from time import monotonic

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from components.hosting.answers import SOON, closed, said
from components.hosting.endpoints import page_of
from components.hosting.notes import note
from components.hosting.pace import Bucket
from components.hosting.settings import most_sockets, most_sockets_of_one, proxies

AT_ONCE, A_SECOND = 120, 10
"""How many sockets an address may open at once, and a second after that: each is a session that has to be made."""
_MOST_PACES = 1000


def room_for_all(app: ASGIApp) -> ASGIApp:
    """Open so many sockets and no more; while there is room for none, answer pages with a sentence and 503."""
    held: Counter[str] = Counter()
    paces: dict[str, Bucket] = {}

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"}:
            await app(scope, receive, send)
            return
        address = address_of(scope, proxies())
        full = held.total() >= most_sockets() or held[address] >= most_sockets_of_one()
        if scope["type"] == "http":
            refuses = full and page_of(scope["path"]) is not None
            await (said(503, "hosting.full", scope, SOON) if refuses else app)(scope, receive, send)
        elif full or not _in_pace(paces, address, monotonic()):
            note("connections beyond CHANGAI_SOCKETS or CHANGAI_SOCKETS_PER_ADDRESS, or too fast")
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


def _in_pace(paces: dict[str, Bucket], address: str, now: float) -> bool:
    """Whether an address may open one more socket now."""
    if len(paces) > _MOST_PACES:
        for one in [one for one, pace in paces.items() if pace.is_full(now)]:
            del paces[one]
    return paces.setdefault(address, Bucket(AT_ONCE, A_SECOND)).take(now)


def address_of(scope: Scope, trusted: int) -> str:
    """The address that a request comes from: what the outermost of so many trusted proxies saw, else who is connected.

    Of an IPv6 address the first half counts: whoever has one has all that share it.
    """
    seen = (scope.get("client") or ("", 0))[0]
    if trusted:
        listed = [one.strip() for line in Headers(scope=scope).getlist("x-forwarded-for") for one in line.split(",")]
        seen = listed[-trusted] if len(listed) >= trusted else seen
    return ":".join(seen.split(":")[:4]) if seen.count(":") > 1 and not seen.startswith("::") else seen

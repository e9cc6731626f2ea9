"""How many tables are made at once for whoever fetches them by address: the others wait, and beyond that come later."""

from asyncio import Semaphore

from starlette.types import ASGIApp, Receive, Scope, Send

from components.hosting.answers import SOON, said
from components.hosting.endpoints import below_base

AT_ONCE, WAITING = 2, 60
"""Tables that are made at once, and requests that may wait for theirs."""


def tables_in_turn(app: ASGIApp) -> ASGIApp:
    """Make a few tables at a time: each takes a thread, and all threads together hold up the server."""
    turn, waiting = Semaphore(AT_ONCE), 0

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        nonlocal waiting
        if scope["type"] != "http" or not (below_base(scope["path"]) or "").startswith("/api/"):
            await app(scope, receive, send)
        elif waiting >= WAITING:
            await said(503, "hosting.full", scope, SOON)(scope, receive, send)
        else:
            waiting += 1
            try:
                async with turn:
                    await app(scope, receive, send)
            finally:
                waiting -= 1

    return answer

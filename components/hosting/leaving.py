"""What a reader leaves behind: nothing. A session that has ended is cleared within seconds, also on an idle server.

Streamlit keeps the session of a closed tab, with all it holds, until another client comes or goes.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from time import monotonic

from streamlit import runtime
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import SessionClient

from components.hosting.process import trim

GRACE = 12.0
"""Seconds for which a connection may be lost without its session ending: a tunnel, a sleeping phone."""
EVERY = 2.0
"""Seconds between two looks for sessions that have ended."""
PAUSE = 12.0
"""Seconds between two collections while readers leave and others are there: all of them wait for one."""
STALE = 60.0
"""Seconds after which all is collected while readers are there and none leaves."""
GONE = 30
"""Within how many seconds of leaving nothing is left, as readers are told: GRACE, a look, PAUSE, and some room."""
MOST = 40
"""Sessions without a connection that are kept at once; beyond them those end first that lost theirs first."""
_TWICE, _SERVED = 2, 0.2
_log = logging.getLogger(__name__)


@asynccontextmanager
async def cleared_after_leaving(settle: Callable[[], None]) -> AsyncIterator[None]:
    """Clear sessions that have ended for as long as the server runs; `settle` collects what nothing holds any more."""
    task = asyncio.create_task(_clearing(settle))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _clearing(settle: Callable[[], None]) -> None:
    lost: dict[str, float] = {}
    due, settled = 0, -PAUSE
    while True:
        await asyncio.sleep(EVERY)
        try:
            if close_lost(lost, monotonic()):
                # A run that was stopped in the middle lets go of its session a little later.
                due = _TWICE
        except Exception:  # noqa: BLE001 the server goes on, and whoever runs it has to know
            _log.exception("Sessions that have ended cannot be cleared")
            return
        idle, since = nobody_is_there(), monotonic() - settled
        if (due and (idle or since >= PAUSE)) or (not idle and since >= STALE):
            due, settled = max(0, due - 1), monotonic()
            await turn_over()
            await asyncio.to_thread(settle)
            await asyncio.to_thread(trim)


def close_lost(lost: dict[str, float], now: float) -> int:
    """Close the sessions that have had no connection for GRACE seconds, and those beyond MOST; return how many.

    `lost` holds since when each of them has had none. To be called on the server's event loop.
    """
    server = runtime.get_instance()
    manager = server._session_mgr  # noqa: SLF001 no public way leads to sessions without a connection
    stored = {info.session.id for info in manager.list_sessions() if not manager.is_active_session(info.session.id)}
    for session in set(lost) - stored:
        del lost[session]
    for session in stored:
        lost.setdefault(session, now)
    most = len(lost) - MOST
    over = [session for place, (session, since) in enumerate(lost.items()) if place < most or now - since >= GRACE]
    for session in over:
        server.close_session(session)
        del lost[session]
    return len(over)


def nobody_is_there() -> bool:
    """Whether no reader is connected."""
    return not runtime.get_instance()._session_mgr.list_active_sessions()  # noqa: SLF001 as above


class _Nobody(SessionClient):
    """A client that reads nothing."""

    def write_forward_msg(self, msg: ForwardMsg) -> None:
        """Read nothing."""


async def turn_over() -> None:
    """Have the server's loop serve somebody who is nobody: until its next message it holds whom it served last."""
    server = runtime.get_instance()
    session = server.connect_session(_Nobody(), user_info={})
    message = BackMsg()
    message.file_urls_request.request_id = session
    server.handle_backmsg(session, message)
    await asyncio.sleep(_SERVED)
    server.close_session(session)

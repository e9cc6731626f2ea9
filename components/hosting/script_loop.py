"""One event loop for the script threads of all sessions: three file handles in the place of three a session.

Streamlit opens a loop for each session and never runs it; it is there for libraries that ask for one when they are
imported, and stays open for as long as the session is kept. No script of ours runs it.
"""

import asyncio
import logging
from collections.abc import Callable
from functools import wraps

from streamlit.runtime.app_session import AppSession

LOOP = "_script_event_loop"
"""Where a session keeps its loop: a private name, without which everything stays as Streamlit has it."""
_log = logging.getLogger(__name__)


class _Shared(asyncio.SelectorEventLoop):
    """A loop that outlives the sessions that stand on it."""

    def close(self) -> None:
        """Stay open: each session closes its loop when it ends."""


def share_script_loop() -> None:
    """Have all sessions from here on stand on one loop; asked again, do nothing."""
    if not hasattr(AppSession.__init__, "__wrapped__"):
        AppSession.__init__ = _sharing(AppSession.__init__, _Shared())


def _sharing(begin: Callable[..., None], loop: asyncio.AbstractEventLoop) -> Callable[..., None]:
    @wraps(begin)
    def begin_sharing(session: AppSession, *arguments: object, **named: object) -> None:
        begin(session, *arguments, **named)
        own = getattr(session, LOOP, None)
        if isinstance(own, asyncio.AbstractEventLoop):
            setattr(session, LOOP, loop)
            own.close()
        else:
            _log.warning("Sessions keep no event loop under %s: file handles may grow with them", LOOP)

    return begin_sharing

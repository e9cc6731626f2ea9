"""What the clearing of sessions asks of Streamlit is there: whoever raises its version is told here what is not."""

import inspect

from streamlit.runtime import Runtime, SessionClient
from streamlit.runtime.memory_session_storage import MemorySessionStorage
from streamlit.runtime.websocket_session_manager import WebsocketSessionManager

from components.hosting.leaving import EVERY, GONE, GRACE


def test_streamlit_has_what_is_asked_of_it():
    """The server closes sessions and connects them; its manager, a name that is private, lists those that are lost."""
    assert {"connect_session", "close_session", "handle_backmsg"} <= set(dir(Runtime))
    assert "_session_mgr" in inspect.getsource(Runtime.__init__)
    assert {"list_sessions", "is_active_session"} <= set(dir(WebsocketSessionManager))
    assert "write_forward_msg" in dir(SessionClient)


def test_lost_session_is_closed_before_streamlit_forgets_it():
    """Streamlit keeps a lost session longer than we do, so that it is closed in order, and in the time that is told."""
    kept = inspect.signature(MemorySessionStorage).parameters["ttl_seconds"].default
    assert kept > GRACE + 2 * EVERY
    assert GONE > GRACE + 2 * EVERY

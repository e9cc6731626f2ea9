"""What the clearing of sessions asks of Streamlit is there: whoever raises its version is told here what is not."""

import inspect

from streamlit.runtime import Runtime, SessionClient
from streamlit.runtime.memory_session_storage import MemorySessionStorage
from streamlit.runtime.websocket_session_manager import WebsocketSessionManager

from components.hosting.leaving import EVERY, GONE, GRACE, MOST, PAUSE


def test_streamlit_has_what_is_asked_of_it():
    """The server closes sessions and connects them; its manager, a name that is private, lists those that are lost."""
    assert {"connect_session", "close_session", "handle_backmsg"} <= set(dir(Runtime))
    assert "_session_mgr" in inspect.getsource(Runtime.__init__)
    assert {"list_sessions", "list_active_sessions", "is_active_session"} <= set(dir(WebsocketSessionManager))
    assert "write_forward_msg" in dir(SessionClient)


def test_lost_session_is_closed_before_streamlit_forgets_it():
    """Streamlit keeps lost sessions longer than we do, and more of them, so that each is closed in order and in time.

    On an idle server nothing is left after twenty seconds, on a busy one in the time that readers are told.
    """
    kept = inspect.signature(MemorySessionStorage).parameters
    assert kept["ttl_seconds"].default > GRACE + EVERY
    assert kept["maxsize"].default > 2 * MOST
    assert GRACE + 3 * EVERY < 20
    assert GONE > GRACE + EVERY + PAUSE

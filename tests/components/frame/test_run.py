"""What a run knows of what it comes of is what Streamlit knows: whoever raises its version is told here what is not."""

from streamlit.runtime.state import SafeSessionState
from streamlit.runtime.state.session_state import SessionState


def test_streamlit_has_what_is_asked_of_it():
    """A session's state knows the widgets of this run, and which of them have changed."""
    state = SafeSessionState(SessionState(), lambda: None)._state  # noqa: SLF001 what is asked
    assert list(state._new_widget_state) == []  # noqa: SLF001 as above
    assert not state._widget_changed("any")  # noqa: SLF001 as above

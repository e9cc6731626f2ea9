"""What the sharing of a loop asks of Streamlit is there: whoever raises its version is told here what is not."""

import inspect

from streamlit.runtime import app_session

from components.hosting.script_loop import LOOP


def test_streamlit_opens_a_loop_for_each_session_and_runs_none():
    """A session opens its loop where it begins, under a name that is private, and closes it where it ends.

    Once Streamlit runs such a loop or opens none, ours has to go.
    """
    begins = inspect.getsource(inspect.unwrap(app_session.AppSession.__init__))
    assert f"self.{LOOP}: asyncio.AbstractEventLoop = asyncio.new_event_loop()" in begins
    source = inspect.getsource(app_session)
    assert source.count(f"_close_script_event_loop(self.{LOOP})") > 1
    assert "run_forever" not in source

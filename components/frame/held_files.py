"""The files that a page offers, kept while its drawer alone runs.

Streamlit takes a click for the beginning of a run of the whole page, and lets go of the page's files before the click's
callback can say that the drawer alone runs; at the end of that run they would be gone, and every download lost.
"""

from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

Files = dict[str, str]
"""Where an element with a file stands on the page → the file's id."""


def files_of_page() -> Files:
    """The files of this session that have been offered so far in this run."""
    session = _session()
    return dict(_held().get(session, {})) if session else {}


def hold(files: Files) -> None:
    """Have the session hold files again that an earlier run has offered."""
    session = _session()
    if session:
        # The manager makes the part of a session when it is asked for.
        _held()[session].update(files)


def _held() -> dict[str, Files]:
    return runtime.get_instance().media_file_mgr._files_by_session_and_coord  # noqa: SLF001 no public way leads there


def _session() -> str:
    """The session that runs on a server; "" for a page that is run without one."""
    context = get_script_run_ctx()
    return context.session_id if context and runtime.exists() else ""

"""What readers upload: never on a disk, in bounds for each session, and forgotten once it was read."""

from starlette.formparsers import MultiPartParser
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFileManager

from corpus.intake.limits import LIMITS

_PATH = "/_stcore/upload_file/"
MOST_FILES, MOST_BYTES = 3 * LIMITS.files, 2 * LIMITS.session_size
"""How much of a session may wait to be read. It is more than is read, so that whoever brings too much is told so."""
_IN_MEMORY = 2 * LIMITS.file_size


def in_bounds(app: ASGIApp) -> ASGIApp:
    """Take no upload from a session that has too much waiting: Streamlit itself bounds single files only.

    Whatever is taken stays in memory: what is longer than a megabyte would else go through a file on the disk.
    """
    MultiPartParser.spool_max_size = _IN_MEMORY

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        refuses = False
        if scope["type"] == "http" and scope["method"] == "PUT" and runtime.exists():
            refuses = is_full(runtime.get_instance().uploaded_file_mgr, scope["path"])
        await (PlainTextResponse("Too much at once", 413) if refuses else app)(scope, receive, send)

    return answer


def forget_uploads() -> None:
    """Forget the files that this session has uploaded: what they hold was taken over, or is not wanted any more."""
    context = get_script_run_ctx()
    if context and runtime.exists():
        runtime.get_instance().uploaded_file_mgr.remove_session_files(context.session_id)


def is_full(manager: UploadedFileManager, path: str) -> bool:
    """Whether the session to which an upload goes has as much waiting as it may; `path` is that of the request."""
    _, found, rest = path.partition(_PATH)
    held = list(manager.file_storage.get(rest.partition("/")[0], {}).values()) if found else []
    return len(held) >= MOST_FILES or sum(len(file.data) for file in held) >= MOST_BYTES

"""What readers upload: never on a disk, in bounds for each session and for all, and only where a page asks for it."""

from asyncio import timeout
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from starlette.formparsers import MultiPartParser
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import runtime
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.uploaded_file_manager import UploadedFileManager

from components.hosting.answers import SOON, said
from components.hosting.endpoints import UPLOAD, below_base
from corpus.intake.limits import LIMITS

MOST_FILES, MOST_BYTES = 3 * LIMITS.files, 2 * LIMITS.session_size
"""How much of a session may wait to be read. It is more than is read, so that whoever brings too much is told so."""
MOST_OF_ALL = 2 * MOST_BYTES
"""How many bytes of all sessions together may wait to be read."""
AT_ONCE = 8
"""Files that may be on their way to the server at once."""
LONGEST = 180.0
"""Seconds that a file may take: the largest on a line of half a megabit a second."""
_IN_MEMORY = 2 * LIMITS.file_size
_WIDGET = "file_uploader_state_value"


def uploads_in_bounds(app: ASGIApp) -> ASGIApp:
    """Take a file only from a session that is there, whose page has a place for it, and that has room.

    Streamlit itself bounds single files only. Whatever is taken stays in memory: what is longer than a megabyte would
    else go through a file on the disk.
    """
    MultiPartParser.spool_max_size = _IN_MEMORY
    coming: Counter[str] = Counter()

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        found = UPLOAD.fullmatch(below_base(scope["path"]) or "") if scope["type"] == "http" else None
        if not found or scope["method"] != "PUT" or not runtime.exists():
            await app(scope, receive, send)
            return
        session, server = found[1], runtime.get_instance()
        if not server.is_active_session(session) or not asks_for_files(session_of(session)):
            respond = said(403, "hosting.no_upload", scope)
        elif coming[session] >= LIMITS.files or is_full(server.uploaded_file_mgr, session):
            respond = said(413, "hosting.too_many_files", scope)
        elif coming.total() >= AT_ONCE or held_by_all(server.uploaded_file_mgr) >= MOST_OF_ALL:
            respond = said(503, "hosting.full", scope, SOON)
        else:
            respond = app
        with _one(coming, session), suppress(TimeoutError):
            async with timeout(LONGEST):
                await respond(scope, receive, send)

    return answer


@contextmanager
def _one(coming: Counter[str], session: str) -> Iterator[None]:
    coming[session] += 1
    try:
        yield
    finally:
        coming[session] -= 1
        if not coming[session]:
            del coming[session]


def is_full(manager: UploadedFileManager, session: str) -> bool:
    """Whether a session has as much waiting as it may."""
    held = list(manager.file_storage.get(session, {}).values())
    return len(held) >= MOST_FILES or sum(len(file.data) for file in held) >= MOST_BYTES


def held_by_all(manager: UploadedFileManager) -> int:
    """The bytes that all sessions have waiting."""
    return sum(len(file.data) for held in list(manager.file_storage.values()) for file in list(held.values()))


def session_of(session: str) -> AppSession | None:
    """A session by its id, None where it is over. To be called on the server's event loop."""
    info = runtime.get_instance()._session_mgr.get_session_info(session)  # noqa: SLF001 no public way leads to a session
    return info.session if info else None


def asks_for_files(session: AppSession | None) -> bool:
    """Whether the page that a session shows has a place to put files."""
    if session is None:
        return False
    widgets = session.session_state._new_widget_state.widget_metadata  # noqa: SLF001 Streamlit tells it nowhere else
    return any(widget.value_type == _WIDGET for widget in list(widgets.values()))

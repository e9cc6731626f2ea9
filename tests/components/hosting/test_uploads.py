"""Uploads stay in memory and in bounds."""

import asyncio
import io
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.datastructures import Headers
from starlette.formparsers import MultiPartParser
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from components.hosting.uploads import MOST_BYTES, MOST_FILES, held_by_all, is_full, uploads_in_bounds
from corpus.intake.limits import LIMITS


def waiting(*sizes: int) -> MemoryUploadedFileManager:
    """Uploads of one session, of so many bytes each."""
    manager = MemoryUploadedFileManager("/_stcore/upload_file")
    for number, size in enumerate(sizes):
        manager.add_file("one", UploadedFileRec(str(number), f"{number}.txt", "text/plain", bytes(size)))
    return manager


@pytest.mark.parametrize(
    ("sizes", "full"),
    [((), False), ((1,) * (MOST_FILES - 1), False), ((1,) * MOST_FILES, True), ((MOST_BYTES,), True)],
)
def test_session_takes_so_much_and_no_more(sizes, full):
    """A session that has too much waiting takes no further upload; another session does."""
    assert is_full(waiting(*sizes), "one") is full
    assert not is_full(waiting(*sizes), "other")
    assert held_by_all(waiting(*sizes)) == sum(sizes)


def test_bounds_leave_room_for_what_is_read():
    """All that a session may bring at once is taken: who brings more is told so by the page."""
    assert LIMITS.files < MOST_FILES
    assert LIMITS.session_size < MOST_BYTES


def test_upload_goes_through_no_file():
    """A file of the largest size that is read, as a browser sends it, touches no disk."""
    uploads_in_bounds(lambda *_: None)
    head = b'--b\r\nContent-Disposition: form-data; name="f"; filename="f.txt"\r\n\r\n'
    body = head + bytes(LIMITS.file_size) + b"\r\n--b--\r\n"

    async def stream():
        yield body

    parser = MultiPartParser(Headers({"content-type": "multipart/form-data; boundary=b"}), stream())
    # Where a browser was driven before, a loop runs in this thread.
    with ThreadPoolExecutor(1) as apart:
        file = apart.submit(asyncio.run, parser.parse()).result()["f"].file
    assert file.seek(0, io.SEEK_END) == LIMITS.file_size
    # A file on the disk has a number, and this one has none before it is asked for.
    assert not file._rolled  # noqa: SLF001 asking in public puts it there

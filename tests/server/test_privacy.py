"""What a reader brings is seen by nobody else, written nowhere, and gone soon after they leave the idle server."""

import json
import os
import signal
import sys
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from benchmarks.session import visit
from tests.server.session import PATIENCE, reading

CANARIES = ("鲲鹏坊甲七三", "鲲鹏坊乙九一")
"""Words that stand in the texts of two readers, and nowhere else."""
TEXT = "{word}的夜校\n{word}开办夜校三期，培训产业工人1286人，发放补贴35万元。\n今年，{word}计划再办五期。\n"
VISITS = 5


@pytest.fixture(scope="module")
def places(tmp_path_factory) -> dict[str, Path]:
    """Folders in the place of the home and of the temp folder, and where the server says what it holds."""
    made = tmp_path_factory.mktemp("places")
    for name in ("home", "temp"):
        (made / name).mkdir()
    return {"HOME": made / "home", "TMPDIR": made / "temp", "FOUND": made / "found"}


@pytest.fixture(scope="module")
def server(serve, folder, places):
    """A server that clears lost sessions after a second."""
    environment = {name: str(path) for name, path in places.items()}
    with serve(folder, "tests/server/watched_server.py", SOUGHT=",".join(CANARIES), **environment) as running:
        yield running


def held(server, places) -> dict[str, list[str]]:
    """What the server holds of each of the words."""
    return answered(server, places)["words"]


def answered(server, places) -> dict:
    """What the server says of itself (see watched_server.py)."""
    file = places["FOUND"]
    file.touch()
    before = len(file.read_text(encoding="utf-8").splitlines())
    os.kill(server.process, signal.SIGUSR1)
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        written = file.read_text(encoding="utf-8")
        if written.endswith("\n") and len(lines := written.splitlines()) > before:
            return json.loads(lines[-1])
        time.sleep(0.1)
    pytest.fail("The server says nothing of what it holds")


def test_text_is_seen_by_its_reader_alone_and_gone_after_leaving(server, places):
    """Two readers paste a text each: neither nor any page sees the other's, and soon after leaving nothing is left."""
    first, second = (word.encode() for word in CANARIES)
    with reading(server.origin) as one:
        one.paste(TEXT.format(word=CANARIES[0]))
        assert first in one.bytes
        with reading(server.origin) as other:
            other.paste(TEXT.format(word=CANARIES[1]))
            assert second in other.bytes
            assert first not in other.bytes
            one.run()
        assert second not in one.bytes
        for page in ("", "numbers", "words"):
            told = b"".join(delta.SerializeToString() for delta in visit(server.origin, page).drawn)
            assert first not in told
            assert second not in told
        kept = held(server, places)
        # The first reader is still there; of the second, who has left, nothing is.
        assert kept[CANARIES[0]]
        deadline = time.monotonic() + PATIENCE
        while kept[CANARIES[1]] and time.monotonic() < deadline:
            time.sleep(0.5)
            kept = held(server, places)
        assert kept[CANARIES[0]]
        assert kept[CANARIES[1]] == []
        # Whom the server has served last, its loop holds until somebody else comes.
        one.run()
    deadline = time.monotonic() + PATIENCE
    while (kept := held(server, places))[CANARIES[0]] and time.monotonic() < deadline:
        time.sleep(0.5)
    assert kept == {word: [] for word in CANARIES}


@pytest.mark.skipif(sys.platform != "linux", reason="the handles of another process are counted under /proc")
def test_session_costs_one_handle_while_it_lasts_and_none_after(server, places):
    """A connected reader holds one socket and nothing else; soon after all have left, no session and no handle is left.

    The one session that may be there is nobody's: the loop has served it last.
    """

    def handles() -> int:
        return len(list(Path(f"/proc/{server.process}/fd").iterdir()))

    def emptied() -> int:
        """The handles of the server once it has no reader's session."""
        deadline = time.monotonic() + PATIENCE
        while answered(server, places)["sessions"] > 1:
            assert time.monotonic() < deadline, "sessions are left"
            time.sleep(0.5)
        return handles()

    visit(server.origin, "reader")
    before = emptied()
    with ExitStack() as readers:
        for _ in range(VISITS):
            readers.enter_context(reading(server.origin)).run()
        assert handles() == before + VISITS
    assert emptied() == before


def test_text_is_written_nowhere(server, places):
    """No line of the log, no file in the home, in the temp folder or beside the collection has a word of the texts."""
    written = [
        server.log,
        *(path for place in (places["HOME"], places["TMPDIR"], server.folder) for path in place.rglob("*")),
    ]
    assert server.log in written
    for path in written:
        if path.is_file():
            content = path.read_bytes()
            assert not any(word.encode() in content for word in CANARIES), path

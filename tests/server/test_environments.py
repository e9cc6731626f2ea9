"""The app works wherever it is put: no home, no letters but ASCII, no place to write, no name of its user."""

import json
import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

import pytest

from benchmarks.session import visit
from corpus.paths import ROOT
from tests.server.session import PATIENCE, reading

PARTS = (".streamlit", "app.py", "components", "corpus", "data", "docs/example", "pages", "seeds", "static")
TEXT = "翠鸟湾机械厂产改总结\n2025年，机械厂举办技能竞赛3场，参赛120人次，投入20万元，计划建成工作室5个。\n"
BARE = {
    "LANG": "C",
    "LC_ALL": "C",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONIOENCODING": "ascii",
    "PYTHONDONTWRITEBYTECODE": "1",
    "TZ": "Pacific/Kiritimati",
}
"""What is left of an environment where nobody has thought of Chinese."""
NOBODY = 54_321
"""A user whom the system does not know."""


@pytest.fixture
def elsewhere() -> Iterator[Path]:
    """A copy of the program in a folder with blanks and Chinese letters, that everybody may read and nobody write."""
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        copy = Path(made) / "产 改 (v1) & 100%"
        for part in PARTS:
            target = copy / part
            target.parent.mkdir(parents=True, exist_ok=True)
            (shutil.copytree if (ROOT / part).is_dir() else shutil.copy)(ROOT / part, target)
        folders = [copy, *(path for path in copy.rglob("*") if path.is_dir())]
        for path in folders:
            path.chmod(0o555)
        yield copy
        for path in folders:
            path.chmod(0o755)


@contextmanager
def _serving(
    app: Path, log: Path, environment: dict[str, str], *flags: str, before: Sequence[str] = (), **options: object
) -> Iterator[str]:
    """The address of a server that is started from the root of the file system, with this environment and no other."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [*before, sys.executable, *flags, "-m", "streamlit", "run", str(app)]
    command += ["--server.address", "127.0.0.1", "--server.port", str(port)]
    with (
        log.open("wb") as kept,
        subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=kept) as writer,  # noqa: S607 where it is depends
        subprocess.Popen(  # noqa: S603 our own words
            command, cwd="/", stdout=writer.stdin, stderr=writer.stdin, env=environment, **options
        ) as server,
    ):
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health", server, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait()
            writer.stdin.close()


def _wait(address: str, server: subprocess.Popen, log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE):  # noqa: S310 our own address
                return
        except (URLError, TimeoutError):
            time.sleep(0.05)
    pytest.fail(f"The server does not start:\n{log.read_text(encoding='utf-8', errors='replace')}")


def _fetched(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 our own address
        assert answer.status == 200
        return answer.read()


def works(origin: str, *, reads: bool = True) -> None:
    """Its probe, pages, fonts and files are there, and it reads a text that is pasted where it `reads` any."""
    assert _fetched(f"{origin}/_stcore/script-health-check")
    assert _fetched(f"{origin}/app/static/fonts/NotoSansSC-Regular.woff2").startswith(b"wOF2")
    assert "新会".encode() in _fetched(f"{origin}/api/numbers.csv")
    for page in ("", "numbers", "words"):
        kinds = {delta.new_element.WhichOneof("type") for delta in visit(origin, page).drawn}
        assert kinds & {"bidi_component", "vega_lite_chart"}
        assert not kinds & {"alert", "exception"}
    with reading(origin) as reader:
        reader.paste(TEXT)
        assert not reads or json.dumps("120人次")[1:-1].encode() in reader.bytes


def full_disk() -> None:
    """No process of this kind may write a byte into a file; pipes and sockets stay open to it."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def test_without_home_letters_temp_folder_and_disk(tmp_path):
    """Started from elsewhere with an environment that says nothing, on a full disk, the app does all it does."""
    log = tmp_path / "log"
    environment = {**BARE, "TMPDIR": "/nowhere"}
    with _serving(ROOT / "app.py", log, environment, "-P", preexec_fn=full_disk) as origin:
        works(origin)
    assert _logged(log) == []


def test_from_a_closed_folder_with_a_strange_name_as_nobody(elsewhere, tmp_path):
    """From a folder that nobody may write, with blanks and Chinese letters in its name, for a user without a name."""
    log = tmp_path / "log"
    closed = tmp_path / "home"
    closed.mkdir(mode=0o000)
    # Whoever is root may write everywhere, and has a name.
    user = f"setpriv --reuid={NOBODY} --regid={NOBODY} --clear-groups".split() if os.geteuid() == 0 else []
    if user and not (shutil.which(user[0]) and _runs([*user, sys.executable, "-P", "-c", "import streamlit"])):
        pytest.skip("nobody may read this Python")
    environment = {"PATH": os.environ["PATH"], "HOME": str(closed), "TZ": "America/Adak", "LANG": "zh_CN.GB18030"}
    with _serving(elsewhere / "app.py", log, environment, before=user) as origin:
        works(origin, reads=_starts_python(user))
    assert _logged(log) == []


def _starts_python(user: Sequence[str]) -> bool:
    """Whether this user may start a Python that starts another, as the reading of texts needs."""
    program = "import subprocess, sys; subprocess.run([sys.executable, '-c', ''], check=True)"
    return _runs([*user, sys.executable, "-c", program])


def _runs(command: Sequence[str]) -> bool:
    return subprocess.run(command, cwd="/", capture_output=True, check=False).returncode == 0  # noqa: S603 our own words


def _logged(log: Path) -> list[str]:
    """The lines of a log but for the greeting with the address."""
    lines = log.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and "You can now view" not in line and "URL:" not in line]


def test_command_line_without_letters(tmp_path):
    """Files with Chinese names are read and checked where the system knows no Chinese letter, and all is told."""
    file = tmp_path / "总 结.txt"
    file.write_text(TEXT, encoding="utf-8")
    environment = {**BARE, "TMPDIR": "/nowhere"}
    for arguments, code in (
        (["read", file, "--out", tmp_path / "出", "--language", "zh"], 0),
        (["check", "--data", tmp_path, "--seeds", tmp_path, "--language", "zh"], 2),
    ):
        command = [sys.executable, "-m", "corpus", *map(os.fsencode, arguments)]
        run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)  # noqa: S603 ours
        assert run.returncode == code, run.stderr
        assert b"Traceback" not in run.stderr
        assert (run.stdout + run.stderr).isascii() or b"\xe8" in run.stdout
    package = (tmp_path / "出" / "own_package.zip").read_bytes()
    assert package.startswith(b"PK")
    assert file.name in (tmp_path / "出" / "data" / "documents.csv").read_text(encoding="utf-8")

"""A real server without a browser: its probes, its log, and what its pages draw for a session."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError

import pytest

from benchmarks.session import visit
from corpus.paths import COLLECTION, ROOT

PATIENCE = 40
"""Seconds to wait for what must come."""
_LOCALES = {"zh": "zh-CN", "en": "en-GB"}


@dataclass(frozen=True)
class Server:
    """A running server: its address, the file that holds all it writes, the folder of its collection, its process."""

    origin: str
    log: Path
    folder: Path
    process: int = 0

    def probe(self, name: str) -> tuple[int, str]:
        """Status and body of a probe: `health` or `script-health-check`."""
        try:
            with urllib.request.urlopen(f"{self.origin}/_stcore/{name}", timeout=PATIENCE) as answer:  # noqa: S310 ours
                return answer.status, answer.read().decode()
        except HTTPError as refusal:
            return refusal.code, refusal.read().decode()

    def refusals(self, page: str, language: str) -> list[str]:
        """The sentences with which a page refuses to show anything; none where it shows the collection."""
        drawn = visit(self.origin, page, _LOCALES[language]).drawn
        elements = [delta.new_element for delta in drawn if delta.WhichOneof("type") == "new_element"]
        kinds = {element.WhichOneof("type") for element in elements}
        sentences = [element.alert.body for element in elements if element.WhichOneof("type") == "alert"]
        assert "exception" not in kinds
        assert bool(sentences) != bool(kinds & {"bidi_component", "vega_lite_chart"})
        return sentences

    def logged(self) -> list[str]:
        """The lines of the log but for the greeting with the address."""
        lines = self.log.read_text(encoding="utf-8").splitlines()
        return [line for line in lines if line.strip() and "You can now view" not in line and "URL:" not in line]


@contextmanager
def _serving(log: Path, folder: Path, program: tuple[str, ...], environment: dict[str, str]) -> Iterator[Server]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, *program, "run", "app.py", "--server.address", "127.0.0.1", "--server.port", str(port)]
    told = {"CHANGAI_COLLECTION": str(folder), "STREAMLIT_SERVER_HEADLESS": "true", **environment}
    with (
        log.open("wb") as output,
        subprocess.Popen(  # noqa: S603 our own words
            command,
            cwd=ROOT,
            stdout=output,
            stderr=output,
            env={**os.environ, **told},
        ) as process,
    ):
        server = Server(f"http://127.0.0.1:{port}", log, folder, process.pid)
        try:
            _wait(server, process)
            yield server
        finally:
            process.terminate()


def _wait(server: Server, process: subprocess.Popen) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            assert server.probe("health") == (200, "ok")
        except (URLError, TimeoutError):
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"The server does not start:\n{server.log.read_text(encoding='utf-8', errors='replace')}")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of its own that holds a copy of the collection."""
    copy = tmp_path_factory.mktemp("collection")
    for part in ("data", "seeds"):
        shutil.copytree(COLLECTION / part, copy / part)
    return copy


@pytest.fixture(scope="module")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Callable:
    """A context manager that starts a server on the collection of a folder.

    `program` is what runs in the place of `-m streamlit`; other names are variables of its environment.
    """

    def start(folder: Path, *program: str, **environment: str):
        log = tmp_path_factory.mktemp("server") / "log"
        return _serving(log, folder, program or ("-m", "streamlit"), environment)

    return start

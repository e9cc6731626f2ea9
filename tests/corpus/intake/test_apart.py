"""Files are read in processes apart: as well as here, within bounds, and without a trace."""

import contextlib
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from corpus.intake.apart import AT_ONCE, Bounds, admit, take_apart
from corpus.intake.limits import LIMITS, Held, Limits
from corpus.intake.source import RefusedError, Said, Source
from corpus.intake.take import take
from corpus.intake.wire import packed_file, packed_source, unpacked_source
from corpus.paths import ROOT
from corpus.problem import messages
from tests.made_files import PARAGRAPHS, pdf, report, saved, word, workbook

FILES = [
    ("a.txt", "\n".join(PARAGRAPHS).encode("gb18030")),
    ("b.docx", word(report)),
    ("c.xlsx", saved(workbook({"表": [["县", "比例"], ["甲", 0.5]]}))),
    ("d.pdf", pdf([[(30, 40, 150, PARAGRAPHS[0])]], title="夜校")),
    ("e.html", f"<html><body><h1>夜校</h1><p>{PARAGRAPHS[0]}</p></body></html>".encode()),
    ("f.csv", "县,期\n甲,3\n".encode()),
]


def children():
    """The reading processes that this one has started and not yet seen end."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            parent = stat.read_text().rpartition(")")[2].split()[1]
            if parent == str(os.getpid()) and b"corpus.intake" in stat.with_name("cmdline").read_bytes():
                found.add(stat.parent.name)
    return found


def test_files_are_read_as_they_are_here():
    """Every form gives the same text, blocks and words to the reader as in this process; no process is left behind."""
    results = {result.name: result for result in take_apart(FILES)}
    assert results == {name: take(name, content) for name, content in FILES}
    assert not children()


def test_others_are_read_whatever_one_does():
    """A broken file among good ones is refused in a sentence, and each file is answered once."""
    results = list(take_apart([FILES[0], ("broken.docx", FILES[1][1][:900]), FILES[5]]))
    assert {type(result) for result in results if result.name != "broken.docx"} == {Source}
    assert [result.said.key for result in results if isinstance(result, RefusedError)] == ["broken"]
    assert len(results) == 3


@pytest.mark.parametrize(
    ("bounds", "key"),
    [(Bounds(wall=0.01), "too_slow"), (Bounds(memory=16 * 1024 * 1024), "too_heavy")],
    ids=["time", "memory"],
)
def test_bounds_end_a_process(bounds, key):
    """A process without the time or memory that it needs ends, and what it read is refused."""
    (result,) = take_apart([FILES[2]], bounds=bounds)
    assert result.said.key == key
    assert not children()


def test_whoever_stops_asking_stops_the_reading():
    """Once the first answer is taken and no other asked for, the processes of the others end at once."""
    asked = take_apart([FILES[5]] * 8)
    next(asked)
    asked.close()
    assert not children()
    assert len(list(take_apart([FILES[5]]))) == 1


def test_server_reads_few_files_at_once():
    """However many sessions give files at the same time, no more than a few processes read, and all are answered."""
    most, over = [0], threading.Event()

    def watch():
        while not over.is_set():
            most[0] = max(most[0], len(children()))
            time.sleep(0.01)

    answered = []
    sessions = [threading.Thread(target=lambda: answered.extend(take_apart(FILES[:2]))) for _ in range(4)]
    watcher = threading.Thread(target=watch)
    watcher.start()
    for session in sessions:
        session.start()
    for session in sessions:
        session.join()
    over.set()
    watcher.join()
    assert len(answered) == 8
    assert 1 <= most[0] <= AT_ONCE


def test_session_is_bounded():
    """Files beyond the number, size, pages or characters of a session are refused; the others are read."""
    files = [("a", b"x" * 40), ("b", b"x" * 40), ("c", b""), ("d", b"x" * 200), ("e", b"x" * 30)]
    limits = Limits(file_size=100, files=2, session_size=90)
    admitted, refused = admit(files, limits, Held())
    assert [name for name, _ in admitted] == ["a", "b"]
    assert {error.name: error.said.key for error in refused} == {
        "c": "empty_file",
        "d": "file_too_big",
        "e": "too_many_files",
    }
    _, refused = admit(files[:1], limits, Held(files=1, size=60))
    assert [error.said.key for error in refused] == ["session_too_big"]
    (full,) = take_apart(FILES[5:], held=Held(characters=LIMITS.characters))
    assert full.said.key == "session_full"


def test_answer_is_believed_in_its_form_only():
    """Bytes that no reading process writes, an unknown key or a block outside the text make a broken file."""
    known = {"read_as", "broken"}
    whole = packed_source(take(*FILES[0]))
    assert isinstance(unpacked_source("a", whole, LIMITS, known), Source)
    for sent in (
        b"",
        b"[]",
        b"[" * 100_000,
        b"\xff",
        whole[:-9],
        whole.replace(b'"blocks":[]', b'"blocks":[[0,99999999,"",0,null]]'),
        whole.replace(b'"blocks":[]', b'"blocks":[[0,1,"",0,[1]]]'),
        whole.replace(b'"txt"', b'"exe"'),
        whole.replace(b"read_as", b"no_such"),
        packed_source(RefusedError("a", Said("no_such"))),
    ):
        assert unpacked_source("a", sent, LIMITS, known).said == Said("broken")
    assert unpacked_source("a", whole, Limits(characters=9), known).said == Said("broken")


WATCHED = """
import sys
def watch(event, found):
    if event == "open" and isinstance(found[1], str) and set(found[1]) & set("wax+"):
        sys.stderr.write(f"{found}\\n")
    if event.startswith(("socket.", "subprocess.", "os.rename", "os.mkdir", "tempfile.")):
        sys.stderr.write(f"{event}\\n")
sys.addaudithook(watch)
sys.argv[1:] = ["8", "60", "536870912"]
from corpus.intake.worker import main
main()
"""
"""The reading process, telling of each file that it would write, each connection, each process."""


@pytest.mark.parametrize(("name", "content"), FILES)
def test_nothing_touches_a_disk_or_a_network(name, content):
    """Whatever the form, reading it opens no file to be written, no connection and no process."""
    done = subprocess.run(  # noqa: S603 our own program
        [sys.executable, "-B", "-c", WATCHED],
        cwd=ROOT,
        input=packed_file(name, content, LIMITS),
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    assert unpacked_source(name, done.stdout, LIMITS, messages()["intake"]) == take(name, content)


def test_reading_process_cannot_write(tmp_path):
    """Once a process has bound itself, not a byte of its own gets into a file."""
    target = tmp_path / "a.txt"
    program = f"from corpus.intake.worker import bound; bound(8, 60, 2**29); open({str(target)!r}, 'w').write('夜校')"
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False)  # noqa: S603 as above
    assert target.read_bytes() == b""

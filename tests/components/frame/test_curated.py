"""Whatever has become of the collection's files, one line names the file and says what to do; nothing is raised."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from components.frame import curated
from corpus.paths import DATA, SEEDS

Change = Callable[[Path], object]


def with_bytes(change: Callable[[bytes], bytes]) -> Change:
    """Write a file anew with other bytes."""
    return lambda path: path.write_bytes(change(path.read_bytes()))


def in_its_place(make: Callable[[Path], object]) -> Change:
    """Put something else in the place of a file."""

    def change(path: Path) -> None:
        path.unlink()
        make(path)

    return change


def header_twice(content: bytes) -> bytes:
    """A table whose second column is called as the first."""
    header, rows = content.split(b"\n", 1)
    first, _, *others = header.split(b",")
    return b",".join([first, first, *others]) + b"\n" + rows


def put_in(what: bytes) -> Change:
    """Put bytes before the first comma of a file's second half."""

    def change(content: bytes) -> bytes:
        at = content.index(b",", len(content) // 2)
        return content[:at] + what + content[at:]

    return with_bytes(change)


GONE: dict[str, Change] = {
    "missing": Path.unlink,
    "folder": in_its_place(Path.mkdir),
    "link that leads nowhere": in_its_place(lambda path: path.symlink_to("nowhere")),
    "link to itself": in_its_place(lambda path: path.symlink_to(path.name)),
    "pipe": in_its_place(os.mkfifo),
}
"""What may stand in the place of a file."""
TORN: dict[str, Change] = {
    "empty": with_bytes(lambda _: b""),
    "half": with_bytes(lambda content: content[: len(content) // 2]),
    "UTF-16": with_bytes(lambda content: content.decode().encode("utf-16")),
    "nothing but NUL": with_bytes(lambda content: bytes(len(content))),
}
"""What may become of any file."""
TABLE: dict[str, Change] = {
    "GB18030": with_bytes(lambda content: content.decode().encode("gb18030")),
    "NUL in a cell": put_in(b"\0"),
    "endless cell": put_in(b"x" * 200_000),
    "header twice": with_bytes(header_twice),
}
"""What may become of a table."""
DICTIONARY: dict[str, Change] = {
    "bottomless": with_bytes(lambda _: b"[" * 100_000 + b"]" * 100_000),
    "endless number": with_bytes(lambda content: content.replace(b"{", b'{"n": ' + b"9" * 5_000 + b",", 1)),
    "null": with_bytes(lambda _: b"null"),
}
"""What may become of the dictionary."""
ONE_BYTE = {"one byte": with_bytes(lambda content: content.replace("，".encode(), "；".encode(), 1))}
FAULTS = [
    *(("data/numbers.csv", name, change) for name, change in {**GONE, **TORN, **TABLE}.items()),
    *(("data/lexicon.csv", name, change) for name, change in {**TORN, **TABLE}.items()),
    *(("data/datapackage.json", name, change) for name, change in {**GONE, **TORN, **DICTIONARY}.items()),
    *(("data/stopwords.txt", name, change) for name, change in {"missing": Path.unlink, **TORN}.items()),
    *(("seeds/xinhui.txt", name, change) for name, change in {**GONE, **TORN, **ONE_BYTE}.items()),
    *(("seeds/NOTICE.md", name, TORN[name]) for name in ("UTF-16", "nothing but NUL")),
    ("data", "gone", shutil.rmtree),
    ("seeds", "gone", shutil.rmtree),
    ("data", "file", lambda path: (shutil.rmtree(path), path.touch())),
]


@pytest.mark.parametrize(
    ("file", "change"),
    [(file, change) for file, _, change in FAULTS],
    ids=[f"{file} {name}" for file, name, _ in FAULTS],
)
def test_fault_is_one_line_that_names_the_file(file, change, tmp_path, monkeypatch, caplog):
    """Nothing is shown, nothing raised: one line, in the log and in either language, says which file and what to do."""
    for name, folder in (("DATA", DATA), ("SEEDS", SEEDS)):
        monkeypatch.setattr(curated, name, Path(shutil.copytree(folder, tmp_path / folder.name)))
    change(tmp_path / file)
    collection, problem = curated.checked()
    assert collection is None
    (logged,) = caplog.records
    assert logged.exc_info is None
    assert problem.said("en") in logged.getMessage()
    for line in (*map(problem.said, ("zh", "en")), logged.getMessage()):
        assert Path(file).stem in line
        assert "→" in line
        assert line.isprintable()
        assert str(tmp_path) not in line

"""The files of a package that a reader gives, unpacked in memory and no further than bounds allow."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.problem import Problem

_WANTED = re.compile(r"(?:data/[a-z_]{1,60}\.csv|seeds/[a-z0-9-]{1,80}\.txt|review\.json)")


@dataclass(frozen=True)
class Bounds:
    """How much a package may hold: bytes packed, bytes unpacked, files, steps of its review."""

    packed: int = 10_000_000
    unpacked: int = 60_000_000
    entries: int = 400
    steps: int = 100_000


BOUNDS = Bounds()
SIZE, FORM, VERSION, RULE, TAKEN = "size", "form", "version", "rule", "taken"
"""Why a package cannot be opened; TAKEN means that it brings what the curated collection has."""


class UnfitPackageError(ValueError):
    """A file that is no package of a reader's texts; `why` says so, `problem` is the rule that it breaks."""

    def __init__(self, why: str, problem: Problem | None = None) -> None:
        super().__init__(why)
        self.why = why
        self.problem = problem


def unpacked(content: bytes, bounds: Bounds) -> Iterator[tuple[str, bytes]]:
    """The files of a package that are looked at, by their path below its root.

    Raises UnfitPackageError for what is no archive, is larger than `bounds`, or holds no documents.
    """
    if len(content) > bounds.packed:
        raise UnfitPackageError(SIZE)
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnfitPackageError(FORM) from error
    with archive:
        entries = archive.infolist()
        if len(entries) > bounds.entries or sum(entry.file_size for entry in entries) > bounds.unpacked:
            raise UnfitPackageError(SIZE)
        names = [entry.filename for entry in entries]
        root = next((name.removesuffix("data/documents.csv") for name in names if _is_documents(name)), None)
        if root is None or len(names) != len(set(names)):
            raise UnfitPackageError(FORM)
        left = bounds.unpacked
        for entry in entries:
            path = entry.filename.removeprefix(root)
            if not entry.filename.startswith(root) or not _WANTED.fullmatch(path):
                continue
            found = _read(archive, entry, left)
            left -= len(found)
            yield path, found


def _is_documents(name: str) -> bool:
    return name == "data/documents.csv" or name.endswith("/data/documents.csv")


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    """The content of an entry, never more than `most` bytes whatever its head declares."""
    try:
        with archive.open(entry) as file:
            found = file.read(most + 1)
    except Exception as error:  # encrypted, torn, of an unknown method: zipfile raises a dozen kinds
        raise UnfitPackageError(FORM) from error
    if len(found) > most:
        raise UnfitPackageError(SIZE)
    return found

"""The parts of a packed file (DOCX, XLSX), looked at before anything is unpacked."""

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.intake.limits import Limits
from corpus.intake.source import RefusedError, Said

if TYPE_CHECKING:
    from lxml import etree

_END = b"PK\x05\x06"
_END_SIZE = 22
_COMMENT_AT_MOST = 65_535
_ENCRYPTED = 0x1
_SMALL = 1_000_000
"""What unpacks to less is no danger, whatever its ratio: blank tables pack by the hundred."""


def opened(name: str, content: bytes, limits: Limits) -> zipfile.ZipFile:
    """The archive of a file; RefusedError for one that is broken, locked, or unpacks to more than its limits."""
    tail = content[-_END_SIZE - _COMMENT_AT_MOST :]
    place = tail.rfind(_END)
    if place >= 0 and int.from_bytes(tail[place + 10 : place + 12], "little") > limits.entries:
        raise RefusedError(name, Said("packed_too_much"))
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, OSError):
        raise RefusedError(name, Said("broken")) from None
    entries = archive.infolist()
    if len(entries) > limits.entries or sum(entry.file_size for entry in entries) > limits.unpacked:
        raise RefusedError(name, Said("packed_too_much"))
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED:
            raise RefusedError(name, Said("encrypted"))
        if entry.file_size > max(_SMALL, entry.compress_size * limits.ratio):
            raise RefusedError(name, Said("packed_too_much"))
    return archive


def member(name: str, archive: zipfile.ZipFile, path: str) -> io.BytesIO | None:
    """A part of an archive, None where there is none; never more of it than its directory declares."""
    try:
        entry = archive.getinfo(path)
    except KeyError:
        return None
    try:
        with archive.open(entry) as part:
            return io.BytesIO(part.read(entry.file_size))
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, ValueError, zipfile.zlib.error):
        raise RefusedError(name, Said("broken")) from None


def elements(part: io.BytesIO, *tags: str) -> Iterator["etree._Element"]:
    """The elements of an XML part as each is complete; nothing is fetched, no entity is filled in."""
    from lxml import etree  # noqa: PLC0415 needed for some packed files only

    for _, element in etree.iterparse(
        part,
        events=("end",),
        tag=tags or None,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    ):
        yield element

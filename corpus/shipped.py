"""Files that come with the program: where one is broken, the program ends with one line that names it."""

import struct
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from corpus.paths import ROOT


def shipped_text(path: Path) -> str:
    """The text of a file; SystemExit where it is missing, empty, closed or no UTF-8."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        text = ""
    if not text.strip("\0 \n") or "\0" in text:
        raise _broken(path)
    return text


def shipped_toml(path: Path) -> dict[str, Any]:
    """What a TOML file holds; SystemExit where it cannot be read."""
    try:
        return tomllib.loads(shipped_text(path))
    except tomllib.TOMLDecodeError as error:
        raise _broken(path, str(error)) from None


def whole(paths: Iterable[Path]) -> None:
    """SystemExit for the first file that is missing, or that ends before its own form says."""
    for path in paths:
        try:
            content = path.read_bytes()
        except OSError:
            content = b""
        if not _is_whole(content, path.suffix):
            raise _broken(path)


def _broken(path: Path, told: str = "missing, damaged or closed") -> SystemExit:
    name = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
    return SystemExit(f"{name}: {' '.join(told.split())} → put it back as it was shipped")


def _is_whole(content: bytes, ending: str) -> bool:
    match ending:
        case ".woff2":
            return content.startswith(b"wOF2") and content[8:12] == struct.pack(">L", len(content))
        case ".ttf" | ".otf":
            return content[:4] in {b"\0\1\0\0", b"OTTO"} and _tables_end(content) <= len(content)
        case ".png":
            return content.startswith(b"\x89PNG") and content[-8:-4] == b"IEND"
        case ".svg":
            return content.rstrip().endswith(b"</svg>")
        case _:
            return bool(content.strip(b"\0"))


def _tables_end(content: bytes) -> int:
    """Where the last table of a font ends, by the list at its beginning (OpenType, "Table Directory")."""
    count = int.from_bytes(content[4:6])
    entries = content[12 : 12 + 16 * count]
    if len(entries) < 16 * count:
        return len(content) + 1
    return max((offset + length for _, _, offset, length in struct.iter_unpack(">4L", entries)), default=0)

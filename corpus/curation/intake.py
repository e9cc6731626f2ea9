"""A text as it comes: its encoding and line ends found out and mended."""

import re
from dataclasses import dataclass

_MARKS = {
    b"\xef\xbb\xbf": ("utf-8", "byte-order mark removed"),
    b"\xff\xfe": ("utf-16-le", "read as UTF-16"),
    b"\xfe\xff": ("utf-16-be", "read as UTF-16"),
}
"""What a file begins with → its encoding, and what is told of it."""
# GB18030 takes almost any bytes: what is no text comes out as controls, private characters and half ones.
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ue000-\uf8ff\ufffd-\uffff]")


@dataclass(frozen=True)
class Taken:
    """A text with LF line ends, and what had to be mended."""

    text: str
    mended: tuple[str, ...]


def taken(content: bytes) -> Taken:
    """The text of a file in UTF-8, GB18030 or marked UTF-16, with any line ends; ValueError for what is none."""
    encoding, mended = "utf-8", []
    for mark, (named, told) in _MARKS.items():
        if content.startswith(mark):
            content, encoding = content[len(mark) :], named
            mended.append(told)
    text = _decoded(content, encoding)
    if text is None:
        text = _decoded(content, "gb18030")
        mended.append("read as GB18030")
    if text is None or _NO_TEXT.search(text):
        message = "the text is neither UTF-8 nor GB18030: save it as UTF-8"
        raise ValueError(message)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        mended.append("line ends changed to LF")
    if not text.strip():
        message = "the text is empty"
        raise ValueError(message)
    return Taken(text, tuple(mended))


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None

"""A text as a curator gives it: its encoding and line ends found out and mended."""

import re
from dataclasses import dataclass

from corpus.intake.encoding import decoded
from corpus.intake.source import RefusedError, Said
from corpus.problem import told

# A source is kept as it is: what would have to be taken out of it is a reason to ask for another file.
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ue000-\uf8ff\ufffd-\uffff]")


@dataclass(frozen=True)
class Taken:
    """A text with LF line ends, and what had to be mended."""

    text: str
    mended: tuple[str, ...]


def taken(content: bytes) -> Taken:
    """The text of a file in whatever encoding, with any line ends; ValueError in one sentence for what is none."""
    if not content.strip():
        message = "the text is empty"
        raise ValueError(message)
    try:
        read = decoded("", content)
    except RefusedError as refused:
        raise ValueError(_said(refused.said)) from None
    text = read.text
    mended = [_said(said) for said in read.told if said.values.get("encoding") != "UTF-8"]
    if _NO_TEXT.search(text):
        raise ValueError(_said(Said("encoding_unknown")))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        mended.append(_said(Said("line_ends")))
    if not text.strip():
        message = "the text is empty"
        raise ValueError(message)
    return Taken(text, tuple(mended))


def _said(said: Said) -> str:
    return told("intake", said.key, "en", **said.values)

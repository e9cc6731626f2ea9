"""A text as it comes: its encoding and line ends found out and mended."""

from dataclasses import dataclass

_BOM = "\ufeff"


@dataclass(frozen=True)
class Taken:
    """A text ready for `seeds`, and what had to be mended."""

    text: str
    mended: tuple[str, ...]


def taken(content: bytes) -> Taken:
    """The text of a file in UTF-8 or GB18030, with any line ends; ValueError for any other encoding."""
    mended = []
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        try:
            text = content.decode("gb18030")
        except UnicodeDecodeError as error:
            message = "the text is neither UTF-8 nor GB18030: save it as UTF-8"
            raise ValueError(message) from error
        mended.append("read as GB18030")
    if text.startswith(_BOM):
        text = text.removeprefix(_BOM)
        mended.append("byte-order mark removed")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        mended.append("line ends changed to LF")
    if not text.strip():
        message = "the text is empty"
        raise ValueError(message)
    return Taken(text, tuple(mended))

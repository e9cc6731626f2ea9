"""A file taken in: what it is, by its content, and then its text."""

import importlib.util
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath

from corpus.intake.encoding import decoded
from corpus.intake.limits import LIMITS, Limits, too_big
from corpus.intake.magic import office, signed
from corpus.intake.source import RefusedError, Said, Source

_WEB = re.compile(
    r"(?i)\s*+(?:<\?xml[^>]{0,200}>\s*+)?(?:<!--(?:[^-]|-(?!->)){0,2000}+-->\s*+)*+<(?:!doctype\s+html|html|head|body)\b"
)
"""How a page of the web begins; no part of it can be read in two ways, so that no file makes the search long."""
_TAGS = re.compile(r"(?i)</?(?:p|div|table|br|span|h[1-6])\b[^<>]{0,500}>")
_ENDINGS = {
    "txt": ("txt", "text", "md", "log", ""),
    "docx": ("docx", "docm", "dotx", "wps"),
    "pdf": ("pdf",),
    "html": ("html", "htm", "xhtml", "shtml"),
    "xlsx": ("xlsx", "xlsm", "et"),
    "csv": ("csv", "tsv", "txt"),
}
"""Form → the endings that its files usually have."""
_OF_OTHERS = frozenset(ending for endings in _ENDINGS.values() for ending in endings) | frozenset(
    {"doc", "xls", "rtf", "ppt", "pptx", "odt", "ods", "pages", "zip", "png", "jpg", "jpeg", "tif", "tiff", "webp"}
)
"""Endings that say what a file is; others, as of "报告.2024年", say nothing."""


def take(name: str, content: bytes, limits: Limits = LIMITS) -> Source:
    """The text of a file, whatever its name says it is; RefusedError, in one sentence, for what cannot be read.

    It reads in this process: hostile files may take all time and memory, and `take_apart` bounds both.
    """
    source = _taken(name, content, limits, _read)
    ending = ending_of(name)
    if ending in _OF_OTHERS - frozenset(_ENDINGS.get(source.form, (ending,))):
        source = replace(source, told=(Said("named_otherwise", {"form": source.form.upper()}), *source.told))
    return source


def take_drawn(name: str, content: bytes, limits: Limits = LIMITS) -> Source:
    """The text of a file whose pages are pictures, also of a PDF; RefusedError for what cannot be read."""
    if signed(content) != "pdf":
        return take(name, content, limits)
    from corpus.intake.scan import read_scanned_pdf  # noqa: PLC0415 needed for pictures only

    return _taken(name, content, limits, lambda name, content, _: read_scanned_pdf(name, content))


def _taken(name: str, content: bytes, limits: Limits, read: Callable[[str, bytes, Limits], Source]) -> Source:
    """What one way of reading makes of a file, whatever goes wrong told in one sentence."""
    if refused := too_big(name, len(content), limits):
        raise refused
    try:
        return read(name, content, limits)
    except RefusedError:
        raise
    except MemoryError:
        raise RefusedError(name, Said("too_heavy")) from None
    except Exception:  # noqa: BLE001 a broken file may fail a library anywhere, and no trace of it may be told
        raise RefusedError(name, Said("broken")) from None


def ending_of(name: str) -> str:
    """What a file's name says of its form, in small letters."""
    return PurePath(name).suffix.lstrip(".").casefold()


def can_scan() -> bool:
    """Whether pictures can be read: the optional part `ocr` is installed."""
    return all(importlib.util.find_spec(module) for module in ("rapidocr", "onnxruntime"))


def _read(name: str, content: bytes, limits: Limits) -> Source:
    kind = signed(content)
    if kind == "zip":
        kind = office(name, content, limits)
    if kind == "docx":
        from corpus.intake.word import read_word  # noqa: PLC0415 each form brings a library, and one is needed

        return read_word(name, content, limits)
    if kind == "xlsx":
        from corpus.intake.sheet import read_workbook  # noqa: PLC0415 as above

        return read_workbook(name, content, limits)
    if kind == "pdf":
        from corpus.intake.pdf import read_pdf  # noqa: PLC0415 as above

        return read_pdf(name, content, limits)
    if kind == "image":
        return _scanned(name, content)
    if kind:
        raise RefusedError(name, Said(kind))
    return _text(name, content, limits)


def _text(name: str, content: bytes, limits: Limits) -> Source:
    read, ending = decoded(name, content), ending_of(name)
    if _WEB.match(read.text) or (ending in _ENDINGS["html"] and _TAGS.search(read.text)):
        from corpus.intake.web import read_web  # noqa: PLC0415 as above

        return read_web(name, read, limits)
    if ending in {"csv", "tsv"}:
        from corpus.intake.sheet import read_table  # noqa: PLC0415 as above

        if table := read_table(name, read, limits):
            return table
    from corpus.intake.plain import read_plain  # noqa: PLC0415 as above

    return read_plain(name, read, limits)


def _scanned(name: str, content: bytes) -> Source:
    if not can_scan():
        raise RefusedError(name, Said("needs_ocr"))
    from corpus.intake.scan import read_image  # noqa: PLC0415 there only with the optional part

    return read_image(name, content)

"""Pages of a PDF that are pictures, drawn and read as pictures are, where the optional part `ocr` is installed."""

import importlib.util
import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from corpus.intake.assembly import Part
from corpus.intake.source import RefusedError, Source

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST_PAGES = 12
"""How many pages of one file are read so: each takes some seconds."""
_POINTS = 200 / 72
"""Points of a picture for each of the page: 200 an inch."""
_LONGEST_SIDE = 3_500


def can_scan() -> bool:
    """Whether pictures can be read: the optional part `ocr` is installed."""
    return all(importlib.util.find_spec(module) for module in ("rapidocr", "corpus.intake.scan"))


def scanned_image(name: str, content: bytes) -> Source:
    """The text of a picture; RefusedError for one that holds none or cannot be read."""
    from corpus.intake.scan import read_image  # noqa: PLC0415 there only with the optional part

    return read_image(name, content)


def scanned_pages(name: str, document: "PdfDocument", numbers: Sequence[int]) -> Iterator[tuple[int, list[Part]]]:
    """Numbers of pages, counted from 1, with the parts that are read on each; pages without text are left out."""
    for number in numbers[:MOST_PAGES]:
        page = document[number - 1]
        try:
            width, height = page.get_size()
            scale = min(_POINTS, _LONGEST_SIDE / max(width, height, 1.0))
            drawn = io.BytesIO()
            page.render(scale=scale).to_pil().save(drawn, "PNG")
        finally:
            page.close()
        try:
            source = scanned_image(name, drawn.getvalue())
        except RefusedError:
            continue
        parts = [Part(source.text[one.start : one.end], one.role, number, one.box) for one in source.blocks]
        yield number, parts or [Part(source.text, "", number)]

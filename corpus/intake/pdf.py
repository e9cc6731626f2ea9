"""A PDF with a text layer: its lines in reading order, gathered into paragraphs with their boxes, page by page."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.intake.assembly import Part, assembled
from corpus.intake.limits import Limits, pages_within
from corpus.intake.lines import Box, Line, drawn_together, is_page_number, paragraphs
from corpus.intake.source import RefusedError, Said, Source

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

_DAY = re.compile(r"D:((?:199|20\d)\d)(\d\d)?(\d\d)?")
_DIGITS = re.compile(r"\d+")
_PROGRAM = re.compile(r"(?i)^(?:microsoft \w+ - |untitled|无标题|未命名)|\.(?:docx?|indd|fh\d*|pdf|wps|cdr)$")
"""Titles that a program gave."""
_EDGE = 0.12
"""How much of a page, above and below, may hold a running head or foot."""
_OFTEN = 0.4
_REPEATED = 3
_PICTURE = 0.25
"""A picture that covers so much of a page without text is taken for a scan."""
_UNREADABLE = 0.3
_TAB, _BLANK = 0x09, 0x20
_CELLS_APART = 0.55
"""Of the height of a line, which is half as much again as its letters."""


def read_pdf(name: str, content: bytes, limits: Limits) -> Source:
    """The text layer of a PDF; RefusedError for one that is locked, broken, or holds pictures of its pages alone."""
    document = opened_pdf(name, content)
    try:
        pages_within(name, len(document), limits)
        pages, scans = _pages(name, document, limits)
        title, made = _stated(document)
    finally:
        document.close()
    if not any(pages):
        raise RefusedError(name, Said("pdf_needs_ocr" if scans else "no_text_found"))
    letters = "".join(line.text for page in pages for line in page)
    if sum("\ue000" <= char <= "\uf8ff" or char in "\ufffd\ufffe\x00" for char in letters) > _UNREADABLE * len(letters):
        raise RefusedError(name, Said("pdf_unreadable_letters"))
    told = []
    if scans:
        told.append(Said("pages_need_ocr", {"pages": ranges(scans)}))
    if made:
        told.append(Said("date_of_file", {"date": made}))
    source = Source(name, "pdf", "", pages=len(pages), title=title, told=tuple(told))
    return assembled(source, _parts(pages), limits)


def opened_pdf(name: str, content: bytes) -> "PdfDocument":
    """A PDF to be read, and closed by whoever asked; RefusedError for one that is locked or broken."""
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 brings a large library

    try:
        return PdfDocument(content)
    except PdfiumError as error:
        key = "encrypted" if "password" in str(error).casefold() or "security" in str(error).casefold() else "broken"
        raise RefusedError(name, Said(key)) from None


def ranges(numbers: list[int]) -> str:
    """Numbers in rising order, runs drawn together: "1, 3–5"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)


def _pages(name: str, document: "PdfDocument", limits: Limits) -> tuple[list[list[Line]], list[int]]:
    """The lines of each page, and the numbers of pages that are pictures of text."""
    from pypdfium2 import PdfiumError  # noqa: PLC0415 as above

    pages, scans, characters = [], [], 0
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
        except PdfiumError:
            pages.append([])
            continue
        try:
            text = page.get_textpage()
            characters += text.count_chars()
            if characters > limits.characters:
                raise RefusedError(name, Said("too_many_characters", {"most": f"{limits.characters:,}"}))
            pages.append(list(_lines(page, text)))
            text.close()
            if not any(line.text.strip() for line in pages[-1]) and _is_scan(page):
                scans.append(number)
        except PdfiumError:
            pages.append([])
        finally:
            page.close()
    return pages, scans


def _lines(page: "PdfPage", text: "PdfTextPage") -> Iterator[Line]:
    """The lines of a page in the order in which it draws them."""
    from pypdfium2 import raw  # noqa: PLC0415 as above

    count = text.count_chars()
    codes = [raw.FPDFText_GetUnicode(text, place) for place in range(count)]
    start = 0
    for place in range(count + 1):
        if place < count and codes[place] not in (0x0A, 0x0D):
            continue
        if place > start:
            for gap in _wide_gaps(text, codes, start, place):
                codes[gap] = _TAB
            letters = "".join(map(chr, codes[start:place]))
            letters = letters.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
            box = _box(page, text, start, place - start)
            if letters.strip() and box:
                yield Line(drawn_together(letters.strip()), box)
        start = place + 1


def _wide_gaps(text: "PdfTextPage", codes: list[int], start: int, end: int) -> Iterator[int]:
    """The blanks of a line that are as wide as letters: what stands on both sides of one are cells."""
    for place in range(start + 1, end - 1):
        if codes[place] == _BLANK and codes[place - 1] != _BLANK and codes[place + 1] != _BLANK:
            _, bottom, before, top = text.get_charbox(place - 1, loose=True)
            if text.get_charbox(place + 1, loose=True)[0] - before > _CELLS_APART * (top - bottom):
                yield place


def _box(page: "PdfPage", text: "PdfTextPage", start: int, count: int) -> Box | None:
    """The box around some characters in parts of the page, from its upper left corner; None where nothing is drawn."""
    boxes = [text.get_rect(place) for place in range(text.count_rects(start, count))]
    if not boxes:
        return None
    left, bottom, right, top = page.get_bbox()
    width, height = max(right - left, 1e-6), max(top - bottom, 1e-6)
    box = (
        (min(box[0] for box in boxes) - left) / width,
        (top - max(box[3] for box in boxes)) / height,
        (max(box[2] for box in boxes) - left) / width,
        (top - min(box[1] for box in boxes)) / height,
    )
    return _turned(box, page.get_rotation())


def _turned(box: Box, degrees: int) -> Box:
    """A box on a page that is shown turned clockwise."""
    left, top, right, bottom = (min(max(round(side, 4), 0.0), 1.0) for side in box)
    return {
        90: (1 - bottom, left, 1 - top, right),
        180: (1 - right, 1 - bottom, 1 - left, 1 - top),
        270: (top, 1 - right, bottom, 1 - left),
    }.get(degrees, (left, top, right, bottom))


def _is_scan(page: "PdfPage") -> bool:
    from pypdfium2 import raw  # noqa: PLC0415 as above

    width, height = page.get_size()
    for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = picture.get_bounds()
        if (right - left) * (top - bottom) > _PICTURE * width * height:
            return True
    return False


def _stated(document: "PdfDocument") -> tuple[str, str]:
    """Title and day of making, as the file states them; "" for a title that a program gave."""
    stated = document.get_metadata_dict()
    title = " ".join(stated.get("Title", "").split())[:200]
    day = _DAY.match(stated.get("CreationDate", ""))
    return "" if _PROGRAM.search(title) else title, "-".join(part for part in day.groups() if part) if day else ""


def _parts(pages: list[list[Line]]) -> Iterator[Part]:
    running = _running(pages)
    for number, lines in enumerate(pages, 1):
        text = [line for line in lines if not _is_clutter(line, running)]
        for line in lines:
            if _is_clutter(line, running) and line.box[3] < 0.5:  # noqa: PLR2004 the head of the page
                yield Part(line.text, "clutter", number, line.box)
        for paragraph, role, box in paragraphs(text):
            yield Part(paragraph, role, number, box)
        for line in lines:
            if _is_clutter(line, running) and line.box[3] >= 0.5:  # noqa: PLR2004 its foot
                yield Part(line.text, "clutter", number, line.box)


def _alike(line: Line) -> str:
    return _DIGITS.sub("#", line.text)


def _at_edge(line: Line) -> bool:
    return line.box[3] < _EDGE or line.box[1] > 1 - _EDGE


def _running(pages: list[list[Line]]) -> frozenset[str]:
    """What stands at the edge of many pages, but for its numbers."""
    seen = Counter(alike for lines in pages for alike in {_alike(line) for line in lines if _at_edge(line)})
    least = max(min(_REPEATED, len(pages)), 2, _OFTEN * len(pages))
    return frozenset(alike for alike, times in seen.items() if times >= least)


def _is_clutter(line: Line, running: frozenset[str]) -> bool:
    return _at_edge(line) and (_alike(line) in running or is_page_number(line.text))

"""A picture of print read: lines found and recognised, set in the order of reading, with the picture to look at.

Needs the optional part `ocr`: rapidocr with onnxruntime, whose models come with it; nothing is fetched.
"""

import io
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from math import cos, sin
from typing import TYPE_CHECKING, Any

from corpus.intake.frames import PrintedPage
from corpus.intake.order import ordered
from corpus.intake.print_lines import Line, slope_of, straight
from corpus.intake.print_text import with_text
from corpus.intake.source import RefusedError, Said, Source

if TYPE_CHECKING:
    from PIL import Image

FORMATS = ("JPEG", "PNG", "TIFF", "WEBP", "BMP", "GIF")
"""What is taken for a picture, by the names that pillow has for them."""
MOST_PIXELS = 100_000_000
"""Pixels of a picture that is opened at all."""
MOST_PAGES = 20
DOTS = 200
"""Dots per inch at which pages of a PDF are drawn."""
_LONGEST_SIDE = 3600
"""Pixels to which larger pictures are brought down before they are read."""
_SHOWN_SIDE = 2000
"""Pixels of the longer side of a picture that is shown beside its text."""
_SECONDS = 90
"""Processor seconds after which no further page is begun."""
_TILTED = 0.03
"""Slope from which on a page is turned straight and read again."""
_UNSURE = 0.8
"""Score of a line below which it is told."""


def read_image(name: str, content: bytes) -> Source:
    """The text of a picture or of each of its pages, with form `image`; RefusedError where there is none to read."""
    return _read(name, "image", _pictures(name, content))


def read_scanned_pdf(name: str, content: bytes) -> Source:
    """The text of a PDF whose pages are pictures, drawn page by page; RefusedError where there is none to read."""
    return _read(name, "pdf", _drawn(name, content))


def _read(name: str, form: str, pages: Iterable[Callable[[], "Image.Image"]]) -> Source:
    found: list[PrintedPage] = []
    left_out = 0
    begin = time.process_time()
    for page in pages:
        if len(found) >= MOST_PAGES or time.process_time() - begin > _SECONDS:
            left_out += 1
            continue
        found.append(_page(page()))
    told = [Said("order_found")]
    lines = [line for page in found for frame in page.frames for line in frame.lines]
    if not lines:
        raise RefusedError(name, Said("no_text_found"))
    if unsure := sum(line.score < _UNSURE for line in lines):
        told.append(Said("lines_unsure", {"count": unsure}))
    if left_out:
        told.append(Said("pages_not_scanned", {"pages": len(found), "count": left_out}))
    return with_text(Source(name, form, "", told=tuple(told), pages=len(found) + left_out, prints=tuple(found)))


def _pictures(name: str, content: bytes) -> Iterator[Callable[[], "Image.Image"]]:
    """The pages of a picture, each opened when it is asked for."""
    from PIL import Image, ImageOps, ImageSequence  # noqa: PLC0415 needed for pictures only

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # a limit of our own follows
            picture = Image.open(io.BytesIO(content), formats=FORMATS)
    except Image.DecompressionBombError:
        raise RefusedError(name, Said("picture_too_large", {"most": MOST_PIXELS // 1_000_000})) from None
    for page in ImageSequence.Iterator(picture):
        _within(name, page)
        yield lambda page=page: ImageOps.exif_transpose(page).convert("RGB")


def _within(name: str, picture: "Image.Image") -> None:
    if picture.width * picture.height > MOST_PIXELS:
        raise RefusedError(name, Said("picture_too_large", {"most": MOST_PIXELS // 1_000_000}))


def _drawn(name: str, content: bytes) -> Iterator[Callable[[], "Image.Image"]]:
    """The pages of a PDF, each drawn when it is asked for, never larger than what is read of a picture."""
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 needed for PDF only

    try:
        document = PdfDocument(content)
    except PdfiumError:
        raise RefusedError(name, Said("broken")) from None
    try:
        for number in range(len(document)):
            page = document[number]
            most = max(page.get_width(), page.get_height(), 1)
            scale = min(DOTS / 72, _LONGEST_SIDE / most)
            yield lambda page=page, scale=scale: page.render(scale=scale).to_pil().convert("RGB")
            page.close()
    finally:
        document.close()


def _page(picture: "Image.Image") -> PrintedPage:
    """One page read, set straight, its frames in the order of reading."""
    from PIL import Image  # noqa: PLC0415 as above

    picture.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE), Image.Resampling.LANCZOS)
    lines = _lines(picture)
    slope = slope_of(lines)
    if abs(slope) > _TILTED:
        picture = _turned(picture, slope)
        lines = _lines(picture)
        slope = slope_of(lines)
    if slope:
        picture, lines = _turned(picture, slope), straight(lines)
    return PrintedPage(picture.width, picture.height, tuple(ordered(lines)), _shown(picture))


def _lines(picture: "Image.Image") -> list[Line]:
    """The lines of a picture as they are found, in no order that counts."""
    import numpy as np  # noqa: PLC0415 as above

    found = _reader()(np.asarray(picture)[:, :, ::-1])
    if found.boxes is None or found.txts is None:
        return []
    return [_line(box, text, score) for box, text, score in zip(found.boxes, found.txts, found.scores, strict=True)]


def _line(box: Any, text: str, score: float) -> Line:  # noqa: ANN401 an array of four corners, clockwise
    """A line from the corners of its box."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = ((float(x), float(y)) for x, y in box)
    width = (((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5 + ((x2 - x3) ** 2 + (y2 - y3) ** 2) ** 0.5) / 2
    height = (((x3 - x0) ** 2 + (y3 - y0) ** 2) ** 0.5 + ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5) / 2
    x, y = (x0 + x1 + x2 + x3) / 4, (y0 + y1 + y2 + y3) / 4
    slope = (y1 - y0 + y2 - y3) / (x1 - x0 + x2 - x3) if x1 - x0 + x2 - x3 else 0.0
    return Line(
        text, x - width / 2, y - height / 2, x + width / 2, y + height / 2, round(float(score), 3), round(slope, 5)
    )


@cache
def _reader() -> Callable[..., Any]:
    """The recogniser, loaded once a process; it holds models and nothing of what it has read."""
    from rapidocr import RapidOCR  # noqa: PLC0415 there only with the optional part

    return RapidOCR(
        params={"Global.max_side_len": _LONGEST_SIDE, "Global.log_level": "critical", "Global.use_cls": False}
    )


def _turned(picture: "Image.Image", slope: float) -> "Image.Image":
    """A picture turned about its upper left corner as `straight` turns its lines."""
    from PIL import Image  # noqa: PLC0415 as above

    turn = (cos(slope), -sin(slope), 0.0, sin(slope), cos(slope), 0.0)
    return picture.transform(
        picture.size, Image.Transform.AFFINE, turn, Image.Resampling.BICUBIC, fillcolor=(255, 255, 255)
    )


def _shown(picture: "Image.Image") -> bytes:
    """A picture small enough to be sent to a browser beside its text."""
    small = picture.copy()
    small.thumbnail((_SHOWN_SIDE, _SHOWN_SIDE))
    held = io.BytesIO()
    small.save(held, "JPEG", quality=70)
    return held.getvalue()

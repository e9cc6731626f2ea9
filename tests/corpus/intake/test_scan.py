"""Pictures of print become texts; what cannot be read is said in one sentence."""

import io
import struct
import zlib

import pytest
from PIL import Image

from corpus.intake.apart import take_apart
from corpus.intake.print_text import line_blocks, moved_frame, with_frame_role
from corpus.intake.scan import MOST_PIXELS, read_image
from corpus.intake.source import RefusedError, Source
from corpus.intake.take import can_scan
from corpus.problem import messages, told

needs_reader = pytest.mark.skipif(not can_scan(), reason="the optional part `ocr` is not installed")
HEADING, LEFT, RIGHT = "江西纵深推进产业工人队伍建设改革", "全省共建设劳模工作室", "培训产业工人三万余人"


@pytest.fixture(scope="module")
def page():
    """A picture of a heading across two columns of three lines each, as PNG."""
    from benchmarks.newspaper import LEVELS, Page  # noqa: PLC0415 needed where pictures are read
    from benchmarks.scans import drawn  # noqa: PLC0415 as above
    from tests.corpus.intake.test_order import printed  # noqa: PLC0415 as above

    small = Page(2, LEVELS[0], 28.0, 44.0, 10, 60.0, height=420.0)
    small.lines += printed(small, HEADING, (LEFT, RIGHT))
    return drawn(small, 1)


def png_of_size(width, height):
    """The first bytes of a PNG that claims to be so large, with hardly anything in it."""

    def part(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(b"\0")) + part(b"IEND", b"")


@pytest.mark.parametrize("side", [int(MOST_PIXELS**0.5) + 1, 60_000])
def test_huge_picture_is_not_opened(side):
    """A picture with more pixels than are read is refused by what it claims, before it takes any memory."""
    with pytest.raises(RefusedError) as refused:
        read_image("page.png", png_of_size(side, side))
    assert refused.value.said.key == "picture_too_large"


def test_what_is_told_has_its_words():
    """Each sentence that a scan may come with stands in both languages."""
    keys = ("order_found", "lines_unsure", "pages_not_scanned", "picture_too_large", "needs_ocr", "pdf_needs_ocr")
    assert set(keys) <= set(messages()["intake"])
    assert {
        len(told("intake", key, language, most=1, count=1, pages=1)) > 9 for key in keys for language in ("zh", "en")
    } == {True}


@pytest.mark.skipif(can_scan(), reason="the optional part `ocr` is installed")
def test_without_the_reader_a_picture_says_what_is_missing():
    """Without the optional part a picture and a scanned PDF name the command that installs it."""
    held, scan = io.BytesIO(), io.BytesIO()
    Image.new("L", (600, 800), 200).save(held, "PNG")
    Image.new("L", (600, 800), 200).save(scan, "PDF")
    refused = {
        result.name: result.said.key
        for result in take_apart([("page.png", held.getvalue()), ("scan.pdf", scan.getvalue())])
    }
    assert refused == {"page.png": "needs_ocr", "scan.pdf": "pdf_needs_ocr"}
    assert all("pip install .[ocr]" in told("intake", key, "en") for key in refused.values())


@needs_reader
def test_picture_is_read_apart_in_its_order(page):
    """A picture read in a process apart gives heading, left and right column, with a picture to look at."""
    source = next(take_apart([("page.png", page)]))
    assert isinstance(source, Source)
    assert source.form == "image"
    places = [source.text.find(part) for part in (HEADING, LEFT, RIGHT)]
    assert -1 not in places
    assert places == sorted(places)
    assert Image.open(io.BytesIO(source.prints[0].picture)).format == "JPEG"
    assert line_blocks(source)[0].page == 1
    assert "order_found" in {said.key for said in source.told}
    _correct_by_hand(source)


def _correct_by_hand(source):
    """Frames of the page change places and roles, and the text goes with them."""
    last = len(source.prints[0].frames) - 1
    moved = moved_frame(source, 1, last, 0)
    assert moved.text != source.text
    assert sorted("".join(moved.text.split())) == sorted("".join(source.text.split()))
    assert with_frame_role(source, 1, 0, "caption").blocks != source.blocks
    assert moved_frame(source, 1, 99, 0) is source


@needs_reader
def test_scanned_pdf_is_read_apart(page):
    """A PDF that holds the picture of a page alone is drawn and read."""
    held = io.BytesIO()
    Image.open(io.BytesIO(page)).convert("RGB").save(held, "PDF", resolution=200)
    source = next(take_apart([("scan.pdf", held.getvalue())]))
    assert isinstance(source, Source), source.said
    assert (source.form, source.pages) == ("pdf", 1)
    assert HEADING in source.text

"""The reading order of printed pages, found from the boxes of their lines alone."""

import random
from dataclasses import replace
from itertools import pairwise
from math import radians, tan

import pytest

from benchmarks.newspaper import LEVELS, Level, Page, flows, set_page
from corpus.intake.frames import PrintedPage
from corpus.intake.limits import LIMITS
from corpus.intake.order import ordered, reordered
from corpus.intake.print_lines import Line
from corpus.intake.print_text import line_blocks, with_text
from corpus.intake.source import Source
from corpus.intake.wire import packed_source, unpacked_source
from corpus.texts.reading_text import readings

APART = {"caption", "clutter"}


@pytest.fixture(scope="module")
def articles(collection):
    """The shipped articles that fill a page: role and text of each paragraph."""
    return [
        [(paragraph.role, reading.text[paragraph.start : paragraph.end]) for paragraph in reading.paragraphs]
        for reading in readings(collection).values()
        if len(reading.text) > 600
    ]


def found(page: Page, seed: int, tear: float = 0.03) -> list[Line]:
    """The lines of a page as they are found on its picture: tilted, unsteady, some torn, in no order."""
    rng = random.Random(seed)
    slope = tan(radians(page.level.tilt))
    lines = []
    for line in page.lines:
        left, top, right, bottom = line.box
        pieces = [(line.text, left, right)]
        if len(line.text) > 8 and rng.random() < tear:
            at = rng.randrange(3, len(line.text) - 3)
            edge, gap = line.places[at], line.size * 0.3
            pieces = [(line.text[:at], left, edge - gap), (line.text[at:], edge + gap, right)]
        for text, start, end in pieces:
            unsteady = [rng.gauss(0, 0.06 * line.size) for _ in range(4)]
            width, height = end - start + line.size * 0.24 + unsteady[0], bottom - top + line.size * 0.24 + unsteady[1]
            x, y = (start + end) / 2, (top + bottom) / 2
            x, y = x - y * slope + unsteady[2], y + x * slope + unsteady[3]
            box = x - width / 2, y - height / 2, x + width / 2, y + height / 2
            lines.append(Line(text, *box, 0.95, slope + rng.gauss(0, 0.003)))
    rng.shuffle(lines)
    return lines


def scanned(*pages: list[Line]) -> Source:
    """The source that pages of lines become."""
    prints = tuple(PrintedPage(3000, 6000, tuple(ordered(page))) for page in pages)
    return with_text(Source("page.png", "image", "", prints=prints))


def kept(page: Page, source: Source) -> tuple[int, int]:
    """How many pairs of neighbouring lines still stand together, and how many there are."""
    blocks = [(block.role, source.text[block.start : block.end].replace(" ", "")) for block in source.blocks]
    text = "".join(text for role, text in blocks if role not in APART)
    captions = "".join(text for role, text in blocks if role == "caption")
    pairs = [
        (captions if "caption" in flow else text, (one.text + other.text).replace(" ", ""))
        for flow, lines in flows(page).items()
        for one, other in pairwise(lines)
    ]
    return sum(both in where for where, both in pairs), len(pairs)


def set_in_columns(*columns: str, top: float = 0.0, width: float = 400, gutter: float = 50) -> list[Line]:
    """Columns side by side, a line a row of 20 pixels, from a text each with its lines parted by `/`."""
    return [
        Line(text, at * (width + gutter), top + row * 32, at * (width + gutter) + 20 * len(text), top + row * 32 + 20)
        for at, column in enumerate(columns)
        for row, text in enumerate(column.split("/"))
    ]


def text_of(source: Source, *roles: str) -> list[str]:
    """The paragraphs of some roles."""
    return [source.text[block.start : block.end] for block in source.blocks if block.role in roles]


@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.name)
def test_pages_are_read_in_order(articles, level):
    """On pages of two to four columns 95% of neighbouring lines stay together, however they are laid out."""
    good = pairs = 0
    for columns in (2, 3, 4):
        for seed in range(2):
            one, other = articles[(columns + seed) % len(articles)], articles[(columns + seed + 2) % len(articles)]
            page = set_page([one, other], columns, level, seed)
            right, of_all = kept(page, scanned(found(page, seed)))
            assert right >= 0.9 * of_all, (columns, seed)
            good, pairs = good + right, pairs + of_all
    assert good >= 0.98 * pairs


def test_nothing_is_lost_or_told_twice(articles):
    """Every line of a page stands in the text once, under one role."""
    page = set_page(articles[:2], 3, LEVELS[-1], 5)
    lines = found(page, 5)
    source = scanned(lines)
    assert sorted("".join(source.text.split())) == sorted("".join("".join(line.text for line in lines).split()))


def test_order_of_finding_is_of_no_account(articles):
    """The same lines in another order give the same text."""
    page = set_page(articles[:2], 4, LEVELS[2], 3)
    lines = found(page, 3)
    assert scanned(lines).text == scanned(lines[::-1]).text == scanned(sorted(lines)).text


def test_boxes_alone_are_enough(articles):
    """Where nothing of the lines has been read, their boxes give the same order."""
    page = set_page(articles[:1], 3, Level("plain"), 2)
    lines = found(page, 2, tear=0)
    read = [line[1:3] for frame in ordered(lines) for line in frame.lines]
    blind = [line[1:3] for frame in ordered(line._replace(text="") for line in lines) for line in frame.lines]
    assert len(blind) == len(read)
    assert sum(pair in set(pairwise(read)) for pair in pairwise(blind)) > 0.9 * len(read)


def test_heading_across_parts_the_columns():
    """What stands above a heading that lies across the columns is read before what stands under it, on both sides."""
    upper = set_in_columns("上左一行有十个字长啊/上左二行有十个字长啊/上左三行。", "上右一行有十个字长啊/上右二行有十个字长啊/上右三行。")
    lower = set_in_columns("下左一行有十个字长啊/下左二行有十个字长啊/下左三行。", "下右一行有十个字长啊/下右二行有十个字长啊/下右三行。", top=220)
    heading = Line("横贯两栏的大标题在这里", 100, 140, 500, 178)
    text = scanned([*lower, heading, *upper]).text
    places = [text.index(part) for part in ("上左一", "上右一", "横贯", "下左一", "下右一")]
    assert places == sorted(places)


def test_picture_across_does_not_part_the_columns():
    """A column goes on under a picture that lies across it and its neighbour; the caption stands after a paragraph."""
    upper = set_in_columns("左栏上面的第一行字啊/左栏上面的第二行字啊/左栏上面的第三行字啊", "右栏上面的第一行字啊/右栏上面的第二行字啊/右栏上面的第三行字啊")
    lower = set_in_columns("左栏下面的第一行字啊/左栏下面的第二行字啊/左栏下面结束。", "右栏下面的第一行字啊/右栏下面的第二行字啊/右栏下面结束。", top=500)
    caption = Line("图为职工在车间里操作。王伟摄", 150, 440, 390, 457)
    source = scanned([*upper, caption, *lower])
    text = "".join(text_of(source, "body"))
    assert text.index("左栏下面的第一") == text.index("左栏上面的第三") + 10
    assert text.index("右栏上面") > text.index("左栏下面结束")
    assert text_of(source, "caption") == [caption.text]


def test_line_torn_by_a_picture_is_whole_again():
    """Text on both sides of a small picture inside a column is read across it, row by row."""
    rows = ["这是第一行共有二十个字用来量一量栏宽", "这是第二行共有二十个字用来量一量栏宽", "这是第三行共有二十个字用来量一量栏宽"]
    full = [Line(text, 0, 32 * row, 360, 32 * row + 20) for row, text in enumerate(rows)]
    torn = [
        Line(text, left, 96 + 32 * row, left + 120, 116 + 32 * row)
        for row in range(3)
        for text, left in ((f"左{row}半行字啊", 0), (f"右{row}半行字啊", 240))
    ]
    text = scanned([*torn, *full]).text
    assert "左0半行字啊右0半行字啊左1半行字啊右1半行字啊左2" in text.replace("\n", "")


def test_furniture_stands_last():
    """Date, number of the page and editors are set apart from the text."""
    body = set_in_columns("正文第一行一共十个字/正文第二行一共十个字/正文第三行结束了。", top=120)
    head = [Line("2024年7月12日 星期五", 0, 0, 200, 18), Line("第3版", 380, 0, 430, 18)]
    foot = Line("责任编辑 王伟 电话 0771-5812345", 0, 400, 300, 418)
    source = scanned([foot, *body, *head])
    assert len(text_of(source, "clutter")) == 3
    assert [block.role for block in source.blocks][-3:] == ["clutter"] * 3


def test_title_down_the_page_comes_first():
    """A title whose characters stand one under the other is read before the text beside it."""
    body = set_in_columns("正文第一行一共十个字/正文第二行一共十个字/正文第三行一共十个字/正文第四行结束了。")
    title = Line("产改新篇", 450, 0, 500, 190)
    source = scanned([*body, title])
    assert source.text.startswith("产改新篇\n")
    assert source.blocks[0].role == "title"


def test_paragraphs_end_where_lines_fall_short():
    """An indent begins a paragraph; one that runs over into the next column stays whole."""
    left = [Line("第一段开头空两格啊啊", 40, 0, 240, 20), *set_in_columns("这一行是满的一共十二/第一段到此。", top=32, width=240)]
    more = [Line("第二段开头空两格啊啊", 40, 96, 240, 116), Line("接着写满这一行的十二字", 0, 128, 240, 148)]
    right = set_in_columns("这里是第二栏的第一行啊/仍是第二段的一行满的/第二段结束。")
    right = [line._replace(left=line.left + 290, right=line.right + 290) for line in right]
    body = text_of(scanned([*right, *left, *more]), "body")
    assert [text[:3] for text in body] == ["第一段", "第二段"]
    assert body[1].endswith("第二段结束。")


def test_reader_puts_frames_in_another_order():
    """Frames follow the reader's numbers; what the reader did not number, or numbered twice, is not lost."""
    frames = ordered(set_in_columns("一一一一一一一一一一/二二二二二二二二二二", "三三三三三三三三三三/四四四四四四四四四四"))
    assert [frame.text[0] for frame in frames] == ["一", "三"]
    assert [frame.text[0] for frame in reordered(frames, [1, 0])] == ["三", "一"]
    assert [frame.text[0] for frame in reordered(frames, [1, 1, 7])] == ["三", "一"]


def test_each_line_has_its_place(articles):
    """The stretches of the printed lines are the text, in order, each with its box on its page."""
    page = set_page(articles[:1], 3, LEVELS[1], 4)
    source = scanned(found(page, 4), set_in_columns("第二页的第一行十个字/第二页的第二行结束。"))
    stretches = line_blocks(source)
    assert "".join(source.text[one.start : one.end] for one in stretches) == source.text.replace("\n", "")
    assert {one.page for one in stretches} == {1, 2}
    assert all(0 <= one.box[0] < one.box[2] <= 1 and 0 <= one.box[1] < one.box[3] <= 1 for one in stretches)


def test_scan_passes_between_processes(articles):
    """Pages, frames and picture of a scan are the same on the other side of the wire."""
    page = set_page(articles[:1], 2, LEVELS[0], 1)
    source = scanned(found(page, 1))
    source = replace(source, prints=(replace(source.prints[0], picture=b"\xff\xd8picture"),))
    assert unpacked_source(source.name, packed_source(source), LIMITS, {}) == source


@pytest.mark.parametrize("lines", [[], [Line("", 5, 5, 5, 5)], [Line("字", 0, 0, 20, 20)], [Line("", 0, 0, 9, 9)] * 3])
def test_hardly_any_lines(lines):
    """A page with nothing on it, or next to nothing, is no error."""
    assert len(scanned(lines).prints) == 1

"""A newspaper page set for measuring: columns, headings across them, pictures between, and where each line truly stands."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

Box = tuple[float, float, float, float]
_NO_START = "，。、；：？！”’）》〉」』】…％%"
_HALF = 0.56
"""Width of a Latin letter or digit, in ems."""
_WIDE = str.maketrans(",;:!?()", "，；：！？（）")


@dataclass(frozen=True)
class PrintedLine:
    """A line, or the piece of one on this side of a picture: its text, its box in pixels, how it is set.

    Lines of one `flow` are read one after another, in the order of their `rank`; `face` is regular, bold or serif.
    """

    text: str
    box: Box
    role: str
    flow: str
    rank: int
    size: float
    face: str = "regular"
    places: tuple[float, ...] = ()


@dataclass(frozen=True)
class Level:
    """How hard a page is: pictures in a column and across two, headings across all columns, pictures inside a column,
    a second article beside the first, degrees of tilt, grey levels of noise."""

    name: str
    pictures: int = 0
    across: bool = False
    inside: bool = False
    beside: bool = False
    tilt: float = 0.0
    noise: float = 0.0


LEVELS = (
    Level("columns"),
    Level("pictures", pictures=2, tilt=0.4, noise=6),
    Level("across", pictures=1, across=True, tilt=0.7, noise=8),
    Level("two articles", pictures=2, across=True, beside=True, tilt=0.5, noise=10),
    Level("torn", pictures=2, across=True, inside=True, tilt=1.0, noise=14),
)
Article = Sequence[tuple[str, str]]
"""Role and text of each paragraph, in the order of reading."""


@dataclass
class Page:
    """A page that is being set: its size, the size of its type and the distance of its lines, in pixels."""

    columns: int
    level: Level
    em: float
    leading: float
    measure: int
    """Ems in a line of a column."""
    gutter: float
    margin: float = 90.0
    height: float = 0.0
    lines: list[PrintedLine] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)

    @property
    def width(self) -> float:
        """Width of the page."""
        return 2 * self.margin + self.columns * self.measure * self.em + (self.columns - 1) * self.gutter

    def column(self, number: int) -> tuple[float, float]:
        """Left and right edge of a column."""
        left = self.margin + number * (self.measure * self.em + self.gutter)
        return left, left + self.measure * self.em


def text_width(text: str) -> float:
    """The width of a text in ems."""
    return sum(_HALF if char.isascii() else 1.0 for char in text)


def set_page(articles: Sequence[Article], columns: int, level: Level, seed: int) -> Page:
    """Set one article, or where the level says so two side by side, on a page as long as they need.

    The same `seed` always gives the same page. Text beyond four thousand characters is left out.
    """
    rng = random.Random(seed)  # noqa: S311 a page for measuring
    em = rng.choice((24.0, 27.0, 30.0))
    measure = {2: rng.randint(22, 28), 3: rng.randint(16, 20), 4: rng.randint(13, 16)}[columns]
    page = Page(columns, level, em, em * rng.uniform(1.38, 1.62), measure, em * rng.uniform(1.4, 2.2))
    top = _head(page)
    if level.beside:
        middle = columns // 2
        shares = [(0, middle), (middle, columns)]
    else:
        shares = [(0, columns)]
    bottoms = []
    for number, (share, article) in enumerate(zip(shares, articles, strict=False)):
        most = 3600 * (share[1] - share[0]) // columns
        bottoms.append(_article(page, _cut(article, most), share, top, f"article{number}", rng))
    page.height = max(bottoms) + 3 * page.leading + page.margin
    _foot(page, max(bottoms) + 2 * page.leading)
    return page


def _cut(article: Article, most: int) -> list[tuple[str, str]]:
    kept, count = [], 0
    for role, text in article:
        count += len(text)
        if count > most and kept:
            break
        kept.append((role, text.replace("\n", "").translate(_WIDE)))
    return kept


def _head(page: Page) -> float:
    """The line above everything; returns where the article may begin."""
    size = page.em * 0.8
    for text, left in (("2024年7月12日 星期五", page.margin), ("要闻  第3版", page.width - page.margin - size * 6)):
        _put(page, text, left, page.margin * 0.5, size, "clutter", "head")
    return page.margin * 0.5 + size * 3


def _foot(page: Page, top: float) -> None:
    _put(page, "责任编辑 王伟 电话 0771-5812345", page.margin, top, page.em * 0.8, "clutter", "foot")


def _put(  # noqa: PLR0913 how a line is set
    page: Page,
    text: str,
    left: float,
    top: float,
    size: float,
    role: str,
    flow: str,
    face: str = "regular",
    width: float = 0.0,
) -> float:
    """Set one line with its top left corner there, drawn out to `width` where one is given; returns its right edge."""
    natural = text_width(text) * size
    extra = (width - natural) / max(len(text) - 1, 1) if width else 0.0
    places, x = [], left
    for char in text:
        places.append(x)
        x += (_HALF if char.isascii() else 1.0) * size + extra
    box = (left, top, x - extra, top + size)
    page.lines.append(PrintedLine(text, box, role, flow, len(page.lines), size, face, tuple(places)))
    return x - extra


def _article(  # noqa: PLR0913 where an article is set
    page: Page, article: list[tuple[str, str]], share: tuple[int, int], top: float, flow: str, rng: random.Random
) -> float:
    """Set an article over the columns of its share; returns where it ends."""
    left, right = page.column(share[0])[0], page.column(share[1] - 1)[1]
    captions = [text for role, text in article if role == "caption"] or ["图为职工在车间里操作设备。 记者 李明 摄"]
    article = [part for part in article if part[0] != "caption"]
    y = top
    for role, size, face in (("kicker", 1.35, "bold"), ("title", 2.3, "serif"), ("byline", 0.9, "regular")):
        for text in [text for kind, text in article if kind == role]:
            y = _centred(page, text, (left, right), y, page.em * size, role, flow, face) + page.em * 0.6
    y += page.em * 0.6
    rest = [part for part in article if part[0] in {"heading", "body"}]
    bands = list(_bands(rest)) if page.level.across else [rest]
    left_over = page.level.pictures
    for rank, band in enumerate(bands):
        if page.level.across and band and band[0][0] == "heading":
            y = _centred(page, band[0][1], (left, right), y + page.em * 0.4, page.em * 1.5, "heading", flow, "serif")
            y += page.em * 0.9
            band = band[1:]
        take = left_over if rank == len(bands) - 1 else min(left_over, 1)
        left_over -= take
        y = _band(page, band, share, y, flow, captions[:take] if len(captions) >= take else captions * take, rng)
        captions = captions[take:] or captions
        y += page.em * 1.2
    return y


def _bands(parts: list[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    band: list[tuple[str, str]] = []
    for part in parts:
        if part[0] == "heading" and any(role == "body" for role, _ in band):
            yield band
            band = []
        band.append(part)
    if band:
        yield band


def _centred(  # noqa: PLR0913
    page: Page, text: str, edges: tuple[float, float], top: float, size: float, role: str, flow: str, face: str
) -> float:
    room = (edges[1] - edges[0]) / size
    for line in _broken(text, [room] * 99, 0):
        left = (edges[0] + edges[1] - text_width(line) * size) / 2
        _put(page, line, left, top, size, role, flow, face)
        top += size * 1.35
    return top


def _broken(text: str, rooms: Sequence[float], indent: int) -> list[str]:
    """A text broken into lines of so many ems each; the first is indented."""
    lines, line, width = [], "", float(indent)
    for char in text:
        wide = _HALF if char.isascii() else 1.0
        if width + wide > rooms[len(lines)] + 1e-6 and not (char in _NO_START and line and line[-1] not in _NO_START):
            lines.append(line)
            line, width = "", 0.0
        line += char
        width += wide
    return [*lines, line] if line else lines


def _band(  # noqa: PLR0913
    page: Page,
    parts: list[tuple[str, str]],
    share: tuple[int, int],
    top: float,
    flow: str,
    captions: list[str],
    rng: random.Random,
) -> float:
    """Set text into the columns of a share around pictures, all columns equally long; returns where they end."""
    count = share[1] - share[0]
    total = sum(-(-(len(text) + 2) // page.measure) + (role == "heading") for role, text in parts)
    blocks = _obstacles(page, share, top, total / count, captions, rng)
    rows = max(total // count, 1)
    while True:
        slots = list(_slots(page, share, top, rows, [box for box, _ in blocks]))
        laid = _laid(page, parts, slots)
        if laid is not None:
            break
        rows += 1
    for (left, y, width, size, text), role, face, full in laid:
        _put(page, text, left, y, size, role, flow, face, width if full else 0.0)
    for number, (box, caption) in enumerate(blocks):
        _picture(page, box, caption, f"{flow}-caption{top:.0f}-{number}", rng)
    return max(top + rows * page.leading, *(box[3] for box, _ in blocks), top)


def _obstacles(  # noqa: PLR0913
    page: Page, share: tuple[int, int], top: float, rows: float, captions: list[str], rng: random.Random
) -> list[tuple[Box, str]]:
    """Pictures with their captions: in a column, across two, or inside one with text on both sides."""
    found = []
    columns = list(range(*share))
    rng.shuffle(columns)
    kinds = ["column", "across"] if page.level.across else ["column", "column"]
    if page.level.inside:
        kinds = ["inside", "across"]
    rng.shuffle(kinds)
    for caption, kind in zip(captions, kinds, strict=False):
        column = columns.pop() if columns else share[0]
        left, right = page.column(column)
        tall = page.em * rng.uniform(7, 11)
        start = top + page.leading * round(rng.uniform(0.15, 0.6) * max(rows, 4))
        if kind == "across" and share[1] - share[0] > 1:
            column = min(column, share[1] - 2)
            left, right = page.column(column)[0], page.column(column + 1)[1]
            columns = [other for other in columns if other not in {column, column + 1}]
        if kind == "inside":
            third = page.measure * page.em / 3
            found.append(((left + third, start, right - third, start + page.leading * 4.7), ""))
            continue
        size = page.em * 0.84
        lines = len(_broken(caption, [(right - left) / size] * 99, 0))
        found.append(((left, start, right, start + tall + (lines + 0.6) * size * 1.35), caption))
    return found


def _slots(
    page: Page, share: tuple[int, int], top: float, rows: int, obstacles: Sequence[Box]
) -> Iterator[tuple[float, float, float]]:
    """The places for lines, in the order of reading: left, top, width; pieces of one line follow each other."""
    for column in range(*share):
        left, right = page.column(column)
        for row in range(rows):
            y = top + row * page.leading
            free = [(left, right)]
            for box in obstacles:
                if box[1] - page.em * 0.5 < y + page.em and y < box[3] + page.em * 0.3:
                    free = [piece for part in free for piece in _without(part, box, page.em)]
            yield from ((start, y, end - start) for start, end in free if end - start > 3 * page.em)


def _without(part: tuple[float, float], box: Box, em: float) -> list[tuple[float, float]]:
    left, right = box[0] - em * 0.6, box[2] + em * 0.6
    if right <= part[0] or left >= part[1]:
        return [part]
    return [piece for piece in ((part[0], min(left, part[1])), (max(right, part[0]), part[1])) if piece[0] < piece[1]]


def _laid(page: Page, parts: list[tuple[str, str]], slots: list[tuple[float, float, float]]) -> list | None:
    """The lines of the parts in their places; None where there are too few places."""
    laid, at = [], 0
    for role, text in parts:
        size = page.em * (1.25 if role == "heading" else 1.0)
        face = "bold" if role == "heading" else "regular"
        if role == "heading":
            # A heading begins in a column of its own width, and stands apart from what is around it.
            while at < len(slots) and slots[at][2] < page.measure * page.em * 0.9:
                at += 1
        indent = 2 if role == "body" else 0
        rooms = [slot[2] / size for slot in slots[at:]] + [1e9]
        lines = _broken(text, rooms, indent)
        if at + len(lines) > len(slots):
            return None
        for rank, line in enumerate(lines):
            left, top, width = slots[at + rank]
            shift = indent * size if rank == 0 else 0.0
            if role == "heading":
                shift = (width - text_width(line) * size) / 2
                top -= page.em * 0.1
            full = (role == "body" and rank < len(lines) - 1) or text_width(line) * size > width - shift
            laid.append(((left + shift, top, width - shift, size, line), role, face, full))
        at += len(lines)
    return laid


def _picture(page: Page, box: Box, caption: str, flow: str, rng: random.Random) -> None:
    size = page.em * 0.84
    lines = _broken(caption, [(box[2] - box[0]) / size] * 99, 0) if caption else []
    bottom = box[3] - (len(lines) + 0.3) * size * 1.35 if lines else box[3]
    page.pictures.append((box[0], box[1], box[2], bottom))
    centred = rng.random() < 0.5 and len(lines) == 1
    for rank, line in enumerate(lines):
        shift = (box[2] - box[0] - text_width(line) * size) / 2 if centred else 0.0
        top = bottom + size * (0.35 + 1.35 * rank)
        _put(page, line, box[0] + max(shift, 0), top, size, "caption", flow)


def flows(page: Page) -> dict[str, list[PrintedLine]]:
    """The lines of each flow in their order, the pages' head and foot left out."""
    text = sorted((line for line in page.lines if line.role != "clutter"), key=lambda line: (line.flow, line.rank))
    return {flow: list(lines) for flow, lines in groupby(text, key=lambda line: line.flow)}

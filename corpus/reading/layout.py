"""The layout of a text that a reader brings: its parts in the order of reading, what each is, and which go on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.intake.source import Block, Source
from corpus.reading.clutter import is_clutter
from corpus.reading.lines import NUMBERED, Line, lines, torn, width
from corpus.texts.byline_words import ROLE

TITLE, KICKER, BYLINE, HEADING, BODY, CAPTION, CLUTTER, TABLE, CREDIT = ROLES = (
    "title",
    "kicker",
    "byline",
    "heading",
    "body",
    "caption",
    "clutter",
    "table",
    "credit",
)
"""What a part may be: the code list `role`."""
_ENDS = "。！？；：!?;，、,"
_CAPTION = re.compile(
    r"^[▲△▼◀►↑↓←→]|^(?:上图|下图|左图|右图|题图|资料图|图[一二三四五六七八九十\d]{0,3}[:：为]|图为|圖為|图\d+\s)"
    r"|[（(][^（）()]{0,12}(?:摄|攝|供图)[）)]$|(?:记者|通讯员)?\s*[一-鿿·\s]{2,10}(?:摄|攝)$"
)
_CREDIT = re.compile(r"^[（(]?(?:本版)?(?:图文|文图|图片|文字|稿件|文/图).{0,20}(?:提供|供稿|供图)[）)]?$|供稿[）)]?$")
_SENDER = re.compile(r"^(?:来源|來源|作者|记者|記者|通讯员|本报记者|本报讯记者|文[/／图]|撰文|□|■)[\s:：]")
_HEAD = 5
"""Within so many lines a title and a byline stand."""
_TITLE_WIDTH, _HEADING_WIDTH, _BYLINE_WIDTH, _CAPTION_WIDTH = 90, 52, 80, 160


@dataclass(frozen=True)
class Part:
    """A stretch of a source with a role; `joins` where it goes on with the part before it, in the order of reading."""

    start: int
    end: int
    role: str
    joins: bool = False


def layout(source: Source) -> tuple[Part, ...]:
    """The parts of a source in the order of reading, what is no part of the article last.

    What the file says of its blocks is believed; the rest is read from the lines: their width, their indents, their
    ends, their words. Every character that is not blank lies in exactly one part.
    """
    parts = [part for block in _blocks(source) for part in _of_block(source, block)]
    parts = _with_title(source, parts)
    article = [part for part in parts if part.role != CLUTTER]
    furniture = [replace(part, joins=False) for part in parts if part.role == CLUTTER]
    if not article:
        # A page of which nothing is text is shown as it came.
        return tuple(replace(part, role=BODY) for part in furniture)
    return tuple(_rejoined(source.text, article) + furniture)


def with_role(parts: Sequence[Part], rank: int, role: str) -> tuple[Part, ...]:
    """The parts with another role for one; those that go on with it take it too."""
    changed = list(parts)
    changed[rank] = replace(changed[rank], role=role)
    at = rank + 1
    while at < len(changed) and changed[at].joins:
        changed[at] = replace(changed[at], role=role)
        at += 1
    return tuple(changed)


def with_join(parts: Sequence[Part], rank: int, *, joins: bool) -> tuple[Part, ...]:
    """The parts with one that goes on with the one before, or no longer does; the first goes on with nothing."""
    changed = list(parts)
    role = changed[rank - 1].role if rank and joins else changed[rank].role
    changed[rank] = replace(changed[rank], joins=bool(rank) and joins, role=role)
    return tuple(changed)


def divided(parts: Sequence[Part], rank: int, at: int, text: str) -> tuple[Part, ...]:
    """The parts with one divided before the character `at` of the text; unchanged where a half would be blank."""
    part = parts[rank]
    first = _trimmed(text, part.start, at)
    second = _trimmed(text, at, part.end)
    if not (part.start < at < part.end and first and second):
        return tuple(parts)
    halves = [replace(part, start=first[0], end=first[1]), Part(*second, part.role)]
    return (*parts[:rank], *halves, *parts[rank + 1 :])


def moved(parts: Sequence[Part], rank: int, to: int) -> tuple[Part, ...]:
    """The parts with one at another place of the order of reading; what stands first goes on with nothing."""
    changed = list(parts)
    changed.insert(to, changed.pop(rank))
    changed[0] = replace(changed[0], joins=False)
    return tuple(changed)


def _blocks(source: Source) -> Iterator[Block]:
    """The blocks of a source, and what stands between them as blocks of their own, in their order."""
    if not source.blocks:
        yield Block(0, len(source.text))
        return
    covered = sorted((block.start, block.end) for block in source.blocks)
    yield from source.blocks
    at = 0
    for start, end in [*covered, (len(source.text), len(source.text))]:
        if at < start and source.text[at:start].strip():
            yield Block(at, start)
        at = max(at, end)


def _of_block(source: Source, block: Block) -> Iterator[Part]:
    """The parts of one block: its paragraphs, those of an unknown role by their words."""
    found = lines(source.text, block.start, block.end)
    if block.role in {TABLE, CLUTTER}:
        yield from (Part(line.start, line.end, block.role) for line in found)
        return
    furniture = {line.start for line in found if not block.role and is_clutter(line.text)}
    # A sentence goes on over the foot and the head of a page.
    text = [
        replace(line, above=1) if rank and found[rank - 1].start in furniture else line
        for rank, line in enumerate(found)
        if line.start not in furniture
    ]
    joins = torn(text)
    yield from (Part(line.start, line.end, CLUTTER) for line in found if line.start in furniture)
    for line, goes_on, is_torn in zip(text, joins, [*joins[1:], False], strict=False):
        yield Part(line.start, line.end, block.role or _role(line, whole=not (goes_on or is_torn)), goes_on)


def _role(line: Line, *, whole: bool) -> str:
    """What a line is by its own words, `whole` where it is a paragraph; a title is told by its place."""
    text, wide = line.text, line.width
    if "\t" in text:
        return TABLE
    if not whole:
        return BODY
    if wide <= _CAPTION_WIDTH and _CAPTION.search(text):
        return CAPTION
    if wide <= _BYLINE_WIDTH and _CREDIT.search(text):
        return CREDIT
    if wide <= _BYLINE_WIDTH and not text.endswith("。") and (_SENDER.search(text) or _is_byline(text)):
        return BYLINE
    if text.startswith("#") or (wide <= _HEADING_WIDTH and text[-1] not in _ENDS):
        return HEADING
    return BODY


def _is_byline(text: str) -> bool:
    """Whether a short line only says who wrote it: `本报记者 王伟 通讯员 李小明`."""
    found = ROLE.search(text.strip("（）()□■ "))
    return bool(found and found.start() <= len("本报") and width(text) <= _BYLINE_WIDTH // 2)


def _with_title(source: Source, parts: list[Part]) -> list[Part]:
    """The parts with a title: what the file calls so, else a short line before the first paragraph of text."""
    if any(part.role == TITLE for part in parts):
        return parts
    seen = 0
    for rank, part in enumerate(parts):
        if part.role == CLUTTER or part.joins:
            continue
        text = source.text[part.start : part.end]
        at = rank + 1
        while at < len(parts) and parts[at].joins:
            text += source.text[parts[at].start : parts[at].end]
            at += 1
        named = bool(source.title) and "".join(text.split()) == "".join(source.title.split())
        short = part.role in {HEADING, BODY} and width(text) <= _TITLE_WIDTH and text[-1] not in _ENDS
        if not named and (seen == _HEAD or (part.role == BODY and not short)):
            return parts
        if named or (short and not NUMBERED.match(text)):
            return list(with_role(parts, rank, TITLE))
        seen += 1
    return parts


def _rejoined(text: str, parts: list[Part]) -> list[Part]:
    """The parts of an article: headings with nothing under them are text, and what follows torn text takes its role."""
    changed: list[Part] = []
    for rank, part in enumerate(parts):
        after = parts[rank + 1].role if rank + 1 < len(parts) else ""
        lone = part.role == HEADING and after in {"", CLUTTER} and not text[part.start : part.end].startswith("#")
        settled = replace(part, role=BODY) if lone else part
        if settled.joins and not changed:
            settled = replace(settled, joins=False)
        elif settled.joins and changed[-1].role != settled.role:
            settled = replace(settled, role=changed[-1].role)
        changed.append(settled)
    return changed


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A stretch without the blanks at its edges; None where it is blank."""
    inner = text[start:end].strip()
    if not inner:
        return None
    first = start + text[start:end].index(inner[0])
    return first, first + len(inner)

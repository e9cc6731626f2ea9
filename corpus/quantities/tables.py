"""Tables in running text: the numbers that stand as cells, and the unit that a head says once for all of them."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.quantities.glued import glued
from corpus.quantities.not_figures import Claims
from corpus.quantities.units import measure

_LINE = re.compile(r"[^\n]+")
_NUMBER = r"(?:[-+])?\d[\d,]*(?:\.\d+)?%?"
_ALONE = re.compile(rf"[\s|│┃]*+{_NUMBER}[\s|│┃]*+")
_SCALE = r"[十百千]?[万亿]+|千(?!瓦|米|克)|百"
_NAMED = r"人次|人|元|%|‰|个|家|亩|吨|公顷|户|岁|项|次|所|美元|平方米|件|名|公斤|千克|千瓦时|小时|公里|辆|台|座|张"
_CELL = re.compile(
    rf"(?:(?<=^)|(?<=[\s|│┃\u4e00-\u9fff)）])){_NUMBER}(?=[\s|│┃]|$)|(?<=\s){_NUMBER}(?=[\u4e00-\u9fff])(?!{_NAMED}|[万亿年月日余多])"
)
_HEAD = re.compile(
    rf"单位\s?[:：]\s?(?P<scale>{_SCALE})?(?P<unit>[^\s,，。;；)）|、/]{{0,6}})|[(（](?P<scale2>{_SCALE})?(?P<u"
    rf"nit2>{_NAMED})(?:/[\u4e00-\u9fff]+)?[)）]"
)
_HEAD_BEFORE = re.compile("[(（]%[)）]")
_NUMBERED = frozenset("表图件第")
SCALES = {
    "百": 10**2,
    "千": 10**3,
    "万": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "十亿": 10**9,
    "百亿": 10**10,
    "万亿": 10**12,
}
"""What a scale in the head of a table multiplies its numbers by."""
_SHARE = re.compile("%|百分比|比重|增长率|比例|占比|Rate")
_SENTENCE = re.compile(r"[。；！？;!?]|[,，](?!\d{3})[^|│]*[,，](?!\d{3})")
_YEAR = re.compile(r"(?:19[3-9]\d|20[0-3]\d)$")
_GLUED = re.compile(r"\d{1,6}((?:19[3-9]|20[0-3])\d)$")
_LABEL, _LONGEST = 40, 4000
_LEAST_CELLS, _LEAST_IN_ROW, _LEAST_YEARS, _GAP = 4, 2, 3, 5
_FAR_LESS, _GREATEST_SHARE = 8, 200


@dataclass(frozen=True, slots=True)
class Cell:
    """A number of a table: `unit` and `scale` are what a head says of it, "" and 1 where none does."""

    unit: str = ""
    scale: int = 1
    unit_at: tuple[int, int] | None = None


@dataclass(slots=True)
class _Line:
    start: int
    text: str
    cells: list[re.Match[str]]


def tables(text: str, claims: Claims, roles: Sequence[tuple[int, int, str]] = ()) -> dict[int, Cell]:
    """The cells of a plain text by the place of their first digit; years in them are claimed as dates."""
    told = [(start, end) for start, end, role in roles if role == "table"]
    cells: dict[int, Cell] = {}
    for block in _blocks(text, told):
        _claim_years(block, claims)
        head = _heads(text, block)
        for label, row in _groups(block):
            said = [_cell(found, 0) for found in _HEAD.finditer(label)]
            own = said[0] if said and len({one.unit for one in said}) == 1 else None
            if own and own.unit not in {"%", "‰"}:
                head = (own, *head[1:])
            _read(row, head, cells, shares_only=own is not None and own.unit in {"%", "‰"})
    for run in glued(text):
        head = next(iter(_HEAD_BEFORE.findall(text, max(run[0][0] - 400, 0), run[0][0])[-1:]), "")
        cells |= {start: Cell("%" if head else "") for start, _ in run}
    return cells


def _blocks(text: str, told: Sequence[tuple[int, int]]) -> Iterator[list[_Line]]:
    """Runs of lines that are rows or cells of a table, with the labels between and right above them."""
    block: list[_Line] = []
    gap = 0
    for match in _LINE.finditer(text):
        line = _line(match, told)
        if line is None or (not line.cells and gap >= _GAP):
            yield from _whole(block)
            block, gap = [], 0
            if line is None:
                continue
        gap = 0 if line.cells else gap + 1
        block.append(line)
    yield from _whole(block)


def _whole(block: list[_Line]) -> Iterator[list[_Line]]:
    numbers = [cell.group() for line in block for cell in line.cells]
    if len(numbers) < _LEAST_CELLS:
        return
    plain = [int(number) for number in numbers if number.isdigit() and len(number) < _LABEL]
    counted = len(plain) == len(numbers) and all(b - a in {0, 1} for a, b in itertools.pairwise(plain))
    if not counted:
        yield block


def _line(match: re.Match[str], told: Sequence[tuple[int, int]]) -> _Line | None:
    """A line with its cells, none for a label; None for a line of prose."""
    text = match.group()
    inside = any(start <= match.start() and match.end() <= end for start, end in told)
    if not inside and (_SENTENCE.search(text[:400]) or len(text) > _LONGEST):
        return None
    if _ALONE.fullmatch(text):
        return _Line(match.start(), text, list(re.finditer(_NUMBER, text)))
    cells = [cell for cell in _CELL.finditer(text) if text[cell.start() - 1 : cell.start()] not in _NUMBERED]
    if inside or len(cells) >= _LEAST_IN_ROW:
        return _Line(match.start(), text, cells)
    return _Line(match.start(), text, []) if len(text) <= _LABEL * 2 else None


def _claim_years(block: Sequence[_Line], claims: Claims) -> None:
    """Claim the years that head rows or columns, also where a cell has grown to the next row's year (8851950)."""
    years = [(line, cell) for line in block for cell in line.cells if _YEAR.match(cell.group())]
    for line, cell in years:
        claims.claim(line.start + cell.start(), line.start + cell.end(), "date")
    if len(years) >= _LEAST_YEARS:
        for line in block:
            for cell in line.cells:
                if glued := _GLUED.match(cell.group()):
                    at = line.start + cell.start()
                    claims.claim(at + glued.start(1), at + glued.end(1), "date")


def _heads(text: str, block: Sequence[_Line]) -> tuple[Cell, bool, frozenset[int]]:
    """What the head of a table says of all its cells, whether it names shares beside, and in which columns."""
    first = next((line.start for line in block if line.cells), block[0].start)
    above = text[max(first - 500, 0) : first]
    lines = above.split("\n")[-26:]
    for at in range(len(lines) - 2, -1, -1):
        if "。" in lines[at]:
            lines = lines[at + 1 :]
            break
    above = "\n".join(lines)
    inline = next((line.text[: line.cells[0].start()] for line in block if line.cells), "")
    cell = Cell()
    for head in _HEAD.finditer(above + inline):
        said = _cell(head, first - len(above))
        if said.unit not in {"%", "‰"} or not cell.unit:
            cell = said if not cell.unit or "单位" in head.group() or cell.unit in {"%", "‰"} else cell
    labels = "\n".join(line.text for line in block if not line.cells)
    columns = {
        at
        for line in {*lines, *labels.split("\n")}
        if line.count("│") >= _LEAST_IN_ROW
        for at, part in enumerate(line.split("│"))
        if "%" in part
    }
    # Where the cells of a head do not stand above those of the rows, shares are the last columns.
    row = next((line for line in block if len(line.cells) >= _LEAST_IN_ROW and "|" in line.text), None)
    marked = "\n".join(lines).count("%")
    if row and 0 < marked < len(row.cells):
        columns |= {row.text.count("|", 0, cell.start()) for cell in row.cells[-marked:]}
    return cell, bool(_SHARE.search(above + inline + labels)), frozenset(columns)


def _cell(head: re.Match[str], offset: int) -> Cell:
    written = head["unit"] if head["unit"] is not None else head["unit2"]
    found = measure().match(written) if written else None
    scale = SCALES.get(head["scale"] or head["scale2"] or "", 1)
    return Cell(found["word"] if found else "", scale, (offset + head.start(), offset + head.end()))


def _groups(block: Sequence[_Line]) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """The cells of each row, or between two labels where each cell has a line: label, then (place, column, number)."""
    label = ""
    group: list[tuple[int, int, str]] = []
    for line in block:
        alone = len(line.cells) == 1 and _ALONE.fullmatch(line.text)
        if not alone:
            if group:
                yield label, group
                label = ""
            group = []
            label += line.text if not line.cells else line.text[: line.cells[0].start()]
            if not line.cells:
                continue
        for cell in line.cells:
            column = line.text.count("│", 0, cell.start()) + line.text.count("|", 0, cell.start())
            group.append((line.start + cell.start() + cell.group().startswith(("-", "+")), column, cell.group()))
        if not alone:
            yield label, group
            group, label = [], ""
    if group:
        yield label, group


def _read(
    row: Sequence[tuple[int, int, str]],
    head: tuple[Cell, bool, frozenset[int]],
    cells: dict[int, Cell],
    *,
    shares_only: bool,
) -> None:
    """Give each cell of a row its unit: that of its column, the row's, else the one of the whole table."""
    unit, shares, columns = head
    sizes = [abs(float(number.strip("%+").replace(",", ""))) for _, _, number in row if not _YEAR.match(number)]
    decimals = ["." in number for _, _, number in row if not _YEAR.match(number)]
    mixed = any(decimals) and not all(decimals)
    for at, column, number in row:
        size = abs(float(number.strip("%+").replace(",", "")))
        least = size * _FAR_LESS < max(sizes, default=0)
        by_look = shares and size <= _GREATEST_SHARE and "." in number and (mixed or least)
        if shares_only or (column in columns if columns else by_look):
            cells[at] = Cell("%")
        elif unit.unit in {"%", "‰"} and mixed and "." not in number:
            cells[at] = Cell()
        else:
            cells[at] = unit

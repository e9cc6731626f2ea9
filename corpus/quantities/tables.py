"""Tables in running text: lines of cells, and the unit that their head says once for all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.quantities.not_figures import Claims
from corpus.quantities.units import measure

_LINE = re.compile(r"[^\n]+")
_CELLS = re.compile(r"(?:^|[\s|│])-?\d[\d,]*(?:\.\d+)?%?(?=[\s|│]|$)")
_HEAD = re.compile(r"(?:单位|计量单位)\s?[:：]?\s?(?P<scale>[十百千]?[万亿]+|千|百)?(?P<unit>[^\s,，。;；)）|、]{0,6})|[(（](?P<scale2>[十百千]?[万亿]+|千|百)?(?P<unit2>人次|人|元|%|个|家|亩|吨|公顷|户|岁|项|次|所|美元|平方米|件|名)[)）]")
_SCALES = {"万": 10**4, "亿": 10**8, "千": 10**3, "百": 100, "百万": 10**6, "千万": 10**7, "万亿": 10**12, "十万": 10**5, "百亿": 10**10, "十亿": 10**9}
_SENTENCE = re.compile("[。；！？]|，.*，")
_LEAST = 2
_REACH = 30


@dataclass(frozen=True, slots=True)
class Table:
    """A line of cells; `unit` and `scale` are what the head of its table says, "" and 1 where it says none."""

    start: int
    end: int
    unit: str = ""
    scale: int = 1
    unit_at: tuple[int, int] | None = None


class Tables:
    """The lines of cells of a text."""

    def __init__(self, lines: Sequence[Table]) -> None:
        self._lines = lines
        self._near = 0

    def at(self, place: int) -> Table | None:
        """The line of cells that a place is in; places are asked for in order."""
        while self._near < len(self._lines) and self._lines[self._near].end <= place:
            self._near += 1
        if self._near < len(self._lines) and self._lines[self._near].start <= place:
            return self._lines[self._near]
        return None


def tables(text: str, claims: Claims, roles: Sequence[tuple[int, int, str]] = ()) -> Tables:
    """The lines of a plain text that are rows of a table, each with the unit that the nearest head above says."""
    told = [(start, end) for start, end, role in roles if role == "table"]
    lines: list[Table] = []
    unit, scale, at, since = "", 1, None, _REACH
    for match in _LINE.finditer(text):
        line = match.group()
        since += 1
        head = _HEAD.search(line) if len(line) < 400 else None
        if head and ("单位" in head.group() or not _SENTENCE.search(line)):
            written = head["unit"] if head["unit"] is not None else head["unit2"]
            found = measure().match(written) if written else None
            unit, scale = (found["word"] if found else ""), _SCALES.get(head["scale"] or head["scale2"] or "", 1)
            at, since = (match.start() + head.start(), match.start() + head.end()), 0
        inside = any(start <= match.start() and match.end() <= end for start, end in told)
        if inside or _is_row(line):
            near = since <= _REACH
            lines.append(Table(match.start(), match.end(), unit if near else "", scale if near else 1, at if near else None))
            since = 0 if near else since
    return Tables(lines)


def _is_row(line: str) -> bool:
    if len(line) > 2000 or _SENTENCE.search(line[:400]):
        return False
    return len(_CELLS.findall(line)) >= _LEAST

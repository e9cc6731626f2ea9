"""Tables whose cells are parted by tabs, as files give them: the unit that the head of a column says."""

import re
from collections.abc import Iterator

from corpus.quantities.tables import SCALES, Cell
from corpus.quantities.units import measure

_ROW = re.compile(r"[^\n]*\t[^\n]*")
_NUMBER = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BRACKET = re.compile(
    r"[(（]\s*(?:单位\s*[:：]\s*)?(?P<scale>[十百千]?[万亿]+|千|百)?(?P<unit>[^()（）\s]{0,8})[)）]\s*$"
)
_BARE = re.compile(r"(?P<unit>人次|户次|场次|课时|学时|人|家|名|项|场|次|个|所|台|元|%|％)数?$|(?P<persons>人员)$")
_WORDS = {"场次": "场", "％": "%"}


def columns(text: str) -> dict[int, Cell]:
    """The numbers that are cells below a head that names their unit, by the place of their first digit.

    A head is the last row of a table in which no cell is a number; its columns say `企业（家）`, `人次`.
    """
    cells: dict[int, Cell] = {}
    head: list[Cell | None] = []
    last = -1
    for row in _ROW.finditer(text):
        if row.start() != last + 1:
            head = []
        last = row.end()
        parts = list(_parts(row))
        if not any(_NUMBER.fullmatch(text[start:end]) and not _YEAR.fullmatch(text[start:end]) for start, end in parts):
            head = [_said(text, start, end) for start, end in parts]
            continue
        for (start, end), said in zip(parts, head, strict=False):
            if said and (found := _NUMBER.fullmatch(text[start:end])):
                cells[start + found.group().startswith(("-", "+"))] = said
    return cells


def _parts(row: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Where the cells of a row stand, without the blanks at their edges."""
    at = row.start()
    for part in row.group().split("\t"):
        inner = part.strip()
        start = at + part.index(inner) if inner else at
        yield start, start + len(inner)
        at += len(part) + 1


def _said(text: str, start: int, end: int) -> Cell | None:
    """What the head of a column says of its numbers; None where it names no unit."""
    label = text[start:end]
    if (found := _BRACKET.search(label)) and (word := measure().match(found["unit"])):
        return Cell(word["word"], SCALES.get(found["scale"] or "", 1), (start + found.start(), start + found.end()))
    if not (found := _BARE.search(label)):
        return None
    unit = "人" if found["persons"] else _WORDS.get(found["unit"], found["unit"])
    return Cell(unit, 1, (start + found.start(), end))

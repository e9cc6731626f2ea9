"""Read a table as spreadsheets save it: other separators, everything quoted, blank rows and columns at the end."""

import csv
import io
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from corpus.curation.intake import taken
from corpus.export.files import neutralised

_SEPARATORS = {",": "", ";": "semicolons", "\t": "tabs"}


@dataclass(frozen=True)
class Sheet:
    """Header and rows, all rows as long as the header; `repairs` tell what was put right, `lines` where a row begins.

    `surplus` names the lines that hold more cells than there are columns; these stand at the end of their rows.
    """

    header: list[str]
    rows: list[list[str]]
    lines: list[int]
    repairs: list[str]
    surplus: list[int]


def read_sheet(content: bytes, columns: Collection[str]) -> Sheet:
    """A CSV file in any form; `columns` are those it should have, and tell its separator.

    Raises ValueError for a file that is no text, has no header, or ends inside a quoted cell.
    """
    read = taken(content)
    text, repairs = read.text, list(read.mended)
    separator = _separator(text, columns)
    if _SEPARATORS[separator]:
        repairs.append(f"{_SEPARATORS[separator]} changed to commas")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows, lines, begins = [], [], 1
    try:
        for row in reader:
            rows.append(row)
            lines.append(begins)
            begins = reader.line_num + 1
    except csv.Error as error:
        message = f"line {begins}: {error}"
        raise ValueError(message) from error
    if not rows or not any(rows[0]):
        message = "has no header"
        raise ValueError(message)
    header = [name.strip() for name in rows[0]]
    while header and not header[-1]:
        header.pop()
    return _even(header, rows[1:], lines[1:], repairs)


def plain(cell: str) -> str:
    """A cell without the apostrophe by which a download keeps a spreadsheet from running or turning it."""
    return cell[1:] if cell.startswith("'") and neutralised(cell[1:]) == cell else cell


def _even(header: list[str], rows: list[list[str]], lines: list[int], repairs: list[str]) -> Sheet:
    """The rows as long as the header, blank ones left out."""
    width = len(header)
    kept = [(line, row) for line, row in zip(lines, rows, strict=True) if any(row)]
    if len(kept) < len(rows):
        repairs.append("blank lines removed")
    short = [str(line) for line, row in kept if len(row) < width]
    if short:
        repairs.append(f"blank cells added at the end of line {', '.join(short)}")
    surplus = [line for line, row in kept if any(row[width:])]
    if any(len(row) > width for _, row in kept) and not surplus:
        repairs.append("blank columns removed")
    even = [row[:width] + [""] * (width - len(row)) + (row[width:] if any(row[width:]) else []) for _, row in kept]
    return Sheet(header, even, [line for line, _ in kept], repairs, surplus)


def _separator(text: str, columns: Collection[str]) -> str:
    """The separator by which the first line falls into most of the columns; a comma where none does."""

    def known(separator: str) -> int:
        first: Iterable[str] = next(csv.reader(io.StringIO(text.split("\n", 1)[0]), delimiter=separator), [])
        return len({name.strip() for name in first} & set(columns))

    return max(_SEPARATORS, key=known)

"""Tables: the sheets of an XLSX, and CSV; each row a line whose cells are parted by tabs."""

import csv
import datetime as dt
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from corpus.intake.archive import opened
from corpus.intake.assembly import Part, assembled
from corpus.intake.encoding import Decoded
from corpus.intake.limits import Limits
from corpus.intake.source import RefusedError, Said, Source

if TYPE_CHECKING:
    from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell

_SEPARATORS = ("\t", ",", ";")
_HEAD, _ASKED = 100_000, 20
"""Characters and lines that are asked for the separator."""
_LAST_ROW = 1_048_576
_QUOTED = re.compile(r'"[^"]*"')
_PERCENT = re.compile(r"0(?:\.(0+))?%")


def read_workbook(name: str, content: bytes, limits: Limits) -> Source:
    """The visible sheets of an XLSX, formulas as their last values; RefusedError for one that is broken or a bomb."""
    opened(name, content, limits).close()
    from openpyxl import load_workbook  # noqa: PLC0415 takes longer than most files

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    except (ValueError, KeyError, TypeError, AttributeError, SyntaxError, OSError):
        raise RefusedError(name, Said("broken")) from None
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    told = (Said("sheets_hidden", {"count": hidden}),) if (hidden := len(book.worksheets) - len(shown)) else ()
    source = Source(name, "xlsx", "", told=told, title=(book.properties.title or "").strip())
    return assembled(source, _sheets(shown), limits)


def read_table(name: str, read: Decoded, limits: Limits) -> Source | None:
    """A CSV of whatever separator; None for a text that is no table."""
    separator = separator_of(read.text)
    if not separator:
        return None
    rows = csv.reader(io.StringIO(read.text.replace("\x00", ""), newline=""), delimiter=separator)
    try:
        return assembled(Source(name, "csv", "", told=read.told), _rows(rows), limits)
    except csv.Error:
        return None


def separator_of(text: str) -> str:
    """The sign that parts the cells of a table, as often in one line as in most others; "" where there is none."""
    lines = [line for line in _QUOTED.sub("", text[:_HEAD]).splitlines() if line.strip()][:_ASKED]
    for separator in _SEPARATORS:
        counts = Counter(line.count(separator) for line in lines)
        count, times = counts.most_common(1)[0] if counts else (0, 0)
        if count and times * 2 > len(lines):
            return separator
    return ""


def _sheets(sheets: Sequence) -> Iterator[Part]:
    for sheet in sheets:
        if len(sheets) > 1:
            yield Part(sheet.title, "heading")
        # Many programs declare a range that is larger than what they fill, or none.
        sheet.reset_dimensions()
        yield from _rows([_seen(cell) for cell in row] for row in islice(sheet.iter_rows(), _LAST_ROW))


def _seen(cell: "ReadOnlyCell | EmptyCell") -> str:
    value = cell.value
    if value is None or isinstance(value, str):
        return value or ""
    return shown(value, cell.number_format)


def _rows(rows: Iterable[Sequence[str]]) -> Iterator[Part]:
    """Rows as lines; what stands alone in its row above the first whole row is a line of text."""
    above = True
    for row in rows:
        cells = [" ".join(cell.split()) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        filled = sum(map(bool, cells))
        if not filled:
            continue
        above = above and filled == 1
        yield Part("".join(cells) if above else "\t".join(cells), "" if above else "table")


def shown(value: object, number_format: str = "") -> str:
    """A cell as a reader sees it: shares with their sign, days as ISO 8601, numbers in full."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float) and (percent := _PERCENT.search(number_format or "")):
        return f"{value * 100:.{len(percent[1] or '')}f}%"
    if isinstance(value, float):
        return f"{value:.12f}".rstrip("0").rstrip(".") if abs(value) < 1e15 else repr(value)  # noqa: PLR2004 exact below
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return str(value)

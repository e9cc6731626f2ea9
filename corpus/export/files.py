"""Files to take away: CSV that Excel opens right, XLSX without live formulas, the whole package as ZIP."""

import io
import re
import zipfile
from collections.abc import Mapping

import pandas as pd

from corpus.collection.collection import Collection
from corpus.collection.folder import csv_bytes, files, table_bytes
from corpus.export.selectors import exported, selectors
from corpus.problem import told

_UNSEEN = (
    r"\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    r"\ufeff\uffa0\ufff0-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Blanks and characters that show nothing (Unicode, Default_Ignorable_Code_Point), behind which a sign may hide."""
_RISKY = re.compile(rf"[{_UNSEEN}]*[=+\-@|%＝＋－＠\uFE62\uFE63\uFE66\uFE6B\t\r]")
_TURNED = re.compile(
    r"\d{4}[-/.]\d{1,2}|\d{1,2}[-/]\d{1,4}|(?!\d{4}-\d\d-\d\d$)\d{1,4}[-/]\d{1,2}[-/]\d{1,4}"  # months, days, fractions
    r"|\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日|\d{1,4}:\d{1,2}(?::\d{1,2})?|\d+(?:\.\d+)?[eE][+-]?\d+"
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile(r"\r\n?")
_ROOT = "changai-explorer"
_MOST = 32_767
"""Longest text of a cell in a workbook, in UTF-16 units (ECMA-376, and Excel's own limits)."""
_MOST_DIGITS = 15
"""Digits that a number of a workbook keeps."""


def neutralised(cell: str) -> str:
    """A cell that no spreadsheet runs or turns: an apostrophe goes before what it would take for another thing.

    That is a formula (= + - @ | % and their full-width forms at the beginning), or a date, a time or a power of ten
    where none is meant: 2023-05 would become the first of May, 2/3 the third of February, 18:1 a minute past six.
    Whole dates stay bare, for they become the same date. An apostrophe is seen by whoever reads the file with a
    program, where a character of no width would not be, and `python -m corpus format` takes it away again. Workbooks
    need none.

    Control characters, lone surrogates and what is no character, which no file format stores, are dropped; every line
    break becomes LF, which is quoted.
    """
    clean = _CONTROL.sub("", cell)
    risky = (_RISKY.match(clean) and not _is_number(clean)) or _TURNED.fullmatch(clean.strip())
    return ("'" if risky else "") + _BREAK.sub("\n", clean)


def _is_number(cell: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?", cell) is not None


def csv_file(frame: pd.DataFrame) -> bytes:
    """A frame of text as CSV with a byte-order mark, every cell neutralised."""
    rows = ([neutralised(str(cell)) for cell in row] for row in frame.itertuples(index=False))
    return b"\xef\xbb\xbf" + csv_bytes((neutralised(str(title)) for title in frame.columns), rows)


def xlsx_file(sheets: Mapping[str, pd.DataFrame], numeric: frozenset[str] = frozenset()) -> bytes:
    """Frames of text as one workbook, a sheet each; columns named in `numeric` become numbers, all else stays text.

    A number with more digits than a workbook keeps stays text. A text longer than a cell holds ends in a sentence that
    says how much of it is left out.
    """
    import xlsxwriter  # noqa: PLC0415 takes 60 ms and is needed on a click only

    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as workbook:
        head = workbook.add_format({"bold": True, "bottom": 1})
        for name, frame in sheets.items():
            sheet = workbook.add_worksheet(name[:31])
            sheet.freeze_panes(1, 0)
            for column, title in enumerate(frame.columns):
                sheet.write_string(0, column, _in_cell(str(title)), head)
                for line, cell in enumerate(frame.iloc[:, column], 1):
                    clean = _in_cell(str(cell))
                    if title in numeric and _is_number(clean) and sum(map(str.isdigit, clean)) <= _MOST_DIGITS:
                        sheet.write_number(line, column, float(clean))
                    else:
                        sheet.write_string(line, column, clean)
            sheet.autofilter(0, 0, max(len(frame), 1), max(len(frame.columns) - 1, 0))
    return buffer.getvalue()


def _in_cell(cell: str) -> str:
    """A text as a cell of a workbook holds it: without what no file stores, line breaks as LF, cut where it must be."""
    clean = _BREAK.sub("\n", _CONTROL.sub("", cell))
    if _units(clean) <= _MOST:
        return clean
    kept = clean[:_MOST]
    while _units(kept + (rest := _left_out(len(clean) - len(kept)))) > _MOST:
        kept = kept[: len(kept) - max(1, (_units(kept + rest) - _MOST) // 2)]
    return kept + rest


def _left_out(count: int) -> str:
    """What a cell says at its end of the characters that it has no room for, in both languages."""
    return "".join(f" {told('command', 'cell_cut', language, count=count, most=_MOST)}" for language in ("zh", "en"))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def package_sheets(collection: Collection) -> dict[str, pd.DataFrame]:
    """All tables of a collection, by name, in the order of the dictionary, anchored ones with their surroundings."""
    return {name: exported(collection, name) for name in collection.dictionary.resources}


def numeric_columns(collection: Collection) -> frozenset[str]:
    """The columns that hold numbers in some table."""
    return frozenset(
        field.name
        for table in collection.tables
        for field in collection.dictionary.fields(table)
        if field.type in {"integer", "number"}
    )


def package_zip(collection: Collection, readme: str, selection: Mapping[str, pd.DataFrame] | None = None) -> bytes:
    """A collection as it is on disk (tables in canonical form), its dictionary, sources, notices and a README.

    `anchors.csv` beside them holds every quote with its surroundings, which no file on disk repeats.
    `selection` adds filtered tables, as the reader sees them, in a folder of their own.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{_ROOT}/README.md", readme)
        archive.writestr(f"{_ROOT}/anchors.csv", table_bytes(selectors(collection)))
        for path, content in files(collection).items():
            archive.writestr(f"{_ROOT}/{path}", content)
        for name, frame in (selection or {}).items():
            archive.writestr(f"{_ROOT}/selection/{name}.csv", csv_file(frame))
    return buffer.getvalue()

"""Hostile texts through the files that readers take away: what comes back, and whether anything of it would run.

python -m benchmarks.exports --cases 20000
"""

import argparse
import csv
import io
import re
import sys
import unicodedata
from collections.abc import Sequence
from time import process_time

import openpyxl
import pandas as pd

from benchmarks.hostile import generated
from corpus.export.files import csv_file, xlsx_file

_DROPPED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SIGNS = "=+-@|%\t\r"
_MOST = 32_767
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def stored(text: str) -> str:
    """A text as files can store it: without control characters and halves of characters, every line break LF."""
    return re.sub(r"\r\n?", "\n", _DROPPED.sub("", text))


def begins_formula(cell: str) -> bool:
    """Whether a program for tables may take a cell for a formula, whatever stands unseen before its sign."""
    if _NUMBER.fullmatch(cell):
        return False
    first = next((sign for sign in cell if not _is_unseen(sign)), "")
    wide = unicodedata.decomposition(first).startswith(("<wide>", "<small>")) if first else False
    return bool(first) and (unicodedata.normalize("NFKC", first) if wide else first) in _SIGNS


def _is_unseen(sign: str) -> bool:
    return (
        sign.isspace() or unicodedata.category(sign) in {"Cc", "Cf", "Zs"} or "VARIATION" in unicodedata.name(sign, "")
    )


def faults(texts: Sequence[str]) -> dict[str, int]:
    """How many texts come back otherwise, would run, or are cut without a word, from either file."""
    frame = pd.DataFrame({text_column: list(texts) for text_column in ("a", "value")}, dtype=object)
    _, *rows = csv.reader(io.StringIO(csv_file(frame).decode("utf-8-sig"), newline=""))
    book = openpyxl.load_workbook(io.BytesIO(xlsx_file({"t": frame}, frozenset({"value"}))))
    found = dict.fromkeys(("CSV rows", "CSV text", "CSV formulas", "XLSX text", "XLSX formulas", "XLSX silent cuts"), 0)
    found["CSV rows"] = abs(len(rows) - len(texts))
    cells = list(book["t"].iter_rows(min_row=2))
    found["XLSX text"] = abs(len(cells) - len(texts))
    for text, row, (cell, value) in zip(texts, rows, cells, strict=False):
        wanted = stored(text)
        found["CSV text"] += row[0].removeprefix("'") != wanted and row[0] != wanted
        found["CSV formulas"] += begins_formula(row[0])
        found["XLSX formulas"] += any(one.data_type == "f" or one.hyperlink is not None for one in (cell, value))
        whole = len(wanted.encode("utf-16-le")) <= 2 * _MOST
        found["XLSX text"] += whole and (cell.value or "") != wanted
        found["XLSX silent cuts"] += not whole and not _tells_rest(cell.value or "", wanted)
    return found


def _tells_rest(held: str, wanted: str) -> bool:
    """Whether a cell that was cut says of how many characters it has no room for, and holds all others."""
    told = re.search(r" 【此处略去 (\d+) 字", held)
    return bool(told) and held[: told.start()] == wanted[: len(wanted) - int(told[1])]


def main() -> int:
    """Print how many cases went through, and what went wrong; 1 where anything did."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=14)
    options = parser.parse_args()
    begun = process_time()
    found = faults(list(generated(options.cases, options.seed)))
    print(f"{options.cases} texts through CSV and XLSX, {process_time() - begun:.1f} s of the processor")
    for name, count in found.items():
        print(f"{name:<20}{count:>8}")
    return 1 if any(found.values()) else 0


if __name__ == "__main__":
    sys.exit(main())

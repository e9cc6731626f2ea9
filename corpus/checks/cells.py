"""Rules on what stands in cells: nothing invisible, nothing left over, both languages or none."""

import re
import unicodedata
from collections.abc import Iterator

import pandas as pd

from corpus.collection.collection import Collection
from corpus.problem import Problem

_HAN = re.compile(r"[\u3400-\u9fff]+")
_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|《[^》]*》")
_LEFT_OVER = re.compile(r"\b(?:TODO|FIXME|TBD|XXX)\b|待补|待定|待查|\?{3}|？{2}", re.IGNORECASE)
_FROM_SOURCES = {"quote", "opens_with"}
"""Columns copied from a source to the character, blanks at their edges included."""


def line(frame: pd.DataFrame, row: int) -> str:
    """How a problem names the row of a table, counted from 0: by the line of its file on which it begins.

    A quoted cell may hold line breaks.
    """
    above = sum(cell.count("\n") for cells in frame.head(row).itertuples(index=False, name=None) for cell in cells)
    return f"line {row + above + 2}"


def cells_are_clean(collection: Collection) -> Iterator[Problem]:
    """No cell holds an invisible character, a blank at its edge or something still to be written."""
    for table, frame in collection.tables.items():
        for column in frame.columns:
            for row, cell in enumerate(frame[column]):
                if not cell:
                    continue
                if any(unicodedata.category(sign) in {"Cf", "Cc", "Co", "Cn"} and sign != "\n" for sign in cell):
                    yield Problem(table, line(frame, row), column, "holds an invisible character", "type the cell anew")
                elif column not in _FROM_SOURCES and cell != cell.strip():
                    yield Problem(table, line(frame, row), column, "has a blank at its edge", "remove the blank")
                elif column not in _FROM_SOURCES and _LEFT_OVER.search(cell):
                    yield Problem(table, line(frame, row), column, f"{cell!r} is still to be written", "write it")


def languages_go_together(collection: Collection) -> Iterator[Problem]:
    """What is said in one language is said in the other, and the English holds Chinese only as a quote.

    A character that the row quotes or explains (成 is a tenth) may stand bare.
    """
    for table, frame in collection.tables.items():
        rows = frame.to_dict("records") if any(column.endswith("_en") for column in frame.columns) else []
        for column in frame.columns:
            stem = column.removesuffix("_en")
            if column == stem:
                continue
            partner = stem if stem in frame.columns else f"{stem}_zh"
            for number, row in enumerate(rows):
                if partner in row and bool(row[partner]) != bool(row[column]):
                    blank = column if row[partner] else partner
                    yield Problem(
                        table, line(frame, number), blank, "is blank in one language", "write it in both or in none"
                    )
                own = "\n".join(cell for name, cell in row.items() if not name.endswith("_en"))
                bare = [run for run in _HAN.findall(_QUOTED.sub("", row[column])) if run not in own]
                if bare:
                    yield Problem(table, line(frame, number), column, f"{bare[0]!r} is Chinese", "say it in English")

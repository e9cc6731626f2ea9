"""Rules on what stands in cells: nothing invisible, nothing left over, both languages or none."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

import pandas as pd

from corpus.collection.collection import Collection
from corpus.problem import Problem

_HAN = re.compile(r"[\u3400-\u9fff]+")
_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|《[^》]*》")
_LEFT_OVER = re.compile(r"\b(?:TODO|FIXME|TBD|XXX)\b|待补|待定|待查|\?{3}|？{2}", re.IGNORECASE)
_FROM_SOURCES = {"quote", "opens_with"}
"""Columns copied from a source to the character, blanks at their edges included."""
_UNSEEN, _BLANK = {"Cf", "Cc", "Co", "Cn"}, {"Zs", "Zl", "Zp"}
_LOOK_ALIKE = re.compile(r"[\u2e80-\u2fdf\uf900-\ufaff]")
_TYPED = {" ", "\u3000", "\n"}


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
            for row, cell in enumerate(frame[column].tolist()):
                wrong = cell and _wrong(cell, copied=column in _FROM_SOURCES)
                if wrong:
                    yield Problem(table, line(frame, row), column, *wrong)


def _wrong(cell: str, *, copied: bool) -> tuple[str, str, Mapping[str, str]] | None:
    """What is wrong with the characters of a cell, the remedy, and the values that fill both."""
    odd = [sign for sign in cell if not (sign.isalnum() or sign in _TYPED)]
    for sign in odd:
        if unicodedata.category(sign) in _UNSEEN:
            return "invisible", "type_anew", {"sign": _code(sign)}
    # What is copied from a source keeps its faults.
    if copied:
        return None
    for sign in odd:
        if unicodedata.category(sign) in _BLANK:
            return "odd_blank", "usual_blank", {"sign": _code(sign)}
    if found := _LOOK_ALIKE.search(cell):
        return "look_alike", "type_anew", {"sign": found.group(), "code": _code(found.group())}
    if cell != cell.strip():
        return "edge_blank", "remove_blank", {}
    if _LEFT_OVER.search(cell):
        return "left_over", "write", {"cell": cell}
    return None


def _code(sign: str) -> str:
    return f"U+{ord(sign):04X}"


def languages_go_together(collection: Collection) -> Iterator[Problem]:
    """What is said in one language is said in the other, and the English holds Chinese only as a quote.

    A character that the row quotes or explains (成 is a tenth) may stand bare.
    """
    for table, frame in collection.tables.items():
        english = [column for column in frame.columns if column.endswith("_en")]
        for number, row in enumerate(frame.to_dict("records") if english else ()):
            for column in english:
                stem = column.removesuffix("_en")
                partner = stem if stem in row else f"{stem}_zh"
                if partner in row and bool(row[partner]) != bool(row[column]):
                    blank = column if row[partner] else partner
                    yield Problem(table, line(frame, number), blank, "one_language", "write_both")
                if not row[column].isascii() and (bare := _bare(row, column)):
                    yield Problem(table, line(frame, number), column, "is_chinese", "write_english", {"text": bare})


def _bare(row: Mapping[str, str], column: str) -> str:
    """Chinese in an English cell that is no quotation and stands nowhere else in its row; "" for none."""
    own = "\n".join(cell for name, cell in row.items() if not name.endswith("_en"))
    return next((run for run in _HAN.findall(_QUOTED.sub("", row[column])) if run not in own), "")


def translations_are_their_own(collection: Collection) -> Iterator[Problem]:
    """What is named differently in Chinese is named differently in English, within a table and its region."""
    for table, column in _NAMED:
        frame = collection.tables[table]
        stem = column.removesuffix("_en")
        partner = stem if stem in frame else f"{stem}_zh" if f"{stem}_zh" in frame else "concept"
        key = collection.dictionary.primary_key(table)[-1]
        first: dict[tuple[str, str], dict[str, str]] = {}
        for row in frame.to_dict("records"):
            place = (row.get("region_id", "") or row.get("code_list", ""), row[column])
            other = first.setdefault(place, row)
            if row[column] and other[partner] != row[partner]:
                named = {"other": other[key]}
                yield Problem(table, row[key], column, "translation_of_another", "write_translation", named)


_NAMED = (
    ("documents", "title_en"),
    ("organisations", "name_en"),
    ("indicators", "name_en"),
    ("comparisons", "name_en"),
    ("measure_types", "name_en"),
    ("instruments", "name_en"),
    ("pillars", "name_en"),
    ("policy_documents", "title_en"),
    ("other_titles", "title_en"),
    ("regions", "name_en"),
    ("codes", "name_en"),
    ("measures", "label_en"),
    ("lexicon", "gloss_en"),
)
"""Tables whose rows are named in English, each by its own name."""

"""Rules on what stands in cells: nothing invisible, nothing left over, both languages or none."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

import pandas as pd

from corpus.collection.collection import Collection
from corpus.collection.tables import cells
from corpus.problem import Problem

_HAN = re.compile(r"[\u3400-\u9fff]+")
_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|《[^》]*》")
_LEFT_OVER = re.compile(r"\b(?:TODO|FIXME|TBD|XXX)\b|待补|待定|待查|\?{3}|？{2}", re.IGNORECASE)
_FROM_SOURCES = {"quote", "opens_with", "from", "to"}
"""Columns copied to the character, from a source or from what stood in a row, blanks at their edges included."""
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
            written = frame[column].tolist()
            copied = column in _FROM_SOURCES
            odd = {sign: wrong for sign in set().union(*written) if (wrong := _odd(sign, copied=copied))}
            # Most columns hold nothing odd, and are looked through once.
            left_over = not copied and _LEFT_OVER.search("\n".join(written))
            for row, cell in enumerate(written):
                wrong = next((odd[sign] for sign in cell if sign in odd), None) if odd else None
                if not wrong and not copied and cell != cell.strip():
                    wrong = "edge_blank", "remove_blank", {}
                if not wrong and left_over and _LEFT_OVER.search(cell):
                    wrong = "left_over", "write", {"cell": cell}
                if wrong:
                    yield Problem(table, line(frame, row), column, *wrong)


def _odd(sign: str, *, copied: bool) -> tuple[str, str, Mapping[str, str]] | None:
    """What is wrong with a character, the remedy, and the values that fill both; what is copied keeps its faults."""
    code = f"U+{ord(sign):04X}"
    if sign in _TYPED:
        return None
    if unicodedata.category(sign) in _UNSEEN:
        return "invisible", "type_anew", {"sign": code}
    if copied:
        return None
    if unicodedata.category(sign) in _BLANK:
        return "odd_blank", "usual_blank", {"sign": code}
    if _LOOK_ALIKE.fullmatch(sign):
        return "look_alike", "type_anew", {"sign": sign, "code": code}
    return None


def languages_go_together(collection: Collection) -> Iterator[Problem]:
    """What is said in one language is said in the other, and the English holds Chinese only as a quote.

    A character that the row quotes or explains (成 is a tenth) may stand bare.
    """
    for table, frame in collection.tables.items():
        for column in frame.columns:
            if not column.endswith("_en"):
                continue
            partner = _partner(frame, column)
            for number, (chinese, english) in enumerate(cells(frame, (partner or column, column))):
                if bool(chinese) != bool(english) and partner != "concept":
                    blank = column if chinese else partner
                    yield Problem(table, line(frame, number), blank, "one_language", "write_both")
                if not english.isascii() and (bare := _bare(frame, number, english)):
                    yield Problem(table, line(frame, number), column, "is_chinese", "write_english", {"text": bare})


def _bare(frame: pd.DataFrame, number: int, english: str) -> str:
    """Chinese in an English cell that is no quotation and stands nowhere else in its row; "" for none."""
    runs = _HAN.findall(_QUOTED.sub("", english))
    own = "\n".join(frame[name].iloc[number] for name in frame.columns if not name.endswith("_en")) if runs else ""
    return next((run for run in runs if run not in own), "")


def translations_are_their_own(collection: Collection) -> Iterator[Problem]:
    """What is named differently in Chinese is named differently in English, and what is named alike alike.

    Within a table; within a list for codes, within an article for measures. Notes may be put in other words.
    """
    for table, frame in collection.tables.items():
        pairs = [(_partner(frame, column), column) for column in frame.columns if column.endswith("_en")]
        pairs = [pair for pair in pairs if pair[0] and pair[0] != "note"]
        key = collection.dictionary.primary_key(table)[-1] if pairs else ""
        for chinese, english in pairs:
            first: dict[tuple[int, str, str], tuple[str, str, str, str]] = {}
            scope = _SCOPES.get(table, key)
            for row in cells(frame, (chinese, english, key, scope)):
                for one, other in ((0, 1), (1, 0)):
                    known = first.setdefault((one, row[one], row[3] if scope != key else ""), row)
                    # Several words of the lexicon may say one thing in English, each a little differently.
                    if row[one] and known[other] != row[other] and (chinese != "concept" or one):
                        named = {"other": known[2]}
                        yield Problem(table, row[2], english, "translation_differs", "write_translation", named)


_SCOPES = {"codes": "code_list", "measures": "document_id"}
"""Table → the column within whose rows translations are compared."""


def _partner(frame: pd.DataFrame, column: str) -> str:
    """The column that says in Chinese what one says in English; "" for none."""
    stem = column.removesuffix("_en")
    return next((name for name in (stem, f"{stem}_zh", "concept") if name in frame), "")

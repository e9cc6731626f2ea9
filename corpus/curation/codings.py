"""Codings of a second coder taken into the package, and the state of each row that follows from them."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pandas as pd

from corpus.checks.codings import code_misfit
from corpus.coding.codings import CODED, FIRST, Coding, codings, record_state, row_places
from corpus.collection.collection import Collection
from corpus.collection.tables import cells
from corpus.curation.sheets import plain, read_sheet

_LONG = ("table", "row", "field", "code")


def taken_codings(collection: Collection, path: Path, coder: str, date: str) -> pd.DataFrame:
    """The table `codings` with those of a file: a filled sheet, or a list `table, row, field, code` (`coder, date`).

    On a sheet a blank cell is an answer, a row without any answer is none. Beside each new coding goes the code that
    the first coder of `coders` has given, if it is not there yet. Raises ValueError, with every fault, for a coder
    whom `coders` does not name, a row, field or code that does not exist, and a coding that is there already.
    """
    known = dict(cells(collection.tables["coders"], ("coder", "coder_kind")))
    first = next((name for name, kind in known.items() if kind == FIRST), "")
    table = collection.tables["codings"]
    there = {(*coding[:3], coding.coder) for coding in codings(collection)}
    rows, faults = [], []
    for coding, day in _read(path, coder, date):
        faults += _faults(collection, coding, known, there)
        place = (*coding[:3], first)
        if first and place not in there and coding.row in row_places(collection, coding.table):
            there.add(place)
            own = collection.tables[coding.table][coding.field].iloc[row_places(collection, coding.table)[coding.row]]
            rows.append((*coding[:3], own, first, day, "", ""))
        there.add((*coding[:3], coding.coder))
        rows.append((*coding[:5], day, "", ""))
    if faults:
        raise ValueError("; ".join(faults))
    return pd.concat([table, pd.DataFrame(rows, columns=list(table.columns), dtype=str)], ignore_index=True)


def _faults(collection: Collection, coding: Coding, known: dict[str, str], there: set[tuple[str, ...]]) -> list[str]:
    name = " ".join(coding[:3])
    if coding.coder not in known:
        return [f"{name}: coders.csv names no coder {coding.coder or '(blank)'}"]
    if known[coding.coder] == FIRST:
        return [f"{name}: {coding.coder} is the first coder"]
    if coding.table not in CODED or coding.field not in CODED[coding.table]:
        return [f"{name}: no field that is coded twice"]
    if coding.row not in row_places(collection, coding.table):
        return [f"{name}: no such row"]
    if (*coding[:3], coding.coder) in there:
        return [f"{name}: {coding.coder} has coded it already"]
    wrong = code_misfit(collection, coding)
    return [f"{name}: {coding.code or '(blank)'} is no code ({wrong[0]})"] if wrong else []


def _read(path: Path, coder: str, date: str) -> Iterator[tuple[Coding, str]]:
    """The codings of a file with their days; `coder` and `date` where the file does not say."""
    sheet = read_sheet(path.read_bytes(), _LONG)
    is_list = set(_LONG) <= set(sheet.header)
    if not is_list and not {"table", "row"} <= set(sheet.header):
        message = f"{path.name} has neither the columns of a sheet nor table, row, field, code"
        raise ValueError(message)
    for row in sheet.rows:
        given = dict(zip(sheet.header, (plain(cell).strip() for cell in row), strict=False))
        if is_list:
            answers = [(given["field"], given["code"])]
        else:
            answers = [(field, given.get(field, "")) for field in CODED.get(given["table"], ())]
            answers = answers if any(code for _, code in answers) else []
        for field, code in answers:
            who, day = given.get("coder") or coder, given.get("date") or date
            yield Coding(given["table"], given["row"], field, _even(field, code), who, "", ""), day


def _even(field: str, code: str) -> str:
    """A value in the form of the tables: 70.0 and 70 are one code."""
    if field != "value":
        return code
    try:
        number = Decimal(code)
    except InvalidOperation:
        return code
    whole = number.to_integral_value()
    return f"{whole if number == whole else number.normalize():f}"


def with_states(collection: Collection) -> dict[str, pd.DataFrame]:
    """The tables whose `record_state` is missing or does not follow from codings and corrections, with it put right."""
    changed = {}
    for table in CODED:
        frame = collection.tables[table]
        (key,) = collection.dictionary.primary_key(table)
        states = [record_state(collection, table, row) for row in frame[key].tolist()]
        if "record_state" not in frame or frame["record_state"].tolist() != states:
            changed[table] = frame.assign(record_state=states)
    return changed

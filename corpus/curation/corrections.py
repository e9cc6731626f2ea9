"""Corrections recorded: what two versions of a table differ in, with the reason for each difference."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pandas as pd

from corpus.coding.codings import CODED
from corpus.coding.corrections import COLUMNS, Correction, corrections
from corpus.collection.collection import Collection
from corpus.collection.folder import read_table
from corpus.collection.tables import records
from corpus.curation.sheets import plain, read_sheet

FOLLOWS = frozenset({"start", "end", "seed_file", "record_state"})
"""Fields that follow from others: the place of a quote, what codings say of a row."""
ANY = "*"
"""In a list of reasons: whatever the cell is."""
Reason = Callable[[Correction], tuple[str, str] | None]
"""A correction without its reason → this in Chinese and in English; None where there is none."""


def differences(
    collection: Collection, old: Mapping[str, pd.DataFrame], date: str, tables: Iterable[str] = CODED
) -> Iterator[Correction]:
    """What a collection has otherwise than `old`, field by field, as corrections that lack their reason.

    A row that was added or taken away is one difference, of the first field of its key. A column that `old` did not
    have tells of no row that it was corrected. What a correction has recorded already counts as the older text.
    """
    recorded = {correction[:3]: correction.after for correction in corrections(collection)}
    for table in tables:
        key = collection.dictionary.primary_key(table)
        before, after = _by_id(old[table], key), _by_id(collection.tables[table], key)
        columns = [name for name in collection.tables[table].columns if name in old[table] and name not in FOLLOWS]
        for row in [*before, *(row for row in after if row not in before)]:
            then, now = before.get(row), after.get(row)
            if then and now:
                changes = [(name, then[name], now[name]) for name in columns if name not in key]
            else:
                changes = [(key[0], row if then else "", row if now else "")]
            for field, left, right in changes:
                known = recorded.get((table, row, field), left)
                if known != right:
                    yield Correction(table, row, field, known, right, "", "", date)


def _by_id(frame: pd.DataFrame, key: Sequence[str]) -> dict[str, dict[str, str]]:
    return {" ".join(row[column] for column in key): row for row in records(frame)}


def reasons_of(listed: Sequence[Mapping[str, str]], usual: tuple[str, str] | None = None) -> Reason:
    """What the first fitting entry of a list gives for its reason: `table, row, field, to, why, why_en`.

    `*` fits whatever there is; several rows are parted by |; `to` is what stands there now, blank for a blank.
    `usual` is the reason where no entry fits.
    """

    def fits(entry: Mapping[str, str], correction: Correction) -> bool:
        asked = zip(("table", "field", "to"), (correction.table, correction.field, correction.after), strict=True)
        rows = entry["row"]
        return (rows == ANY or correction.row in rows.split("|")) and all(
            entry[name] in (ANY, found) for name, found in asked
        )

    def reason(correction: Correction) -> tuple[str, str] | None:
        return next(((entry["why"], entry["why_en"]) for entry in listed if fits(entry, correction)), usual)

    return reason


def read_reasons(path: Path) -> list[dict[str, str]]:
    """A list of reasons in any form a spreadsheet saves; ValueError where a column is missing."""
    columns = ("table", "row", "field", "to", "why", "why_en")
    sheet = read_sheet(path.read_bytes(), columns)
    missing = [column for column in columns if column not in sheet.header]
    if missing:
        message = f"{path.name} has no column {missing[0]}"
        raise ValueError(message)
    return [dict(zip(sheet.header, map(plain, row), strict=False)) for row in sheet.rows]


def recorded(
    collection: Collection, old_folder: Path, reason: Reason, date: str, tables: Iterable[str] = CODED
) -> tuple[pd.DataFrame, list[Correction]]:
    """The table of corrections with those since `old_folder`, a folder of tables; and those that have no reason."""
    tables = list(tables)
    old = {table: read_table(old_folder / f"{table}.csv") for table in tables}
    made, bare = [], []
    for correction in differences(collection, old, date, tables):
        why = reason(correction)
        if why:
            made.append(correction._replace(why_zh=why[0], why_en=why[1]))
        else:
            bare.append(correction)
    frame = collection.tables["corrections"]
    return pd.concat([frame, pd.DataFrame(made, columns=list(COLUMNS), dtype=str)], ignore_index=True), bare

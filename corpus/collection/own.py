"""A reader's own collection beside another: its places told apart, and what of it no link may name."""

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from corpus.collection.codebook import CLUTTER
from corpus.collection.collection import NOWHERE, OWN_PLACE, Collection, is_own, union
from corpus.collection.memo import computed_once
from corpus.collection.tables import Tables, cells, records

_MARKED = {
    "name_zh": "{}·我的",
    "name_en": "{} (mine)",
    "short_zh": "{}·我的",
    "short_en": "{} (mine)",
}
"""How a place is called of which the reader's own texts tell."""
_UNPLACED = {"name_zh": "我的文档", "name_en": "My documents", "short_zh": "我的", "short_en": "Mine"}
"""How own texts are called that name no place."""

_HANGS = {"numbers": ("same_as",), "measures": ("part_of",)}
"""Table → the columns that name another of its rows."""


def beside(other: Collection, own: Collection) -> Collection:
    """Both collections as one, in which whatever is the reader's own stands under places of its own.

    A place of which both tell is there twice: as it is, and, right below it, as the reader's. What both collections
    say in the same words (a body, a policy) is one row, and not the reader's. ValueError as for `union`.
    """
    return union(other, _placed(other, own))


def _placed(other: Collection, own: Collection) -> Collection:
    """The reader's own collection with its rows under places of its own."""
    rows, used = {}, set()
    for table, whole in own.rows.items():
        read = _read(own, table, whole)
        mine = ~read.index.to_series().isin(_shared(other, table, read))
        for (column, *_), target, _ in own.dictionary.foreign_keys(table):
            if target == "regions" != table:
                here = mine & (read[column] != "")
                used |= set(read.loc[here, column])
                read[column] = read[column].mask(here, OWN_PLACE + read[column])
        rows[table] = read
    rows["regions"] = _regions(other, own, used)
    return Collection(own.name, other.codebook, Tables(rows), own.seeds, own.digest, own.notices)


def _read(own: Collection, table: str, frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of a table without those whose place the reader has since called clutter, or that hang on such a row."""
    if {"seed_file", "start", "quote"} <= set(frame.columns):
        segments = own.rows["segments"]
        clutter = segments[segments["role"] == CLUTTER]
        spans = [(file, int(start), int(end)) for file, start, end in cells(clutter, ("seed_file", "start", "end"))]
        kept = [
            not any(file == name and first <= int(start or -1) < last for name, first, last in spans)
            for file, start in cells(frame, ("seed_file", "start"))
        ]
        frame = frame.loc[np.array(kept, bool)].reset_index(drop=True)
    for column in _HANGS.get(table, ()):
        there = set(frame[own.dictionary.primary_key(table)[0]])
        frame[column] = frame[column].where(frame[column].isin(there), "")
    return frame


def _shared(other: Collection, table: str, frame: pd.DataFrame) -> list:
    """The rows of a table that the other collection has too."""
    key = other.dictionary.primary_key(table)
    if not key or frame.empty:
        return []
    known = set(other.rows[table][key].itertuples(index=False, name=None))
    return [
        row
        for row, values in zip(frame.index, frame[key].itertuples(index=False, name=None), strict=True)
        if values in known
    ]


def _regions(other: Collection, own: Collection, used: set[str]) -> pd.DataFrame:
    """The places that only the reader's texts name, and those of the reader's rows, each below the place it is."""
    known = {row["region_id"]: row for row in records(other.rows["regions"])}
    named = {row["region_id"]: row for row in records(own.rows["regions"])} | known
    nowhere = NOWHERE["region_id"]
    found = [row for region, row in named.items() if region not in known and region != nowhere]
    for region in named:
        if region in used:
            called = _UNPLACED if region == nowhere else _called(named[region])
            below = {"region_id": OWN_PLACE + region, "parent_region_id": "" if region == nowhere else region}
            found.append({**named[region], **below, **called})
    return pd.DataFrame(found, columns=own.rows["regions"].columns, dtype=str)


def _called(region: Mapping[str, str]) -> dict[str, str]:
    return {column: pattern.format(region[column]) for column, pattern in _MARKED.items()}


def unmarked(name: str) -> tuple[str, bool]:
    """The name of a place without what marks it as the reader's own, and whether it was; "" where none is stated."""
    if name in _UNPLACED.values():
        return "", True
    for pattern in _MARKED.values():
        mark = pattern.format("")
        if name.endswith(mark):
            return name.removesuffix(mark), True
    return name, False


def real_code(region: str) -> str:
    """The official code of a place, also of one that is the reader's own; "" where no place is stated."""
    code = region.removeprefix(OWN_PLACE)
    return "" if code == NOWHERE["region_id"] else code


@computed_once
def own_ids(collection: Collection) -> frozenset[str]:
    """The ids of all rows that are the reader's own, places included: none of them may stand in a link."""
    if is_own(collection):
        return frozenset(_ids(collection))
    parts = collection.parts
    theirs = {name for part in parts if not is_own(part) for name in _ids(part)}
    return frozenset(name for part in parts if is_own(part) for name in _ids(part) if name not in theirs)


def _ids(collection: Collection) -> Iterator[str]:
    for table, frame in collection.rows.items():
        key = collection.dictionary.primary_key(table)
        if len(key) == 1:
            yield from frame[key[0]].tolist()

"""Quotes with their surroundings (W3C Web Annotation, text-quote selector): found again in another copy of the text."""

from collections.abc import Mapping

import pandas as pd

from corpus.coding.anchors import anchored_tables
from corpus.coding.codings import row_places
from corpus.collection.collection import Collection
from corpus.collection.tables import cells

SURROUNDINGS = 32
"""How many characters of the source go before and after a quote."""
DERIVED = ("prefix", "suffix")
"""Columns of an exported table that no file of the package has: they follow from place and source."""
_PLACE = ("seed_file", "start", "end")


def surroundings(seeds: Mapping[str, str], seed_file: str, start: str, end: str) -> tuple[str, str]:
    """What stands in the source before and after a place, line feeds included; blank where there is no place."""
    seed = seeds.get(seed_file, "")
    if not (seed and start.isdecimal() and end.isdecimal()):
        return "", ""
    return seed[max(int(start) - SURROUNDINGS, 0) : int(start)], seed[int(end) : int(end) + SURROUNDINGS]


def with_surroundings(collection: Collection, frame: pd.DataFrame) -> pd.DataFrame:
    """A frame of anchored rows with the columns `prefix` and `suffix` at its end; any other frame as it is."""
    if not set(_PLACE) <= set(frame.columns):
        return frame
    around = [surroundings(collection.seeds, *map(str, place)) for place in cells(frame, _PLACE)]
    prefix, suffix = zip(*around, strict=True) if around else ((), ())
    return frame.assign(prefix=list(prefix), suffix=list(suffix)).astype(dict.fromkeys(DERIVED, str))


def exported(collection: Collection, table: str) -> pd.DataFrame:
    """A table as it is taken away: that of the package, an anchored one with its surroundings."""
    frame = collection.tables[table]
    return with_surroundings(collection, frame) if table in anchored_tables(collection) else frame


def selectors(collection: Collection) -> pd.DataFrame:
    """Every anchor of a collection: `table, row, seed_file, start, end, exact, prefix, suffix`.

    `row` is the id of the row, blank in a table whose rows have none but their place.
    """
    rows = []
    for table in anchored_tables(collection):
        frame = exported(collection, table)
        ids = list(row_places(collection, table)) or [""] * len(frame)
        for row, place in zip(ids, cells(frame, (*_PLACE, "quote", *DERIVED)), strict=True):
            if place[1]:
                rows.append((table, row, *place))
    return pd.DataFrame(rows, columns=["table", "row", *_PLACE, "exact", *DERIVED], dtype=str)

"""A blind sample of the coding: the rows that a second coder reads, on sheets that hold the text and no code."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pandas as pd

from corpus.coding.codings import CODED
from corpus.coding.evidence import evidence
from corpus.coding.rows import in_order
from corpus.collection.collection import Collection
from corpus.collection.tables import cells
from corpus.export.files import csv_file
from corpus.texts.reading_text import readings

TEXT = ("table", "row", "article", "published", "paragraph", "sentence", "quote")
"""Columns of a sheet that say what to code; in paragraph and sentence the quote stands between ⟦ and ⟧."""


def sample(collection: Collection, table: str, size: int) -> list[str]:
    """The ids of `size` rows of a table, in the order of the articles; all of them where there are no more.

    Stratified by article: each has a share in proportion to its rows (largest remainders), and at least one row where
    `size` allows. Inside an article the rows with the smallest SHA-256 of table and id are drawn: chance, which comes
    out alike on every machine and whatever the order of the file.
    """
    (key,) = collection.dictionary.primary_key(table)
    strata: dict[str, list[str]] = {}
    for row, document in cells(in_order(collection, table), (key, "document_id")):
        strata.setdefault(document, []).append(row)
    drawn: set[str] = set()
    for document, count in _allotted({name: len(rows) for name, rows in strata.items()}, size).items():
        drawn.update(sorted(strata[document], key=lambda row: sha256(f"{table} {row}".encode()).digest())[:count])
    return [row for rows in strata.values() for row in rows if row in drawn]


def _allotted(sizes: Mapping[str, int], size: int) -> dict[str, int]:
    """How many rows each stratum gives: one each first, then in proportion, largest remainders last."""
    size = min(size, sum(sizes.values()))
    if size < len(sizes):
        return {
            name: int(rank < size) for rank, name in enumerate(sorted(sizes, key=lambda name: (-sizes[name], name)))
        }
    shares = {name: size * count / sum(sizes.values()) for name, count in sizes.items()}
    given = {name: max(int(share), 1) for name, share in shares.items()}
    # One row for a small article may cost a large one a row: the strata furthest above their shares give it back.
    while sum(given.values()) > size:
        given[
            max((name for name in given if given[name] > 1), key=lambda name: (given[name] - shares[name], name))
        ] -= 1
    while sum(given.values()) < size:
        open_strata = (name for name in given if given[name] < sizes[name])
        given[max(open_strata, key=lambda name: (shares[name] - given[name], name))] += 1
    return given


def blind_sheet(collection: Collection, table: str, rows: list[str]) -> pd.DataFrame:
    """The rows as a second coder sees them: their text, the article and its date, and a blank cell for each code."""
    (key,) = collection.dictionary.primary_key(table)
    frame = collection.tables[table].set_index(key)
    documents = collection.tables["documents"].set_index("document_id")
    seen = [_seen(collection, table, row, documents.loc[frame.loc[row, "document_id"]]) for row in rows]
    return pd.DataFrame(seen, columns=[*TEXT, *CODED[table]], dtype=str).fillna("")


def _seen(collection: Collection, table: str, row: str, document: pd.Series) -> dict[str, str]:
    found = evidence(collection, row)
    reading = readings(collection)[found.document_id]
    paragraph = reading.paragraph_at(found.position)
    end = found.position + len(found.quote)
    before, after = reading.text[paragraph.start : found.position], reading.text[end : paragraph.end]
    return {
        "table": table,
        "row": row,
        "article": document["title_zh"],
        "published": document["published"] or f"{document['published_earliest']}/{document['published_latest']}",
        "paragraph": f"{before}⟦{found.quote}⟧{after}",
        "sentence": f"{found.left}⟦{found.quote}⟧{found.right}",
        "quote": found.quote,
    }


def write_sample(collection: Collection, sizes: Mapping[str, int], folder: Path) -> dict[str, int]:
    """Write a sheet `TABLE.csv` for each table into a folder; table → how many rows were drawn.

    Raises FileExistsError where a sheet stands there already: it may have been filled in.
    """
    folder.mkdir(parents=True, exist_ok=True)
    drawn = {}
    for table, size in sizes.items():
        rows = sample(collection, table, size)
        with (folder / f"{table}.csv").open("xb") as file:
            file.write(csv_file(blind_sheet(collection, table, rows)))
        drawn[table] = len(rows)
    return drawn

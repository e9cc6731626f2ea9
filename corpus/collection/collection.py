"""A collection is a value: a codebook, the sources of its texts, and the rows that were written of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

import pandas as pd

from corpus.collection.codebook import CODE_TABLES, Codebook
from corpus.collection.dictionary import Dictionary
from corpus.collection.memo import Memo, computed_once
from corpus.collection.tables import Tables, typed

CURATED = "curated"
"""Name of the collection that ships with the product."""
OWN = "own"
"""How the name of a collection begins that is a reader's own: one session has it, and no link leads into it."""
OWN_PLACE = f"{OWN}-"
"""What stands before the code of a place of which a reader's own texts tell, in memory only."""
NOWHERE = {
    "region_id": "000000",
    "name_zh": "未写明地区",
    "name_en": "No region stated",
    "short_zh": "未写明",
    "short_en": "No region",
    "level": "unknown",
    "parent_region_id": "",
}
"""The row of `regions` under which articles stand that name no region; no place has its code."""


@dataclass(frozen=True, eq=False)
class Collection:
    """Texts with what was coded of them: the curated ones, a reader's own, both together, or those of a folder.

    `rows` maps a table's name to a frame whose cells are text ("" is blank); `seeds` maps a file name to its text
    (UTF-8, no newline translation); `notices` maps the name of a file to what it says of the sources' rights.
    `name` is what selections call the collection; `parts` are the collections it was made of, if any.
    `digest` is a SHA-256 over everything that the collection holds.
    """

    name: str
    codebook: Codebook
    rows: Tables
    seeds: Mapping[str, str]
    digest: str
    notices: Mapping[str, str] = field(default_factory=dict)
    parts: tuple["Collection", ...] = ()
    memo: Memo = field(default_factory=Memo, repr=False)
    """Results of `corpus.collection.memo`, which alone reads and writes it."""

    def __post_init__(self) -> None:
        """Give what names no region the place NOWHERE, so that it is found wherever regions are chosen."""
        object.__setattr__(self, "rows", _placed(self.rows))

    @cached_property
    def tables(self) -> Tables:
        """All tables by name, those of the codebook included."""
        return self.codebook.tables.changed(self.rows)

    @property
    def dictionary(self) -> Dictionary:
        """The data dictionary."""
        return self.codebook.dictionary

    @property
    def stopwords(self) -> tuple[str, ...]:
        """Words that clouds and tables leave out."""
        return self.codebook.stopwords

    @property
    def version(self) -> str:
        """Version of the data package."""
        return self.dictionary.descriptor["version"]

    def typed(self, table: str) -> pd.DataFrame:
        """A table with integer, number and boolean columns converted as its dictionary says; text stays text."""
        return _typed(self, table)

    def changed(self, **tables: pd.DataFrame) -> "Collection":
        """The same collection with other tables in the place of some, and nothing remembered.

        It belongs to no larger one any more: the texts of its parts may not be its own.
        """
        codes = {table: frame for table, frame in tables.items() if table in CODE_TABLES}
        own = {table: frame for table, frame in tables.items() if table not in CODE_TABLES}
        codebook = self.codebook.changed(codes) if codes else self.codebook
        return Collection(self.name, codebook, self.rows.changed(own), self.seeds, self.digest, notices=self.notices)


_PLACED = ("documents", "numbers", "measures")
"""Tables whose rows may stand under NOWHERE."""


def _placed(rows: Tables) -> Tables:
    """The rows of articles without a region put under NOWHERE, which `regions` then lists."""
    # A folder may lack anything, and the check says so.
    if (
        any(not {"region_id"} <= set(rows.get(table, ())) for table in ("regions", *_PLACED))
        or "document_id" not in rows["documents"]
    ):
        return rows
    documents, regions = rows["documents"], rows["regions"]
    unplaced = set(documents.loc[documents["region_id"].isin(["", NOWHERE["region_id"]]), "document_id"])
    if not unplaced:
        return rows
    placed = {}
    for table in _PLACED:
        frame = rows[table]
        here = frame["document_id"].isin(unplaced) & (frame["region_id"] == "")
        placed[table] = frame.assign(region_id=frame["region_id"].mask(here, NOWHERE["region_id"]))
    if NOWHERE["region_id"] not in set(regions["region_id"]):
        regions = pd.concat([regions, pd.DataFrame([NOWHERE])], ignore_index=True)[list(regions.columns)]
    return rows.changed({**placed, "regions": regions})


def written(collection: Collection, table: str) -> pd.DataFrame:
    """The rows of a table as a file holds them: NOWHERE and places of a reader's own exist in memory only."""
    frame = collection.tables[table]
    if "region_id" not in frame:
        return frame
    if table == "regions":
        real = (frame["region_id"] != NOWHERE["region_id"]) & ~frame["region_id"].str.startswith(OWN_PLACE)
        return frame[real].reset_index(drop=True)
    region = frame["region_id"].str.removeprefix(OWN_PLACE)
    return frame.assign(region_id=region.replace(NOWHERE["region_id"], "") if table in _PLACED else region)


def is_own(collection: Collection) -> bool:
    """Whether a collection is a reader's own, or made of such alone."""
    return all(name == OWN or name.startswith(OWN_PLACE) for name in collection.name.split("+"))


@computed_once
def _typed(collection: Collection, table: str) -> pd.DataFrame:
    return typed(collection.tables[table], table, collection.dictionary)


@computed_once
def collection_names(collection: Collection) -> dict[str, str]:
    """Document → the name of the collection that it came from, in the order of `documents`."""
    if not collection.parts:
        return dict.fromkeys(collection.rows["documents"]["document_id"], collection.name)
    return {document: name for part in collection.parts for document, name in collection_names(part).items()}


def union(*parts: Collection) -> Collection:
    """Several collections as one; they keep their texts, so that nothing is read or cut again.

    Places, bodies and policies that several parts name in the same words are one row. Raises ValueError where the
    parts are coded with different codebooks, or two of them give one id to different things.
    """
    codebook = parts[0].codebook
    if any(part.codebook is not codebook for part in parts):
        message = "collections of different codebooks do not unite"
        raise ValueError(message)
    seeds: dict[str, str] = {}
    for part in parts:
        for name, seed in part.seeds.items():
            if seeds.setdefault(name, seed) != seed:
                message = f"two sources are called {name}"
                raise ValueError(message)
    rows = {table: _united(codebook.dictionary, table, parts) for table in parts[0].rows}
    return Collection(
        "+".join(part.name for part in parts),
        codebook,
        Tables(rows),
        seeds,
        sha256("".join(part.digest for part in parts).encode()).hexdigest(),
        {name: text for part in parts for name, text in part.notices.items()},
        tuple(parts),
    )


def _united(dictionary: Dictionary, table: str, parts: tuple[Collection, ...]) -> pd.DataFrame:
    frame = pd.concat([part.rows[table] for part in parts], ignore_index=True).drop_duplicates(ignore_index=True)
    key = dictionary.primary_key(table)
    twice = frame[frame.duplicated(key)] if key else frame.head(0)
    if len(twice):
        message = f"{table}: {' '.join(twice.iloc[0][key])} is two different rows"
        raise ValueError(message)
    return frame

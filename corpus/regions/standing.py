"""What stands under a region and a measure type in any table: a blank is one only where nothing does."""

from dataclasses import dataclass

import pandas as pd

from corpus.coding.evidence import KINDS
from corpus.coding.figures import figures
from corpus.coding.measures import filed
from corpus.coding.mentions import first_mentions
from corpus.collection.codebook import CODE_TABLES
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.labels import names
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells

_MEASURES, _BLANKS = "measures", "blanks"
_TYPE, _REGION, _DOCUMENT = "measure_type_id", "region_id", "document_id"


@dataclass(frozen=True, slots=True)
class Standing:
    """A row that stands under a region and a measure type."""

    table: str
    row_id: str


@computed_once
def standing(collection: Collection, region: str, measure_type: str) -> list[Standing]:
    """The rows of any table that stand under a region and a measure type, in the order of tables and rows.

    A row's region is its own or that of its article; its type is its own, or that of the row which it refers to (a
    figure's is its indicator's). Measures proposed to the country stand under no region; blanks state that nothing
    stands, and so do not stand themselves.
    """
    return _standing(collection).get((region, measure_type), [])


def told_otherwise(collection: Collection, region: str, measure_type: str) -> list[Standing]:
    """The rows that stand under a region and a type beside measures: figures, policies, bodies and whatever else."""
    return [row for row in standing(collection, region, measure_type) if row.table != _MEASURES]


@computed_once
def _standing(collection: Collection) -> dict[tuple[str, str], list[Standing]]:
    """(Region, measure type) → what stands there."""
    found: dict[tuple[str, str], list[Standing]] = {}
    for table, frame in collection.rows.items():
        key = collection.dictionary.primary_key(table) if table in collection.dictionary.resources else []
        if table in {*CODE_TABLES, _BLANKS} or len(key) != 1 or key[0] not in frame:
            continue
        regions, types = _regions(collection, table, frame), _types(collection, table, frame)
        if regions is None or types is None:
            continue
        for row_id, region, told in zip(frame[key[0]].tolist(), regions, types, strict=True):
            for measure_type in filter(None, told.split("|")):
                if region:
                    found.setdefault((region, measure_type), []).append(Standing(table, row_id))
    return found


def _regions(collection: Collection, table: str, frame: pd.DataFrame) -> list[str] | None:
    """The region of each row of a table, its own or that of its article; None where its rows have none."""
    if table == _MEASURES:
        return filed(frame).tolist()
    if _REGION in frame:
        return frame[_REGION].tolist()
    if _DOCUMENT not in frame:
        return None
    documents = collection.tables["documents"]
    places = dict(cells(documents, (_DOCUMENT, _REGION)))
    return [places.get(document, "") for document in frame[_DOCUMENT].tolist()]


def _types(collection: Collection, table: str, frame: pd.DataFrame) -> list[str] | None:
    """The measure type of each row of a table, its own or that of a row which it refers to; None where it has none."""
    if _TYPE in frame:
        return frame[_TYPE].tolist()
    # What a row is coded as tells its type before what it hangs on does; whom it is about tells none.
    links = [link for link in collection.dictionary.foreign_keys(table) if link[1] != "organisations"]
    for columns, other, keys in sorted(links, key=lambda link: link[1] not in CODE_TABLES):
        referred = collection.tables.get(other)
        if len(columns) == 1 and columns[0] in frame and referred is not None and _TYPE in referred:
            types = dict(cells(referred, (keys[0], _TYPE)))
            return [types.get(value, "") for value in frame[columns[0]].tolist()]
    return None


def opens(collection: Collection, row: Standing) -> bool:
    """Whether a row can be opened as evidence: it is of a kind that can be, and a body is named in some article."""
    if row.table == "organisations":
        return row.row_id in first_mentions(collection, row.table)
    return row.table in dict(KINDS.values())


def called(collection: Collection, row: Standing, language: Language) -> str:
    """What a row that stands somewhere is called: a figure by its indicator and as it is written, all else by name."""
    return _called(collection, row.table, language).get(row.row_id, row.row_id)


@computed_once
def _called(collection: Collection, table: str, language: Language) -> dict[str, str]:
    """Row id → what the row is called."""
    if table == "numbers":
        frame = figures(collection, language)
        return {
            number: " ".join([indicator, quote.replace("\n", "")])
            for number, indicator, quote in cells(frame, ("number_id", "indicator", "quote"))
        }
    key = collection.dictionary.primary_key(table)[0]
    columns = set(collection.tables[table].columns)
    stem = next((stem for stem in ("name", "title", "label") if {f"{stem}_zh", f"{stem}_en"} <= columns), "")
    if not stem:
        return {}
    return names(collection, table, key, language, stem)

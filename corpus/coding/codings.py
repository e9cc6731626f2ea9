"""Codes that several coders gave one field of a row, and what they say of the row: the state of its coding."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells, records

CODED = {
    "measures": ("measure_type_id", "instrument_id", "actor_type", "status", "scope"),
    "numbers": ("value", "unit", "qualifier", "kind", "flow", "period_from", "period_to", "as_of"),
}
"""Table → its fields that take a judgement, in the order of the dictionary."""
FIRST, BLIND = "first", "blind"
"""Kinds of coder: who made the data, and who coded again without seeing the codes."""
State = Literal["draft", "reviewed", "disputed"]
_COLUMNS = ("table", "row", "field", "code", "coder", "kept", "kept_en")


class Coding(NamedTuple):
    """One coder's code of one field of one row; `kept` says by language why that of the table stands all the same."""

    table: str
    row: str
    field: str
    code: str
    coder: str
    kept_zh: str
    kept_en: str


class Second(NamedTuple):
    """A blind coder's code beside that of the table today, and whether a difference between them is settled."""

    coding: Coding
    today: str
    settled: bool

    @property
    def differs(self) -> bool:
        """Whether the code is another than that of the table today."""
        return self.coding.code != self.today


def codings(collection: Collection) -> Iterator[Coding]:
    """The codings of a collection, in the order of the file."""
    return map(Coding._make, cells(collection.tables["codings"], _COLUMNS))


def coder_kinds(collection: Collection) -> dict[str, str]:
    """Coder → first or blind."""
    return dict(cells(collection.tables["coders"], ("coder", "coder_kind")))


def coder_names(collection: Collection, language: Language) -> dict[str, str]:
    """Coder → how the study calls it; the id where it has no name."""
    named = cells(collection.tables["coders"], ("coder", f"name_{language}"))
    return {coder: name or coder for coder, name in named}


@computed_once
def row_places(collection: Collection, table: str) -> dict[str, int]:
    """The id of each row of a table (the parts of its key, joined by blanks) → its place in the frame."""
    key = collection.dictionary.primary_key(table)
    return {" ".join(row): place for place, row in enumerate(cells(collection.tables[table], key))} if key else {}


@computed_once
def seconds(collection: Collection) -> dict[tuple[str, str], tuple[Second, ...]]:
    """(table, row) → what blind coders say of it; rows that are there no longer are left out.

    A difference is settled where it says why the code of the table stands, or where the table has since been corrected:
    the code of the day of the coding, which stands among the codings as the first coder's, is another than today's.
    """
    kinds, places = coder_kinds(collection), {table: row_places(collection, table) for table in CODED}
    first = {found[:3]: found.code for found in codings(collection) if kinds.get(found.coder) == FIRST}
    corrected = {(row["table"], row["row"], row["field"]) for row in records(collection.tables["corrections"])}
    columns = {table: collection.tables[table] for table in CODED}
    found: dict[tuple[str, str], list[Second]] = {}
    for coding in codings(collection):
        place = places.get(coding.table, {}).get(coding.row)
        if kinds.get(coding.coder) != BLIND or place is None or coding.field not in CODED[coding.table]:
            continue
        today = columns[coding.table][coding.field].iloc[place]
        field = coding[:3]
        changed = field in corrected and first.get(field, today) != today
        found.setdefault((coding.table, coding.row), []).append(Second(coding, today, bool(coding.kept_zh) or changed))
    return {row: tuple(every) for row, every in found.items()}


def record_state(collection: Collection, table: str, row_id: str) -> State:
    """How far the coding of a row is checked: coded once; a second time blind with agreement or settled; disputed."""
    second = seconds(collection).get((table, row_id), ())
    if not second:
        return "draft"
    return "disputed" if any(one.differs and not one.settled for one in second) else "reviewed"

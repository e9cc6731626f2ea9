"""Rules on form: files, columns, the dictionary, the CSV form and the constraints of each cell."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import zip_longest
from pathlib import Path

from corpus.checks.cells import line
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Field
from corpus.collection.folder import table_file
from corpus.collection.spreadsheet import doubted, is_date, restored
from corpus.problem import Problem

_DICTIONARY = "datapackage.json"
_PLAIN = {"integer": re.compile(r"-?[0-9]+"), "number": re.compile(r"-?[0-9]+(\.[0-9]+)?")}
_FILLED = {"start": "anchor", "end": "anchor", "segment_id": "ids", "number_id": "ids", "measure_id": "ids"}
"""Column → the command that fills it."""
_BY_HAND = {
    "blank_required": "write",
    "power_of_ten": "write_digits",
    "month_or_day": "write_meant",
    "day_or_month_first": "write_iso",
    "made_of_a_date": "write_iso",
}
"""What is wrong with a cell → what to do, where that is more than to correct it."""
_TYPES = {"string", "integer", "number", "boolean"}


def tables_match_dictionary(collection: Collection) -> Iterator[Problem]:
    """Every CSV file is declared in the dictionary, and every declared table is there."""
    declared = set(collection.dictionary.resources)
    for table in sorted(set(collection.tables) - declared):
        yield Problem(table, "", "", "table_undeclared", "declare")
    for table in sorted(declared - set(collection.tables)):
        yield Problem(table, "", "", "table_missing", "add_table")


def columns_match_dictionary(collection: Collection) -> Iterator[Problem]:
    """A table has the columns that the dictionary lists, in that order."""
    for table in _declared(collection):
        wanted = [field.name for field in collection.dictionary.fields(table)]
        found = list(collection.tables[table].columns)
        if wanted != found:
            odd = sorted(set(wanted) ^ set(found))
            wrong = "columns_differ" if odd else "columns_order"
            yield Problem(table, "header", odd[0] if odd else "", wrong, "correct_both", {"columns": ", ".join(odd)})


def dictionary_is_complete(collection: Collection) -> Iterator[Problem]:
    """Every table and field has title and description in both languages, a known type, and numbers have a unit."""
    for table, resource in collection.dictionary.resources.items():
        for key in ("title", "title_en", "description", "description_en"):
            if not resource.get(key):
                yield Problem(_DICTIONARY, table, key, "blank", "write")
        for field in collection.dictionary.fields(table):
            for key, texts in (("title", field.titles), ("description", field.descriptions)):
                for language, text in texts.items():
                    if not text:
                        place = (_DICTIONARY, f"{table}.{field.name}", key)
                        yield Problem(*place, "blank_in", "write", {"language": language})
            if field.type not in _TYPES:
                place = (_DICTIONARY, f"{table}.{field.name}", "type")
                yield Problem(*place, "type_unknown", "known_type", {"type": field.type})
            if field.type in {"integer", "number"} and not field.unit:
                yield Problem(_DICTIONARY, f"{table}.{field.name}", "unit", "no_unit", "name_unit")


def csv_is_canonical(collection: Collection, data_folder: Path) -> Iterator[Problem]:
    """Writing a table again gives the same bytes."""
    for table in _declared(collection):
        written = table_file(collection, table)
        found = (data_folder / f"{table}.csv").read_bytes()
        if written != found:
            pairs = zip_longest(written.split(b"\n"), found.split(b"\n"))
            differs = next(number for number, (left, right) in enumerate(pairs, 1) if left != right)
            yield Problem(table, f"line {differs}", "", "not_canonical", "format")


def cells_meet_constraints(collection: Collection) -> Iterator[Problem]:
    """Every cell has the type and meets the constraints that the dictionary states."""
    for table in collection.tables:
        frame = collection.tables[table]
        for field in collection.dictionary.fields(table):
            column = frame[field.name]
            written = column.tolist()
            breaches = {value: wrong for value in set(written) if (wrong := breach(field, value))}
            for row, value in enumerate(written) if breaches else ():
                if wrong := breaches.get(value):
                    message, values = doubted(field, value) or wrong
                    remedy = _remedy(field, value, message)
                    yield Problem(table, line(frame, row), field.name, message, remedy, values)
            if field.constraints.get("unique"):
                for value in sorted(value for value, count in Counter(written).items() if count > 1):
                    yield Problem(table, value, field.name, "stands_twice", "make_unique")


def _remedy(field: Field, value: str, message: str) -> str:
    """What to do about a cell: often a command knows what belongs there."""
    if value == "" and field.name in _FILLED:
        return _FILLED[field.name]
    return "format" if restored(field, value) != value else _BY_HAND.get(message, "correct_cell")


def breach(field: Field, value: str) -> tuple[str, dict[str, object]] | None:
    """What is wrong with one cell by the dictionary: a key of `messages.toml` and its values; None for nothing."""
    rules = field.constraints
    if value == "":
        return ("blank_required", {}) if rules.get("required") else None
    cell = {"cell": value}
    if field.type in {"integer", "number"}:
        if not _PLAIN[field.type].fullmatch(value):
            return f"no_{field.type}", cell
        number = Decimal(value)
        if "minimum" in rules and number < rules["minimum"]:
            return "below", cell | {"least": rules["minimum"]}
    if field.type == "boolean" and value not in {"true", "false"}:
        return "no_boolean", cell
    if "enum" in rules and value not in rules["enum"]:
        return "not_in_list", cell | {"codes": ", ".join(map(str, rules["enum"]))}
    if not field.fits(value):
        if is_date(field):
            return "no_date", cell
        return "other_form", cell | {"pattern": rules["pattern"]}
    if len(value) > rules.get("maxLength", len(value)):
        return "too_long", cell | {"most": rules["maxLength"]}
    return None


def _declared(collection: Collection) -> list[str]:
    return [table for table in collection.tables if table in collection.dictionary.resources]

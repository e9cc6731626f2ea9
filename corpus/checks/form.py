"""Rules on form: files, columns, the dictionary, the CSV form and the constraints of each cell."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import zip_longest
from pathlib import Path

from corpus.checks.cells import line
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Field
from corpus.collection.folder import table_file
from corpus.collection.spreadsheet import doubted, restored
from corpus.problem import Problem

_DICTIONARY = "datapackage.json"
_PLAIN = {"integer": re.compile(r"-?[0-9]+"), "number": re.compile(r"-?[0-9]+(\.[0-9]+)?")}
_FILLED = {"start": "anchor", "end": "anchor", "segment_id": "ids", "number_id": "ids", "measure_id": "ids"}
"""Column → the command that fills it."""
_TYPES = {"string", "integer", "number", "boolean"}


def tables_match_dictionary(collection: Collection) -> Iterator[Problem]:
    """Every CSV file is declared in the dictionary, and every declared table is there."""
    declared = set(collection.dictionary.resources)
    for table in sorted(set(collection.tables) - declared):
        yield Problem(table, "", "", "the table is not in the dictionary", f"declare it in {_DICTIONARY}")
    for table in sorted(declared - set(collection.tables)):
        yield Problem(table, "", "", "the dictionary declares a table that is missing", f"add {table}.csv")


def columns_match_dictionary(collection: Collection) -> Iterator[Problem]:
    """A table has the columns that the dictionary lists, in that order."""
    for table in _declared(collection):
        wanted = [field.name for field in collection.dictionary.fields(table)]
        found = list(collection.tables[table].columns)
        if wanted != found:
            odd = sorted(set(wanted) ^ set(found)) or ["their order"]
            yield Problem(
                table, "header", odd[0], f"columns differ from the dictionary: {', '.join(odd)}", "make both agree"
            )


def dictionary_is_complete(collection: Collection) -> Iterator[Problem]:
    """Every table and field has title and description in both languages, a known type, and numbers have a unit."""
    for table, resource in collection.dictionary.resources.items():
        for key in ("title", "title_en", "description", "description_en"):
            if not resource.get(key):
                yield Problem(_DICTIONARY, table, key, "is blank", "write it")
        for field in collection.dictionary.fields(table):
            for key, texts in (("title", field.titles), ("description", field.descriptions)):
                for language, text in texts.items():
                    if not text:
                        yield Problem(_DICTIONARY, f"{table}.{field.name}", key, f"is blank in {language}", "write it")
            if field.type not in _TYPES:
                yield Problem(
                    _DICTIONARY, f"{table}.{field.name}", "type", f"{field.type!r} is unknown", "use a known type"
                )
            if field.type in {"integer", "number"} and not field.unit:
                yield Problem(_DICTIONARY, f"{table}.{field.name}", "unit", "a number without a unit", "name its unit")


def csv_is_canonical(collection: Collection, data_folder: Path) -> Iterator[Problem]:
    """Writing a table again gives the same bytes."""
    for table in _declared(collection):
        written = table_file(collection, table)
        found = (data_folder / f"{table}.csv").read_bytes()
        if written != found:
            pairs = zip_longest(written.split(b"\n"), found.split(b"\n"))
            differs = next(number for number, (left, right) in enumerate(pairs, 1) if left != right)
            yield Problem(
                table,
                f"line {differs}",
                "",
                "not in the canonical CSV form",
                "run python -m corpus format",
            )


def cells_meet_constraints(collection: Collection) -> Iterator[Problem]:
    """Every cell has the type and meets the constraints that the dictionary states."""
    for table in collection.tables:
        frame = collection.tables[table]
        for field in collection.dictionary.fields(table):
            column = frame[field.name]
            for row, value in enumerate(column):
                wrong = breach(field, value)
                if wrong:
                    said = f"{value!r} {doubted(field, value) or wrong}"
                    yield Problem(table, line(frame, row), field.name, said, _remedy(field, value))
            if field.constraints.get("unique"):
                for value in sorted(set(column[column.duplicated()])):
                    yield Problem(table, value, field.name, "stands twice", "make it unique")


def _remedy(field: Field, value: str) -> str:
    """What to do about a cell: often a command knows what belongs there."""
    if value == "" and field.name in _FILLED:
        return f"run python -m corpus {_FILLED[field.name]}"
    return "run python -m corpus format" if restored(field, value) != value else "correct the cell"


def breach(field: Field, value: str) -> str:
    """What is wrong with one cell by the dictionary; "" when nothing is."""
    rules = field.constraints
    if value == "":
        return "is blank but required" if rules.get("required") else ""
    if field.type in {"integer", "number"}:
        if not _PLAIN[field.type].fullmatch(value):
            return f"is no plain {field.type}"
        number = Decimal(value)
        if "minimum" in rules and number < rules["minimum"]:
            return f"is below {rules['minimum']}"
    if field.type == "boolean" and value not in {"true", "false"}:
        return "is neither true nor false"
    if "enum" in rules and value not in rules["enum"]:
        return "is not in the code list"
    if not field.fits(value):
        return f"does not have the form {rules['pattern']}"
    if len(value) > rules.get("maxLength", len(value)):
        return f"is longer than {rules['maxLength']} characters"
    return ""


def _declared(collection: Collection) -> list[str]:
    return [table for table in collection.tables if table in collection.dictionary.resources]

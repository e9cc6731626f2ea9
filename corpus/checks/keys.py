"""Rules on keys: primary keys, references between tables, code lists and ids."""

import re
from collections.abc import Iterator

from corpus.checks.cells import line
from corpus.coding.measures import WHOSE
from corpus.collection.collection import Collection
from corpus.collection.tables import cells, tuples
from corpus.problem import Problem

_DERIVED = "whose"
"""The code list whose codes no field holds: they are derived of measures."""


def primary_keys_are_unique(collection: Collection) -> Iterator[Problem]:
    """No two rows of a table share their primary key."""
    for table, frame in collection.tables.items():
        key = collection.dictionary.primary_key(table)
        seen = set()
        for row in cells(frame, key) if key else ():
            if row in seen:
                yield Problem(table, " ".join(row), " + ".join(key), "key_twice", "own_key")
            seen.add(row)


def references_exist(collection: Collection) -> Iterator[Problem]:
    """Whatever a row refers to is there."""
    for table, frame in collection.tables.items():
        for columns, target, target_columns in collection.dictionary.foreign_keys(table):
            known = set(cells(collection.tables[target], target_columns))
            for row, values in enumerate(cells(frame, columns)):
                if any(values) and values not in known:
                    yield Problem(
                        table,
                        line(frame, row),
                        " + ".join(columns),
                        "not_in_table",
                        "add_or_correct",
                        {"value": " ".join(values), "table": target},
                    )


def code_lists_agree(collection: Collection) -> Iterator[Problem]:
    """The codes a field allows are the codes that `codes` explains, both ways."""
    codes = collection.tables["codes"]
    used = {_DERIVED}
    if list(codes.loc[codes["code_list"] == _DERIVED, "code"]) != list(WHOSE):
        yield Problem("codes", _DERIVED, "code", "enum_differs", "correct_both", {"column": _DERIVED})
    for table in collection.tables:
        for field in collection.dictionary.fields(table):
            if not field.code_list:
                continue
            used.add(field.code_list)
            explained = list(codes.loc[codes["code_list"] == field.code_list, "code"])
            if explained != field.constraints.get("enum"):
                column = {"column": f"{table}.{field.name}"}
                yield Problem("codes", field.code_list, "code", "enum_differs", "correct_both", column)
    for code_list in sorted(set(codes["code_list"]) - used):
        yield Problem("codes", code_list, "code_list", "list_unused", "declare_or_remove")


def ids_name_their_source(collection: Collection) -> Iterator[Problem]:
    """An id is its document's id, the mark of its table and a number, issued once: order comes from the place."""
    for table, mark in (("segments", "s"), ("numbers", "n"), ("measures", "m"), ("sentences_en", "e")):
        id_column = collection.dictionary.primary_key(table)[0]
        frame = collection.tables[table]
        for document, row_id in zip(frame["document_id"], frame[id_column], strict=True):
            if not re.fullmatch(rf"{re.escape(document)}-{mark}[0-9]{{2,}}", row_id):
                wanted = {"document": document, "mark": mark}
                yield Problem(table, row_id, id_column, "no_id_of", "name_it", wanted)


def retired_ids_stay_retired(collection: Collection) -> Iterator[Problem]:
    """An id that was retired is used by no row again, and what took its place is a row of its table, or retired too."""
    retired = collection.tables["retired_ids"]
    former = set(retired["retired_id"])
    used = {
        table: set(collection.tables[table][collection.dictionary.primary_key(table)[0]])
        for table in set(retired["table"])
    }
    for row in tuples(retired):
        if row.retired_id in used[row.table]:
            yield Problem(row.table, row.retired_id, "", "id_retired", "new_number")
        if row.successor and row.successor not in used[row.table] and row.successor not in former:
            yield Problem("retired_ids", row.retired_id, "successor", "no_row", "correct", {"id": row.successor})

"""Rules on keys: primary keys, references between tables, code lists and ids."""

import re
from collections.abc import Iterator

from corpus.checks.cells import line
from corpus.collection.collection import Collection
from corpus.problem import Problem


def primary_keys_are_unique(collection: Collection) -> Iterator[Problem]:
    """No two rows of a table share their primary key."""
    for table, frame in collection.tables.items():
        key = collection.dictionary.primary_key(table)
        for row in frame[frame.duplicated(key)][key].itertuples(index=False):
            yield Problem(table, " ".join(row), " + ".join(key), "the key stands twice", "give each row its own key")


def references_exist(collection: Collection) -> Iterator[Problem]:
    """Whatever a row refers to is there."""
    for table, frame in collection.tables.items():
        for columns, target, target_columns in collection.dictionary.foreign_keys(table):
            known = set(collection.tables[target][target_columns].itertuples(index=False, name=None))
            for row, values in enumerate(frame[columns].itertuples(index=False, name=None)):
                if any(values) and values not in known:
                    yield Problem(
                        table,
                        line(frame, row),
                        " + ".join(columns),
                        f"{' '.join(values)!r} is not in {target}",
                        "add it there or correct it here",
                    )


def code_lists_agree(collection: Collection) -> Iterator[Problem]:
    """The codes a field allows are the codes that `codes` explains, both ways."""
    codes = collection.tables["codes"]
    used: set[str] = set()
    for table in collection.tables:
        for field in collection.dictionary.fields(table):
            if not field.code_list:
                continue
            used.add(field.code_list)
            explained = list(codes.loc[codes["code_list"] == field.code_list, "code"])
            if explained != field.constraints.get("enum"):
                yield Problem(
                    "codes",
                    field.code_list,
                    "code",
                    f"differs from the enum of {table}.{field.name}",
                    "make both agree",
                )
    for code_list in sorted(set(codes["code_list"]) - used):
        yield Problem("codes", code_list, "code_list", "no field uses this list", "declare it as codeList or remove it")


def ids_name_their_source(collection: Collection) -> Iterator[Problem]:
    """An id is its document's id, the mark of its table and a number, issued once: order comes from the place."""
    for table, mark in (("segments", "s"), ("numbers", "n"), ("measures", "m")):
        id_column = collection.dictionary.primary_key(table)[0]
        frame = collection.tables[table]
        for document, row_id in zip(frame["document_id"], frame[id_column], strict=True):
            if not re.fullmatch(rf"{re.escape(document)}-{mark}[0-9]{{2,}}", row_id):
                wanted = f"{document}-{mark} and a number, or leave it blank and run python -m corpus ids"
                yield Problem(table, row_id, id_column, f"is no id of {document}", f"name it {wanted}")


def retired_ids_stay_retired(collection: Collection) -> Iterator[Problem]:
    """An id that was retired is used by no row again, and what took its place is a row of its table, or retired too."""
    retired = collection.tables["retired_ids"]
    former = set(retired["retired_id"])
    used = {
        table: set(collection.tables[table][collection.dictionary.primary_key(table)[0]])
        for table in set(retired["table"])
    }
    for row in retired.itertuples():
        if row.retired_id in used[row.table]:
            yield Problem(row.table, row.retired_id, "", "its id was retired", "issue a new number")
        if row.successor and row.successor not in used[row.table] and row.successor not in former:
            yield Problem("retired_ids", row.retired_id, "successor", f"{row.successor!r} is no row", "correct it")

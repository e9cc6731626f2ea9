"""Rules on keys: primary keys, references between tables, code lists and ids."""

from collections.abc import Iterator

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
            for line, values in enumerate(frame[columns].itertuples(index=False, name=None), 2):
                if any(values) and values not in known:
                    yield Problem(
                        table,
                        f"line {line}",
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
    """An id is its document's id and a rank: a segment's by position, others by place in the seed."""
    for table, id_column, mark, order in (
        ("segments", "segment_id", "s", "position"),
        ("numbers", "number_id", "n", "start"),
        ("measures", "measure_id", "m", "start"),
    ):
        frame = collection.typed(table)
        for document, rows in frame.groupby("document_id"):
            for rank, row_id in enumerate(rows.sort_values(order, kind="stable")[id_column], 1):
                if row_id != f"{document}-{mark}{rank:02d}":
                    yield Problem(
                        table,
                        row_id,
                        id_column,
                        f"is number {rank} of {document}",
                        f"name it {document}-{mark}{rank:02d}",
                    )
                    break

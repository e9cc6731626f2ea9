"""A reader's texts with their review as a data package: written as a ZIP, opened again under limits and checks."""

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from hashlib import sha256
from typing import NamedTuple

import pandas as pd

from corpus.checks import run_checks
from corpus.collection.collection import Collection, union, written
from corpus.collection.folder import DICTIONARY, OWN_PACKAGE, files
from corpus.collection.tables import Tables, records
from corpus.reading.review import FIELDS, MEASURES, NUMBERS, PASSED, VERDICTS, Decision, Review, reviewed
from corpus.reading.unpacked import BOUNDS, FORM, RULE, SIZE, TAKEN, VERSION, Bounds, UnfitPackageError, unpacked

OWN = "own"
"""What collections of a reader's are called."""
ROOT = OWN_PACKAGE
"""The folder that a package unpacks into."""
REVIEW = "review.json"
"""File of a package that holds what was suggested, and what was decided of it."""
_FORMAT, _VERSION = "changai-review", 1
_TABLES = (NUMBERS, MEASURES, PASSED)
_LONGEST_NAME = 80
_OF_OURS = ("description", "description_en", "licenses", "created")
"""What the dictionary says of the curated package, and of no other."""


Cues = Mapping[str, Sequence[tuple[str, int, int]]]
"""Row id → the words that spoke for it (see `corpus.reading.read.Reading`)."""


class Opened(NamedTuple):
    """What a package holds: the collection as it was suggested, its review, and the words that spoke for its rows."""

    collection: Collection
    review: Review
    cues: Cues


def package(collection: Collection, review: Review, readme: str = "", cues: Cues | None = None) -> bytes:
    """A ZIP of the collection as its review leaves it (`data`, `seeds`), and of what the review was made of.

    The folders are those of any collection: `python -m corpus check --data data --seeds seeds` reads them. Rows that
    nobody has looked at have the origin `suggested`; `review.json` lists them by id as what waits.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        if readme:
            archive.writestr(f"{ROOT}/README.md", readme)
        archive.writestr(f"{ROOT}/{REVIEW}", _review_file(collection, review, cues or {}))
        for path, content in own_files(reviewed(collection, review)).items():
            archive.writestr(f"{ROOT}/{path}", content)
    return buffer.getvalue()


def own_files(collection: Collection) -> dict[str, bytes]:
    """A reader's collection as it is on disk (see `files`), under a name of its own, of which no rights are stated."""
    content = files(collection)
    descriptor = {key: told for key, told in collection.dictionary.descriptor.items() if key not in _OF_OURS}
    descriptor |= {"name": OWN_PACKAGE, "title": "我的文档 · 数据包", "title_en": "My documents · data package"}
    content[f"data/{DICTIONARY}"] = f"{json.dumps(descriptor, ensure_ascii=False, indent=2)}\n".encode()
    return content


def opened(content: bytes, curated: Collection, bounds: Bounds = BOUNDS) -> Opened:
    """What a package holds, coded with the codebook of `curated`.

    A package whose tables were changed since, or that has no review, is taken as its tables are. Raises
    UnfitPackageError; nothing of the file is written anywhere, and no more of it unpacked than `bounds` allow.
    """
    held = dict(unpacked(content, bounds))
    rows = {table: _table(held, curated, table) for table in curated.rows}
    seeds = {path.removeprefix("seeds/"): _text(found) for path, found in held.items() if path.startswith("seeds/")}
    if rows["documents"].empty or not seeds:
        raise UnfitPackageError(FORM)
    digest = sha256(b"".join(path.encode() + found for path, found in sorted(held.items()))).hexdigest()
    collection = Collection(OWN, curated.codebook, Tables(rows), seeds, digest)
    if problems := run_checks(collection, curated=False):
        raise UnfitPackageError(RULE, problems[0])
    _is_apart(collection, curated)
    if REVIEW not in held:
        return Opened(collection, Review(), {})
    suggested, review, cues = _read_review(held[REVIEW], collection, bounds)
    if run_checks(suggested, curated=False) or not _same(reviewed(suggested, review), collection):
        return Opened(collection, Review(review.coder), {})
    return Opened(suggested, review, cues)


def _review_file(collection: Collection, review: Review, cues: Cues) -> bytes:
    suggested = {
        table: [{name: cell for name, cell in row.items() if cell} for row in records(written(collection, table))]
        for table in _TABLES
    }
    after = reviewed(collection, review)
    waiting = {
        table: [row[key] for row in records(after.tables[table]) if row["origin"] == "suggested"]
        for table, key in ((NUMBERS, "number_id"), (MEASURES, "measure_id"))
    }
    told = {
        "format": _FORMAT,
        "version": _VERSION,
        "coder": review.coder,
        "waiting": waiting,
        "steps": [[{**asdict(one), "cells": dict(one.cells)} for one in step] for step in review.steps],
        "suggested": suggested,
        "cues": {row: list(words) for row, words in cues.items()},
    }
    return f"{json.dumps(told, ensure_ascii=False, indent=1)}\n".encode()


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnfitPackageError(FORM) from error


def _table(held: Mapping[str, bytes], curated: Collection, table: str) -> pd.DataFrame:
    """A table of the package as text; one that it lacks is empty."""
    content = held.get(f"data/{table}.csv")
    if content is None:
        return curated.rows[table].head(0)
    try:
        return pd.read_csv(io.StringIO(_text(content)), dtype=str, keep_default_na=False)
    except (ValueError, RecursionError) as error:
        raise UnfitPackageError(FORM) from error


def _is_apart(collection: Collection, curated: Collection) -> None:
    """Raise where a package brings articles or ids that the curated collection has."""
    ours = set(curated.tables["documents"]["document_id"]) | set(curated.seeds)
    if ours & ({*collection.tables["documents"]["document_id"]} | set(collection.seeds)):
        raise UnfitPackageError(TAKEN)
    try:
        union(curated, collection)
    except ValueError as error:
        raise UnfitPackageError(TAKEN) from error


def _read_review(content: bytes, collection: Collection, bounds: Bounds) -> Opened:
    """What was suggested, and the review of it."""
    try:
        told = json.loads(_text(content))
        _is_known(told["format"], told["version"])
        steps = tuple(tuple(map(_decision, step)) for step in told["steps"])
        frames = {table: _suggested(collection, table, told["suggested"][table]) for table in _TABLES}
        coder = str(told["coder"])[:_LONGEST_NAME]
        cues = {row: tuple(map(_cue, words)) for row, words in told.get("cues", {}).items()}
    except UnfitPackageError:
        raise
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise UnfitPackageError(FORM) from error
    if len(steps) > bounds.steps:
        raise UnfitPackageError(SIZE)
    # As its files have them: the place of what names none is found anew with all its rows.
    rows = {table: written(collection, table) for table in collection.rows} | frames
    digest = sha256(f"{collection.digest}suggested".encode()).hexdigest()
    suggested = Collection(OWN, collection.codebook, Tables(rows), collection.seeds, digest)
    return Opened(suggested, Review(coder, steps), cues)


def _is_known(form: object, version: object) -> None:
    if form != _FORMAT:
        raise UnfitPackageError(FORM)
    if version != _VERSION:
        raise UnfitPackageError(VERSION)


def _decision(told: Mapping[str, object]) -> Decision:
    table, verdict = told["table"], told["verdict"]
    cells = tuple((str(name), str(cell)) for name, cell in told["cells"].items())
    if table not in _TABLES or verdict not in VERDICTS:
        raise UnfitPackageError(FORM)
    if any(name not in FIELDS[NUMBERS if table == PASSED else table] for name, _ in cells):
        raise UnfitPackageError(FORM)
    return Decision(str(table), str(told["row"]), str(verdict), cells, str(told["reason"]))


def _cue(told: Sequence[object]) -> tuple[str, int, int]:
    field, start, end = told
    return str(field)[:_LONGEST_NAME], int(start), int(end)


def _suggested(collection: Collection, table: str, rows: list[Mapping[str, str]]) -> pd.DataFrame:
    columns = [field.name for field in collection.dictionary.fields(table)]
    filled = [[str(row.get(column, "")) for column in columns] for row in rows]
    return pd.DataFrame(filled, columns=columns, dtype=str)


def _same(one: Collection, other: Collection) -> bool:
    """Whether two collections have the same rows in the tables that a review changes."""
    return all(records(written(one, table)) == records(written(other, table)) for table in _TABLES)

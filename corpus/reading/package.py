"""A reader's texts with their review as a data package: written as a ZIP, opened again under limits and checks."""

import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256

import pandas as pd

from corpus.checks import run_checks
from corpus.collection.collection import Collection, union, written
from corpus.collection.folder import DICTIONARY, OWN_PACKAGE, files
from corpus.collection.tables import Tables, records
from corpus.problem import Problem
from corpus.reading.review import FIELDS, MEASURES, NUMBERS, PASSED, VERDICTS, Decision, Review, reviewed

OWN = "own"
"""What collections of a reader's are called."""
ROOT = OWN_PACKAGE
"""The folder that a package unpacks into."""
REVIEW = "review.json"
"""File of a package that holds what was suggested, and what was decided of it."""
_FORMAT, _VERSION = "changai-review", 1
_WANTED = re.compile(r"(?:data/[a-z_]{1,60}\.csv|seeds/[a-z0-9-]{1,80}\.txt|review\.json)")
_TABLES = (NUMBERS, MEASURES, PASSED)
_LONGEST_NAME = 80
_OF_OURS = ("description", "description_en", "licenses", "created")
"""What the dictionary says of the curated package, and of no other."""


@dataclass(frozen=True)
class Bounds:
    """How much a package may hold: bytes packed, bytes unpacked, files, steps of its review."""

    packed: int = 10_000_000
    unpacked: int = 60_000_000
    entries: int = 400
    steps: int = 100_000


BOUNDS = Bounds()
SIZE, FORM, VERSION, RULE, TAKEN = "size", "form", "version", "rule", "taken"
"""Why a package cannot be opened; TAKEN means that it brings what the curated collection has."""


class UnfitPackageError(ValueError):
    """A file that is no package of a reader's texts; `why` says so, `problem` is the rule that it breaks."""

    def __init__(self, why: str, problem: Problem | None = None) -> None:
        super().__init__(why)
        self.why = why
        self.problem = problem


def package(collection: Collection, review: Review, readme: str = "") -> bytes:
    """A ZIP of the collection as its review leaves it (`data`, `seeds`), and of what the review was made of.

    The folders are those of any collection: `python -m corpus check --data data --seeds seeds` reads them. Rows that
    nobody has looked at have the origin `suggested`; `review.json` lists them by id as what waits.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        if readme:
            archive.writestr(f"{ROOT}/README.md", readme)
        archive.writestr(f"{ROOT}/{REVIEW}", _review_file(collection, review))
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


def opened(content: bytes, curated: Collection, bounds: Bounds = BOUNDS) -> tuple[Collection, Review]:
    """The collection of a package as it was suggested, coded with the codebook of `curated`, and its review.

    A package whose tables were changed since, or that has no review, is taken as its tables are. Raises
    UnfitPackageError; nothing of the file is written anywhere, and no more of it unpacked than `bounds` allow.
    """
    held = dict(_unpacked(content, bounds))
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
        return collection, Review()
    suggested, review = _read_review(held[REVIEW], collection, bounds)
    if run_checks(suggested, curated=False) or not _same(reviewed(suggested, review), collection):
        return collection, Review(review.coder)
    return suggested, review


def _review_file(collection: Collection, review: Review) -> bytes:
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
    }
    return f"{json.dumps(told, ensure_ascii=False, indent=1)}\n".encode()


def _unpacked(content: bytes, bounds: Bounds) -> Iterator[tuple[str, bytes]]:
    """The files of a package that are looked at, by their path below its root."""
    if len(content) > bounds.packed:
        raise UnfitPackageError(SIZE)
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnfitPackageError(FORM) from error
    with archive:
        entries = archive.infolist()
        if len(entries) > bounds.entries or sum(entry.file_size for entry in entries) > bounds.unpacked:
            raise UnfitPackageError(SIZE)
        names = [entry.filename for entry in entries]
        root = next((name.removesuffix("data/documents.csv") for name in names if _is_documents(name)), None)
        if root is None or len(names) != len(set(names)):
            raise UnfitPackageError(FORM)
        left = bounds.unpacked
        for entry in entries:
            path = entry.filename.removeprefix(root)
            if not entry.filename.startswith(root) or not _WANTED.fullmatch(path):
                continue
            found = _read(archive, entry, left)
            left -= len(found)
            yield path, found


def _is_documents(name: str) -> bool:
    return name == "data/documents.csv" or name.endswith("/data/documents.csv")


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    """The content of an entry, never more than `most` bytes whatever its head declares."""
    try:
        with archive.open(entry) as file:
            found = file.read(most + 1)
    except Exception as error:  # encrypted, torn, of an unknown method: zipfile raises a dozen kinds
        raise UnfitPackageError(FORM) from error
    if len(found) > most:
        raise UnfitPackageError(SIZE)
    return found


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


def _read_review(content: bytes, collection: Collection, bounds: Bounds) -> tuple[Collection, Review]:
    """What was suggested, and the review of it."""
    try:
        told = json.loads(_text(content))
        _is_known(told["format"], told["version"])
        steps = tuple(tuple(map(_decision, step)) for step in told["steps"])
        frames = {table: _suggested(collection, table, told["suggested"][table]) for table in _TABLES}
        coder = str(told["coder"])[:_LONGEST_NAME]
    except UnfitPackageError:
        raise
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise UnfitPackageError(FORM) from error
    if len(steps) > bounds.steps:
        raise UnfitPackageError(SIZE)
    # As its files have them: the place of what names none is found anew with all its rows.
    rows = {table: written(collection, table) for table in collection.rows} | frames
    digest = sha256(f"{collection.digest}suggested".encode()).hexdigest()
    return Collection(OWN, collection.codebook, Tables(rows), collection.seeds, digest), Review(coder, steps)


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


def _suggested(collection: Collection, table: str, rows: list[Mapping[str, str]]) -> pd.DataFrame:
    columns = [field.name for field in collection.dictionary.fields(table)]
    filled = [[str(row.get(column, "")) for column in columns] for row in rows]
    return pd.DataFrame(filled, columns=columns, dtype=str)


def _same(one: Collection, other: Collection) -> bool:
    """Whether two collections have the same rows in the tables that a review changes."""
    return all(records(written(one, table)) == records(written(other, table)) for table in _TABLES)

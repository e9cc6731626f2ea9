"""The check of a collection's folder: its files first, then what they say."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

from corpus.checks import run_checks
from corpus.checks.doubts import unanswered
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Dictionary
from corpus.collection.folder import DICTIONARY, OWN_PACKAGE, STOPWORDS, load
from corpus.problem import Problem

_BOM = b"\xef\xbb\xbf"
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def check_folder(data_folder: Path, seed_folder: Path) -> tuple[Collection | None, list[Problem]]:
    """The collection in two folders, its problems, and the doubts that no reason answers if it has no problem.

    A package of a reader's own texts is asked for form and keys alone. None where its files cannot be read as what they
    are. No message holds a path: files are named, not folders.
    """
    problems = file_problems(data_folder, seed_folder)
    if problems:
        return None, problems
    try:
        collection = load(data_folder, seed_folder)
    except (OSError, ValueError) as error:
        return None, [_unreadable(error)]
    if collection.dictionary.descriptor.get("name") == OWN_PACKAGE:
        return collection, run_checks(collection, data_folder, curated=False)
    return collection, run_checks(collection, data_folder) or unanswered(collection)


def file_problems(data_folder: Path, seed_folder: Path) -> list[Problem]:
    """Files that are not there, in another encoding, with other line ends or separators than they should have.

    Tables whose rows are longer or shorter than their header are named line by line, so is what no program can parse.
    """
    listed = {folder: _listed(folder) for folder in (data_folder, seed_folder)}
    closed = [folder.name for folder, names in listed.items() if names is None]
    if closed:
        return [Problem(name, "", "", "folder_closed", "put_back") for name in closed]
    problems = [
        Problem(name, "", "", "file_missing", "put_back")
        for name in (DICTIONARY, STOPWORDS, "documents.csv")
        if name not in listed[data_folder]
    ]
    for folder, endings, remedy in (
        (data_folder, (".csv", ".json", ".txt"), "format"),
        (seed_folder, (".txt", ".md"), "restore_or_add"),
    ):
        for name in (name for name in listed[folder] if name.endswith(endings)):
            try:
                content = _content(folder / name)
            except OSError:
                problems.append(Problem(name, "", "", "file_closed", "put_back"))
                continue
            wrong = _form(content)
            if wrong:
                gone = folder == data_folder and wrong in {"empty_file", "nul_bytes"}
                problems.append(Problem(name, "", "", wrong, "put_back" if gone else remedy))
            elif folder == data_folder:
                problems += _parsed(name, content.decode())
    return problems


def _listed(folder: Path) -> list[str] | None:
    """The names in a folder; None where it is not there, no folder, or closed to this process."""
    try:
        return sorted(path.name for path in folder.iterdir())
    except OSError:
        return None


def _content(path: Path) -> bytes:
    """The bytes of a file; OSError for whatever else has its name: a pipe would keep its reader waiting for ever."""
    if not path.is_file():
        raise FileNotFoundError
    return path.read_bytes()


def _form(content: bytes) -> str:
    """What is wrong with the bytes of a text file; "" for nothing."""
    if not content:
        return "empty_file"
    if content.startswith(_BOM):
        return "byte_order_mark"
    if content.startswith(_WIDE):
        return "in_utf16"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        try:
            content.decode("gb18030")
        except UnicodeDecodeError:
            return "no_utf8"
        return "in_gb18030"
    if b"\0" in content:
        return "nul_bytes"
    return "carriage_returns" if b"\r" in content else ""


def _parsed(name: str, text: str) -> Iterator[Problem]:
    """What keeps a file of the data folder from being parsed as what its name says."""
    if name.endswith(".csv"):
        yield from _rows(name, text)
    elif name == DICTIONARY:
        try:
            Dictionary(json.loads(text))
        except json.JSONDecodeError as error:
            yield Problem(
                name,
                f"line {error.lineno}",
                "",
                "no_json",
                "correct_file",
                {"line": error.lineno, "column": error.colno},
            )
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            yield Problem(name, "", "", "no_package", "correct_file")


def _rows(name: str, text: str) -> Iterator[Problem]:
    """The rows of a table that do not fit its header, by the line on which they begin."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    begins, header = 1, None
    try:
        for row in reader:
            if header is None:
                header = row
                if not any(row):
                    yield Problem(name, "", "", "no_header", "correct_file")
                    return
                if len(row) == 1 and any(sign in row[0] for sign in ";\t"):
                    yield Problem(name, "", "", "separators", "format")
                    return
            elif row and len(row) != len(header):
                counts = {"found": len(row), "wanted": len(header)}
                yield Problem(name, f"line {begins}", "", "cells_in_row", "correct_row", counts)
            begins = reader.line_num + 1
    except csv.Error as error:
        # What the csv module says where a cell is longer than it takes; its other error is a torn quotation.
        endless = "limit" in str(error)
        values = {"most": csv.field_size_limit()} if endless else {}
        yield Problem(name, f"line {begins}", "", "cell_endless" if endless else "open_quote", "correct_row", values)


def _unreadable(error: Exception) -> Problem:
    """An error in reading as a problem; never a path of the server."""
    if isinstance(error, OSError):
        name = Path(error.filename).name if error.filename else "data"
        return Problem(name, "", "", "file_closed", "put_back")
    name, _, told = " ".join(str(error).split()).partition(": ")
    return Problem(name, "", "", "unreadable", "correct_file", {"told": told or "?"})

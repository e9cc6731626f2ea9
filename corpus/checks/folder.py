"""The check of a collection's folder: its files first, then what they say."""

from pathlib import Path

from corpus.checks import run_checks
from corpus.collection.collection import Collection
from corpus.collection.folder import DICTIONARY, STOPWORDS, load
from corpus.problem import Problem

_FORMAT = "run python -m corpus format"
_BOM = b"\xef\xbb\xbf"


def check_folder(data_folder: Path, seed_folder: Path) -> tuple[Collection | None, list[Problem]]:
    """The collection in two folders and its problems; None where its files cannot be read as what they are."""
    problems = file_problems(data_folder, seed_folder)
    if problems:
        return None, problems
    try:
        collection = load(data_folder, seed_folder)
    except (OSError, ValueError) as error:
        return None, [Problem(*_unreadable(error), "correct the file")]
    return collection, run_checks(collection, data_folder)


def _unreadable(error: Exception) -> tuple[str, str, str, str]:
    """File, and what is wrong with it, of an error in reading; never a path of the server."""
    if isinstance(error, OSError):
        return (Path(error.filename).name if error.filename else "", "", "", "the file is missing or cannot be read")
    file, _, message = " ".join(str(error).split()).partition(": ")
    return (file, "", "", message or "cannot be read")


def file_problems(data_folder: Path, seed_folder: Path) -> list[Problem]:
    """Files that are not there, in another encoding, with a byte-order mark or with the line ends of Windows."""
    problems = [
        Problem(name, "", "", "the file is missing", "put it back")
        for name in (DICTIONARY, STOPWORDS, "documents.csv")
        if not (data_folder / name).is_file()
    ]
    for folder, patterns, remedy in (
        (data_folder, ("*.csv", "*.json", "*.txt"), _FORMAT),
        (seed_folder, ("*.txt",), "restore the file as supplied, or add it anew with python -m corpus add"),
    ):
        for path in sorted(path for pattern in patterns for path in folder.glob(pattern)):
            wrong = _form(path.read_bytes())
            if wrong:
                problems.append(Problem(path.name, "", "", wrong, remedy))
    return problems


def _form(content: bytes) -> str:
    """What is wrong with the bytes of a text file; "" for nothing."""
    if content.startswith(_BOM):
        return "begins with a byte-order mark"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        try:
            content.decode("gb18030")
        except UnicodeDecodeError:
            return "is no UTF-8"
        return "is in GB18030, not in UTF-8"
    return "has the line ends of Windows" if b"\r\n" in content else ""

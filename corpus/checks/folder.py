"""The check of a collection's folder: its files first, then what they say."""

from pathlib import Path

from corpus.checks import run_checks
from corpus.collection.collection import Collection
from corpus.collection.folder import DICTIONARY, STOPWORDS, load
from corpus.problem import Problem

_FORMAT = "run python -m corpus format"
_BOM = b"\xef\xbb\xbf"
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_SEPARATORS = {b";": "semicolons", b"\t": "tabs"}


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
    """Files that are not there, or in another encoding, with other line ends or separators than they should have."""
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
            content = path.read_bytes()
            wrong = _form(content) or (_separated(content) if path.suffix == ".csv" else "")
            if wrong:
                problems.append(Problem(path.name, "", "", wrong, remedy))
    return problems


def _form(content: bytes) -> str:
    """What is wrong with the bytes of a text file; "" for nothing."""
    if content.startswith(_BOM):
        return "begins with a byte-order mark"
    if content.startswith(_WIDE):
        return "is in UTF-16, not in UTF-8"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        try:
            content.decode("gb18030")
        except UnicodeDecodeError:
            return "is no UTF-8"
        return "is in GB18030, not in UTF-8"
    return "has the line ends of Windows" if b"\r\n" in content else ""


def _separated(content: bytes) -> str:
    """Whether the cells of a table are separated by something else than commas, as its header shows; "" if not."""
    header = content.partition(b"\n")[0]
    found = next((name for sign, name in _SEPARATORS.items() if sign in header and b"," not in header), "")
    return f"its cells are separated by {found}" if found else ""

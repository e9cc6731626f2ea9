"""Collections on disk: a data package in one folder, its sources in another."""

import csv
import hashlib
import io
import json
from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from corpus.collection.codebook import CODE_TABLES, Codebook
from corpus.collection.collection import CURATED, Collection, written
from corpus.collection.dictionary import Dictionary
from corpus.collection.tables import Tables
from corpus.paths import DATA, SEEDS

DICTIONARY = "datapackage.json"
"""File of the data dictionary."""
OWN_PACKAGE = "changai-own"
"""What the dictionary of a package calls it that holds a reader's own texts: nobody curates them."""
STOPWORDS = "stopwords.txt"
"""File of the words that clouds and tables leave out."""


def csv_bytes(header: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """The one canonical CSV form: UTF-8 without BOM, LF, comma, quotes only where needed."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return buffer.getvalue().encode()


def table_bytes(frame: pd.DataFrame) -> bytes:
    """A table in canonical form."""
    return csv_bytes(frame.columns, frame.itertuples(index=False))


def table_file(collection: Collection, table: str) -> bytes:
    """The file of a table of a collection."""
    return table_bytes(written(collection, table))


def read_table(path: Path) -> pd.DataFrame:
    """Read one CSV as text, nothing converted; a ValueError names the file."""
    try:
        return pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8")
    except ValueError as error:
        message = f"{path.name}: {error}"
        raise ValueError(message) from error


def load(data_folder: Path = DATA, seed_folder: Path = SEEDS, name: str = CURATED) -> Collection:
    """Read the data package in `data_folder` with the sources in `seed_folder`.

    Raises OSError or ValueError, with the file's name, when a file is missing or is not what its name says.
    """
    codes, everything = hashlib.sha256(), hashlib.sha256()
    tables: dict[str, pd.DataFrame] = {}
    for path in sorted(data_folder.glob("*.csv")):
        content = path.name.encode() + path.read_bytes()
        everything.update(content)
        if path.stem in {*CODE_TABLES, "organisations"}:
            codes.update(content)
        tables[path.stem] = read_table(path)
    descriptor = _text(data_folder / DICTIONARY, codes, everything)
    stopwords = _text(data_folder / STOPWORDS, codes, everything)
    seeds = {path.name: _text(path, everything) for path in sorted(seed_folder.glob("*.txt"))}
    notices = {path.name: _text(path) for path in sorted(seed_folder.glob("*.md"))}
    try:
        dictionary = Dictionary(json.loads(descriptor))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        message = f"{DICTIONARY} is no data package: {error!r}"
        raise ValueError(message) from error
    codebook = Codebook(
        Tables({table: tables[table] for table in CODE_TABLES if table in tables}),
        tuple(stopwords.splitlines()),
        tables.get("organisations", pd.DataFrame()),
        dictionary,
        codes.hexdigest(),
    )
    rows = Tables({table: frame for table, frame in tables.items() if table not in CODE_TABLES})
    return Collection(name, codebook, rows, seeds, everything.hexdigest(), notices)


def files(collection: Collection) -> dict[str, bytes]:
    """What a collection is on disk: path below the folder that holds `data` and `seeds` → the bytes of the file."""
    content = {f"data/{table}.csv": table_file(collection, table) for table in sorted(collection.tables)}
    descriptor = json.dumps(collection.dictionary.descriptor, ensure_ascii=False, indent=2)
    content[f"data/{DICTIONARY}"] = f"{descriptor}\n".encode()
    content[f"data/{STOPWORDS}"] = "".join(f"{word}\n" for word in collection.stopwords).encode()
    for name, text in {**collection.seeds, **collection.notices}.items():
        content[f"seeds/{name}"] = text.encode()
    return content


def save(collection: Collection, folder: Path) -> None:
    """Write a collection into `folder/data` and `folder/seeds`, from where `load` reads it again.

    Both are there, also where no text is.
    """
    (folder / "seeds").mkdir(parents=True, exist_ok=True)
    for path, content in files(collection).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _text(path: Path, *digests: "hashlib._Hash") -> str:
    """A text file as it is, its name and bytes added to the digests; a ValueError names the file."""
    content = path.read_bytes()
    for digest in digests:
        digest.update(path.name.encode() + content)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"{path.name}: {error}"
        raise ValueError(message) from error

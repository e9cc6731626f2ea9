"""Load the data package: tables as written, source texts, and the data dictionary."""

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from corpus.dictionary import Dictionary
from corpus.paths import DATA, SEEDS


@dataclass(frozen=True, eq=False)
class Package:
    """Everything the product knows, read once.

    `tables` maps a table's name to a frame whose cells are the text of the CSV ("" is blank);
    `seeds` maps a file name to its text (UTF-8, no newline translation);
    `stopwords` are the lines of `stopwords.txt`, words that clouds and tables leave out;
    `digest` is a SHA-256 over all bytes read, the key for whatever is computed from the package.
    """

    tables: Mapping[str, pd.DataFrame]
    seeds: Mapping[str, str]
    stopwords: tuple[str, ...]
    dictionary: Dictionary
    digest: str
    data_folder: Path
    seed_folder: Path
    memo: dict[tuple, Any] = field(default_factory=dict, repr=False)
    """Results of `corpus.memo.once_per_package`, which alone reads and writes it."""

    @property
    def version(self) -> str:
        """Version of the data package."""
        return self.dictionary.descriptor["version"]

    def typed(self, table: str) -> pd.DataFrame:
        """A table with integer, number and boolean columns converted as its dictionary says; text stays text."""
        frame = self.tables[table].copy()
        for column_field in self.dictionary.fields(table):
            name, kind = column_field.name, column_field.type
            column = frame[name]
            if kind in {"integer", "number"}:
                numbers = pd.to_numeric(column.replace("", None))
                # A blank would make every offset of the column a fraction.
                frame[name] = numbers.astype("Int64") if kind == "integer" and numbers.hasnans else numbers
            elif kind == "boolean":
                frame[name] = column == "true"
        return frame


def csv_bytes(header: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """The one canonical CSV form: UTF-8 without BOM, LF, comma, quotes only where needed."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return buffer.getvalue().encode()


def read_table(path: Path) -> pd.DataFrame:
    """Read one CSV as text, nothing converted; a ValueError names the file."""
    try:
        return pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8")
    except ValueError as error:
        message = f"{path.name}: {error}"
        raise ValueError(message) from error


def load(data_folder: Path = DATA, seed_folder: Path = SEEDS) -> Package:
    """Read the data package in `data_folder` with the sources in `seed_folder`.

    Raises OSError or ValueError, with the file's name, when a file is missing or is not what its name says.
    """
    digest = hashlib.sha256()
    tables: dict[str, pd.DataFrame] = {}
    for path in sorted(data_folder.glob("*.csv")):
        digest.update(path.name.encode() + path.read_bytes())
        tables[path.stem] = read_table(path)
    descriptor_bytes = (data_folder / "datapackage.json").read_bytes()
    digest.update(descriptor_bytes)
    stopwords = _text(data_folder / "stopwords.txt", digest)
    seeds = {path.name: _text(path, digest) for path in sorted(seed_folder.glob("*.txt"))}
    try:
        dictionary = Dictionary(json.loads(descriptor_bytes))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        message = f"datapackage.json is no data package: {error!r}"
        raise ValueError(message) from error
    return Package(
        tables, seeds, tuple(stopwords.splitlines()), dictionary, digest.hexdigest(), data_folder, seed_folder
    )


def _text(path: Path, digest: "hashlib._Hash") -> str:
    """A text file as it is, its name and bytes added to the digest; a ValueError names the file."""
    content = path.read_bytes()
    digest.update(path.name.encode() + content)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"{path.name}: {error}"
        raise ValueError(message) from error

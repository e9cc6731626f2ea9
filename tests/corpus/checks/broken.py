"""Copies of the shipped collection with a mistake in them, held in memory; and which rules a mistake can reach."""

import csv
import hashlib
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

import pandas as pd

from corpus.checks import CURATION, STAGES, Check, cells, form, keys
from corpus.collection.codebook import CODE_TABLES, Codebook
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Dictionary
from corpus.collection.folder import csv_bytes, load
from corpus.collection.tables import Tables
from corpus.paths import DATA, SEEDS

Files = dict[str, bytes]
"""Path below the folder of a collection → the bytes of the file."""
Edit = Callable[[Files], None]
DICTIONARY, DOCUMENTS, STOPWORDS = "data/datapackage.json", "data/documents.csv", "data/stopwords.txt"


@cache
def shipped() -> Mapping[str, bytes]:
    """The files of the shipped collection."""
    return {f"{folder.name}/{path.name}": path.read_bytes() for folder in (DATA, SEEDS) for path in folder.iterdir()}


def put(file: str, old: str, new: str) -> Edit:
    """Replace the one place where `old` stands."""

    def edit(files: Files) -> None:
        text = files[file].decode()
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        files[file] = text.replace(old, new).encode()

    return edit


def cell(file: str, row_id: str, column: str, new: str) -> Edit:
    """Set one cell of the one row whose first column is `row_id`, or whose first columns are, parted by commas."""

    def edit(files: Files) -> None:
        header, *rows = csv.reader(io.StringIO(files[file].decode(), newline=""))
        (row,) = [row for row in rows if ",".join(row).startswith(f"{row_id},")]
        assert row[header.index(column)] != new, f"{row_id} has {new!r} already"
        row[header.index(column)] = new
        files[file] = csv_bytes(header, rows)

    return edit


def drop(file: str, line_start: str) -> Edit:
    """Remove the one line that begins so."""

    def edit(files: Files) -> None:
        lines = files[file].decode().splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith(line_start)]
        assert len(kept) == len(lines) - 1, f"{len(lines) - len(kept)} lines of {file} begin with {line_start!r}"
        files[file] = "".join(kept).encode()

    return edit


def add(file: str, text: str) -> Edit:
    """Append to a file, or begin one."""

    def edit(files: Files) -> None:
        files[file] = files.get(file, b"") + text.encode()

    return edit


def again(file: str, line_start: str, new_start: str) -> Edit:
    """Append a copy of the one line that begins so, with another beginning."""

    def edit(files: Files) -> None:
        lines = files[file].decode().splitlines(keepends=True)
        (copy,) = [line for line in lines if line.startswith(line_start)]
        add(file, new_start + copy.removeprefix(line_start))(files)

    return edit


def recode(file: str, change: Callable[[bytes], bytes]) -> Edit:
    """Change the bytes of a file, as another program does that saves it."""

    def edit(files: Files) -> None:
        files[file] = change(files[file])

    return edit


def remove(file: str) -> Edit:
    """Delete a file."""

    def edit(files: Files) -> None:
        del files[file]

    return edit


def register(seed: str) -> Edit:
    """Record the checksum of a changed seed, as a curator does who extends it."""

    def edit(files: Files) -> None:
        old, new = (hashlib.sha256(content[f"seeds/{seed}"]).hexdigest() for content in (shipped(), files))
        files[DOCUMENTS] = files[DOCUMENTS].replace(old.encode(), new.encode())

    return edit


def line(file: str, line_start: str) -> str:
    """How a problem names the one line of a shipped table that begins so."""
    lines = shipped()[file].decode().splitlines()
    (number,) = [number for number, text in enumerate(lines, 1) if text.startswith(line_start)]
    return f"line {number}"


def once_coded(file: str) -> str:
    """The id of the first row of a shipped table that nobody has coded a second time."""
    header, *rows = csv.reader(io.StringIO(shipped()[file].decode(), newline=""))
    state = header.index("record_state")
    return next(row[0] for row in rows if row[state] == "draft")


def edited(edits: Iterable[Edit]) -> Files:
    """The shipped files after some edits."""
    files = dict(shipped())
    for edit in edits:
        edit(files)
    return files


def changed(files: Files) -> set[str]:
    """The files that are not what is shipped: tables by their name, others by their path."""
    paths = {path for path in {*files, *shipped()} if files.get(path) != shipped().get(path)}
    return {path.removeprefix("data/").removesuffix(".csv") if path.endswith(".csv") else path for path in paths}


def opened(collection: Collection, files: Files) -> Collection:
    """What the files say; only those that differ from the shipped ones are read again."""
    tables = dict(collection.tables)
    for name in changed(files):
        path = f"data/{name}.csv"
        if path in files:
            tables[name] = pd.read_csv(io.BytesIO(files[path]), dtype=str, keep_default_na=False)
        else:
            tables.pop(name, None)
    seeds = {path.removeprefix("seeds/"): files[path].decode() for path in files if path.endswith(".txt")}
    seeds = {name: text for name, text in seeds.items() if f"seeds/{name}" in files}
    codebook = Codebook(
        Tables({table: tables[table] for table in CODE_TABLES if table in tables}),
        tuple(files[STOPWORDS].decode().splitlines()),
        tables.get("organisations", pd.DataFrame()),
        Dictionary(json.loads(files[DICTIONARY])) if DICTIONARY in changed(files) else collection.dictionary,
        "changed",
    )
    rows = Tables({table: frame for table, frame in tables.items() if table not in CODE_TABLES})
    return Collection(collection.name, codebook, rows, seeds, "changed")


class _Watched(Tables):
    """Tables that write down which of them were asked for."""

    def __init__(self, frames: Mapping[str, pd.DataFrame], asked: set[str]) -> None:
        super().__init__(frames)
        self._asked = asked

    def __getitem__(self, table: str) -> pd.DataFrame:
        """A table, and that it was asked for."""
        self._asked.add(table)
        return super().__getitem__(table)

    def __contains__(self, table: object) -> bool:
        """Whether there is such a table, and that somebody wondered."""
        self._asked.add(str(table))
        return super().__contains__(table)


def reads(check: Check) -> frozenset[str]:
    """The tables that a rule or a doubt reads of the shipped collection.

    A mistake elsewhere changes nothing of what it finds. Nothing is remembered between rules, so that what one has
    computed hides from no other what it reads.
    """
    if check not in _READ:
        base, asked = _base(), set()
        collection = Collection(base.name, base.codebook.changed({}), base.rows, base.seeds, base.digest, base.notices)
        tables = {name: collection.tables[name] for name in collection.tables}
        object.__setattr__(collection, "tables", _Watched(tables, asked))
        object.__setattr__(collection, "rows", _Watched(collection.rows, asked))
        object.__setattr__(collection.codebook, "tables", _Watched(collection.codebook.tables, asked))
        list(check(collection))
        _READ[check] = frozenset(asked)
    return _READ[check]


@cache
def _base() -> Collection:
    """The shipped collection, of which nothing is computed."""
    return load()


_READ: dict[Check, frozenset[str]] = {}


def reached(check: Check, places: set[str]) -> bool:
    """Whether a rule may see a mistake in some tables or files; what is no table may be seen by any."""
    return any(place not in shipped_tables() for place in places) or bool(reads(check) & places)


TABLE_BY_TABLE = {
    cells.cells_are_clean,
    cells.languages_go_together,
    cells.translations_are_their_own,
    form.cells_meet_constraints,
    keys.primary_keys_are_unique,
}
"""Rules that look at each table by itself."""


def narrowed(check: Check, collection: Collection, places: set[str]) -> Collection:
    """What a rule has to look at: the changed tables alone, if it looks at each by itself."""
    if check not in TABLE_BY_TABLE or not places <= set(collection.tables):
        return collection
    narrow = collection.changed()
    object.__setattr__(narrow, "tables", Tables({name: collection.tables[name] for name in places}))
    return narrow


@cache
def shipped_tables() -> frozenset[str]:
    """The names of the shipped tables."""
    return frozenset(path.removeprefix("data/").removesuffix(".csv") for path in shipped() if path.endswith(".csv"))


def stages(last: Check | None = None) -> Iterator[tuple[Check, ...]]:
    """The stages of rules, up to that of `last`, which may be a rule of the folder."""
    for stage in (*STAGES, *CURATION):
        yield stage
        if last in stage:
            return

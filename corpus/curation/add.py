"""Add a document: its text, its row, its segments, its places, and the list of what waits for a decision."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import pandas as pd

from corpus.checks.folder import file_problems
from corpus.checks.form import columns_match_dictionary, tables_match_dictionary
from corpus.checks.texts import anchors_are_exact
from corpus.collection.collection import NOWHERE, Collection, written
from corpus.collection.folder import load, table_file
from corpus.collection.spreadsheet import restored
from corpus.collection.tables import records
from corpus.curation.decisions import decided, misfit
from corpus.curation.intake import taken
from corpus.curation.renderings import unrendered
from corpus.curation.segmenting import segments
from corpus.curation.todo import read_todo, still_waiting, todo_file
from corpus.divisions.divisions import UNLISTED, by_code, chain, find
from corpus.texts.glyphs import missing_characters
from corpus.texts.speaking import byline_speaker

_ASKED = (("documents", "region_id"), ("documents", "published_earliest"))
"""What an article may not tell, but its curator is asked for."""


@dataclass
class Done:
    """What was done, sentence by sentence, and the table of what waits."""

    told: list[str] = field(default_factory=list)
    todo: Path | None = None
    refused: int = 0
    """How many decisions could not be taken over."""


def add(text_file: Path, document_id: str, known: Mapping[str, str], data_folder: Path, seed_folder: Path) -> Done:
    """Add a text as a document, or take over what a person has written since.

    `known` are cells of its row in `documents`; its region may be a code or a name. A second run loses nothing that a
    person wrote and changes nothing when there is nothing new. Raises ValueError in one sentence, and writes nothing,
    where the text cannot be taken or the package is not ready for it.
    """
    done = Done(todo=data_folder.parent / "todo" / f"{document_id}.csv")
    before = _ready(data_folder, seed_folder)
    fields = {field.name: field for field in before.dictionary.fields("documents")}
    known = {column: restored(fields[column], cell) for column, cell in known.items() if cell}
    if "region_id" in known:
        known["region_id"] = _region(known["region_id"])
    row = {"document_id": document_id, "source_name": text_file.name, **known}
    _meets_dictionary(before, row)
    text = taken(text_file.read_bytes())
    seed_file = _seed_file(before, document_id, text.text)
    left = read_todo(done.todo)
    collection = before
    if seed_file not in before.seeds:
        seeds = {**before.seeds, seed_file: text.text}
        collection = Collection(before.name, before.codebook, before.rows, seeds, before.digest, before.notices)
        done.told += [*(f"{text_file.name}: {mended}" for mended in text.mended), f"{seed_file} written"]
        if undrawn := missing_characters(text.text):
            done.told.append(f"{seed_file}: the fonts do not draw {' '.join(undrawn)}")
    collection = _registered(collection, {**row, "seed_file": seed_file}, done)
    collection = _placed(collection, known.get("region_id", ""), done)
    if len(left):
        collection, left = _taken_over(collection, document_id, left, done)
    wanted = still_waiting(collection, document_id, left)
    # Everything is known before the first file is written: a failure leaves nothing half done.
    if seed_file not in before.seeds:
        seed_folder.mkdir(exist_ok=True)
        (seed_folder / seed_file).write_bytes(text.text.encode())
    _write(before, collection, data_folder)
    if (len(wanted) or done.todo.exists()) and not read_todo(done.todo).equals(wanted):
        done.todo.parent.mkdir(exist_ok=True)
        done.todo.write_bytes(todo_file(wanted))
    done.told += _next(collection, document_id, done.todo, len(wanted))
    return done


def _ready(data_folder: Path, seed_folder: Path) -> Collection:
    """The collection of two folders; ValueError with the first thing that must be put right before rows are added."""
    problems = file_problems(data_folder, seed_folder)
    if not problems:
        collection = load(data_folder, seed_folder)
        problems = [*tables_match_dictionary(collection), *columns_match_dictionary(collection)]
        problems = problems or list(anchors_are_exact(collection))
    if problems:
        raise ValueError(str(problems[0]))
    return collection


def _region(told: str) -> str:
    """The code of a region that is told by its code or its name; ValueError where no place or several have the name."""
    if told.isascii() and told.isdigit():
        return told
    found = find(told)
    if len(found) == 1:
        return found[0].code
    several = ", ".join(f"{one.code} {''.join(above.name for above in chain(one.code))}" for one in found)
    if found:
        message = f"{told} is the name of several places, give a code: {several}"
    else:
        message = f"{told} is the name of no place: give its code (one that ends in {UNLISTED} if it is on no list)"
    raise ValueError(message)


def _meets_dictionary(collection: Collection, row: Mapping[str, str]) -> None:
    """ValueError for a cell that the dictionary would not have."""
    for column in collection.dictionary.fields("documents"):
        if wrong := misfit(column, row.get(column.name, "")):
            message = f"{column.name}: {wrong}"
            raise ValueError(message)


def _seed_file(collection: Collection, document_id: str, text: str) -> str:
    """The source file of a document; ValueError where it holds another text, or the text is another document's."""
    documents = collection.tables["documents"]
    own = documents.loc[documents["document_id"] == document_id, "seed_file"]
    seed_file = own.iloc[0] if len(own) else f"{document_id}.txt"
    if collection.seeds.get(seed_file, text) != text:
        message = f"{seed_file} holds another text: a source is never changed; choose another --document"
        raise ValueError(message)
    others = [name for name, seed in collection.seeds.items() if seed == text and name != seed_file]
    if others:
        message = f"{others[0]} holds the same text: name its document with --document"
        raise ValueError(message)
    held = documents.loc[documents["seed_file"] == seed_file, "document_id"]
    if len(held) and not len(own):
        message = (
            f"{seed_file} holds {', '.join(held)}: name one with --document, or write the row of a further article"
        )
        raise ValueError(message)
    return seed_file


def _registered(collection: Collection, row: Mapping[str, str], done: Done) -> Collection:
    """The collection with the row and the segments of a document; what is written in a row already stays."""
    documents, document_id = collection.tables["documents"], row["document_id"]
    seed = collection.seeds[row["seed_file"]]
    rows = segments(document_id, row["seed_file"], seed)
    if document_id in set(documents["document_id"]):
        index = documents.index[documents["document_id"] == document_id][0]
        row = {**_spoken(row, documents.loc[index].to_dict()), **row}
        for column in (column for column in row if column != "source_name"):
            if documents.loc[index, column] in {"", NOWHERE["region_id"]}:
                documents.loc[index, column] = row[column]
                done.told.append(f"documents: {column} is {row[column]}")
                if column == "region_id":
                    collection = _moved(collection, document_id, row[column])
            elif documents.loc[index, column] != row[column]:
                done.told.append(f"documents: {column} stays {documents.loc[index, column]}, change it in the table")
    else:
        usual = {
            "sha256": sha256(seed.encode()).hexdigest(),
            "title_zh": seed[int(rows[0]["start"]) : int(rows[0]["end"])],
            "title_status": "printed",
            "published_earliest": row.get("published", ""),
            "published_latest": row.get("published", ""),
        }
        documents = _with(documents, [{**usual, **_spoken(row, {}), **row}])
        done.told.append("documents: one row written")
    divided = collection.tables["segments"]
    if document_id not in set(divided["document_id"]):
        divided = _with(divided, rows)
        done.told.append(f"segments: {len(rows)} rows written, one a paragraph; the first is taken for the title")
    return collection.changed(documents=documents, segments=divided)


def _spoken(row: Mapping[str, str], held: Mapping[str, str]) -> dict[str, str]:
    """Who speaks in a document, as far as the byline that is told says it; nothing once its row `held` has a kind."""
    if held.get("speaker_type") or not row.get("byline"):
        return {}
    kind, who = byline_speaker(row["byline"])
    return {column: cell for column, cell in (("speaker_type", kind), ("speaker", who)) if cell}


def _moved(collection: Collection, document_id: str, region: str) -> Collection:
    """The collection with the figures and measures of an article that had no region in the one it has now."""
    moved = {}
    for table in ("numbers", "measures"):
        frame = collection.tables[table]
        here = (frame["document_id"] == document_id) & frame["region_id"].isin(["", NOWHERE["region_id"]])
        moved[table] = frame.assign(region_id=frame["region_id"].mask(here, region))
    return collection.changed(**moved)


def _placed(collection: Collection, region: str, done: Done) -> Collection:
    """The collection with a region and those above it, from the list of divisions, if it has not got them."""
    regions = collection.tables["regions"]
    known = set(regions["region_id"])
    if region and region not in known and not by_code(region):
        done.told.append(f"regions: no list of divisions has {region}; write its row and that of the place above it")
    missing = [division for division in chain(region) if division.code not in known]
    if not missing:
        return collection
    done.told.append(f"regions: {'、'.join(division.name for division in missing)} written, without English names")
    rows = [
        {
            "region_id": division.code,
            "name_zh": division.name,
            "short_zh": division.short,
            "level": division.level,
            "parent_region_id": division.parent,
        }
        for division in missing
    ]
    return collection.changed(regions=_with(regions, rows))


def _taken_over(
    collection: Collection, document_id: str, written: pd.DataFrame, done: Done
) -> tuple[Collection, pd.DataFrame]:
    """The collection with the decisions of a person, and the rows that still wait."""
    grown, left, refused = decided(collection, document_id, written)
    if len(left) < len(written):
        done.told.append(f"decisions taken over: {len(written) - len(left)}")
    done.told += [f"not taken over: {reason}" for reason in refused]
    done.refused = len(refused)
    return grown, left


def _with(frame: pd.DataFrame, rows: list[dict[str, str]]) -> pd.DataFrame:
    more = pd.DataFrame([{column: row.get(column, "") for column in frame.columns} for row in rows])
    return pd.concat([frame, more], ignore_index=True)


def _write(before: Collection, after: Collection, data_folder: Path) -> None:
    """Write the tables that have changed, and no other."""
    for table in after.tables:
        content = table_file(after, table)
        if content != table_file(before, table):
            (data_folder / f"{table}.csv").write_bytes(content)


def _next(collection: Collection, document_id: str, todo: Path, waiting: int) -> list[str]:
    """What a person has to do now."""
    told = []
    regions = {
        region.code for place in _cells(collection, "documents", document_id, "region_id") for region in chain(place)
    }
    for table, ids in (("documents", {document_id}), ("regions", regions)):
        key = collection.dictionary.primary_key(table)[0]
        for row in records(written(collection, table)):
            needed = [
                column.name
                for column in collection.dictionary.fields(table)
                if column.constraints.get("required") or (table, column.name) in _ASKED
            ]
            blank = [column for column in needed if not row[column]]
            if row[key] in ids and blank:
                told.append(f"next: fill {', '.join(blank)} of {row[key]} in data/{table}.csv")
    if waiting:
        told.append(
            f"next: {waiting} numerals and titles wait in todo/{todo.name}; decide, then run this command again"
        )
    else:
        told.append("next: no numeral and no title waits; code measures, then run python -m corpus check")
    if bare := len(unrendered(collection, document_id)):
        told.append(f"next: {bare} sentences of evidence have no English; run python -m corpus renderings and write it")
    return told


def _cells(collection: Collection, table: str, document_id: str, column: str) -> list[str]:
    frame = collection.tables[table]
    return list(frame.loc[frame["document_id"] == document_id, column])

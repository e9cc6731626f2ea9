"""Add a document: its text, its row, its segments, its places, and the list of what waits for a decision."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import pandas as pd

from corpus.collection.collection import Collection
from corpus.collection.folder import load, read_table, table_bytes
from corpus.curation.decisions import decided
from corpus.curation.intake import taken
from corpus.curation.segmenting import segments
from corpus.curation.todo import waiting
from corpus.divisions.divisions import chain


@dataclass
class Done:
    """What was done, sentence by sentence, and the table of what waits."""

    told: list[str] = field(default_factory=list)
    todo: Path | None = None


def add(text_file: Path, document_id: str, known: Mapping[str, str], data_folder: Path, seed_folder: Path) -> Done:
    """Add a text as a document, or take over what a person has written since.

    `known` are cells of its row in `documents`. A second run loses nothing that a person wrote and changes nothing
    when there is nothing new. Raises ValueError in one sentence where the text cannot be taken.
    """
    done = Done()
    text = taken(text_file.read_bytes())
    done.told += [f"{text_file.name}: {mended}" for mended in text.mended]
    seed_file = f"{document_id}.txt"
    seed = seed_folder / seed_file
    if not seed.exists():
        seed.write_bytes(text.text.encode())
        done.told.append(f"{seed_file} written")
    elif seed.read_bytes().decode() != text.text:
        message = f"{seed_file} holds another text: a source is never changed; choose another --document"
        raise ValueError(message)
    before = load(data_folder, seed_folder)
    row = {"document_id": document_id, "seed_file": seed_file, "source_name": text_file.name, **known}
    collection = _placed(_registered(before, row, done), known.get("region_id", ""), done)
    todo_file = data_folder.parent / "todo" / f"{document_id}.csv"
    if todo_file.exists():
        written = read_table(todo_file)
        collection, left, refused = decided(collection, document_id, written)
        done.told += refused
        if len(left) < len(written):
            done.told.append(f"{len(written) - len(left)} decisions taken over")
    else:
        left = pd.DataFrame()
    _write(before, collection, data_folder)
    wanted = _still(waiting(collection, document_id), left)
    if len(wanted) or todo_file.exists():
        todo_file.parent.mkdir(exist_ok=True)
        content = table_bytes(wanted)
        if not todo_file.exists() or todo_file.read_bytes() != content:
            todo_file.write_bytes(content)
    done.todo = todo_file
    done.told.append(f"{len(wanted)} numerals and titles wait for a decision in todo/{todo_file.name}")
    return done


def _registered(collection: Collection, row: Mapping[str, str], done: Done) -> Collection:
    """The collection with a document and its segments, if it has not got them."""
    documents, document_id = collection.tables["documents"], row["document_id"]
    if document_id in set(documents["document_id"]):
        return collection
    seed = collection.seeds[row["seed_file"]]
    rows = segments(document_id, row["seed_file"], seed)
    usual = {
        "sha256": sha256(seed.encode()).hexdigest(),
        "title_zh": seed[int(rows[0]["start"]) : int(rows[0]["end"])],
        "title_status": "printed",
        "genre": "news_feature",
        "published_earliest": row.get("published", ""),
        "published_latest": row.get("published", ""),
    }
    done.told.append(f"documents and {len(rows)} segments written: look at their roles, titles and dates")
    return collection.changed(
        documents=_with(documents, [{**usual, **row}]), segments=_with(collection.tables["segments"], rows)
    )


def _placed(collection: Collection, region: str, done: Done) -> Collection:
    """The collection with a region and those above it, from the list of divisions, if it has not got them."""
    regions = collection.tables["regions"]
    missing = [division for division in chain(region) if division.code not in set(regions["region_id"])]
    if not missing:
        return collection
    done.told.append(f"regions written: {'、'.join(division.name for division in missing)}; write their English names")
    return collection.changed(
        regions=_with(
            regions,
            [
                {
                    "region_id": division.code,
                    "name_zh": division.name,
                    "short_zh": division.short,
                    "level": division.level,
                    "parent_region_id": division.parent,
                }
                for division in missing
            ],
        )
    )


def _with(frame: pd.DataFrame, rows: list[dict[str, str]]) -> pd.DataFrame:
    more = pd.DataFrame([{column: row.get(column, "") for column in frame.columns} for row in rows])
    return pd.concat([frame, more], ignore_index=True)


def _write(before: Collection, after: Collection, data_folder: Path) -> None:
    """Write the tables that have changed, and no other."""
    for table in after.rows:
        content = table_bytes(after.tables[table])
        if content != table_bytes(before.tables[table]):
            (data_folder / f"{table}.csv").write_bytes(content)


def _still(found: pd.DataFrame, left: pd.DataFrame) -> pd.DataFrame:
    """What waits, with whatever a person has begun to write beside it."""
    if left.empty:
        return found
    begun = {row["start"]: row for row in left.to_dict("records")}
    rows = [begun.pop(row["start"], row) for row in found.to_dict("records")]
    rows += begun.values()
    return pd.DataFrame(rows, columns=list(left.columns), dtype=str)

"""The review of what a program suggested: decisions that can be undone, and what the rows are after them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

import pandas as pd

from corpus.collection.codebook import UNLISTED
from corpus.collection.collection import Collection
from corpus.collection.tables import cells, records
from corpus.texts.reading_text import article_at

ACCEPTED, CORRECTED, REJECTED, ADDED, OPEN = VERDICTS = ("accepted", "corrected", "rejected", "added", "open")
"""What may be decided of a row: OPEN takes a decision back, ADDED makes a figure of a numeral that was passed over."""
NUMBERS, MEASURES, PASSED = "numbers", "measures", "excluded_numerals"
KEYS = {NUMBERS: "number_id", MEASURES: "measure_id"}
"""Table of what a program suggests → its key."""
_POINTS = {NUMBERS: "same_as", MEASURES: "part_of"}
"""Table → the column that names another of its rows."""
FIELDS: Mapping[str, tuple[str, ...]] = {
    NUMBERS: (
        *("value", "value_high", "vague", "unit", "qualifier", "kind", "flow"),
        *("period_from", "period_to", "as_of", "indicator_id"),
    ),
    MEASURES: ("label_zh", "label_en", "measure_type_id", "instrument_id", "actor_type", "status", "scope"),
}
"""Table → what of its rows can be corrected."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided of a row: its table, its id (see `passed_id`), one of VERDICTS.

    `cells` are the columns that were corrected, or that a numeral gets that is a figure after all; `reason` is a code
    of the list `reason` where a figure was rejected for one.
    """

    table: str
    row: str
    verdict: str
    cells: tuple[tuple[str, str], ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class Review:
    """Decisions in steps, as they were taken; `undone` are the steps taken back, the last one first to come again.

    `coder` is whoever looks at the rows, without whom none is accepted.
    """

    coder: str = ""
    steps: tuple[tuple[Decision, ...], ...] = ()
    undone: tuple[tuple[Decision, ...], ...] = ()


def decided(review: Review, *decisions: Decision) -> Review:
    """The review with one step more; what was undone before it does not come back."""
    return replace(review, steps=(*review.steps, decisions), undone=()) if decisions else review


def undone(review: Review) -> Review:
    """The review without its last step."""
    if not review.steps:
        return review
    return replace(review, steps=review.steps[:-1], undone=(*review.undone, review.steps[-1]))


def redone(review: Review) -> Review:
    """The review with the step that was undone last."""
    if not review.undone:
        return review
    return replace(review, steps=(*review.steps, review.undone[-1]), undone=review.undone[:-1])


def standing(review: Review) -> dict[tuple[str, str], Decision]:
    """(table, row) → the decision that stands: the last one, none where it was taken back."""
    last = {(one.table, one.row): one for step in review.steps for one in step}
    return {row: one for row, one in last.items() if one.verdict != OPEN}


def passed_id(seed_file: str, start: str | int) -> str:
    """What decisions call a numeral that was passed over: its source and its place there."""
    return f"{seed_file}@{start}"


def row_tables(collection: Collection) -> dict[str, str]:
    """What decisions call a row → its table, of all rows that can be decided on."""
    found = {row: table for table, key in KEYS.items() for row in collection.tables[table][key].tolist()}
    return found | {passed_id(*place): PASSED for place in cells(collection.tables[PASSED], ("seed_file", "start"))}


def looked_at(collection: Collection, review: Review) -> tuple[int, int]:
    """How many figures and measures somebody has decided on, and how many there are."""
    stands = standing(review)
    rows = [
        (table, row, origin)
        for table, key in KEYS.items()
        for row, origin in cells(collection.tables[table], (key, "origin"))
    ]
    return sum((table, row) in stands or origin != "suggested" for table, row, origin in rows), len(rows)


def reviewed(collection: Collection, review: Review) -> Collection:
    """The collection as its review leaves it.

    What was accepted or corrected has the origin `accepted` and its coder, what was rejected is gone (a figure with a
    reason is a numeral that states none), a numeral that is a figure after all is a row of `numbers`; what waits is
    suggested still. Rows that named one that is gone name what takes its place, or none.
    """
    stands = standing(review)
    if not stands:
        return collection
    tables = {table: collection.tables[table] for table in (NUMBERS, MEASURES, PASSED)}
    kept = {table: list(_kept(table, tables[table], stands, review.coder)) for table in KEYS}
    added, passed = _passed(collection, tables, stands, review.coder)
    rows = {NUMBERS: [*kept[NUMBERS], *added], MEASURES: kept[MEASURES], PASSED: passed}
    for table, key in KEYS.items():
        _point_anew(records(tables[table]), rows[table], key, _POINTS[table])
    frames = {table: _frame(rows[table], tables[table]) for table in rows}
    digest = sha256(f"{collection.digest}{review.coder}{sorted(stands.items())}".encode()).hexdigest()
    return replace_rows(collection, frames, digest)


def accepted(collection: Collection, review: Review) -> Collection:
    """The collection as its review leaves it, without what waits: only rows that a person stands for."""
    after = reviewed(collection, review)
    frames = {}
    for table, key in KEYS.items():
        frame = after.tables[table]
        rows = [row for row in records(frame) if row["origin"] != "suggested"]
        _point_anew(records(frame), rows, key, _POINTS[table])
        frames[table] = _frame(rows, frame)
    return replace_rows(after, frames, sha256(f"{after.digest}accepted".encode()).hexdigest())


def replace_rows(collection: Collection, frames: Mapping[str, pd.DataFrame], digest: str) -> Collection:
    """The collection with other rows in some tables, under a digest of its own; nothing is remembered of it yet."""
    rows = collection.rows.changed(frames)
    return Collection(collection.name, collection.codebook, rows, collection.seeds, digest, collection.notices)


def _kept(
    table: str, frame: pd.DataFrame, stands: Mapping[tuple[str, str], Decision], coder: str
) -> Iterator[dict[str, str]]:
    """The rows of a table that were not rejected, each as it was decided."""
    for row in records(frame):
        one = stands.get((table, row[KEYS[table]]))
        if one is None:
            yield row
        elif one.verdict in {ACCEPTED, CORRECTED}:
            yield {**row, **dict(one.cells), "origin": "accepted", "coder": coder}


def _passed(
    collection: Collection,
    tables: Mapping[str, pd.DataFrame],
    stands: Mapping[tuple[str, str], Decision],
    coder: str,
) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """The figures made of numerals that were passed over, and the rows of `excluded_numerals`."""
    regions = dict(cells(collection.tables["documents"], ("document_id", "region_id")))
    counts = tables[NUMBERS]["document_id"].value_counts().to_dict()
    added, passed = [], []
    for row in records(tables[PASSED]):
        document = article_at(collection, row["seed_file"], int(row["start"]))
        # A number of its own for every numeral, whatever else was decided: an id never comes to mean another row.
        counts[document] = counts.get(document, 0) + 1
        one = stands.get((PASSED, passed_id(row["seed_file"], row["start"])))
        if one is None or one.verdict != ADDED:
            passed.append(row)
            continue
        own = {
            "number_id": f"{document}-n{counts[document]:02d}",
            "document_id": document,
            "region_id": regions[document],
            "indicator_id": UNLISTED,
            "record_state": "draft",
        }
        anchor = {name: row[name] for name in ("seed_file", "start", "end", "quote")}
        added.append({**own, **dict(one.cells), **anchor, "origin": "accepted", "coder": coder})
    for row in records(tables[NUMBERS]):
        one = stands.get((NUMBERS, row["number_id"]))
        if one is not None and one.verdict == REJECTED and one.reason:
            anchor = {name: row[name] for name in ("seed_file", "start", "end", "quote")}
            passed.append({**anchor, "reason": one.reason})
    return added, passed


def _point_anew(before: list[dict[str, str]], rows: list[dict[str, str]], key: str, column: str) -> None:
    """Have rows that named one that is gone name the first of those that named it and are there, or what it named."""
    there = {row[key] for row in rows}
    named = {row[key]: row[column] for row in before}
    heirs: dict[str, str] = {}
    for row in rows:
        gone = row.get(column, "")
        seen: set[str] = set()
        while gone and gone not in there and gone not in seen:
            seen.add(gone)
            if named.get(gone):
                gone = named[gone]
            else:
                heir = heirs.setdefault(gone, row[key])
                gone = "" if heir == row[key] or column == "part_of" else heir
        row[column] = gone if gone in there else ""


def _frame(rows: list[dict[str, str]], pattern: pd.DataFrame) -> pd.DataFrame:
    """Rows under the columns of a table, what they do not say blank."""
    columns = list(pattern.columns)
    filled = [[row.get(column, "") for column in columns] for row in rows]
    return pd.DataFrame(filled, columns=columns, dtype=str)

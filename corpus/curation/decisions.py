"""Decisions that a person wrote into a table of what waits, taken over into the tables of the package."""

from collections.abc import Mapping

import pandas as pd

from corpus.checks.form import breach
from corpus.checks.measures import without_blanks
from corpus.coding.anchors import places
from corpus.collection.collection import NOWHERE, Collection
from corpus.collection.dictionary import Field
from corpus.collection.spreadsheet import doubted, percentages, restored
from corpus.collection.tables import records
from corpus.curation.ids import next_id
from corpus.curation.todo import (
    COLUMNS,
    FIGURE,
    FIGURE_COLUMNS,
    NOTES,
    POLICY,
    POLICY_COLUMNS,
    PROPOSED,
    qualifier,
    said,
    waiting,
)
from corpus.problem import told
from corpus.texts.stated import in_unit, stated

Row = Mapping[str, str]


class _RefusedError(ValueError):
    """Why a decision cannot be taken over."""


def decided(collection: Collection, document_id: str, todo: pd.DataFrame) -> tuple[Collection, pd.DataFrame, list[str]]:
    """The collection with every decision taken over, the rows that still wait, and why a decision still does.

    A decision is `figure`, a reason of `excluded_numerals`, `policy`, or a kind of `other_titles`. A figure needs an
    indicator and a kind; its unit is the indicator's where it is blank, and its value is what the quote states where
    it is blank or was proposed for another quote. A row whose quote does not stand at its place, or stands in a row of
    the tables already, stays: an anchor is never guessed. So does one with a cell that its table would not take.
    """
    proposed = {row["start"]: row for row in records(waiting(collection, document_id))}
    document = collection.tables["documents"].set_index("document_id").loc[document_id].to_dict()
    document["document_id"] = document_id
    document["region_id"] = document["region_id"].replace(NOWHERE["region_id"], "")
    left, refused = [], []
    grown = collection
    for entry in records(todo.fillna("")):
        try:
            table, row = _row(grown, document, entry, proposed.get(entry["start"], {}))
            row = _sound(grown, table, row, entry)
        except _RefusedError as error:
            refused.append(f"{entry['quote']!r} at {entry['start']} {error}")
            table = ""
        if table:
            frame = grown.tables[table]
            more = pd.DataFrame([{column: row.get(column, "") for column in frame.columns}])
            grown = grown.changed(**{table: pd.concat([frame, more], ignore_index=True)})
        else:
            left.append(entry)
    return grown, pd.DataFrame(left, columns=list(todo.columns), dtype=str), refused


def _row(collection: Collection, document: Row, entry: Row, proposed: Row) -> tuple[str, dict[str, str]]:
    """The table that a decision goes to, and its row there; no table where nothing is decided yet."""
    decision = entry["decision"].strip()
    if not decision:
        return "", {}
    reasons, kinds = _codes(collection, "reason"), _codes(collection, "title_kind")
    title = entry["quote"].startswith("《")
    possible = [POLICY, *kinds] if title else [FIGURE, *reasons]
    if decision not in possible:
        message = f"cannot be {decision!r}: write {', '.join(possible)}"
        raise _RefusedError(message)
    anchor = _anchor(collection, document["seed_file"], entry)
    _is_free(collection, anchor, ("policy_documents", "other_titles") if title else ("numbers", "excluded_numerals"))
    own = {**dict.fromkeys(COLUMNS, ""), **{column: cell.strip() for column, cell in entry.items()}, **anchor}
    if decision == FIGURE:
        return "numbers", _figure(collection, document, _read_anew(own, proposed))
    if decision in reasons:
        return "excluded_numerals", {**anchor, "reason": decision, **{name: own[name] for name in NOTES}}
    printed = without_blanks(anchor["quote"].strip("《》"))
    if decision == POLICY:
        region = "" if own["level"] == "national" else document["region_id"]
        policy_id = next_id(collection, "policy_documents", document["document_id"])
        named = {"policy_document_id": policy_id, "title_zh": printed, "region_id": region}
        return "policy_documents", {**named, **{name: own[name] for name in POLICY_COLUMNS}, **anchor}
    return "other_titles", {**anchor, "title_zh": printed, "title_en": own["title_en"], "kind": decision}


def _figure(collection: Collection, document: Row, entry: Row) -> dict[str, str]:
    """The row of a figure, with the unit of its indicator and the value of its quote where a person left them blank."""
    units = collection.tables["indicators"].set_index("indicator_id")["unit"]
    cells = {column: entry.get(column, "") for column in (*FIGURE_COLUMNS, *NOTES)}
    if cells["indicator_id"] not in units:
        wrong = f"{cells['indicator_id']!r} is none of data/indicators.csv" if cells["indicator_id"] else "it is blank"
        message = f"needs an indicator_id: {wrong}"
        raise _RefusedError(message)
    if not cells["kind"]:
        message = "needs a kind: result, target, context or parameter"
        raise _RefusedError(message)
    cells["unit"] = cells["unit"] or units[cells["indicator_id"]]
    if not (cells["value"] or cells["vague"]):
        read = in_unit(stated(entry["quote"], collection.tables["numeral_words"]["word"]), cells["unit"])
        cells |= said(read)
    number_id = next_id(collection, "numbers", document["document_id"])
    own = {
        "number_id": number_id,
        "document_id": document["document_id"],
        "region_id": document["region_id"],
        "origin": "curated",
        "record_state": "draft",
    }
    anchor = {column: entry[column] for column in ("seed_file", "start", "end", "quote")}
    return {**own, **cells, **anchor}


def _read_anew(entry: Row, proposed: Row) -> Row:
    """A decision whose quote a person has changed, but nothing of what was read in the quote proposed, without that."""
    read = ("value", "value_high", "vague", "qualifier")
    if not proposed or entry["quote"] == proposed["quote"] or any(entry.get(name) != proposed[name] for name in read):
        return entry
    return {**entry, **dict.fromkeys(read, ""), "qualifier": qualifier(entry["quote"])}


def misfit(column: Field, cell: str) -> str:
    """What is wrong with a cell, in words; "" for nothing or for a blank."""
    wrong = (doubted(column, cell) or breach(column, cell)) if cell else None
    return told("message", wrong[0], "en", **wrong[1]) if wrong else ""


def _sound(collection: Collection, table: str, row: Row, entry: Row) -> Row:
    """A row whose cells are as the dictionary would have them; refused where one is not, or would get lost."""
    if not table:
        return row
    sound = dict(row)
    fields = collection.dictionary.fields(table)
    columns = {known.name for known in fields}
    for column, cell in ((column, cell.strip()) for column, cell in entry.items()):
        if not cell or column in {*PROPOSED, "decision"}:
            continue
        if column not in columns:
            message = f"has {column} {cell!r}, which {table} has no column for: blank it"
            raise _RefusedError(message)
        if column not in COLUMNS and sound.setdefault(column, cell) != cell:
            message = f"has {column} {cell!r}, and {table} would have {sound[column]!r}: blank it"
            raise _RefusedError(message)
    for known in fields:
        if known.name in entry and known.name in sound:
            cell = sound[known.name] = restored(known, sound[known.name])
            if not cell and known.constraints.get("required"):
                message = f"needs {known.name}"
                raise _RefusedError(message)
            if wrong := misfit(known, cell):
                message = f"has a wrong {known.name}: {wrong}"
                raise _RefusedError(message)
    return sound


def _is_free(collection: Collection, anchor: Row, tables: tuple[str, ...]) -> None:
    """Refuse a place that a row of these tables holds already, whole or in part."""
    for table in tables:
        for row in records(collection.tables[table]):
            apart = int(row["end"]) <= int(anchor["start"]) or int(anchor["end"]) <= int(row["start"])
            if row["seed_file"] == anchor["seed_file"] and not apart:
                message = f"stands in {table} already, as {row['quote']!r}"
                raise _RefusedError(message)


def _codes(collection: Collection, code_list: str) -> list[str]:
    codes = collection.tables["codes"]
    return list(codes.loc[codes["code_list"] == code_list, "code"])


def _anchor(collection: Collection, seed_file: str, entry: Row) -> dict[str, str]:
    """The anchor of a quote that holds the place where the row was found, or begins inside what was found there.

    A percentage may have got a nought from a spreadsheet.
    """
    start = int(entry["start"]) if entry["start"].isascii() and entry["start"].isdigit() else -1
    near = [
        place
        for quote in (entry["quote"], *percentages(entry["quote"]))
        for place in places(collection.seeds[seed_file], quote)
        if place[0] <= start < place[1] or start <= place[0] < start + len(entry["quote"])
    ]
    if start < 0 or len(near) != 1:
        message = "does not stand there"
        raise _RefusedError(message)
    first, end, quote = near[0]
    return {"seed_file": seed_file, "start": str(first), "end": str(end), "quote": quote}

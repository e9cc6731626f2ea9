"""Decisions that a person wrote into a table of what waits, taken over into the tables of the package."""

from collections.abc import Mapping

import pandas as pd

from corpus.coding.anchors import places
from corpus.collection.collection import Collection
from corpus.curation.ids import next_id
from corpus.curation.todo import FIGURE, POLICY

_FIGURE_COLUMNS = (
    "indicator_id",
    "value",
    "value_high",
    "vague",
    "unit",
    "qualifier",
    "kind",
    "flow",
    "period_from",
    "period_to",
    "as_of",
    "entity",
    "note",
    "note_en",
)
_POLICY_COLUMNS = ("title_en", "issuer", "issuer_en", "level")


def decided(collection: Collection, document_id: str, todo: pd.DataFrame) -> tuple[Collection, pd.DataFrame, list[str]]:
    """The collection with every decision taken over, the rows that still wait, and what could not be taken over.

    A decision is `figure`, a reason of `excluded_numerals`, `policy`, or a kind of `other_titles`. A row whose quote
    does not stand at its place stays, and is named: an anchor is never guessed.
    """
    row = collection.tables["documents"].set_index("document_id").loc[document_id]
    reasons, kinds = (_codes(collection, name) for name in ("reason", "title_kind"))
    added: dict[str, list[dict[str, str]]] = {}
    left, refused = [], []
    grown = collection
    for entry in todo.fillna("").to_dict("records"):
        decision = entry["decision"].strip()
        anchor = _anchor(collection, row["seed_file"], entry)
        if decision and anchor is None:
            refused.append(f"{entry['quote']!r} does not stand at {entry['start']}")
        elif decision == FIGURE:
            known = {column: entry.get(column, "") for column in _FIGURE_COLUMNS}
            number_id = next_id(grown, "numbers", document_id, len(added.get("numbers", [])))
            own = {"number_id": number_id, "document_id": document_id, "region_id": row["region_id"]}
            added.setdefault("numbers", []).append({**own, **known, **anchor})
            continue
        elif decision in reasons:
            notes = {column: entry.get(column, "") for column in ("note", "note_en")}
            added.setdefault("excluded_numerals", []).append({**anchor, "reason": decision, **notes})
            continue
        elif decision == POLICY or decision in kinds:
            title = anchor["quote"].strip("《》")
            if decision == POLICY:
                number = len(added.get("policy_documents", [])) + len(collection.tables["policy_documents"]) + 1
                known = {column: entry.get(column, "") for column in _POLICY_COLUMNS}
                region = "" if known["level"] == "national" else row["region_id"]
                own = {"policy_document_id": f"{document_id}-p{number:02d}", "title_zh": title, "region_id": region}
                added.setdefault("policy_documents", []).append({**own, **known, **anchor})
            else:
                own = {"title_zh": title, "title_en": entry.get("title_en", ""), "kind": decision}
                added.setdefault("other_titles", []).append({**anchor, **own})
            continue
        elif decision:
            refused.append(f"{decision!r} at {entry['start']} is no decision")
        left.append(entry)
    for table, rows in added.items():
        frame = collection.tables[table]
        grown = grown.changed(**{table: _appended(frame, rows)})
    return grown, pd.DataFrame(left, columns=list(todo.columns), dtype=str), refused


def _codes(collection: Collection, code_list: str) -> set[str]:
    codes = collection.tables["codes"]
    return set(codes.loc[codes["code_list"] == code_list, "code"])


def _anchor(collection: Collection, seed_file: str, entry: Mapping[str, str]) -> dict[str, str] | None:
    """The anchor of a quote: the place nearest to where the row was found, within its own sentence; None for none."""
    start = int(entry["start"]) if entry["start"].isascii() and entry["start"].isdigit() else 0
    near = [
        place
        for place in places(collection.seeds[seed_file], entry["quote"])
        if place[0] <= start < place[1] or start <= place[0] < start + len(entry["quote"])
    ]
    if len(near) != 1:
        return None
    first, end, quote = near[0]
    return {"seed_file": seed_file, "start": str(first), "end": str(end), "quote": quote}


def _appended(frame: pd.DataFrame, rows: list[dict[str, str]]) -> pd.DataFrame:
    more = pd.DataFrame([{column: row.get(column, "") for column in frame.columns} for row in rows])
    return pd.concat([frame, more], ignore_index=True)

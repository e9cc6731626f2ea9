"""Ids that were issued and are used no longer: what an old link is told."""

from dataclasses import dataclass

from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.memo import computed_once
from corpus.collection.tables import records


@dataclass(frozen=True)
class Retired:
    """What became of a row: the table it stood in, the id that took its place ("" for none), and why, by language."""

    table: str
    successor: str
    reasons: dict[Language, str]


@computed_once
def retired_ids(collection: Collection) -> dict[str, Retired]:
    """Retired id → what became of its row; a successor that was retired itself is followed to the end."""
    if "retired_ids" not in collection.tables:
        return {}
    rows = {row["retired_id"]: row for row in records(collection.tables["retired_ids"])}
    found = {}
    for retired_id, row in rows.items():
        successor, seen = row["successor"], {retired_id}
        while successor in rows and successor not in seen:
            seen.add(successor)
            successor = rows[successor]["successor"]
        lost = successor in seen
        reasons: dict[Language, str] = {"zh": row["reason"], "en": row["reason_en"]}
        found[retired_id] = Retired(row["table"], "" if lost else successor, reasons)
    return found

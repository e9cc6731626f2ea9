"""Where organisations and policies are named: found again in the reading texts, never typed in."""

from dataclasses import dataclass

from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.texts.reading_text import ReadingText, readings

_NAMED = {"organisations": ("organisation_id", "name_zh"), "policy_documents": ("policy_document_id", "title_zh")}
"""Table of named things → its key and the column of the full name."""


@dataclass(frozen=True)
class Mention:
    """One place where something is named; `start` and `end` are positions in the reading text of the article."""

    row_id: str
    document_id: str
    start: int
    end: int


@computed_once
def mentions(collection: Collection, table: str) -> list[Mention]:
    """Every place where a row of `organisations` or `policy_documents` is named, in the order of reading.

    A full name counts in any article; an alias, being shorter and less its owner's own, in articles of the owner's
    region (anywhere for national documents). Where names overlap the longest one counts.
    """
    regions = collection.tables["documents"].set_index("document_id")["region_id"]
    key, name = _NAMED[table]
    found = []
    for document_id, reading in readings(collection).items():
        names = {}
        for row in collection.tables[table].to_dict("records"):
            own = row["region_id"] in {"", regions[document_id]}
            aliases = row["aliases"].split("|") if own and row["aliases"] else []
            names |= dict.fromkeys([row[name], *aliases], row[key])
        found += _places(reading, names)
    return found


def _places(reading: ReadingText, names: dict[str, str]) -> list[Mention]:
    """Where the names stand in one article, longest names first, no two on the same characters."""
    taken: set[int] = set()
    found = []
    for name in sorted(names, key=len, reverse=True):
        at = reading.text.find(name)
        while at != -1:
            if taken.isdisjoint(range(at, at + len(name))):
                taken.update(range(at, at + len(name)))
                found.append(Mention(names[name], reading.document_id, at, at + len(name)))
            at = reading.text.find(name, at + 1)
    return sorted(found, key=lambda mention: mention.start)


@computed_once
def first_mentions(collection: Collection, table: str) -> dict[str, Mention]:
    """Row id → the first place where it is named, in the order of articles; rows named nowhere are left out."""
    first: dict[str, Mention] = {}
    for mention in mentions(collection, table):
        first.setdefault(mention.row_id, mention)
    return first

"""Where organisations and policies are named: found again in the reading texts, never typed in."""

from dataclasses import dataclass

from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.texts.reading_text import ReadingText, readings
from corpus.texts.word_list import WordList

_NAMED = {"organisations": ("organisation_id", "name_zh"), "policy_documents": ("policy_document_id", "title_zh")}
"""Table of named things → its key and the column of the full name."""


@dataclass(frozen=True, slots=True)
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
    region (anywhere for national documents). Where names overlap the longest one counts; of several that bear one
    name it is the one of the article's region.
    """
    documents = collection.tables["documents"]
    regions = dict(zip(documents["document_id"], documents["region_id"], strict=True))
    owners = _owners(collection, table)
    names = WordList(owners)
    return [
        mention
        for document_id, reading in readings(collection).items()
        for mention in _places(reading, names, owners, regions[document_id])
    ]


_Owner = tuple[int, str]
"""The rank of a name among all names of a table, and the id of the row that it is a name of."""


def _owners(collection: Collection, table: str) -> dict[str, dict[str, tuple[_Owner, _Owner]]]:
    """Name → region where it counts, "" for any → its first and its last owner there."""
    key, name = _NAMED[table]
    owners: dict[str, dict[str, tuple[_Owner, _Owner]]] = {}
    rows = collection.tables[table][[key, name, "aliases", "region_id"]].itertuples(index=False, name=None)
    rank = 0
    for row_id, full, aliases, region in rows:
        for called, where in (
            (full, ""),
            (full, region),
            *((alias, region) for alias in aliases.split("|") if aliases),
        ):
            rank += 1
            first, _ = owners.setdefault(called, {}).get(where, ((rank, row_id), None))
            owners[called][where] = (first, (rank, row_id))
    return owners


def _places(
    reading: ReadingText, names: WordList, owners: dict[str, dict[str, tuple[_Owner, _Owner]]], region: str
) -> list[Mention]:
    """Where the names stand in one article, longest names first, no two on the same characters."""
    claims = []
    for at, name in names.found(reading.text):
        here = [owners[name][where] for where in {"", region} if where in owners[name]]
        if here:
            rank = min(first[0] for first, _ in here)
            own = owners[name][region if region in owners[name] else ""]
            claims.append((-len(name), rank, at, name, own[1][1]))
    taken: set[int] = set()
    found = []
    for _, _, at, name, row_id in sorted(claims):
        if taken.isdisjoint(range(at, at + len(name))):
            taken.update(range(at, at + len(name)))
            found.append(Mention(row_id, reading.document_id, at, at + len(name)))
    return sorted(found, key=lambda mention: mention.start)


@computed_once
def first_mentions(collection: Collection, table: str) -> dict[str, Mention]:
    """Row id → the first place where it is named, in the order of articles; rows named nowhere are left out."""
    first: dict[str, Mention] = {}
    for mention in mentions(collection, table):
        first.setdefault(mention.row_id, mention)
    return first

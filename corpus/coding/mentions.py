"""Where bodies, policies, programmes, persons and awards are named: found again in the texts, never typed in."""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.collection.tables import records
from corpus.texts.reading_text import ReadingText, readings
from corpus.texts.word_list import WordList

NAMED = {
    "policy_documents": ("policy_document_id", "title"),
    "organisations": ("organisation_id", "name"),
    "programmes": ("programme_id", "name"),
    "persons": ("person_id", "name"),
    "awards": ("award_id", "name"),
}
"""Table of named things → its key and what the columns of the full name begin with."""
_KNOWN_ANYWHERE = {"policy_documents", "organisations"}
"""Tables whose full names are their owners' own wherever they stand."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where something is named; `start` and `end` are positions in the reading text of the article."""

    row_id: str
    document_id: str
    start: int
    end: int


@computed_once
def mentions(collection: Collection, table: str) -> list[Mention]:
    """Every place where a row of a table of NAMED is named, in the order of reading.

    The full name of a body or policy counts in any article. Every other name, being shorter or less its owner's own,
    counts in articles of the owner's region and of those below it, anywhere for what belongs to no region. Where names
    overlap the longest one counts; of several that bear one name it is the one nearest above the article.
    """
    documents = collection.tables["documents"]
    regions = dict(zip(documents["document_id"], documents["region_id"], strict=True))
    owners = _owners(collection, table)
    names = WordList(owners)
    around = {region: _upwards(collection, region) for region in set(regions.values())}
    return [
        mention
        for document_id, reading in readings(collection).items()
        for mention in _places(reading, names, owners, around[regions[document_id]])
    ]


_Owner = tuple[int, str]
"""The rank of a name among all names of a table, and the id of the row that it is a name of."""


def _owners(collection: Collection, table: str) -> dict[str, dict[str, tuple[_Owner, _Owner]]]:
    """Name → region where it counts, "" for any → its first and its last owner there."""
    owners: dict[str, dict[str, tuple[_Owner, _Owner]]] = {}
    for rank, (called, where, row_id) in enumerate(_names(collection, table)):
        first, _ = owners.setdefault(called, {}).get(where, ((rank, row_id), None))
        owners[called][where] = (first, (rank, row_id))
    return owners


def _names(collection: Collection, table: str) -> Iterator[tuple[str, str, str]]:
    """Every name of a table's rows, the region where it counts, and the row that bears it."""
    key, name = NAMED[table]
    homes = _homes(collection) if table == "persons" else {}
    for row in records(collection.tables[table]):
        region = homes[row[key]] if table == "persons" else row["region_id"]
        if table in _KNOWN_ANYWHERE:
            yield row[f"{name}_zh"], "", row[key]
        yield row[f"{name}_zh"], region, row[key]
        for alias in row.get("aliases", "").split("|"):
            if alias:
                yield alias, region, row[key]


def _homes(collection: Collection) -> dict[str, str]:
    """Person → the region where the name is known: that of the article, "" where the person's body is of the nation."""
    tables = collection.tables
    articles = {row["document_id"]: row["region_id"] for row in records(tables["documents"])}
    bodies = {row["organisation_id"]: row["region_id"] for row in records(tables["organisations"])}
    return {
        row["person_id"]: "" if bodies.get(row["organisation_id"]) == "" else articles.get(row["document_id"], "")
        for row in records(tables["persons"])
    }


def _upwards(collection: Collection, region: str) -> list[str]:
    """A region, those above it, and "" for the nation."""
    table = collection.tables["regions"]
    parents = dict(zip(table["region_id"], table["parent_region_id"], strict=True))
    found = []
    while region and region not in found:
        found.append(region)
        region = parents.get(region, "")
    return [*found, ""]


def _places(
    reading: ReadingText, names: WordList, owners: dict[str, dict[str, tuple[_Owner, _Owner]]], around: list[str]
) -> list[Mention]:
    """Where the names stand in one article, longest names first, no two on the same characters."""
    claims = []
    for at, name in names.found(reading.text):
        here = [owners[name][where] for where in around if where in owners[name]]
        if here:
            rank = min(first[0] for first, _ in here)
            _, own = here[0]
            claims.append((-len(name), rank, at, name, own[1]))
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

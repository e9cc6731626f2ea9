"""The texts of a package as they were brought: source, layout and facts, read from its tables."""

from hashlib import sha256

from corpus.collection.collection import Collection, written
from corpus.collection.tables import Tables, records
from corpus.intake.source import Source
from corpus.reading.about import About
from corpus.reading.layout import Part
from corpus.reading.read import Text

_FACTS = tuple(About.__dataclass_fields__)


def restored(collection: Collection) -> tuple[Text, ...]:
    """The texts of a collection of a reader's, one a document, in their order."""
    parts: dict[str, list[tuple[int, Part]]] = {}
    for row in records(collection.tables["segments"]):
        part = Part(int(row["start"]), int(row["end"]), row["role"], row["joins_previous"] == "true")
        parts.setdefault(row["document_id"], []).append((int(row["position"]), part))
    return tuple(
        Text(
            row["document_id"],
            Source(row["source_name"], "txt", collection.seeds[row["seed_file"]]),
            tuple(part for _, part in sorted(parts.get(row["document_id"], []), key=lambda one: one[0])),
            About(**{name: row[name] for name in _FACTS}),
        )
        for row in records(written(collection, "documents"))
    )


def parted(collection: Collection) -> dict[str, Collection]:
    """A collection as one for each of its documents, where each has a source of its own; else all of it under each."""
    documents = written(collection, "documents")
    if documents["seed_file"].duplicated().any():
        return dict.fromkeys(documents["document_id"], collection)
    apart = {}
    for document, seed_file in zip(documents["document_id"], documents["seed_file"], strict=True):
        rows = {}
        for table in collection.rows:
            frame = written(collection, table)
            own = frame
            if "seed_file" in frame:
                own = frame[frame["seed_file"] == seed_file]
            elif "document_id" in frame:
                own = frame[frame["document_id"] == document]
            rows[table] = own.reset_index(drop=True)
        digest = sha256(f"{collection.digest}{document}".encode()).hexdigest()
        seeds = {seed_file: collection.seeds[seed_file]}
        apart[document] = Collection(collection.name, collection.codebook, Tables(rows), seeds, digest)
    return apart

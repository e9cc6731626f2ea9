"""Rules on texts: the registry of seeds, the partition into segments, anchors, and completeness of numerals."""

import hashlib
from collections.abc import Iterator

from corpus.checks.cells import line
from corpus.coding.anchors import anchored_tables, is_exact
from corpus.coding.audit import accounts, audit
from corpus.collection.collection import Collection
from corpus.problem import Problem
from corpus.texts.reading_text import readings

OPENING = 10
"""How many characters of a segment its row repeats."""


def seeds_are_registered(collection: Collection) -> Iterator[Problem]:
    """Every source file has a row in `documents`, and every row has its file."""
    registered = set(collection.tables["documents"]["seed_file"])
    for name in sorted(set(collection.seeds) - registered):
        yield Problem("documents", name, "seed_file", "the source file has no row", "register it or remove the file")
    for name in sorted(registered - set(collection.seeds)):
        yield Problem("documents", name, "seed_file", "the source file is missing", "put it back into seeds")


def checksums_match(collection: Collection) -> Iterator[Problem]:
    """A source file is byte for byte what was registered."""
    for row in collection.tables["documents"].itertuples():
        seed = collection.seeds.get(row.seed_file)
        if seed is not None and hashlib.sha256(seed.encode()).hexdigest() != row.sha256:
            yield Problem(
                "documents", row.document_id, "sha256", f"{row.seed_file} has changed", "restore the file as supplied"
            )


def segments_are_true(collection: Collection) -> Iterator[Problem]:
    """A segment opens with the characters it says, lies in its document's seed, and the positions have no gap."""
    documents = collection.tables["documents"].set_index("document_id")["seed_file"]
    segments = collection.typed("segments")
    for row in segments.itertuples():
        seed = collection.seeds.get(row.seed_file, "")
        opening = seed[row.start : min(row.end, row.start + OPENING)].split("\n")[0]
        if not opening or opening != row.opens_with:
            yield Problem(
                "segments",
                row.segment_id,
                "opens_with",
                f"the seed has {opening!r} there",
                "correct start or opens_with",
            )
        if documents.get(row.document_id) != row.seed_file:
            yield Problem(
                "segments", row.segment_id, "seed_file", "is not the file of its document", "correct one of the two"
            )
        if row.joins_previous and row.position == 1:
            yield Problem("segments", row.segment_id, "joins_previous", "nothing stands before it", "set it to false")
    for document, rows in segments.groupby("document_id"):
        if sorted(rows["position"]) != list(range(1, len(rows) + 1)):
            yield Problem("segments", document, "position", "positions do not run 1, 2, 3 …", "renumber the document")
    for document in sorted(set(documents.index) - set(segments["document_id"])):
        yield Problem("segments", document, "document_id", "the document has no segment", "divide its text")


def segments_partition_seeds(collection: Collection) -> Iterator[Problem]:
    """Every non-blank character of a seed belongs to exactly one segment."""
    segments = dict(list(collection.typed("segments").groupby("seed_file")))
    for name, seed in collection.seeds.items():
        owners = [0] * len(seed)
        for row in segments[name].itertuples() if name in segments else ():
            if row.end > len(seed) or row.start >= row.end:
                yield Problem("segments", row.segment_id, "end", f"lies outside {name}", "correct start and end")
                continue
            for offset in range(row.start, row.end):
                owners[offset] += 1
        for offset, owner in enumerate(owners):
            if owner != 1 and (owner or not seed[offset].isspace()):
                state = "belongs to no segment" if owner == 0 else f"belongs to {owner} segments"
                around = seed[offset : offset + OPENING].split("\n")[0]
                yield Problem("segments", f"{name} {offset}", "start, end", f"{around!r} {state}", "move a boundary")
                break


def anchors_are_exact(collection: Collection) -> Iterator[Problem]:
    """`seed[start:end] == quote` for every anchored row; a row that quotes nothing has no anchor at all."""
    for table in anchored_tables(collection):
        frame = collection.tables[table]
        for number, row in enumerate(frame.itertuples()):
            # A source that is missing is one problem of its own.
            if not (row.quote or row.seed_file or row.start or row.end) or row.seed_file not in collection.seeds:
                continue
            if not is_exact(collection.seeds.get(row.seed_file, ""), row.start, row.end, row.quote):
                yield Problem(
                    table,
                    line(frame, number),
                    "quote",
                    f"anchor lost: {row.quote!r} is not at {row.start}–{row.end} of {row.seed_file}",
                    "run python -m corpus anchor, or correct the quote",
                )


def anchors_stay_in_their_document(collection: Collection) -> Iterator[Problem]:
    """An anchor that opens a sentence lies inside one segment, of the document that its row names, if it names one."""
    segments = collection.typed("segments")[["seed_file", "start", "end", "document_id"]]
    spans: dict[str, list[tuple[int, int, str]]] = {}
    for seed_file, *span in segments.itertuples(index=False, name=None):
        spans.setdefault(seed_file, []).append(tuple(span))
    for table in ("numbers", "measures", "policy_documents", "blanks"):
        key = collection.dictionary.primary_key(table)
        frame = collection.typed(table)
        for row in frame[frame["quote"] != ""].to_dict("records"):
            inside = [
                document
                for start, end, document in spans.get(row["seed_file"], ())
                if start <= row["start"] and row["end"] <= end
            ]
            if len(inside) != 1 or inside[0] != row.get("document_id", inside[0]):
                found = ", ".join(inside) or "no document"
                name = " ".join(row[column] for column in key)
                yield Problem(table, name, "document_id", f"its place belongs to {found}", "correct it")


def numerals_are_covered(collection: Collection) -> Iterator[Problem]:
    """Every numeral of the seeds, found by our own finder, is covered by exactly one curated or excluded row.

    A row that covers no numeral is a problem as well.
    """
    idle = set(accounts(collection))
    for finding in audit(collection):
        idle.difference_update(finding.accounts)
        if finding.state == "uncovered":
            numeral, seed = finding.numeral, collection.seeds[finding.seed_file]
            around = seed[max(numeral.start - 6, 0) : numeral.end + 6].replace("\n", " ")
            state = f"is in {len(finding.accounts)} rows" if finding.accounts else "is in no table"
            yield Problem(
                "numbers, excluded_numerals",
                f"{finding.seed_file} {numeral.start}",
                "quote",
                f"{numeral.text!r} in {around!r} {state}",
                "curate it as a number, or exclude it with its reason",
            )
    for account in sorted(idle, key=lambda account: (account.seed_file, account.start)):
        where = f"{account.seed_file} {account.start}"
        yield Problem(account.table, where, "quote", "covers no numeral", "correct or remove it")


def titles_are_printed(collection: Collection) -> Iterator[Problem]:
    """A title that is said to be printed stands in the text of its article."""
    for row in collection.tables["documents"].itertuples():
        text = "".join(readings(collection)[row.document_id].text.split())
        if row.title_status == "printed" and "".join(row.title_zh.split()) not in text:
            remedy = "copy the printed title, or call it reconstructed"
            yield Problem("documents", row.document_id, "title_zh", "does not stand in the article", remedy)

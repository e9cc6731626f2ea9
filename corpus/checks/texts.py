"""Rules on texts: the registry of seeds, the partition into segments, anchors, and completeness of numerals."""

import hashlib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.checks.cells import line
from corpus.coding.anchors import anchored_tables, is_exact
from corpus.coding.audit import accounts, audit
from corpus.collection.codebook import CLUTTER
from corpus.collection.collection import Collection
from corpus.collection.tables import cells, records, tuples
from corpus.problem import Problem
from corpus.texts.reading_text import readings

_IN_SENTENCES = (
    "numbers",
    "measures",
    "policy_documents",
    "programmes",
    "persons",
    "awards",
    "sentences_en",
    "blanks",
)
OPENING = 10
"""How many characters of a segment its row repeats."""


def seeds_are_registered(collection: Collection) -> Iterator[Problem]:
    """Every source file has a row in `documents`, and every row has its file."""
    registered = set(collection.tables["documents"]["seed_file"])
    for name in sorted(set(collection.seeds) - registered):
        yield Problem("documents", name, "seed_file", "source_unregistered", "register_or_remove")
    for name in sorted(registered - set(collection.seeds)):
        yield Problem("documents", name, "seed_file", "source_missing", "put_back_source")


def checksums_match(collection: Collection) -> Iterator[Problem]:
    """A source file is byte for byte what was registered."""
    for row in tuples(collection.tables["documents"]):
        seed = collection.seeds.get(row.seed_file)
        if seed is not None and hashlib.sha256(seed.encode()).hexdigest() != row.sha256:
            file = {"file": row.seed_file}
            yield Problem("documents", row.document_id, "sha256", "source_changed", "restore", file)


def segments_are_true(collection: Collection) -> Iterator[Problem]:
    """A segment opens with the characters it says, lies in its document's seed, and the positions have no gap."""
    documents = collection.tables["documents"].set_index("document_id")["seed_file"]
    segments = collection.typed("segments")
    for row in tuples(segments):
        seed = collection.seeds.get(row.seed_file, "")
        opening = seed[row.start : min(row.end, row.start + OPENING)].split("\n")[0]
        if not opening or opening != row.opens_with:
            found = {"opening": opening}
            yield Problem("segments", row.segment_id, "opens_with", "opening_differs", "correct_opening", found)
        if documents.get(row.document_id) != row.seed_file:
            yield Problem("segments", row.segment_id, "seed_file", "other_file", "correct_one")
        if row.joins_previous and row.position == 1:
            yield Problem("segments", row.segment_id, "joins_previous", "nothing_before", "set_false")
    for document, rows in segments.groupby("document_id"):
        if sorted(rows["position"]) != list(range(1, len(rows) + 1)):
            yield Problem("segments", document, "position", "positions_gap", "renumber")
    for document in sorted(set(documents.index) - set(segments["document_id"])):
        yield Problem("segments", document, "document_id", "no_segment", "divide")


def segments_partition_seeds(collection: Collection) -> Iterator[Problem]:
    """Every non-blank character of a seed belongs to exactly one segment."""
    segments = dict(list(collection.typed("segments").groupby("seed_file")))
    for name, seed in collection.seeds.items():
        owners = [0] * len(seed)
        for row in tuples(segments[name]) if name in segments else ():
            if row.end > len(seed) or row.start >= row.end:
                yield Problem("segments", row.segment_id, "end", "outside_source", "correct_span", {"file": name})
                continue
            for offset in range(row.start, row.end):
                owners[offset] += 1
        for offset, owner in enumerate(owners):
            if owner != 1 and (owner or not seed[offset].isspace()):
                state = "in_segments" if owner else "in_no_segment"
                found = {"around": seed[offset : offset + OPENING].split("\n")[0], "count": owner}
                yield Problem("segments", f"{name} {offset}", "start, end", state, "move_boundary", found)
                break


def anchors_are_exact(collection: Collection) -> Iterator[Problem]:
    """`seed[start:end] == quote` for every anchored row; a row that quotes nothing has no anchor at all."""
    for table in anchored_tables(collection):
        frame = collection.tables[table]
        for number, row in enumerate(tuples(frame)):
            # A source that is missing is one problem of its own.
            if not (row.quote or row.seed_file or row.start or row.end) or row.seed_file not in collection.seeds:
                continue
            if not is_exact(collection.seeds.get(row.seed_file, ""), row.start, row.end, row.quote):
                place = {"quote": row.quote, "start": row.start, "end": row.end, "file": row.seed_file}
                yield Problem(table, line(frame, number), "quote", "anchor_lost", "anchor_or_quote", place)


def anchors_stay_in_their_document(collection: Collection) -> Iterator[Problem]:
    """An anchor that opens a sentence lies inside one segment, or runs on into those that join it, of its document."""
    segments = collection.typed("segments")[["seed_file", "start", "end", "document_id", "position", "joins_previous"]]
    spans: dict[str, list[_Span]] = {}
    for seed_file, *span in segments.itertuples(index=False, name=None):
        spans.setdefault(seed_file, []).append(_Span(*span))
    for table in _IN_SENTENCES:
        key = collection.dictionary.primary_key(table)
        frame = collection.typed(table)
        for row in records(frame[frame["quote"] != ""]):
            inside = _holders(spans.get(row["seed_file"], ()), row["start"], row["end"])
            if len(inside) != 1 or inside[0] != row.get("document_id", inside[0]):
                found = "place_of_another" if inside else "place_of_none"
                name = " ".join(row[column] for column in key)
                yield Problem(table, name, "document_id", found, "correct", {"found": ", ".join(inside)})


def nothing_is_read_in_clutter(collection: Collection) -> Iterator[Problem]:
    """No row that opens a sentence is anchored in page clutter, which is no part of an article."""
    clutter: dict[str, list[tuple[int, int]]] = {}
    for role, file, start, end in cells(collection.typed("segments"), ("role", "seed_file", "start", "end")):
        if role == CLUTTER:
            clutter.setdefault(file, []).append((start, end))
    for table in _IN_SENTENCES if clutter else ():
        key = collection.dictionary.primary_key(table)
        frame = collection.typed(table)
        for row in records(frame[frame["quote"] != ""]):
            if any(start < row["end"] and row["start"] < end for start, end in clutter.get(row["seed_file"], ())):
                yield Problem(table, " ".join(row[column] for column in key), "quote", "in_clutter", "role_or_row")


class _Span(NamedTuple):
    """Where a segment stands in its seed, and in the reading order of its article."""

    start: int
    end: int
    document_id: str
    position: int
    joins_previous: bool


def _holders(spans: Sequence[_Span], start: int, end: int) -> list[str]:
    """The articles of the segments that hold a stretch of the seed: each alone, or else several that join in order."""
    alone = [span.document_id for span in spans if span.start <= start and end <= span.end]
    crossed = sorted(span for span in spans if span.start < end and start < span.end)
    if alone or not crossed:
        return alone
    joined = all(
        after.joins_previous and (after.document_id, after.position) == (before.document_id, before.position + 1)
        for before, after in pairwise(crossed)
    )
    whole = joined and crossed[0].start <= start and end <= crossed[-1].end
    return [crossed[0].document_id] if whole else []


def numerals_are_covered(collection: Collection) -> Iterator[Problem]:
    """Every numeral of the seeds, found by our own finder, is covered by exactly one curated or excluded row.

    A row that covers no numeral is a problem as well.
    """
    idle = set(accounts(collection))
    for finding in audit(collection):
        idle.difference_update(finding.accounts)
        if finding.state == "uncovered":
            numeral, seed = finding.numeral, collection.seeds[finding.seed_file]
            around = seed[max(numeral.start - 6, 0) : numeral.end + 6]
            found = {"numeral": numeral.text, "around": around, "count": len(finding.accounts)}
            yield Problem(
                "numbers, excluded_numerals",
                f"{finding.seed_file} {numeral.start}",
                "quote",
                "numeral_in_rows" if finding.accounts else "numeral_in_none",
                "curate_or_exclude",
                found,
            )
    for account in sorted(idle, key=lambda account: (account.seed_file, account.start)):
        where = f"{account.seed_file} {account.start}"
        yield Problem(account.table, where, "quote", "no_numeral", "correct_row")


def titles_are_printed(collection: Collection) -> Iterator[Problem]:
    """A title stands in the text of its article if it is said to be printed, and else does not."""
    for row in tuples(collection.tables["documents"]):
        stands = _closed(row.title_zh) in _closed(readings(collection)[row.document_id].text)
        if row.title_status == "printed" and not stands:
            yield Problem("documents", row.document_id, "title_zh", "title_not_printed", "copy_title_or_own")
        elif row.title_status != "printed" and stands:
            yield Problem("documents", row.document_id, "title_status", "title_is_printed", "call_printed")


def bylines_are_printed(collection: Collection) -> Iterator[Problem]:
    """A byline stands in the source of its article."""
    for row in tuples(collection.tables["documents"]):
        if _closed(row.byline) not in _closed(collection.seeds[row.seed_file]):
            yield Problem("documents", row.document_id, "byline", "byline_not_printed", "copy_byline")


def _closed(text: str) -> str:
    """A text without its blanks: lines of a page break anywhere."""
    return "".join(text.split())

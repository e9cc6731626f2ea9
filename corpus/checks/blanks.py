"""Rules on blanks: nothing stands under what is said to be unreported, and what a lost section held is not coded."""

from collections.abc import Iterator
from itertools import groupby

from corpus.checks.sentences import doubt
from corpus.collection.codebook import CLUTTER, TABLE
from corpus.collection.collection import Collection
from corpus.collection.tables import records, tuples
from corpus.problem import Problem
from corpus.regions.matrix import NOT_CODED, OTHERWISE
from corpus.regions.profile import profiled, unreported
from corpus.regions.standing import standing

_TEXT = {"body", TABLE}
"""Roles of what a heading stands over."""


def blanks_have_nothing_under_them(collection: Collection) -> Iterator[Problem]:
    """No region is said to report nothing of a type, to deny it or to be unable to have it while any row stands there.

    The row may be of any table: a measure, a figure, a policy, a body, and whatever else names a type.
    """
    said = {
        (region, name, kind)
        for region in profiled(collection)
        for kind, names in unreported(collection, region).items()
        for name in names
    }
    said |= {(row.region_id, row.measure_type_id, row.kind) for row in tuples(collection.tables["blanks"])}
    for region, name, kind in sorted(said):
        rows = [f"{row.table} {row.row_id}" for row in standing(collection, region, name)]
        if rows and kind not in {NOT_CODED, OTHERWISE}:
            yield Problem("blanks", f"{region} {name}", "kind", "stands_there", "remove_row", {"rows": ", ".join(rows)})


def lost_sections_have_blanks(collection: Collection) -> Iterator[Problem]:
    """What a section may have held whose text, or whose beginning, is lost in the source is stated as not coded.

    A row of `blanks` quotes what is left of it. Captions and page clutter do not part a heading from its
    text, and a table is text.
    """
    quoted = [
        (row["seed_file"], int(row["start"]), int(row["end"]))
        for row in records(collection.tables["blanks"])
        if row["quote"] and row["kind"] == NOT_CODED
    ]
    for row, message in _lost(collection):
        start, end = int(row["start"]), int(row["end"])
        if not any(file == row["seed_file"] and start <= first and last <= end for file, first, last in quoted):
            yield doubt("segments", row["segment_id"], "lost_start", message)


def _lost(collection: Collection) -> Iterator[tuple[dict[str, str], str]]:
    """The segments whose beginning is lost, and the headings under which no text stands, with what is wrong."""
    table = collection.tables["segments"]
    rows = records(table[~table["role"].isin(["caption", CLUTTER])])
    for _, own in groupby(
        sorted(rows, key=lambda row: (row["document_id"], int(row["position"]))), key=lambda row: row["document_id"]
    ):
        article = list(own)
        for row, after in zip(article, [*article[1:], None], strict=True):
            if row["lost_start"] == "true":
                yield row, "beginning_is_lost"
            elif row["role"] == "heading" and not (after and after["role"] in _TEXT and after["lost_start"] != "true"):
                yield row, "heading_without_text"

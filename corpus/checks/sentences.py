"""What stands around figures and measures in their sentences, and the doubt that both share."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.coding.evidence import Evidence, evidence
from corpus.coding.mentions import mentions
from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.collection.tables import records
from corpus.problem import Problem

_CLAUSE = re.compile(r"[，。；！？,;!?\n]")
NAMES = re.compile(r"“[^”]*”|‘[^’]*’|《[^》]*》")
"""Names and titles in their marks."""
AHEAD = re.compile(
    r"力争|争取|计划|预计|目标|下一步|未来|谋划|拟(?=于|在|建|新|投)|到(?:20\d\d年|世纪)"
    r"|将(?=达|于|在|建|新|实现|培|继续|进一步|逐步|完善)"
)
"""What looks ahead in a clause, names apart; 将 stands before an object just as often."""
AIM = re.compile(rf"{AHEAD.pattern}|将|要|率先|迈入|规划|建议|希望|应|须|需")
"""What may look ahead anywhere around."""


class Beside(NamedTuple):
    """Where a row stands: its evidence, and its clause before and after the quote."""

    found: Evidence
    left: str
    right: str

    @property
    def clause(self) -> str:
        """The clause with the quote in it, names left out."""
        return NAMES.sub("", self.left + self.found.quote + self.right)


@computed_once
def beside(collection: Collection) -> dict[str, Beside]:
    """Figure or measure → what stands around it."""
    around = {}
    for table, key in (("numbers", "number_id"), ("measures", "measure_id")):
        for row_id in collection.tables[table][key]:
            found = evidence(collection, row_id)
            around[row_id] = Beside(found, _CLAUSE.split(found.left)[-1], _CLAUSE.split(found.right)[0])
    return around


def bodies_are_given(collection: Collection) -> Iterator[Problem]:
    """A measure whose clause begins with a body has an actor; a figure after a firm or school is about a body."""
    organisations = collection.tables["organisations"]
    types = dict(organisations[["organisation_id", "type"]].itertuples(index=False, name=None))
    mentioned = named(collection, "organisations")
    for table, key, column, wanted in (
        ("measures", "measure_id", "actor", set(types.values())),
        ("numbers", "number_id", "entity", {"enterprise", "school"}),
    ):
        for row in records(collection.tables[table]):
            if row[column]:
                continue
            here = beside(collection)[row[key]]
            start = here.found.position - len(here.left)
            bodies = between(mentioned.get(row["document_id"], ()), start, here.found.position)
            about = next((body for body in bodies if types[body] in wanted), "")
            if about:
                yield doubt(table, row[key], column, "clause_names", body=about)


def named(collection: Collection, table: str) -> dict[str, list[tuple[int, str]]]:
    """Article → where rows of a table are named in it, in the order of the text."""
    places: dict[str, list[tuple[int, str]]] = {}
    for mention in mentions(collection, table):
        places.setdefault(mention.document_id, []).append((mention.start, mention.row_id))
    return {document: sorted(found) for document, found in places.items()}


def between(places: Sequence[tuple[int, str]], start: int, end: int) -> list[str]:
    """The rows that are named from `start` to before `end`."""
    return [row_id for _, row_id in places[bisect_left(places, (start, "")) : bisect_left(places, (end, ""))]]


def doubt(table: str, row: str, field: str, message: str, **values: object) -> Problem:
    """What a program wonders at: to be corrected, or answered by a reason."""
    return Problem(table, row, field, message, "correct_or_reason", values, "doubt")

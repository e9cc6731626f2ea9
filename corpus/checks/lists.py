"""Doubts about figures that their own sentence lets a reader check: a list that is counted, a part of a whole."""

import re
from collections.abc import Iterator

from corpus.checks.sentences import beside, doubt
from corpus.coding.rows import in_order
from corpus.collection.collection import Collection
from corpus.collection.tables import cells, records
from corpus.problem import Problem

_ITEM = r"[^，。；：、,;:（）()\d]{1,40}"
_BEFORE = re.compile(rf"(?:^|[，。；：,;:（(])({_ITEM}(?:、{_ITEM})+?)等?$")
_AFTER = re.compile(rf"^[^，。；：、,;:（）()]{{0,10}}[：:]({_ITEM}(?:、{_ITEM})+)")
_FEWEST = 2


def lists_are_counted(collection: Collection) -> Iterator[Problem]:
    """Where a sentence lists as many names as a figure counts, or more, a cross-check counts them."""
    counted = _named(collection, "listed")
    for row in records(in_order(collection, "numbers")):
        if row["same_as"] or row["number_id"] in counted or not row["value"].isdigit():
            continue
        found = beside(collection)[row["number_id"]].found
        names = (_BEFORE.search(found.left), _AFTER.search(found.right))
        listed = max((match[1].count("、") + 1 for match in names if match), default=0)
        if listed >= int(row["value"]) >= _FEWEST:
            yield doubt("numbers", row["number_id"], "", "list_not_counted", listed=listed)


def parts_are_compared_with_their_whole(collection: Collection) -> Iterator[Problem]:
    """A count that 其中 calls a part of one before it is checked against that, as a share or as part and whole."""
    checked = _named(collection, "part") | set(collection.tables["shares"]["part"])
    last: dict[tuple[str, str], str] = {}
    for row in records(in_order(collection, "numbers")):
        found = beside(collection)[row["number_id"]].found
        place = (f"{row['document_id']} {found.position - len(found.left)}", row["unit"])
        whole = last.get(place)
        if whole and row["number_id"] not in checked and re.search(rf"{re.escape(whole)}.*其中", found.left, re.DOTALL):
            yield doubt("numbers", row["number_id"], "", "part_not_compared", whole=whole.replace("\n", ""))
        last[place] = row["quote"]


def _named(collection: Collection, kind: str) -> set[str]:
    """The figures, parts before their wholes, that cross-checks of a kind name first."""
    rows = cells(collection.tables["crosschecks"], ("kind", "numbers"))
    return {numbers.split("|")[0] for own, numbers in rows if own == kind}

"""Rules on whose a row is: the region of its article, the bodies of its region."""

from collections.abc import Iterator

from corpus.coding.mentions import mentions
from corpus.collection.collection import Collection
from corpus.collection.tables import records, tuples
from corpus.problem import Problem

_BODIES = (("numbers", "number_id", ("entity",)), ("measures", "measure_id", ("actor", "partners")))
"""Tables whose rows name bodies: key, columns."""


def figures_stay_in_their_region(collection: Collection) -> Iterator[Problem]:
    """A figure is of the region of its article."""
    regions = collection.tables["documents"].set_index("document_id")["region_id"]
    for row in tuples(collection.tables["numbers"]):
        if regions.get(row.document_id) != row.region_id:
            yield Problem("numbers", row.number_id, "region_id", "not_its_region", "correct")


def bodies_act_at_home(collection: Collection) -> Iterator[Problem]:
    """Whom a figure is about, and who acts in a measure, is a body of the row's region or of one above or in it."""
    parents = dict(collection.tables["regions"][["region_id", "parent_region_id"]].itertuples(index=False, name=None))
    homes = dict(
        collection.tables["organisations"][["organisation_id", "region_id"]].itertuples(index=False, name=None)
    )
    for table, key, columns in _BODIES:
        for row in records(collection.tables[table]):
            for column in columns:
                for body in row[column].split("|"):
                    home = homes.get(body, "")
                    if home and not _related(home, row["region_id"], parents):
                        both = {"body": body, "home": home}
                        yield Problem(table, row[key], column, "body_of_elsewhere", "body_or_region", both)


def bodies_are_named_in_their_article(collection: Collection) -> Iterator[Problem]:
    """Whom a figure is about, and who acts in a measure, is named in the article."""
    named = {(mention.document_id, mention.row_id) for mention in mentions(collection, "organisations")}
    for table, key, columns in _BODIES:
        for row in records(collection.tables[table]):
            for column in columns:
                for body in row[column].split("|"):
                    if body and (row["document_id"], body) not in named:
                        yield Problem(table, row[key], column, "not_named", "body_or_alias", {"body": body})


def _related(one: str, other: str, parents: dict[str, str]) -> bool:
    """Whether one region is the other, or lies in it."""
    for inner, outer in ((one, other), (other, one)):
        at = inner
        while at:
            if at == outer:
                return True
            at = parents.get(at, "")
    return False

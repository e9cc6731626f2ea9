"""Rules on topics: whatever a topic gathers by is there, and every topic gathers something."""

from collections.abc import Iterator

from corpus.coding.evidence import KINDS
from corpus.collection.collection import Collection
from corpus.collection.tables import records
from corpus.problem import Problem
from corpus.topics.gathering import gathers
from corpus.topics.topic import LISTS, topics

_NAMED = {
    "indicators": ("indicators", "indicator_id"),
    "measure_types": ("measure_types", "measure_type_id"),
    "organisations": ("organisations", "organisation_id"),
    "programmes": ("programmes", "programme_id"),
}
"""List of a topic → the table of what it names, and its key."""
_CODES = {"actor_types": "actor_type", "statuses": "status", "kinds": "kind", "dimensions": "dimension"}
"""List of a topic → the code list of what it names."""


def topics_name_what_there_is(collection: Collection) -> Iterator[Problem]:
    """Every id, code and table of a topic exists, and nothing is listed twice."""
    codes = collection.tables["codes"]
    known = {name: (table, set(collection.tables[table][key])) for name, (table, key) in _NAMED.items()}
    known |= {name: ("codes", set(codes.loc[codes["code_list"] == own, "code"])) for name, own in _CODES.items()}
    known["tables"] = ("datapackage", {table for table, _ in KINDS.values()})
    for row in records(collection.tables["topics"]):
        for name in LISTS:
            values = [value for value in row[name].split("|") if value]
            table, there = known.get(name, ("", set()))
            for rank, value in enumerate(values):
                if value in values[:rank]:
                    yield Problem("topics", row["topic_id"], name, "named_twice", "name_once", {"value": value})
                elif name != "terms" and value not in there:
                    place = {"value": value, "table": table}
                    yield Problem("topics", row["topic_id"], name, "not_in_table", "add_or_correct", place)


def topics_gather_something(collection: Collection) -> Iterator[Problem]:
    """Every topic gathers a figure, a measure or something that is named."""
    for topic_id, topic in topics(collection).items():
        if not gathers(collection, topic, "zh"):
            yield Problem("topics", topic_id, "", "gathers_nothing", "widen_or_remove")

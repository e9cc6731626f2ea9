"""Doubts about rows beside other rows: shares, terms, repeats, names of what is counted, the body of a paragraph."""

from collections import Counter
from collections.abc import Iterator

from corpus.checks.sentences import beside, doubt
from corpus.coding.rows import in_order
from corpus.collection.collection import Collection
from corpus.collection.tables import records, tuples
from corpus.problem import Problem
from corpus.texts.reading_text import readings

_DEFINED, _COUNTED = 0.4, 0.3
"""Least part of an indicator's name that stands in its definition, and in the sentences of its figures."""


def percentages_have_a_base(collection: Collection) -> Iterator[Problem]:
    """Every percentage says in `shares` what it is a share of."""
    shares = set(collection.tables["shares"]["number_id"])
    for row in tuples(collection.tables["numbers"]):
        if row.unit == "percent" and row.number_id not in shares and not row.same_as:
            yield doubt("numbers", row.number_id, "", "not_in_shares")


def parameters_have_terms(collection: Collection) -> Iterator[Problem]:
    """Every parameter of a rule is a term, or limits one."""
    terms = collection.tables["terms"]
    known = set(terms["number_id"]) | set(terms["limit"])
    for row in tuples(collection.tables["numbers"]):
        if row.kind == "parameter" and row.number_id not in known and not row.same_as:
            yield doubt("numbers", row.number_id, "", "not_in_terms")


def figures_alike_are_told_apart(collection: Collection) -> Iterator[Problem]:
    """Two figures of one indicator, value, region and body are one fact, unless a reason tells them apart."""
    first: dict[tuple[str, ...], str] = {}
    for row in records(in_order(collection, "numbers")):
        if row["same_as"] or not row["value"]:
            continue
        fact = tuple(row[column] for column in ("indicator_id", "value", "value_high", "region_id", "entity"))
        other = first.setdefault(fact, row["number_id"])
        if other != row["number_id"]:
            yield doubt("numbers", row["number_id"], "same_as", "same_figure", other=other)


def indicators_are_named_as_counted(collection: Collection) -> Iterator[Problem]:
    """An indicator is named in words of its definition, and of the sentences whose figures it counts."""
    told: dict[str, set[str]] = {}
    for row in tuples(collection.tables["numbers"]):
        found = beside(collection)[row.number_id].found
        told.setdefault(row.indicator_id, set()).update(found.before + found.sentence)
    for row in tuples(collection.tables["indicators"]):
        name = set(row.name_zh)
        if len(name & set(row.definition_zh)) < _DEFINED * len(name):
            yield doubt("indicators", row.indicator_id, "definition_zh", "name_unlike_definition")
        elif row.indicator_id in told and len(name & told[row.indicator_id]) < _COUNTED * len(name):
            yield doubt("indicators", row.indicator_id, "name_zh", "name_unlike_sentences")


def labels_are_translated_apart(collection: Collection) -> Iterator[Problem]:
    """Measures of one English label have one Chinese label, in other articles too."""
    first: dict[str, tuple[str, str]] = {}
    for row in tuples(collection.tables["measures"]):
        other, label = first.setdefault(row.label_en, (row.measure_id, row.label_zh))
        if label != row.label_zh:
            yield doubt("measures", row.measure_id, "label_en", "translation_differs", other=other)


def proposers_are_individuals(collection: Collection) -> Iterator[Problem]:
    """Where no actor is named, a proposal comes from an individual, and nothing else does."""
    for row in tuples(collection.tables["measures"]):
        if not row.actor and (row.actor_type == "individual") != (row.status == "proposed"):
            yield doubt("measures", row.measure_id, "actor_type", "proposer_and_status")


def paragraphs_keep_their_body(collection: Collection) -> Iterator[Problem]:
    """The figures of a paragraph are about one body, or all about the region."""
    paragraphs: dict[tuple[str, int], list[tuple[str, str]]] = {}
    texts = readings(collection)
    for row in tuples(in_order(collection, "numbers")):
        start = texts[row.document_id].paragraph_at(beside(collection)[row.number_id].found.position).start
        paragraphs.setdefault((row.document_id, start), []).append((row.number_id, row.entity))
    for rows in paragraphs.values():
        [(usual, times), *_] = Counter(entity for _, entity in rows).most_common(1)
        for number, entity in rows if times > 1 else ():
            if entity != usual:
                yield doubt("numbers", number, "entity", "other_body" if usual else "region_beside", body=usual)

"""Rules on programmes, persons and awards, and on measures that belong to one or to each other."""

import re
from collections.abc import Iterator

from corpus.checks.sentences import between, doubt, named
from corpus.coding.evidence import evidence, evidence_at
from corpus.coding.mentions import NAMED, mentions
from corpus.collection.collection import Collection
from corpus.collection.tables import records, tuples
from corpus.problem import Problem
from corpus.texts.byline import authors
from corpus.texts.reading_text import article_at, readings

_NAMES = ("programmes", "persons", "awards")
_OWNERS = {"programmes": "owner", "awards": "body", "persons": "organisation_id"}
"""Table → the column of the body that a row belongs to."""
_SPEAKS = "speaks"
_SAYING = r"[^。！？“”\n]{0,6}(?:说|表示|介绍|告诉|指出|强调|认为|坦言|感慨|回忆)"
"""What follows the name of one who speaks."""
_KIND = r"计划|工程|行动|杯|夜校|活动"
_QUOTED = re.compile(rf"(?P<open>[“‘『「])(?P<name>[^“”‘’『』「」]{{2,24}})[”’』」](?P<kind>(?:{_KIND})?)")
"""A name in its marks, and the word after it that says it is a programme."""
_PROGRAMME = re.compile(rf"(?:{_KIND})$")


def parts_hang_on_wholes(collection: Collection) -> Iterator[Problem]:
    """What a measure is a part of is another measure of its article, and no part of a third."""
    articles = {row.measure_id: row.document_id for row in tuples(collection.tables["measures"])}
    parts = {row.measure_id for row in tuples(collection.tables["measures"]) if row.part_of}
    for row in tuples(collection.tables["measures"]):
        if not row.part_of:
            continue
        head = {"head": row.part_of}
        if row.part_of == row.measure_id or articles.get(row.part_of) != row.document_id:
            yield Problem("measures", row.measure_id, "part_of", "part_of_elsewhere", "correct", head)
        elif row.part_of in parts:
            yield Problem("measures", row.measure_id, "part_of", "part_of_part", "correct", head)


def names_are_quoted(collection: Collection) -> Iterator[Problem]:
    """The quote of a programme, a person or an award is its name, lines of the page apart."""
    for table in _NAMES:
        key, name = NAMED[table]
        for row in records(collection.tables[table]):
            if _closed(row["quote"]) != _closed(row[f"{name}_zh"]):
                quote = {"quote": row["quote"]}
                yield Problem(table, row[key], f"{name}_zh", "name_not_quoted", "correct", quote)


def names_are_read_where_they_stand(collection: Collection) -> Iterator[Problem]:
    """What is anchored is found there by its name; what a reader opens is marked in the text."""
    for table in _NAMES:
        key, name = NAMED[table]
        found = {(mention.row_id, mention.document_id, mention.start) for mention in mentions(collection, table)}
        for row in records(collection.tables[table]):
            document_id = article_at(collection, row["seed_file"], int(row["start"]))
            start, _ = readings(collection)[document_id].span(int(row["start"]), int(row["end"]))
            if (row[key], document_id, start) not in found:
                yield Problem(table, row[key], f"{name}_zh", "name_not_read_here", "correct")


def programmes_are_named_beside(collection: Collection) -> Iterator[Problem]:
    """The programme of a measure is named in the paragraph or the sentence that the measure stands in."""
    places = named(collection, "programmes")
    for row in tuples(collection.tables["measures"]):
        if not row.programme_id:
            continue
        found = evidence(collection, row.measure_id)
        paragraph = readings(collection)[found.document_id].paragraph_at(found.position)
        first = min(paragraph.start, found.position - len(found.left))
        last = max(paragraph.end, found.position + len(found.quote + found.right))
        here = {programme for start, programme in places.get(found.document_id, ()) if first <= start < last}
        if row.programme_id not in here:
            said = {"programme": row.programme_id}
            yield Problem("measures", row.measure_id, "programme_id", "programme_not_beside", "correct", said)


def owners_are_named_beside(collection: Collection) -> Iterator[Problem]:
    """Whose a programme is, who awards an honour, what a person belongs to is named in an article that names these."""
    bodies: dict[str, set[str]] = {}
    for mention in mentions(collection, "organisations"):
        bodies.setdefault(mention.document_id, set()).add(mention.row_id)
    for table, column in _OWNERS.items():
        key, _ = NAMED[table]
        beside: dict[str, set[str]] = {}
        for mention in mentions(collection, table):
            beside.setdefault(mention.row_id, set()).update(bodies.get(mention.document_id, ()))
        for row in records(collection.tables[table]):
            if row[column] and row[column] not in beside.get(row[key], ()):
                yield Problem(table, row[key], column, "not_named", "body_or_alias", {"body": row[column]})


def programmes_are_given(collection: Collection) -> Iterator[Problem]:
    """A measure whose quote names a programme belongs to one."""
    places = named(collection, "programmes")
    for row in tuples(collection.tables["measures"]):
        if row.programme_id:
            continue
        found = evidence(collection, row.measure_id)
        here = between(places.get(found.document_id, ()), found.position, found.position + len(found.quote))
        if here:
            yield doubt("measures", row.measure_id, "programme_id", "quote_names_programme", programme=here[-1])


def signers_are_persons(collection: Collection) -> Iterator[Problem]:
    """Whoever signs an article is a person who speaks in it."""
    speaking = {(row.document_id, row.name_zh) for row in tuples(collection.tables["persons"]) if row.part == _SPEAKS}
    for row in tuples(collection.tables["documents"]):
        for author in authors(row.byline):
            if not author.body and (row.document_id, author.name) not in speaking:
                name = {"name": author.name}
                yield Problem("documents", row.document_id, "byline", "signer_no_speaker", "add_or_correct", name)


def parts_follow_wording(collection: Collection) -> Iterator[Problem]:
    """Whoever speaks signs the article, or has a word of saying (说, 表示) after the name somewhere in it."""
    bylines = {row.document_id: row.byline for row in tuples(collection.tables["documents"])}
    texts = readings(collection)
    for row in tuples(collection.tables["persons"]):
        saying = re.compile(re.escape(row.name_zh) + _SAYING)
        says = row.name_zh in bylines[row.document_id] or saying.search(texts[row.document_id].text)
        if bool(says) != (row.part == _SPEAKS):
            yield doubt("persons", row.person_id, "part", "part_unlike_wording", part=row.part)


def quoted_names_are_known(collection: Collection) -> Iterator[Problem]:
    """A name in its marks that reads as a programme (…计划, …杯, “…”行动) is one, or another thing of a table."""
    taken: dict[str, set[int]] = {}
    for table in NAMED:
        for mention in mentions(collection, table):
            taken.setdefault(mention.document_id, set()).update(range(mention.start, mention.end))
    for document_id, reading in readings(collection).items():
        told = set()
        for found in _QUOTED.finditer(reading.text):
            name = found["name"]
            reads = found["kind"] or _PROGRAMME.search(name)
            if not reads or name in told or not taken.get(document_id, set()).isdisjoint(range(*found.span("name"))):
                continue
            if "《" in evidence_at(collection, document_id, *found.span("name")).left.rpartition("》")[2]:
                continue
            told.add(name)
            yield doubt("programmes", f"{document_id} {name}", "name_zh", "programme_unlisted", name=name)


def _closed(text: str) -> str:
    return "".join(text.split())

"""Doubts about who acts: a measure's actor is told where it stands, and where one is told it has one."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from corpus.checks.sentences import NAMES, beside, doubt, named
from corpus.coding.measures import UNNAMED
from corpus.collection.collection import Collection
from corpus.collection.tables import records, tuples
from corpus.problem import Problem
from corpus.texts.reading_text import readings

_KINDS_OF_BODY = {
    "government": re.compile(r"政府|部门|[局厅署]|国资委|发改委|管委会"),
    "enterprise": re.compile(r"企业|国企|民企|公司|厂"),
    "union": re.compile(r"工会|职工之家"),
    "school": re.compile(r"学校|院校|学院|高校|校"),
    "party": re.compile(r"党|全会|巡视|巡察"),
    "association": re.compile(r"协会|商会|联盟|联合会|科协"),
    "other": re.compile(r"园区|开发区|工业区|中心|办公室|小组|机构"),
}
"""Type of an actor → what a text says of one that it does not name."""
_OF_THE_PARTY = re.compile(r"发展党员|党管人才|[建设]党组织|党建(?:工作|引领|统领)|全会(?=[，,。]|$)|政治巡视|巡察")
"""Acts that are the Party's own."""
_BEFORE_A_SUBJECT = "，。；！？,;!?\n：:”由"
"""Signs after which a body that is named is a subject."""
_SPEAK_OF_THEMSELVES = {"enterprise", "school"}
_ITSELF = re.compile(r"我们|我校|该[校公企学]|学校|公司|企业")
"""What a firm or school is called where its paragraph does not give its name."""


def actors_are_told(collection: Collection) -> Iterator[Problem]:
    """Whoever acts is told: named in the paragraph as far as the quote goes, or by the signature."""
    called = _called(collection)
    bylines = _bylines(collection)
    for row in tuples(collection.tables["measures"]):
        if row.actor_type == UNNAMED or (row.actor_type == "individual" and not row.actor):
            continue
        told = _told(collection, row.measure_id, bylines)
        if row.actor:
            itself = row.actor_type in _SPEAK_OF_THEMSELVES and _ITSELF.search(told)
            if not itself and not any(name in told for name in called.get(row.actor, ())):
                yield doubt("measures", row.measure_id, "actor", "actor_not_told", body=row.actor)
        elif not _KINDS_OF_BODY[row.actor_type].search(told):
            yield doubt("measures", row.measure_id, "actor_type", "no_such_body", type=row.actor_type)


def nobody_is_told(collection: Collection) -> Iterator[Problem]:
    """Where a measure has no actor, no clause of its sentence up to the end of its quote begins with a body."""
    mentioned = named(collection, "organisations")
    for row in tuples(collection.tables["measures"]):
        if row.actor_type != UNNAMED:
            continue
        found = beside(collection)[row.measure_id].found
        told, first = found.left + found.quote, found.position - len(found.left)
        places = mentioned.get(row.document_id, ())
        bodies = [
            body
            for start, body in places[bisect_left(places, (first, "")) : bisect_left(places, (first + len(told), ""))]
            if start == first or told[start - first - 1] in _BEFORE_A_SUBJECT
        ]
        if bodies:
            yield doubt("measures", row.measure_id, "actor_type", "somebody_told", told=bodies[0])


def party_acts_are_the_partys(collection: Collection) -> Iterator[Problem]:
    """What only the Party does (发展党员, 党管人才, 全会, 巡视) is coded as the Party's."""
    for row in tuples(collection.tables["measures"]):
        act = _OF_THE_PARTY.search(NAMES.sub("", row.quote))
        if act and row.actor_type not in {"party", "individual"}:
            yield doubt("measures", row.measure_id, "actor_type", "act_of_the_party", act=act.group())


def _told(collection: Collection, measure: str, bylines: dict[str, str]) -> str:
    """The signature of the article, and the paragraph of a measure to the end of its quote."""
    found = beside(collection)[measure].found
    reading = readings(collection)[found.document_id]
    start = reading.paragraph_at(found.position).start
    return bylines[found.document_id] + "\n" + reading.text[start : found.position + len(found.quote)]


def _bylines(collection: Collection) -> dict[str, str]:
    return {row["document_id"]: row["byline"] for row in records(collection.tables["documents"])}


def _called(collection: Collection) -> dict[str, list[str]]:
    """Organisation → its name and aliases."""
    return {
        row.organisation_id: [row.name_zh, *filter(None, row.aliases.split("|"))]
        for row in tuples(collection.tables["organisations"])
    }

"""Doubts about names and codes: what bodies, places, words and roles are called, beside what they look like."""

import re
from collections.abc import Iterator

from corpus.checks.sentences import doubt
from corpus.coding.mentions import first_mentions
from corpus.collection.collection import NOWHERE, Collection
from corpus.collection.tables import records, tuples
from corpus.divisions.divisions import UNLISTED, by_code
from corpus.problem import Problem
from corpus.texts.reading_text import readings
from corpus.words.own_places import hang_on_article

_OTHER = "other"
"""Type of a body that is none of the others; whoever acts there is coded by what it is for."""
_SOUNDS = (
    ("union", re.compile(r"工会|工联")),
    ("party", re.compile(r"党委|区委$|市委$|省委$|县委$|组织部|宣传部|党组织|纪委")),
    ("school", re.compile(r"学院|学校|大学|技校")),
    ("association", re.compile(r"协会|商会|联合会|学会|科协|职教集团|联盟")),
    ("enterprise", re.compile(r"公司|集团|厂$|企业$")),
    ("government", re.compile(r"局$|厅$|政府|委员会$|中心$")),
)
"""Type → what its bodies are called, the first that fits."""
_SINGLE = {"enterprise", "school"}
_NOT_BY_NAME = re.compile(r"陈列厅")
_REASONS = {
    "date": re.compile(r"年|月|日|世纪|点|时|周|星期|礼拜"),
    "ordinal": re.compile(r"第|是|等奖|前.*名|届"),
}
"""Reason → what a numeral that is excluded for it looks like, the characters beside it included."""
_DATE = re.compile(r"(?:今年|去年)?\d+(?:年|月).*")
_SENTENCE_END = tuple("。！？!?”’…）)；—")
_FULL_STOP = tuple("。！？；")
_UNFINISHED = {"title", "kicker", "heading", "byline", "credit"}
"""Roles whose texts are no sentences."""


def actors_are_of_their_type(collection: Collection) -> Iterator[Problem]:
    """An actor that is named is of the type that the measure says."""
    types = dict(collection.tables["organisations"][["organisation_id", "type"]].itertuples(index=False, name=None))
    for row in tuples(collection.tables["measures"]):
        if row.actor and types.get(row.actor, _OTHER) not in {_OTHER, row.actor_type}:
            said = {"body": row.actor, "type": types[row.actor]}
            yield doubt("measures", row.measure_id, "actor_type", "body_of_type", **said)


def scopes_follow_actors(collection: Collection) -> Iterator[Problem]:
    """A firm or school does nothing for a whole region, and what stays inside one organisation is done by one."""
    types = dict(collection.tables["organisations"][["organisation_id", "type"]].itertuples(index=False, name=None))
    for row in tuples(collection.tables["measures"]):
        inside = types.get(row.actor) in _SINGLE
        if (row.scope == "whole_region" and inside) or (row.scope == "single_organisation" and not inside):
            yield doubt("measures", row.measure_id, "scope", "scope_and_actor", scope=row.scope)


def bodies_sound_like_their_type(collection: Collection) -> Iterator[Problem]:
    """A body is of the type that its name says, if it says any."""
    for row in tuples(collection.tables["organisations"]):
        name = _NOT_BY_NAME.sub("", row.name_zh)
        sound = next((kind for kind, wording in _SOUNDS if wording.search(name)), row.type)
        if row.type not in {sound, _OTHER}:
            yield doubt("organisations", row.organisation_id, "type", "name_sounds", type=sound)


def bodies_are_named_somewhere(collection: Collection) -> Iterator[Problem]:
    """A registered body is named in some article of its region or one around it: an alias may be missing."""
    named = first_mentions(collection, "organisations")
    for organisation in collection.tables["organisations"]["organisation_id"]:
        if organisation not in named:
            yield doubt("organisations", organisation, "name_zh", "in_no_article")


def places_are_official(collection: Collection) -> Iterator[Problem]:
    """A region has the name and the parent of its code in the official list of divisions, and short forms of its names.

    A code of one's own, for a place that the list does not have, ends in 99.
    """
    for row in tuples(collection.tables["regions"]):
        official = by_code(row.region_id)
        if row.region_id == NOWHERE["region_id"]:
            continue
        if official is None and not row.region_id.endswith(UNLISTED):
            yield doubt("regions", row.region_id, "region_id", "not_in_divisions")
        elif official and official.name != row.name_zh:
            yield doubt("regions", row.region_id, "name_zh", "no_official_name", name=official.name)
        elif official and official.parent != row.parent_region_id:
            yield doubt("regions", row.region_id, "parent_region_id", "official_parent", parent=official.parent)
        for column, short, name in (("short_zh", row.short_zh, row.name_zh), ("short_en", row.short_en, row.name_en)):
            if short not in name:
                yield doubt("regions", row.region_id, column, "short_not_in_name", short=short)


def vocabulary_stands_in_texts(collection: Collection) -> Iterator[Problem]:
    """Terms, words of tone and numeral words stand in some text: one that does not may be mistyped.

    What a text calls its own region (我市) waits for the articles of any region.
    """
    waiting = hang_on_article(collection.codebook)
    texts = "\n".join(reading.text for reading in readings(collection).values())
    for table, field in (("lexicon", "term"), ("tone", "word"), ("numeral_words", "word")):
        for word in collection.tables[table][field]:
            if word not in texts and not (table == "lexicon" and word in waiting):
                yield doubt(table, word, field, "in_no_article")


def exclusions_look_like_their_reason(collection: Collection) -> Iterator[Problem]:
    """A date names a year, month or day, an ordinal a rank; what looks like a date is one."""
    for row in tuples(collection.tables["excluded_numerals"]):
        wording, seed = _REASONS.get(row.reason), collection.seeds[row.seed_file]
        around = seed[max(int(row.start) - 1, 0) : int(row.end) + 1]
        unlike = wording and not wording.search(around)
        if unlike or (row.reason != "date" and _DATE.fullmatch(row.quote)):
            place = f"{row.seed_file} {row.start}"
            said = {"quote": row.quote, "reason": row.reason}
            yield doubt("excluded_numerals", place, "reason", "reason_unlike_quote", **said)


def texts_end_as_their_role(collection: Collection) -> Iterator[Problem]:
    """Running text ends a sentence, or what follows joins it; headings and names end none."""
    segments = records(collection.tables["segments"])
    joining = {(row["document_id"], int(row["position"]) - 1) for row in segments if row["joins_previous"] == "true"}
    for row in segments:
        text = collection.seeds[row["seed_file"]][int(row["start"]) : int(row["end"])].rstrip()
        joined = (row["document_id"], int(row["position"])) in joining
        if row["role"] == "body" and not joined and not text.endswith(_SENTENCE_END):
            yield doubt("segments", row["segment_id"], "role", "reads_on")
        if row["role"] in _UNFINISHED and text.endswith(_FULL_STOP):
            yield doubt("segments", row["segment_id"], "role", "ends_a_sentence")

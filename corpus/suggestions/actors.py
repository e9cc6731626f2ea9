"""Who acts in a clause: the body that a paragraph made its subject last, by its name or its nature."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from corpus.suggestions.acts import ADVERBS, VERB
from corpus.suggestions.candidates import Candidate
from corpus.texts.clauses import clauses
from corpus.texts.reading_text import Paragraph, ReadingText

UNNAMED, INDIVIDUAL = "unnamed", "individual"
_NATURES = {
    "union": r"总工会|工会(?:系统|组织|委员会)?",
    "party": r"[省市区县州]委(?:常委会)?(?![员托办])|党委|党组|党工委|组织部|宣传部|纪委",
    "enterprise": (
        r"公司|集团|(?:龙头|国有|民营|重点|规上|规模以上)?企业|国企|民企|央企|[车工纺药电]厂|冶炼厂|分厂|该厂"
    ),
    "school": r"学院|学校|大学|院校|高校|中专|技校|职校|职中|该校|我校",
    "association": r"协会|商会|联盟|联合会|科协|学会",
    "other": (
        r"工业区|产业园区?|大学园区|园区|开发区|高新区|中心|产改办|改革办|办公室|领导小组|协调小组|工作专班|研究院|机构"
        r"|联席会议"
    ),
    "government": (
        r"政府|(?:人力资源和?社会保障|教育|财政|科技|税务|民政|司法)(?:局|厅|部门)|[\u4e00-\u9fff]{2}[局厅]"
        r"|(?:财政|教育|科技|工信|人社|民政)部|国资委|发改委|管委会|相关部门|有关部门|各部门|职能部门"
    ),
}
"""Nature of a body → what its name ends with."""
_KIND = re.compile("|".join(f"(?P<{kind}>{ends})" for kind, ends in _NATURES.items()))
_PLACE = re.compile(
    r"(?:近年来|目前|据悉|今年以来|今年|去年|同时)?(?:[我全本该][省市区县州旗]|[\u4e00-\u9fff]{1,8}?(?:省|市|区|县|自治州|旗|镇|街道))"
)
_BEFORE = re.compile(
    rf"(?:[“‘”’\s]|同时|此外|近年来|今年|目前|据悉|{ADVERBS}|\d{{4}}年(?:\d+月)?(?:以来|开始|起)?|由|在)*"
)
_AFTER = re.compile(
    rf"(?:\([^()]{{0,30}}\)|（[^（）]{{0,30}}）)?(?:等(?:单位|部门|企业)?)?"
    rf"(?:[、和与同及则也还均将已以对向把在从由每会要]|根据|按照|高度重视|重视|特别|大力|充分|依法|依托|结合|围绕|聚焦|通过|采取|坚持|联合|牵头|始终|高层|紧盯|瞄准|锚定|立足|强化|{ADVERBS}"
    rf"|{VERB.pattern}|紧紧|紧扣|共|推)"
)
_SURELY = re.compile(r"总工会|有限公司|学院|[局厅]|[省市区县州]委|党委|党组|国资委")
"""Ends of names after which any word may follow but those of _OF_IT."""
_OF_IT = re.compile(
    r"的|副?(?:主席|局长|厅长|书记|院长|经理|部长|负责|主任|董事)|职工|工人|员工|技能|教师|学生|车间|科技园|党|经济|机关|办|新|江"
)
_ITSELF = re.compile(r"(?:我们|我)?(?:公司|学校|学院|企业|厂)|我们|我校")
_SPEAKER = re.compile(r"[”’](?:[^“”。]{0,60})(?:说|表示|介绍|告诉|坦言|指出|认为)")
_PARTY_ACT = re.compile(r"发展党员|党管人才|党组织|党群|党建(?:工作|引领|统领)|党代会|全会(?=[，,。]|$)|政治巡视|巡察")
_UNION_ACT = re.compile(r"工会(?:驿站|“?职工之家)|职工之家|建(?:立|设)?工会|各级工会|工会系统|工会组织")
_FOR_SHORT = re.compile(r"[（(](?:以下)?简称[:：]?[“\"]?(?P<short>[\u4e00-\u9fffA-Za-z]{2,12})[”\"]?[）)]")
_NO_NAME = re.compile(rf"{VERB.pattern}|[与向对把将为给使让由在以进是的等，、]|按照|根据|推动|推进|通过|依托")
"""What stands in no name of a body: whatever comes after it is no subject."""
_REACH = 30
"""The longest name that is looked for at the start of a clause."""


FAR = 800
"""How many letters from a clause what holds for it is looked for: speeches and plans are no longer."""


class Actor(NamedTuple):
    """Who acts: an id of `organisations` or "", the kind of body, and the place of the words that say so, if any."""

    organisation_id: str
    kind: str
    start: int
    end: int


NOBODY = Actor("", UNNAMED, 0, 0)


def abbreviations(text: str) -> dict[str, Actor]:
    """What a text itself calls its bodies for short, as in 某某有限公司(以下简称“某某”)."""
    return {
        short.group("short"): Actor("", kind, 0, 0)
        for short in _FOR_SHORT.finditer(text)
        if (kind := _nature(text[max(0, short.start() - _REACH) : short.start()]))
    }


def _nature(name: str) -> str:
    """The kind of body that a name ends with, "" where it ends with none."""
    kind = ""
    for found in _KIND.finditer(name):
        kind = found.lastgroup if found.end() == len(name) else ""
    return kind or ""


def body(text: str, start: int, end: int, known: Mapping[str, Actor]) -> Actor | None:
    """The body, or the place, that `text[start:end]` begins with as a subject; None where it begins with none.

    `known` are bodies by their names. A place alone names no body: it gives NOBODY.
    """
    opening = _BEFORE.match(text, start, end)
    first = opening.end() if opening else start
    limit = min(end, first + _REACH)
    for last in range(limit, first + 1, -1):
        named = known.get(text[first:last])
        if named and _AFTER.match(text, last, end):
            return named._replace(start=first, end=last)
    for kind in _KIND.finditer(text, first, limit):
        if _NO_NAME.search(text, first, kind.start()):
            break
        surely = _SURELY.search(kind.group()) and kind.end() < end and not _OF_IT.match(text, kind.end(), end)
        if surely or _AFTER.match(text, kind.end(), end):
            return Actor("", kind.lastgroup or UNNAMED, first, kind.end())
    place = _PLACE.match(text, first, limit)
    if place and _AFTER.match(text, place.end(), end):
        return NOBODY
    return None


def subjects(reading: ReadingText, paragraph: Paragraph, known: Mapping[str, Actor]) -> tuple[list[int], list[Actor]]:
    """Where a paragraph changes its subject, and who that is from there on."""
    starts, actors = [paragraph.start], [NOBODY]
    for start, end in clauses(reading.text, paragraph.start, paragraph.end):
        found = body(reading.text, start, end, known)
        if found is not None:
            starts.append(start)
            actors.append(found)
    return starts, actors


def speaker(text: str, known: Mapping[str, Actor]) -> Actor | None:
    """Whose body speaks in a signature, or in the words after a speech; None where it names none."""
    said = text.lstrip("□■ ”’“").removeprefix("中共")
    for last in range(min(len(said), _REACH), 1, -1):
        if said[:last] in known:
            return known[said[:last]]
    kind = _KIND.search(said)
    return Actor("", kind.lastgroup or UNNAMED, 0, 0) if kind else None


def actor(
    reading: ReadingText,
    candidate: Candidate,
    turns: tuple[Sequence[int], Sequence[Actor]],
    signed: Actor | None,
    known: Mapping[str, Actor],
) -> Actor:
    """Who acts in a clause: the Party or the union by the act itself, else the last subject, else who speaks.

    `turns` are the subjects of the paragraph, `signed` the body of whoever signed the article.
    """
    said = reading.text[candidate.start : candidate.end]
    starts, actors = turns
    last = actors[max(bisect_right(starts, candidate.start) - 1, 0)]
    for kind, act in (("party", _PARTY_ACT), ("union", _UNION_ACT)):
        found = act.search(said)
        if found and last.kind in {UNNAMED, "government", "other"}:
            place = candidate.start + found.start(), candidate.start + found.end()
            return Actor(last.organisation_id if last.kind == kind else "", kind, *place)
    if last.kind != UNNAMED:
        return last
    last_place, first_place = min(candidate.end + FAR, candidate.paragraph.end), candidate.start - FAR
    after = _SPEAKER.search(reading.text, candidate.end, last_place)
    before = reading.text.rfind("“", max(first_place, candidate.paragraph.start), candidate.start + 1)
    speaks = after and before >= 0 and reading.text.find("”", before, candidate.start) < 0
    if speaks:
        told = speaker(after.group(), known)
        if told and _ITSELF.search(reading.text, before, candidate.end):
            return told
    if signed and signed.kind in {"school", "enterprise"}:
        return signed
    return last

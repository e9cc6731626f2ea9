"""How far a measure has got and how far it reaches, by the words that say so."""

import re
from typing import NamedTuple

from corpus.suggestions.acts import ADVERBS, VERB

_AHEAD = re.compile(
    r"下一步|接下来|力争|争取|计划(?=在|于|今年|明年|到|建|新|投|开|举|召|选|评|培|招|组|设|发|完)|打算|预计|谋划|(?<![虚模比])拟(?=于|在|定)"
    rf"|(?:(?<![虚模比])拟|准备|(?<![需重主首必只还想有将不正先后纲摘概])要)(?=(?:{ADVERBS}){{0,3}}(?:{VERB.pattern}))"
    r"|未来(?!产业)|今后|明年|申报(?!成功)"
    r"|将(?=达|于|在|建|新|实现|培|继续|进一步|逐步|完善|持续|推|开|举|召|设立|评选|投入|出台|启动|安排|选|给予|新增|组织|围绕|加|着力|积极|全面|深)(?![^，。；]{0,40}(?:纳入|列入|作为|结合|打通|融入|下放|转化|送))"
    r"|到(?:20\d\d年|“?十[四五六]五”?末)|20\d\d年(?:底前|前)"
)
_FROM_NOW_ON = re.compile(r"下一步|接下来|今后")
"""Words that hold for the rest of a paragraph."""
_DONE = re.compile(r"已|先后|成功申报")
_OF_PLANS = re.compile(r"(?:通知|方案|计划|意见|要点|规划|安排)\s*(?:[（(〔\[][^（）()〔〕\[\]]{1,20}[）)〕\]]\s*)*$")
"""What the titles of documents end with that tell plans and rules."""
_PAST = re.compile(r"去年|前年|上年|过去|近年来|以来|截至|已|先后|[^\W\d]了(?!解)|过$")
"""What tells an act as past even in a document of plans."""
_TRIAL = re.compile(
    r"试点|试行|试验区|先行先试|探索(?!成立|建立了|出)(?=.{0,30}(?:模式|机制|制度|办法|路径|做法|培训|认定))"
)
_WISH = re.compile(
    r"建议|期盼|希望|呼吁|倡议|恳请|应当|应该|亟待|亟需|有待|要求各地|应(?=[加建进尽健完推充当统])|必须|需要(?=[加建进健完推])"
)
_PROPOSES = re.compile(r"政协委员|人大代表|提案|建议")
_ONE_BODY = frozenset({"enterprise", "school", "association"})
_PARTLY = re.compile(
    r"园区|工业区|开发区|\d+\s*[余多]?(?:家|对|户)(?:\w{0,8}企业|国企|民企|公司|单位)|部分|国有企业|国企|民企|重点企业|龙头企业"
    r"|省属|市属"
)
_TOGETHER = re.compile(r"联盟|联合体|共同体|集团|携手|牵头|校企|企业|区县|[与和].{1,20}(?:合作|共建|签)")
"""What a school does with others reaches beyond itself."""
_ALL = re.compile(r"[全我本][省市区县州国]|各级|各地|广大|覆盖")
_NAMES = re.compile(r"“[^”]{0,40}”|‘[^’]{0,40}’|《[^》]{0,60}》")


PROPOSED, PLANNED = "proposed", "planned"
"""The status of what is only wished for, and of what is to come."""


class Said(NamedTuple):
    """A code and the place of the words that spoke for it, both 0 where none did."""

    code: str
    start: int
    end: int


def proposes(genre: str, byline: str, title: str) -> bool:
    """Whether all that an article asks for is a wish: by its genre, or by who signs it and what it is called."""
    return genre == "proposal" or bool(_PROPOSES.search(byline) or re.search(r"提案|建议", title))


def plans(title: str) -> bool:
    """Whether a document tells plans and rules by what its title ends with, as a notice or a programme does."""
    return bool(_OF_PLANS.search(title))


def status(text: str, start: int, end: int, opened: tuple[int, int], *, whole: str = "") -> Said:
    """How far the act of `text[start:end]` has got; `opened` is where its paragraph and its sentence begin.

    `whole` is the status of all that the document tells, if it has one: PROPOSED holds for every act, PLANNED for
    those that are told as neither past nor wished for.
    """
    paragraph, sentence = opened
    wish = _found(_WISH, text, sentence, end)
    if not wish and sentence > paragraph and (speech := text.rfind("“", paragraph, sentence)) >= 0:
        # What a speech wishes goes on in its further sentences.
        wish = None if text.find("”", speech, sentence) >= 0 else _found(_WISH, text, speech, sentence)
    if whole == PROPOSED or wish:
        return Said(PROPOSED, *(wish or (0, 0)))
    if not _DONE.search(text, start, end):
        ahead = _found(_AHEAD, text, sentence, end) or _found(_FROM_NOW_ON, text, paragraph, sentence)
        if ahead:
            return Said(PLANNED, *ahead)
        if whole == PLANNED and not _PAST.search(text, sentence, end):
            return Said(PLANNED, 0, 0)
    trial = _found(_TRIAL, text, start, end)
    if trial:
        return Said("pilot", *trial)
    return Said("implemented", 0, 0)


def scope(text: str, start: int, end: int, kind: str, *, wishes: bool) -> Said:
    """How far the act of `text[start:end]` reaches, given the kind of body that acts."""
    if wishes:
        return Said("nation", 0, 0)
    part = _found(_PARTLY, text, start, end)
    whole = _found(_ALL, text, start, end)
    if part and not whole:
        return Said("part", *part)
    shared = _found(_TOGETHER, text, start, end) if kind == "school" else None
    if shared:
        return Said("part", *shared)
    if kind in _ONE_BODY:
        return Said("single_organisation", 0, 0)
    return Said("whole_region", *(whole or (0, 0)))


def _found(pattern: re.Pattern, text: str, start: int, end: int) -> tuple[int, int] | None:
    """The first place of a pattern outside names and titles."""
    names = [name.span() for name in _NAMES.finditer(text, start, end)]
    for match in pattern.finditer(text, start, end):
        if not any(first <= match.start() < last for first, last in names):
            return match.span()
    return None

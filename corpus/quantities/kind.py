"""What a quantity is: a result, a size told as background, an aim or a term of a rule; and what says so."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from corpus.quantities.units import AGE, MONEY, SHARE, TIME

if TYPE_CHECKING:
    from corpus.quantities.period import Calendar
    from corpus.quantities.quantity import Quantity

Cue = tuple[str, int, int]
Trait = tuple[str, tuple[int, int] | None]
KINDS = ("fact", "target", "parameter")
_CUES = {
    "aim": (
        r"力争|争取|(?<!行动)(?<!人才)(?<!工程)(?<!发展)(?<!五年)计划(?=在|到|于|用|通过|每|培|投|建|举|召|选|评|设|发"
        r"|新|完|开|实|支|安|招|组|今|明|全|年|将|分|对|从|\d)|拟(?!定了)|预计|预期(?!指数)|目标(?!责任|群"
        r"|人|考核|管理|的实现|(?:任务)?的?(?:\d|百分|[一二三四五六七八九]成))|保证(?![金书人])|决心|需要(?=[新建拆改增投培]|完成)|确保|有望|打算"
        r"|规划(?=到|在|建|投|\d)|努力(?=实|达|使|做到|完)|力求|申报|可望|届时"
        r"|原定|预定|改订|提出要"
    ),
    "will": (
        r"将(?=[在于达超新继举完实培建推为有会开设组选投启再向对全于逐陆还与进安发出提增以通由力争按使帮给支扩改用为]|会)|(?<![主需重只就若])要(?=[达实完力确建培在把以提新到])|今后|未来|明年|下一步|接下来|即将|继续"
        r"|今年(?=.{0,8}(?:将|拟|要|计划|力争|目标))"
    ),
    "by_year": (
        r"(?<!达)到(?:20\d\d|19\d\d|本世纪|“?十[四五六]五)[^,，]{0,6}(?:年|末|期)|(?:20\d\d|19\d\d)年(?:以前"
        r"|前|底前)"
    ),
    "done": r"已(?!建成|婚)|累计|先后|截至|截止|以来|了(?!解)|成功|荣获|被评",
    "reached": r"完成(?!时)|建成|共(?![享同建产青])|实现",
    "past": r"去年|上年|同比|比上|较上|年末|初步核算|核算",
    "told": r"统计|调查|显示|普查|抽样|据悉|介绍",
    "covers": r"涵盖|包括|覆盖|设有|提供|来自|涉及",
    "stat": (
        r"占(?!用)|比重|增长|下降|增加值|减少|平均(?=[^,，]{0,6}\d)|总量|总数|总值|人口|比例|所占|增幅"
        r"|涨幅|增速|达(?!标)|其中|分别"
    ),
    "held": (
        r"举办|开展|组织|培训(?!补|津|费|期)|走访|投入|筹集|帮助|参与|参加|救助|帮扶|慰问|送去|建立"
        r"|新建|成立|命名|服务|新增|获(?!得感)|推出|涌现|组建|保持|覆盖|惠及|吸引|评选|表彰|明确"
    ),
    "give": (
        r"给予|补助|补贴|奖励|津贴|资助|奖金|奖补|发给|减免|豁免|扣除|报销|赔偿|缴纳|缴费|征收|罚款"
        r"|处以|收费|学费|费用由"
    ),
    "scale": (
        r"标准|上限|下限|最高|最低|最长|最短|最多|最少|不超过|不低于|不少于|不得|限额|为期|期限|学制"
        r"|封顶|限|每节|划一|调升|调高|提升至|提高到"
    ),
    "must": (
        r"应(?![对用邀急届变聘征])|须|必须|不得|可(?=申请|享受|获|按|以申请|领|凭|报|延长|达|选)|符合"
        r"|具备|具有|凡|年满|周岁|需(?!求)|申请|报名|条件|资格|规定|要求|申领|合资格|如(?!今|期|此"
        r"|下|何)"
    ),
    "term": r"有效期|学制|任期|聘期|服务期|试用期|期满|名额|之日起|受理|时限|截止|逾期|周期为",
    "each": r"每[人月年户名个次家天日项位满周]|人均|/[人月年]",
    "law": r"办法|条例|细则|通知|意见|方案|规例|第[一二三四五六七八九十]+条|附件|说明|政策|计划书|须知",
}
_PATTERNS = {name: re.compile(cue) for name, cue in _CUES.items()}
_AFTER = {
    "the_which": re.compile(r"的(?=[,，企单职人员用群学院在])|者"),
    "give": re.compile(r"[^,，。;；\n]{0,10}(?:补贴|补助|奖励|津贴|资助|奖金|罚款|奖补|费|优惠)"),
    "limit": re.compile(r"(?:[(（]含[)）]|以)?为限|封顶|(?:以上|以下|以内|内|及以上)"),
    "of_goal": re.compile(r"[^,，。;；\n]{0,12}(?:目标|指标任务|预期|备案目标|新目标|的计划)"),
    "within": re.compile(
        r"(?<=工作日内)|(?<=工作日)[之以]?内|[之以]?内(?=[^,，。\n]{0,6}(?:完成|办结|提出|提交|申报|申请|报|向|作出|答复|支付|发放|到))"
    ),
    "strive": re.compile(r"[^。\n]{0,24}而(?:努力|奋斗)"),
    "class": re.compile(r"(?:[^\d,，。;；\n]{0,6})(?:占|组|年龄段|人口|失业率|人群)"),
    "benefit": re.compile(r"[^,，。;；\n]{0,8}(?:可受惠|受惠|将受益|可受益)"),
    "held": re.compile(r"[^,，。;；\n]{0,12}(?:举办|开展|参加|参与|获|受惠|参赛|培训)"),
}
_DEMAND = re.compile(
    "(?:服务|工作|连续|从业|任职|缴费|就业|年|已)?满$|至少有?$|[须需](?:满足)?(?:有|具有|具备)?$|(?:各"
    "|限|分别)(?:新建|报|推荐|评选)?$"
)
_RUNS_ON = re.compile("|".join(f"(?:{_CUES[name]})" for name in ("aim", "will", "by_year")))
_RULES_ON = re.compile("|".join(f"(?:{_CUES[name]})" for name in ("must", "scale", "give")))
_PAST_CUE = re.compile("|".join(f"(?:{_CUES[name]})" for name in ("done", "past")))
_PLAN_HEAD = re.compile(
    r"(?m:^)[^\n。，]{0,16}(?:(?:目标任务|主要目标|工作目标|总体目标|发展目标|目标要求|具体目标)[:：。\n]"
    r"|(?:下一步|今后|今年|明年|20\d\d年)[^\n。，]{0,6}(?:工作|任务|打算|安排|思路|计划|要点|重点)[^\n。，]{0,8}[:：。\n])"
)
_PAST_HEAD = re.compile(r"(?m:^)[^\n。，]{0,16}(?:回顾|回忆|总结|成效|成绩|进展|情况|做法)[^\n。，]{0,6}[:：。\n]")
_PLAN_TITLE = re.compile(r"(?:规划|计划|方案|工作要点|行动|实施意见)(?:[(（]|的通知|\s|$)")
_GOAL_HEAD = re.compile(r"(?:预期目标|主要目标|发展目标|目标任务|工作目标|目标是|奋斗目标)[^。\n]{0,8}[:：\n]")
_RULE_HEAD = re.compile(r"(?:标准|条件|要求|办法|规定|对象|期限|方式|补贴|津贴|奖励|待遇)[^。\n]{0,6}(?:如下|:|：|\n)")
_STOPS = "。！？!?\n"
_STOP = re.compile("[。！？!?\n]")
_COMMAS = frozenset("，,；;：:")
_REACH, _NEAR = 160, 16
_PARAGRAPH, _SECTION = 300, 500
_TITLE = 120
_PER = 1000
_FEW, _MANY = 2, 6


def sentence(text: str, start: int, end: int, reach: int = _REACH) -> tuple[int, int]:
    """The sentence around a stretch of a plain text, at most `reach` characters to each side."""
    left = max(max(text.rfind(stop, max(start - reach, 0), start) for stop in _STOPS) + 1, start - reach, 0)
    stop = _STOP.search(text, end, end + reach)
    return left, stop.start() if stop else min(end + reach, len(text))


def _clause(text: str, left: int, start: int) -> int:
    """Where the clause before `start` begins."""
    for at in range(start - 1, left - 1, -1):
        inside = text[at] == "," and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()
        if text[at] in _COMMAS and not inside:
            return at + 1
    return left


def manner(text: str) -> tuple[str, ...]:
    """How a whole text speaks: the cues that are few or many in it, for its length."""
    found = ["text:plan"] if _PLAN_TITLE.search(text, 0, _TITLE) else []
    size = max(len(text), 300) / _PER
    for name, pattern in _PATTERNS.items():
        often = sum(1 for _ in pattern.finditer(text)) / size
        if often < _FEW:
            continue
        found.append(f"text:{name}:{'many' if often >= _MANY else 'some'}")
    return tuple(found)


def traits(text: str, quantity: "Quantity", calendar: "Calendar") -> Iterator[Trait]:
    """What speaks for one kind or another around a quantity, each with the place of its words where it has one."""
    left, right = sentence(text, quantity.start, quantity.end)
    clause = _clause(text, left, quantity.start)
    earlier, _ = sentence(text, max(left - 1, 0), max(left - 1, 0), _NEAR * 6)
    places = (("clause", clause, quantity.start), ("sentence", left, clause), ("before", earlier, left))
    yield "always", None
    for name, pattern in _PATTERNS.items():
        for place, first, last in places:
            if found := _last(pattern, text, first, last):
                yield f"{place}:{name}", found.span()
        if found := pattern.search(text, quantity.end, min(right, quantity.end + _NEAR)):
            yield f"after:{name}", found.span()
    for name, pattern in _AFTER.items():
        if found := pattern.match(text, quantity.end):
            yield f"next:{name}", found.span()
    if ahead := calendar.ahead(left, quantity.start):
        yield "ahead", ahead
    bounds = quantity.high is not None or quantity.qualifier in {"at_least", "at_most"}
    if quantity.unit_word in AGE and bounds and _AFTER["class"].match(text, quantity.end):
        yield "age_class_of", None
    yield from _together(text, left, quantity)
    yield from _headed(text, left, quantity)
    yield from _form(quantity)


def _together(text: str, left: int, quantity: "Quantity") -> Iterator[Trait]:
    """What a sentence says before a quantity, taken together."""
    if _DEMAND.search(text, max(quantity.start - 6, 0), quantity.start):
        yield "demand", None
    said = {name for name, pattern in _PATTERNS.items() if pattern.search(text, left, quantity.start)}
    rules = said & {"give", "scale", "must", "each"}
    yield from _running_on(text, left, quantity, said)
    if said & {"aim", "will", "by_year"} and not said & {"done", "past"}:
        yield "aims_alone", None
    if rules and not said & {"done", "past", "held"}:
        yield "rules_alone", None
    if len(rules) > 1:
        yield "rules_many", None


def _running_on(text: str, left: int, quantity: "Quantity", said: set[str]) -> Iterator[Trait]:
    """What an earlier sentence of the paragraph said and no word of the past has ended since."""
    begins = max(text.rfind("\n", max(left - _PARAGRAPH, 0), left) + 1, left - _PARAGRAPH, 0)
    for name, pattern in (("aims_run_on", _RUNS_ON), ("rules_run_on", _RULES_ON)):
        found = _last(pattern, text, begins, left)
        if found and not _PAST_CUE.search(text, found.end(), quantity.start):
            yield name, found.span()
    if "by_year" in said and not said & {"done", "past"}:
        yield "by_year_alone", None
        if quantity.qualifier == "at_least":
            yield "by_year_at_least", None


def _headed(text: str, left: int, quantity: "Quantity") -> Iterator[Trait]:
    """The heading that a quantity stands under."""
    found = _last(_GOAL_HEAD, text, max(left - 400, 0), quantity.start)
    if found and "。" not in text[found.end() : quantity.start]:
        yield "goal_head", found.span()
    plan = _last(_PLAN_HEAD, text, max(left - _SECTION, 0), quantity.start)
    if plan and not _PAST_HEAD.search(text, plan.end(), quantity.start):
        paragraphs = text.count("\n", plan.end(), quantity.start)
        yield ("plan_head" if paragraphs < _FEW else "plan_section"), plan.span()
        if not _PAST_CUE.search(text, plan.end(), quantity.start):
            yield "plan_unbroken", None
    if found := _last(_RULE_HEAD, text, max(left - 120, 0), quantity.start):
        yield "rule_head", found.span()


def _form(quantity: "Quantity") -> Iterator[Trait]:
    """How a quantity is written."""
    word = quantity.unit_word.split("/")[0]
    groups = {"money": MONEY, "time": TIME, "age": AGE, "share": SHARE}
    yield f"unit:{next((name for name, words in groups.items() if word in words), 'count')}", None
    yield f"qualifier:{quantity.qualifier or 'none'}", None
    bounds = quantity.high is not None or quantity.qualifier in {"at_least", "at_most"}
    said = {
        "age_class": word in AGE and bounds,
        "rate": "/" in quantity.unit_word,
        "cell": quantity.cell,
        "range": quantity.high is not None,
    }
    for name, true in said.items():
        if true:
            yield name, None


@cache
def weights() -> Mapping[str, tuple[float, float, float]]:
    """Trait → how much it speaks for each of `KINDS`."""
    path = files("corpus.quantities").joinpath("kind_weights.csv")
    rows = csv.DictReader(path.read_text(encoding="utf-8").splitlines())
    return {row["trait"]: tuple(float(row[kind]) for kind in KINDS) for row in rows}


_STATED_SIZE = re.compile(r"总人口|人口|面积|占地|GDP|生产总值|成立于|辖|现有|拥有|历史|位于|工资|收入|全国|行业")


_AIMS = re.compile(
    "力争|争取|打算|力求|确保|拟(?=[建新培举投开招用])|(?<![动才程展年划])计划(?=[举培投建新完开招用组选评])"
)
_OVER = re.compile(r"已|累计|先后|以来|了(?!解)|去年|上年|同比|原定|原?计划的")
_RULES = re.compile(r"(?:每[人名家个户位月年次]|对)[^,，。;；]{0,12}(?:给予|奖励|补助|补贴|资助|发放)[^,，。;；]{0,8}$")


def _plain_case(text: str, one: "Quantity") -> tuple[str, tuple[int, int]] | None:
    """The kind that the clause before a quantity says in so many words, and where; None where it does not."""
    left, _ = sentence(text, one.start, one.end)
    clause = _clause(text, left, one.start)
    if _OVER.search(text, clause, one.start):
        return None
    if one.unit_word in MONEY and (rule := _RULES.search(text[clause : one.start])):
        return "parameter", (clause + rule.start(), clause + rule.end())
    aim = _last(_AIMS, text, clause, one.start)
    return ("target", aim.span()) if aim else None


_SAME_SENTENCE, _BESIDE = 0.4, 4
_LIST = re.compile(r"\s?[、,，和及与]\s?(?:和|及)?")


def kinds(text: str, found: Sequence["Quantity"], calendar: "Calendar") -> list[tuple[str, list[Cue]]]:
    """For each quantity `result`, `context`, `target` or `parameter`, and the words that spoke for it most.

    What speaks for one speaks, less, for the others of its sentence; the members of a list are of one kind.
    """
    told = manner(text)
    known = weights()
    all_traits = [[*traits(text, one, calendar), *((trait, None) for trait in told)] for one in found]
    own = [_sums(known, row) for row in all_traits]
    sentences = [sentence(text, one.start, one.end)[0] for one in found]
    out = []
    for at, one in enumerate(found):
        near = range(max(at - _BESIDE, 0), min(at + _BESIDE + 1, len(found)))
        around = [own[other] for other in near if other != at and sentences[other] == sentences[at]]
        # What a sentence tells of a class says nothing of the ages that bound the class.
        share = 0 if ("age_class_of", None) in all_traits[at] else _SAME_SENTENCE / max(len(around), 1)
        sums = [total + share * sum(row[kind] for row in around) for kind, total in enumerate(own[at])]
        best = max(range(len(KINDS)), key=sums.__getitem__)
        said = _plain_case(text, one)
        out.append((said[0], [("kind", *said[1])]) if said else _named(text, one, all_traits[at], best))
    for at in range(len(found) - 2, -1, -1):
        one, following = found[at], found[at + 1]
        if one.unit_word == following.unit_word and _LIST.fullmatch(text[one.end : following.start]):
            out[at] = (out[at + 1][0], out[at][1])
    return out


def _sums(known: Mapping[str, tuple[float, float, float]], row: Sequence[Trait]) -> list[float]:
    found = [known[trait] for trait, _ in row if trait in known]
    return [sum(one[at] for one in found) for at in range(len(KINDS))]


def _named(text: str, quantity: "Quantity", row: Sequence[Trait], best: int) -> tuple[str, list[Cue]]:
    """The code of a kind, facts told apart by what they are about, with the words that spoke for it most."""
    known = weights()
    spoke = [(known[trait][best], span) for trait, span in row if span and trait in known]
    strongest, span = max(spoke, default=(0.0, None), key=lambda one: one[0])
    cues = [("kind", *span)] if span and strongest > 0 else []
    if KINDS[best] != "fact":
        return KINDS[best], cues
    left, _ = sentence(text, quantity.start, quantity.end)
    size = _last(_STATED_SIZE, text, left, quantity.start)
    return ("context", [("kind", *size.span())]) if size else ("result", cues)


def _last(pattern: re.Pattern[str], text: str, left: int, right: int) -> re.Match[str] | None:
    last = None
    for match in pattern.finditer(text, left, right):
        last = match
    return last

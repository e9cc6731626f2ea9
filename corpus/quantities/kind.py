"""What kind of thing a quantity is: a result, a size told as background, an aim, or a term of a rule; and what says so."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.quantities.period import Calendar
    from corpus.quantities.quantity import Quantity

_STOPS = "。！？!?\n"
_AIM = re.compile(
    r"力争|争取|计划(?!单列|生育|经济)|拟(?!定|稿|人)|预计|目标|确保|努力|规划到?|有望|打算|今后|未来|明年|下一步|接下来|届时|即将|申报|将(?!近|军|士|来自|领|心比|[\u4e00-\u9fff]{1,12}(?:纳入|作为|列入|列为))"
    r"|(?<![达])到(?:20\d\d|本世纪|“?十[四五六]五)[^,，]{0,6}(?:年|末|期)|要(?:达到|实现|完成|力争|确保|建成|培[养育]|在)|(?<=[,，。])实现[^,，。]{0,12}(?:目标|以上)|不低于|达到[^,，。]{0,14}以上"
)
_RULE = re.compile(
    r"给予|补助|补贴|奖励(?!了)|资助标准|标准(?:为|是|:|不)|不超过|不得|不低于|不少于|应当|应(?=[在由为按于当])|须|必须|可(?:以)?(?:申请|享受|按|领取|获得|凭|报)|享受|最高|最低|最长|最多|最少|上限|下限|"
    r"年满|周岁|符合|具有|具备|条件|累计缴费|限(?:额|报|期|于)|处以|罚款|满\d|工作满|每[人年月户名次个家天日项位满场][^,，。]{0,8}$|按照?[^,，。]{0,14}(?:标准|比例|计算)|对[^,，。]{0,30}的[,，]|凡|以上学历|缴费|报名|名额|推荐"
)
_DONE = re.compile(r"已|共(?!享|同|建|产|青)|累计|了|以来|截至|截止|同比|增长|下降|完成了?|实现了|获得?|发放(?!标准)|其中|达到|建成|现有|目前|先后|去年|上年|今年[^,，。]{0,4}[上已]|通过|共有|总计|合计")
_STATED_SIZE = re.compile(r"总人口|人口|面积|占地|GDP|生产总值|成立于|辖|现有|拥有|历史|位于")


def sentence(text: str, start: int, end: int, reach: int = 160) -> tuple[int, int]:
    """The sentence around a stretch of a plain text, at most `reach` characters to each side."""
    left = max(start - reach, 0)
    for at in range(start - 1, left - 1, -1):
        if text[at] in _STOPS:
            left = at + 1
            break
    right = min(end + reach, len(text))
    for at in range(end, right):
        if text[at] in _STOPS:
            right = at
            break
    return left, right


def kind_of(text: str, quantity: "Quantity", calendar: "Calendar") -> tuple[str, list[tuple[str, int, int]]]:
    """`result`, `context`, `target` or `parameter`, and the words that decided as (field, start, end)."""
    left, right = sentence(text, quantity.start, quantity.end)
    ahead = calendar.ahead(left, quantity.start)
    aim = _last(_AIM, text, left, quantity.start)
    rule = _last(_RULE, text, left, quantity.start) or _RULE.search(text, quantity.end, min(quantity.end + 14, right))
    done = _last(_DONE, text, left, quantity.start)
    if ahead and not done:
        return "target", [("kind", *ahead)]
    if aim and (not done or done.start() < aim.start()):
        return "target", [("kind", *aim.span())]
    if rule and (not done or done.start() < rule.start()):
        return "parameter", [("kind", *rule.span())]
    size = _last(_STATED_SIZE, text, left, quantity.start)
    if size:
        return "context", [("kind", *size.span())]
    return "result", [("kind", *done.span())] if done else []


def _last(pattern: re.Pattern[str], text: str, left: int, right: int) -> re.Match[str] | None:
    last = None
    for match in pattern.finditer(text, left, right):
        last = match
    return last

"""Words that make a number less than exact: before it, inside it, after it, or apart from it."""

import re
from typing import NamedTuple

BEFORE = (
    (
        "at_most",
        (
            r"不超过|不多于|不高于|不大于|不得超过|不得高于|不得多于|最高不超过|最多不超过|最长不超过|低于"
            r"|少于|小于|不足|不到|不满|未满|未达|最高可?达?|最多(?!的)|最长|至多|顶多|上限为?|封顶|最大|限额"
            r"|限"
        ),
    ),
    (
        "at_least",
        (
            r"不低于|不少于|不小于|不得低于|不得少于|不下于|不下|至少|最低|最少|起码|大于等于|≥|最短|下限为?"
            r"|保底"
        ),
    ),
    ("more_than", r"超过了?|超出|超|逾|多于|高于|大于|突破了?|过|上|>|近?逾|满?超|跨越|越过|冲破|破"),
    ("nearly", r"将近|接近|临近|近|逼近|趋近|几近"),
    ("about", r"大约|大概|约为|约有|约占|约|大致|估计|左右|上下|平均约|≈|接近于?"),
)
AFTER = (
    ("at_least", r"[(]?(?:及|或|\(含[^()]{0,6}\)|含)*以上|及其以上|以上|起(?=[,，。;；)、]|步|$)|起步|打底"),
    ("at_most", r"(?:及|或|\(含[^()]{0,6}\))*(?:以下|以内|之内)|封顶|为限|以里"),
    ("about", r"左右|上下(?!游|级|班|联|车|滑)|许(?=[,，。;])|前后(?=[,，。;])|开外"),
    ("more_than", r"挂零|出头|有余|多(?=[,，。;；、)的时]|$)|余(?=[,，。;；、)]|$)|开外"),
)
_CODES_BEFORE = {f"q{at}": code for at, (code, _) in enumerate(BEFORE)}
# Between qualifier and number stand verbs and prepositions at most: 约占47%, 超过了2.5亿, 最高可达.
_APART = r"(?:(?<=[约超过近逾])(?:占|为|有|达到?|在|是)?)"
_BEFORE = re.compile(
    "(?:"
    + "|".join(rf"(?P<q{at}>{words})" for at, (_, words) in enumerate(BEFORE))
    + (r")(?:了|可达|达到?|为|有|在|占|是|可|至|到|给予|人民币|:)?[ ]?$")
)
_CODES_AFTER = {f"q{at}": code for at, (code, _) in enumerate(AFTER)}
_AFTER = re.compile("|".join(rf"(?P<q{at}>{words})" for at, (_, words) in enumerate(AFTER)))
_NOT_BEFORE = re.compile(
    r"(?:附近|最近|新近|靠近|临近|邻近|远近|亲近|邀约|合约|节约|公约|条约|预约|履约|签约|违约|契约"
    r"|大约定|通过|经过|度过|超过不|上限制|马上|以上|线上|网上|路上|身上|加上|早上|晚上|赶上|登上|会上"
    r"|基础上|之上|手上|不上|改过|不过|难过|高超|赶超|反超|只有不|有限|期限|权限|年限|局限|无限|不限"
    r"|为限|界限|时限|上限|下限|极限|受限|限制)[ ]?$"
)
_WINDOW = 10
_SCALES = frozenset("百千万亿")


class Qualified(NamedTuple):
    """A qualifier with its place: code, start, end, and whether it touches the number."""

    code: str
    start: int
    end: int


def before(text: str, at: int) -> Qualified | None:
    """The qualifier that ends right before `at`, None where there is none."""
    first = max(at - _WINDOW, 0)
    window = text[first:at]
    best = None
    for start in range(len(window)):
        match = _BEFORE.match(window, start)
        if match:
            best = match
            break
    if not best:
        return None
    words = best.group(best.lastgroup)
    upto = window[: best.start() + len(words)]
    if words in {"上", "过"} and text[at : at + 1] not in _SCALES:
        return None
    if len(words) == 1 and _NOT_BEFORE.search(upto) and not upto.endswith(("上限", "下限")):
        return None
    return Qualified(_CODES_BEFORE[best.lastgroup], first + best.start(), first + best.start() + len(words))


def after(text: str, at: int, *, time: bool = False) -> Qualified | None:
    """The qualifier that begins at `at`, None where there is none; 内 is one after a length of time."""
    match = _AFTER.match(text, at)
    if time and not match and text[at : at + 1] == "内" and text[at + 1 : at + 2] not in set("部地外容"):
        return Qualified("at_most", at, at + 1)
    return Qualified(_CODES_AFTER[match.lastgroup], match.start(), match.end()) if match else None


_FAR = (
    (
        "at_most",
        re.compile(
            r"(?:不超过|不得超过|不高于|不多于|最高(?!的|工资|学历|人民|年产)|最多(?!的)|最长|至多|上限|以不超过)[^,，。;；、\d]{0,10}$"
        ),
    ),
    (
        "at_least",
        re.compile(r"(?:不低于|不少于|不得低于|不得少于|至少|最低(?!工资|生活|限度|气温)|最少)[^,，。;；、\d]{0,8}$"),
    ),
    ("more_than", re.compile(r"(?:超过|超出|突破|逾)[^,，。;；、\d]{0,6}$")),
    ("about", re.compile(r"(?:约占|大约|约有|约为|(?<![节合公条预履签违契邀特制])约)[^,，。;；、\d]{0,8}$")),
    ("nearly", re.compile(r"(?:接近|将近)[^,，。;；、\d]{0,6}$")),
)
_COMPARED = re.compile("(?:增长|增加|提高|比|下降|减少)")


def apart(text: str, at: int) -> Qualified | None:
    """The qualifier in the clause before `at` that some words part from the number (约占职工总数47%)."""
    first = max(at - 18, 0)
    window = text[first:at]
    for code, pattern in _FAR:
        match = pattern.search(window)
        if match and not (code in {"more_than", "about"} and _COMPARED.search(match.group())):
            return Qualified(code, first + match.start(), first + match.end())
    return None

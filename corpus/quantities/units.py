"""The measure words of Chinese quantities: how they are told from words that begin alike, and which unit they name."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files

_FOLLOWED = {
    "个": "(?!体户|性化)",
    "日": "(?=内|以[内上下]|之内|左右|[的]?(?:工期|期限|内))",
    "月": "(?=左右|内|以[上下]|有余|[多余])",
    "对": "(?=夫|新|师|结|企|双|[,，。、;；)）]|$)",
    "级": "(?!以上|[别])",
    "市": "(?![场民政委级值区面长容域总直内州县属])",
}
_LISTED = "、"
PER = (
    r"/(?:(?:\d+|[百千万])?(?:人次|人|户|名|家|企业|年|月|天|日|小时|时|分钟|分|秒|台|套|亩|吨|平方米"
    r"|㎡|次|期|个|班|学期|学年|公里|百公里|项|件|"
    r"课时|学时|生|岗|床|度|千瓦时|斤|公斤|升|米|班次|场|对|位|周|季|季度|kg|km|h|s|t|人年|公顷|立方米))"
)
"""What a quantity is for one of, written after it."""


@cache
def _words() -> Mapping[str, str]:
    """Measure word → the pattern that finds it."""
    found = {}
    lines = files("corpus.quantities").joinpath("measures.txt").read_text(encoding="utf-8").splitlines()
    for entry in (entry for line in lines if not line.startswith("#") for entry in line.split()):
        word, *others = entry.split("/")
        guard = f"(?!{'|'.join(map(re.escape, others))})" if others else ""
        if word.isascii() and word.isalnum():
            guard = "(?![A-Za-z])"
        found[word] = re.escape(word) + _FOLLOWED.get(word, guard)
    return found


@cache
def measure() -> re.Pattern[str]:
    """A measure word at a place of a plain text, the longest there is, with what it is for one of."""
    words = sorted(_words().items(), key=lambda item: len(item[0]), reverse=True)
    return re.compile(rf"(?P<word>{'|'.join(pattern for _, pattern in words)})(?P<per>(?:{PER})*)")


MONEY = frozenset(
    [
        "元",
        "美元",
        "港元",
        "港币",
        "欧元",
        "日元",
        "英镑",
        "韩元",
        "卢布",
        "新台币",
        "新币",
        "澳元",
        "澳门元",
        "加元",
        "元人民币",
        "元港币",
        "块钱",
        "块",
        "角",
    ]
)
TIME = frozenset(
    [
        "年",
        "天",
        "日",
        "小时",
        "钟头",
        "分钟",
        "秒",
        "秒钟",
        "周",
        "星期",
        "个小时",
        "个钟头",
        "个月",
        "个工作日",
        "个课时",
        "个学时",
        "个星期",
        "个季度",
        "个世纪",
        "个年头",
        "个学期",
        "学时",
        "课时",
        "工时",
        "工日",
        "工作日",
        "学期",
        "学年",
        "世纪",
        "月",
        "载",
        "晚",
        "个多月",
        "个多小时",
        "周年",
    ]
)
AGE = frozenset({"岁", "周岁"})
SHARE = frozenset({"%", "‰", "成", "个百分点", "百分点", "个千分点", "倍", "番", "折", "个基点"})


def codebook_units(rows: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Measure word → the unit of the codebook that it names.

    `rows` are unit → its words. A word of several units belongs to the first that lists it first, else to the one
    with most words, which is the most general.
    """
    chosen: dict[str, str] = {}
    for unit, words in sorted(rows.items(), key=lambda item: -len(item[1])):
        for word in words:
            chosen.setdefault(word, unit)
    first: dict[str, str] = {}
    for unit, words in rows.items():
        if words:
            first.setdefault(words[0], unit)
    return chosen | first


def as_rows(units: object) -> dict[str, tuple[str, ...]]:
    """Units as a mapping, from one of unit → words (parted by | or a sequence) or rows with `unit` and `words`."""
    if isinstance(units, Mapping):
        pairs: Iterable[tuple[str, object]] = units.items()
    else:
        pairs = ((row["unit"], row["words"]) for row in units)
    return {unit: tuple(words.split("|")) if isinstance(words, str) else tuple(words) for unit, words in pairs}

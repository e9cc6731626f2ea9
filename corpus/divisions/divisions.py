"""Look up a division by its code or its name."""

import csv
import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.paths import DIVISIONS

UNLISTED = "99"
"""How codes end that are given to places which the official list does not have."""
_MUNICIPALITIES = ("11", "12", "31", "50")
_ENDINGS = (
    "特别行政区",
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
    "地区",
    "新区",
    "特区",
    "省",
    "市",
    "区",
    "县",
    "盟",
    "旗",
)
# Part of what people say: 井陉矿区 is not 井陉矿. And 神农架林区 is 神农架, while 万柏林区 is no forest.
_WHOLE = "矿区"
_FOREST = "神农架林区"
_SHORTEST = 2
_LEVELS = ("province", "prefecture", "county")
# A name of a people, behind that of the place: 恩施土家族苗族, 克孜勒苏柯尔克孜, 龙胜各族.
_PEOPLES = re.compile(
    r"(?P<place>.{2,}?)(?:"
    r"(?:蒙古|维吾尔|哈萨克|柯尔克孜|塔吉克|锡伯)族?"
    r"|(?:回|藏|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|土|达斡尔|仫佬|羌|布朗|撒拉|毛南"
    r"|仡佬|普米|怒|鄂温克|保安|裕固|独龙|各)族"
    r")+"
)
# What people call an autonomous division after its short name: 延边州, 恭城县.
_AUTONOMOUS = {"自治州": "州", "自治县": "县", "自治旗": "旗"}


@dataclass(frozen=True)
class Division:
    """A division: its code (GB/T 2260), its name, its level, and the code of what it lies in, "" for a province."""

    code: str
    name: str
    level: str
    parent: str

    @property
    def short(self) -> str:
        """The name without what it is and whose it is: 新会区 is 新会, 广西壮族自治区 广西.

        A name of which one character would be left stays: 郊区.
        """
        if self.name.endswith(_WHOLE):
            return self.name
        if self.name == _FOREST:
            return self.name.removesuffix("林区")
        for ending in _ENDINGS:
            rest = self.name.removesuffix(ending)
            if rest != self.name and len(rest) >= _SHORTEST:
                return _without_peoples(rest) if "自治" in ending or rest.endswith("族") else rest
        return self.name

    @property
    def names(self) -> frozenset[str]:
        """What it is called: in full, short, and, where it is autonomous, with one more character (延边州)."""
        more = {self.short + last for ending, last in _AUTONOMOUS.items() if self.name.endswith(ending)}
        return frozenset({self.name, self.short, *more})


@lru_cache(maxsize=1)
def divisions() -> dict[str, Division]:
    """Code → division, in the order of codes."""
    with DIVISIONS.open(encoding="utf-8", newline="") as file:
        names = {row["code"]: row["name"] for row in csv.DictReader(file)}
    return {code: Division(code, name, _level(code), _parent(code, names)) for code, name in names.items()}


def by_code(code: str) -> Division | None:
    """The division of a code; None where there is none."""
    return divisions().get(code)


def find(name: str) -> list[Division]:
    """Every division of a name, full or short, the higher level first; several where places share it (鼓楼区, 朝阳)."""
    return list(_named().get(name.strip(), ()))


def chain(code: str) -> list[Division]:
    """A division and what it lies in, the province first; empty for an unknown code."""
    line: list[Division] = []
    at = by_code(code)
    while at:
        line.insert(0, at)
        at = by_code(at.parent)
    return line


@lru_cache(maxsize=1)
def _named() -> dict[str, list[Division]]:
    """Name → the divisions that have it, the higher level first."""
    found: dict[str, list[Division]] = {}
    for division in sorted(divisions().values(), key=lambda division: (_LEVELS.index(division.level), division.code)):
        for name in division.names:
            found.setdefault(name, []).append(division)
    return found


def _without_peoples(name: str) -> str:
    match = _PEOPLES.fullmatch(name)
    if match:
        return match["place"]
    rest = name.removesuffix("族")
    return rest if len(rest) >= _SHORTEST else name


def _level(code: str) -> str:
    if code.endswith("0000"):
        return "province"
    return "prefecture" if code.endswith("00") else "county"


def _parent(code: str, names: dict[str, str]) -> str:
    """What a division lies in; counties of a municipality, and those that a province governs itself, lie in it."""
    province = f"{code[:2]}0000"
    if code == province:
        return ""
    prefecture = f"{code[:4]}00"
    if code == prefecture or code[:2] in _MUNICIPALITIES or prefecture not in names:
        return province
    return prefecture

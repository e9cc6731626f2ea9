"""Look up a division by its code or its name."""

import csv
from dataclasses import dataclass
from functools import lru_cache

from corpus.paths import DIVISIONS

_MUNICIPALITIES = ("11", "12", "31", "50")
_ENDINGS = (
    "特别行政区",
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
    "地区",
    "林区",
    "新区",
    "省",
    "市",
    "区",
    "县",
    "盟",
    "旗",
)
_SHORTEST = 2


@dataclass(frozen=True)
class Division:
    """A division: its code (GB/T 2260), its name, its level, and the code of what it lies in, "" for a province."""

    code: str
    name: str
    level: str
    parent: str

    @property
    def short(self) -> str:
        """The name without what it is: 新会区 is 新会; 郊区, of which one character would be left, stays."""
        for ending in _ENDINGS:
            rest = self.name.removesuffix(ending)
            if rest != self.name and len(rest) >= _SHORTEST:
                return rest
        return self.name


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
    """Every division of a name, full or short, by level; several where places share a name (鼓楼区, 朝阳区)."""
    ranks = {"province": 0, "prefecture": 1, "county": 2}
    found = [division for division in divisions().values() if name in {division.name, division.short}]
    return sorted(found, key=lambda division: ranks[division.level])


def chain(code: str) -> list[Division]:
    """A division and what it lies in, the province first; empty for an unknown code."""
    line: list[Division] = []
    at = by_code(code)
    while at:
        line.insert(0, at)
        at = by_code(at.parent)
    return line


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

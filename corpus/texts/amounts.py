"""Read one amount: a numeral with the 成, % or 半 that belongs to it."""

import re
import unicodedata
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from corpus.texts.cardinals import bounds, cardinal, is_loose
from corpus.texts.numerals import NUMERAL

# Before these 成 begins a word of its own: 3成套设备, 十成员.
_WORDS = "员效果功立为交都本长就品分套型熟份人活年因绩家千百对批双片排组形行"
_TENTHS = rf"成(?![{_WORDS}])(?:半|[一二三四五六七八九]|[1-9](?!\d))?"
_AND_A_HALF = "(?:个|年|天|周|倍|分|岁|小时|公里|亩|吨)半(?![天径价数导自官成壁])"
AMOUNT = re.compile(rf"(?P<numeral>{NUMERAL.pattern})(?P<share>{_TENTHS}|[ \u00a0]?[%‰]|{_AND_A_HALF})?")
"""In a folded text (`corpus.numerals.fold`): the numeral, and what makes it a share or adds a half."""

_SPOKEN = re.compile("(.+)分之(.+)")
_PRINTED = re.compile(r"(\d+)[/⁄](\d+)")
_PERCENT = Decimal(100)
_HUNDREDS = (100, 1000, 10000)
_PER_MILLE = Decimal("0.1")
_HALF = Decimal("0.5")


@dataclass(frozen=True)
class Stated:
    """What a quote states, in the unit that it names.

    `value` is the number, or the lower end of a range whose upper end is `high`. Both are None where the quote
    states no number that can be read; then `vague` says that it states a size (几十, 数百), and without it the quote
    is damaged, or holds several numbers, or none. `form` tells how to read the number: plain, as a percentage
    (九成, 百分之九十 and 90% are 90), as a part of one (四分之三 and 3/4 are 0.75), or as a multiple (翻一番 is 2).
    """

    value: Decimal | None
    high: Decimal | None = None
    vague: bool = False
    form: Literal["number", "percent", "part", "multiple"] = "number"

    def times(self, factor: Decimal | int) -> "Stated":
        """The same statement with its numbers multiplied."""
        high = self.high if self.high is None else self.high * factor
        return replace(self, value=self.value if self.value is None else self.value * factor, high=high)


NOTHING = Stated(None)
VAGUE = Stated(None, vague=True)
_SHARES = {
    "一半": Stated(_HALF, form="part"),
    "半数": Stated(_HALF, form="part"),
    "半": Stated(_HALF),
    "百分百": Stated(_PERCENT, form="percent"),
}


def amount(numeral: str, share: str = "") -> Stated:
    """What a folded numeral states with its share: 七 with 成半 → 75 percent, 百分之六 → 6 percent, 2/3 → a part."""
    try:
        read = _fraction(numeral) or _number(numeral)
    except ValueError:
        return NOTHING
    mark = share.strip()
    if read.value is None or not mark:
        return read
    if read.form != "number":
        return NOTHING
    if mark.startswith("成"):
        return _tenths(read, mark[1:])
    if mark in "%‰":
        return replace(read.times(_PER_MILLE if mark == "‰" else 1), form="percent")
    return NOTHING if read.high is not None else replace(read, value=read.value + _HALF)


def _number(numeral: str) -> Stated:
    """A plain number, the two it lies between, or a size."""
    if is_loose(numeral):
        return VAGUE
    low, high = bounds(numeral)
    return Stated(low, None if low == high else high)


def _fraction(numeral: str) -> Stated | None:
    """A share of a hundred or a part of one; None where the numeral is neither."""
    if numeral in _SHARES:
        return _SHARES[numeral]
    if spoken := _SPOKEN.fullmatch(numeral):
        whole, part = cardinal(spoken[1]), _number(spoken[2])
        hundreds = whole in _HUNDREDS
    elif printed := _PRINTED.fullmatch(unicodedata.normalize("NFKC", numeral)):
        whole, part = Decimal(printed[2]), _number(printed[1])
        hundreds = False
    else:
        return None
    if part.value is None:
        return part
    if hundreds:
        return replace(part.times(_PERCENT / whole), form="percent")
    # 24/7 is a name, and nothing has four thirds.
    top = part.value if part.high is None else part.high
    return NOTHING if top >= whole else replace(part.times(1 / whole), form="part")


def _tenths(read: Stated, more: str) -> Stated:
    """Tenths of the whole as a percentage; `more` is the half or the digit after 成."""
    added = _HALF if more == "半" else cardinal(more) / 10 if more else Decimal(0)
    if read.high is not None and added:
        return NOTHING
    return replace(replace(read, value=read.value + added).times(10), form="percent")

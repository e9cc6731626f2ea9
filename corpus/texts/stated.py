"""Read what the quote of a figure states: a number, two numbers it lies between, or only a size."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from corpus.texts.amounts import AMOUNT, NOTHING, VAGUE, Stated, amount
from corpus.texts.cardinals import cardinal
from corpus.texts.numerals import FORMAL_DIGITS, FORMAL_SCALES, fold, passed_over

_IDIOM = re.compile("成千上万|一年半载|成百上千|数以[十百千万亿]+计|[大小多]半|十数(?=[人名个家年天种项次])")
_DOUBLING = re.compile(r"翻了?(?:([一二两三四五六七八九\d])番|番|一?倍|(.倍))")
_PER = re.compile(r"(?<!\d)/|/(?!\d)")
_EACH = re.compile(r"每\s*(?:[百千万亿]+|\d+[万亿]?)(?=[人户名个家亩台])")
_THOUSANDS = re.compile(r"(?<![\d.])\d{1,3}(?:[，\u00a0\u2009\u202f ]\d{3})+(?!\d)")
# A line of the page may end inside a figure; between two digits nobody can tell whether it is one number.
_UNSEEN = re.compile(r"(?<!\d)\s*\n\s*|\s*\n\s*(?!\d)|[\u00ad\u200b-\u200d\u2060\ufeff]")
_GLUED_BEFORE = re.compile(r"[A-Za-z_*#.]$|\d[,:]$")
_GLUED_AFTER = re.compile(r"[*_成]|\+[A-Za-z\d]|[.,:]\d|\s*[-—–~〜]+\s*$")
_SIGN = re.compile(r"(?<!\d)[-−负]$")
_BETWEEN = re.compile(r"\s*(?P<unit>[^\W\d_]{0,4}?)\s*(?:[-—–~〜∼―‒−]{1,2}|[至到]上?)\s*")
_FROM = re.compile("[从由從]$")
_PLAN = re.compile(r"十四五(?:$|规划|規劃|时期|期间|[”\"」])")
_CLOCK = {
    "小时": ("分", 60),
    "个小时": ("分", 60),
    "分": ("秒", 60),
    "分钟": ("秒", 60),
    "年": ("个月", 12),
}
_AND = re.compile(r"(?<=[年时])零(?=[一二三四五六七八九十\d])")
_SCALE_AT_END = re.compile(r"(?P<size>.+?)(?P<scale>[万亿]+|[十百千])")
_ONE_DIGIT = re.compile(r"\d|[一二三四五六七八九两]")
# Alone, these are characters of words (队伍, 收拾).
_ELSEWHERE = set(FORMAL_DIGITS + FORMAL_SCALES)
_LONGEST = 12
"""A number of more decimals than this is a fraction that has no end."""
_PARTS = re.compile("(.+分之).+")


@dataclass(frozen=True)
class _Found:
    """An amount in a folded quote: its place, its numeral, its share, and what they state."""

    start: int
    end: int
    numeral: str
    share: str
    stated: Stated


def stated(quote: str, words: Iterable[str] = ()) -> Stated:
    """What the whole quote of a figure states.

    约有8万 → 80000, 16—17岁 → 16 to 17, 3-5万元 → 30000 to 50000, 两三百 → 200 to 300, 七成半 → 75 percent,
    三分之一 → a part of one, 翻一番 → 2, 一个半小时 → 1.5, 五小时十五分 → 5.25 (in the greater unit), 392台/万人 → 392,
    数百 → vague. A quote that holds several numbers (由3家增加到8家, 18:1) or a damaged one (201*年, 3.9%7.1%) states
    nothing that could be given. Numeral characters inside one of `words` are passed over, as in `find_numerals`.
    """
    written = _UNSEEN.sub("", quote)
    # A quote is one figure, so what would part two numbers in a text groups the digits of one.
    grouped = _THOUSANDS.sub(lambda match: re.sub(r"\D", ",", match.group()), written)
    text = _AND.sub(" ", fold(grouped))
    if per := _PER.search(text):
        text = text[: per.start()]
    amounts = _amounts(text, passed_over(written, words))
    if len(amounts) == 1:
        return _one(text, amounts[0])
    return _two(text, *amounts) if len(amounts) == len(("low", "high")) else NOTHING


def in_unit(read: Stated, unit: str) -> Stated:
    """The statement as a row in `unit` gives it: a part of one is a percentage where the unit is percent.

    A multiple is none there: twice as much is 200 percent to some and 100 percent more to others.
    """
    if unit != "percent" or read.form not in {"part", "multiple"}:
        return read
    return replace(read.times(100), form="percent") if read.form == "part" else NOTHING


def agrees(written: Decimal, exact: Decimal) -> bool:
    """Whether a row's number is the one stated; a third may be rounded, to one decimal or more (33.3)."""
    if written == exact:
        return True
    endless = -exact.as_tuple().exponent > _LONGEST
    decimals = -written.as_tuple().exponent
    return endless and decimals > 0 and exact.quantize(written, ROUND_HALF_UP) == written


def plain_number(value: Decimal) -> str:
    """A number as it is written in a table, without noughts at its end; two thirds of a hundred are 66.67."""
    if -value.as_tuple().exponent > _LONGEST:
        value = value.quantize(Decimal("0.01"), ROUND_HALF_UP)
    whole = value.to_integral_value()
    return f"{whole if value == whole else value.normalize():f}"


def _amounts(text: str, skipped: list[tuple[int, int]]) -> list[_Found]:
    """The amounts of a folded quote, without denominators (每万人) and characters of everyday words."""
    found = [_Found(*match.span(), "", "", VAGUE) for match in _IDIOM.finditer(text)]
    found += [_Found(*match.span(), "", "", _doubled(match)) for match in _DOUBLING.finditer(text)]
    taken = [(one.start, one.end) for one in found]
    for match in AMOUNT.finditer(text):
        start, end = match.span("numeral")
        inside = any(left <= start and end <= right for left, right in skipped) and not text[start].isdigit()
        if not inside and not any(left < end and start < right for left, right in taken):
            share = match["share"] or ""
            found.append(_Found(*match.span(), match["numeral"], share, amount(match["numeral"], share)))
    for unlikely in (_denominators(text, found), [one for one in found if one.numeral in _ELSEWHERE]):
        if len(unlikely) < len(found):
            found = [one for one in found if one not in unlikely]
    return sorted(found, key=lambda one: one.start)


def _denominators(text: str, found: list[_Found]) -> list[_Found]:
    """The amounts that say per how many: 万 in 每万人."""
    spans = [match.span() for match in _EACH.finditer(text)]
    return [one for one in found if any(left < one.start and one.end <= right for left, right in spans)]


def _doubled(match: re.Match[str]) -> Stated:
    """How many times as much: 翻一番 is twice, 翻两番 four times; 翻三倍 is said of three times and of four."""
    return NOTHING if match[2] else Stated(2 ** cardinal(match[1] or "一"), form="multiple")


def _one(text: str, found: _Found) -> Stated:
    """What the only amount of a quote states, unless its characters are part of something else."""
    before, after = text[: found.start], text[found.end :]
    if _GLUED_BEFORE.search(before) or _GLUED_AFTER.match(after) or _PLAN.match(text, found.start):
        return NOTHING
    sign = _SIGN.search(before)
    if sign and (found.stated.form == "percent" or after.startswith(("个百分点", "百分点"))):
        return found.stated.times(-1) if found.stated.high is None else NOTHING
    # A dash before persons or years is the rest of a range.
    return NOTHING if sign and sign.group() != "负" else found.stated


def _two(text: str, first: _Found, second: _Found) -> Stated:
    """What two amounts state together: hours with minutes, or a range."""
    between, after = text[first.end : second.start], text[second.end :]
    if _GLUED_BEFORE.search(text[: first.start]) or _GLUED_AFTER.match(after):
        return NOTHING
    smaller, parts = _CLOCK.get(between.strip(), ("", 1))
    if smaller and (second.share + after).startswith(smaller):
        exact = all(one.stated.value is not None and one.stated.high is None for one in (first, second))
        fits = exact and second.stated.value < parts
        return Stated(first.stated.value + second.stated.value / parts) if fits else NOTHING
    to = _BETWEEN.fullmatch(between)
    if not to or not after.startswith(to["unit"]) or _FROM.search(text[: first.start]):
        return NOTHING
    return _range(*_alike(first, second))


def _alike(first: _Found, second: _Found) -> tuple[Stated, Stated]:
    """The ends of a range with what only one of them says: 3-5万, 7至8成, 百分之十到二十."""
    low, high = first.numeral, second.numeral
    parts = _PARTS.fullmatch(low)
    if parts and amount(high).form == "number":
        high = parts[1] + high
    scaled = _SCALE_AT_END.fullmatch(high)
    shared = scaled and (scaled["scale"] not in "十百千" or _ONE_DIGIT.fullmatch(low))
    if shared and not re.search("[万亿]", low):
        bottom, top = amount(low).value, amount(scaled["size"]).value
        if bottom is not None and top is not None and bottom < top:
            low += scaled["scale"]
    return amount(low, first.share or second.share), amount(high, second.share or first.share)


def _range(low: Stated, high: Stated) -> Stated:
    """From the lesser to the greater of two statements of one form."""
    if VAGUE in (low, high):
        return VAGUE
    top = high.value if high.high is None else high.high
    if low.value is None or top is None or low.form != high.form or low.value >= top:
        return NOTHING
    return replace(low, high=top)

"""Numbers joined to what they state together, each with the measure word that belongs to it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.quantities.compound import rung
from corpus.quantities.units import TIME, measure
from corpus.quantities.written import Number, ratio, separator, widened
from corpus.texts.amounts import Stated, amount
from corpus.texts.cardinals import cardinal


@dataclass(slots=True)
class Draft:
    """A number on its way to a quantity; `unit_is` is its unit where that is none of the words written."""

    number: Number
    stated: Stated
    end: int
    unit: re.Match[str] | None = None
    lesser: str = ""
    unit_is: str = ""


_EXTRA = re.compile(r"\s?[余多来]?\s?")
_HALF = re.compile("半(?=[的、,，。;；)钟]|$|[\u4e00-\u9fff])钟?")
_MINUTES = re.compile("(?P<word>分|秒)")
_HALVED = re.compile("个半(?P<word>小时|月|钟头|世纪|工作日)")
_SCALED = re.compile("个(?P<more>[多余])?(?P<scale>[万亿])(?![\u4e00-\u9fff]{0,1}(?:人|工程))")
LIST = re.compile(r"\s?[、,，和及与]\s?(?:和|及)?")
_SCALES = {
    "万": 10**4,
    "亿": 10**8,
    "千": 10**3,
    "百": 100,
    "百万": 10**6,
    "千万": 10**7,
    "万亿": 10**12,
    "十亿": 10**9,
}


_FROM = re.compile("[从由自]$")
_BETWEEN = re.compile("不等|之间|的?范围|的?区间|左右?不等")


def drafts(text: str, all_numbers: Sequence[Number]) -> list[Draft]:
    """Numbers joined to ranges, ratios and compounds, each with the measure word beside it or at its list's end."""
    found: list[Draft] = []
    at = 0
    while at < len(all_numbers):
        number = all_numbers[at]
        at += 1
        if at < len(all_numbers) and (grown := _continued(number, all_numbers[at])):
            number = grown
            at += 1
        if joined := ratio(text, number):
            while at < len(all_numbers) and all_numbers[at].start < joined.end:
                at += 1
            found.append(Draft(joined, joined.stated, joined.end))
            continue
        draft = _draft(text, number)
        if at < len(all_numbers):
            second = all_numbers[at]
            if joined := _range(text, draft, second):
                at += 1
                draft = joined
            while at < len(all_numbers) and (joined := _joined(text, draft, all_numbers[at])):
                at += 1
                draft = joined
        found.append(draft)
    _share_units(text, found)
    return found


def _continued(number: Number, rest: Number) -> Number | None:
    """A number whose part below ten thousand has a comma (339万8,420), None where nothing goes on."""
    goes_on = rest.start == number.end and number.numeral[:1].isdigit() and number.numeral[-1:] in {"万", "亿"}
    if not goes_on or "," not in rest.numeral or number.stated.value is None or rest.stated.value is None:
        return None
    stated = Stated(number.stated.value + rest.stated.value)
    return Number(number.start, rest.end, number.numeral + rest.numeral, rest.share, stated)


def _draft(text: str, number: Number) -> Draft:
    """A number with the measure word right after it."""
    if number.share == "个半" and (unit := _HALVED.match(text, number.end - 2)):
        whole = unit["word"] == "月"
        return Draft(replace(number, share=""), number.stated, unit.end(), unit, unit_is="个月" if whole else "")
    if number.share:
        return Draft(number, number.stated, number.end)
    if scaled := _SCALED.match(text, number.end):
        return _spoken_scale(text, number, scaled)
    if number.stated.form == "percent":
        return Draft(number, number.stated, number.end)
    gap = _EXTRA.match(text, number.end)
    unit = measure().match(text, gap.end()) or measure().match(text, number.end)
    if not unit:
        end = gap.end() if gap.group().strip() in {"余", "多"} else number.end
        return Draft(number, number.stated, end)
    end, stated = unit.end(), number.stated
    half = _HALF.match(text, end)
    if (
        half
        and stated.value is not None
        and unit["word"][-1] in "个年天时倍分周岁里亩吨月"
        and not text.startswith(("半径", "半天价", "半导", "半数"), end)
    ):
        stated = replace(stated, value=stated.value + Decimal("0.5"))
        end += 1
        if text.startswith(("小时", "月", "钟头", "钟"), end):
            end += 2 if text.startswith(("小时", "钟头"), end) else 1
    return Draft(number, stated, end, unit)


def _spoken_scale(text: str, number: Number, scaled: re.Match[str]) -> Draft:
    """A number with 个 before its scale, as it is said: 3个多亿."""
    qualifier = "more_than" if scaled["more"] else number.qualifier
    whole = replace(
        number,
        end=scaled.end(),
        numeral=text[number.start : scaled.end()],
        qualifier=qualifier,
        stated=number.stated.times(_SCALES[scaled["scale"]]),
    )
    unit = measure().match(text, whole.end)
    return Draft(whole, whole.stated, unit.end() if unit else whole.end, unit)


def _joined(text: str, first: Draft, second: Number) -> Draft | None:
    """A quantity of a greater unit with one of a lesser, in the greater: 五小时十五分, 二元九角."""
    word = first.lesser or (first.unit["word"] if first.unit else "")
    if not word or text[first.end : second.start] not in {"", "零", "又", "加"} or second.share.strip() in {"%", "‰"}:
        return None
    after = measure().match(text, second.end) or _MINUTES.match(text, second.end)
    pair = rung(word, after["word"]) if after else None
    value = amount(second.numeral.lstrip("零")).value
    if not pair or value is None or first.stated.value is None:
        return None
    greatest, least = rung(first.unit["word"], after["word"]) or pair
    if value >= pair[0] / pair[1]:
        return None
    low, end = value, after.end()
    if text.startswith("半", end):
        low, end = low + Decimal("0.5"), end + 1
    if text.startswith("钟", end) or (text.startswith("钱", end) and after["word"] in "角分毛"):
        end += 1
    whole = first.stated.value + low * least / greatest
    tenths = first.unit["word"] in {"角", "毛"}
    stated = Stated(whole / 10 if tenths else whole)
    return Draft(first.number, stated, end, first.unit, lesser=after["word"], unit_is="元" if tenths else "")


def _range(text: str, first: Draft, second: Number) -> Draft | None:
    """A number to another, which share what only one of them says."""
    number = first.number
    unit = separator(text, number, second)
    if unit is None or number.ratio or number.numeral.startswith("翻"):
        return None
    last = _draft(text, second)
    word = last.unit["word"] if last.unit else ""
    if unit and unit not in {word, word.removeprefix("个")} and not (last.unit and word.startswith(unit)):
        return None
    span = _BETWEEN.match(text, last.end)
    if (
        not span
        and _FROM.search(text, max(number.start - 1, 0), number.start)
        and text[number.end : second.start].strip(unit or " ") in {"到", "至"}
        and unit
    ):
        return None
    low, high = _alike(number, second)
    stated = widened(low, high)
    if stated is None:
        return None
    whole = Number(
        number.start,
        second.end,
        text[number.start : second.end],
        second.share or number.share,
        stated,
        second.qualifier,
    )
    return Draft(whole, stated, max(last.end, second.end), last.unit)


def _alike(low: Number, high: Number) -> tuple[Stated, Stated]:
    """The ends of a range with what only one of them says: 3-5万, 7至8成, 百分之十到二十."""
    first, second = low.stated, high.stated
    scale = re.search(r"([十百千]?[万亿]+|[百千])$", high.numeral.rstrip("余多"))
    if scale and not re.search("[万亿]", low.numeral) and first.value is not None and second.value is not None:
        by = _SCALES.get(scale[1]) or int(cardinal(scale[1]))
        if scale[1] in "百千" and not (low.numeral in "一二三四五六七八九两" or re.fullmatch(r"\d", low.numeral)):
            by = 1
        bare = second.value / by
        if first.value < bare:
            first = first.times(by)
    if high.share and not low.share and first.form == "number":
        if high.share.startswith("成"):
            first = replace(first.times(10), form="percent")
        elif high.share.strip() in {"%", "‰"}:
            first = replace(first, form="percent")
    if first.form == "percent" and second.form == "number" and low.numeral.startswith("百分之"):
        second = replace(second, form="percent")
    return first, second


def _share_units(text: str, listed: Sequence[Draft]) -> None:
    """Give the members of a list the unit and the scale that its last member alone says (30、5万元)."""
    for at in range(len(listed) - 2, -1, -1):
        one, following = listed[at], listed[at + 1]
        longer = following.unit and one.unit and one.unit["word"] == "个" and following.unit["word"].startswith("个百")
        if longer and LIST.fullmatch(text[one.end : following.number.start].removesuffix("-")):
            one.unit = following.unit
        if one.unit or one.number.share or one.number.ratio or one.stated.form != "number" or not following.unit:
            continue
        if not one.number.numeral[:1].isdigit() and one.number.numeral not in "一二三四五六七八九十":
            continue
        between = text[one.end : following.number.start].removesuffix("-")
        if (LIST.fullmatch(between) and following.unit["word"] not in TIME | {"次"} | {"人次"}) or (
            LIST.fullmatch(between) and "、" in between
        ):
            one.unit = following.unit

"""The numbers written in a text: amounts, two of them as a range, a ratio or a time, and how each is read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from corpus.quantities.glued import glued
from corpus.texts.amounts import AMOUNT, NOTHING, VAGUE, Stated, amount
from corpus.texts.cardinals import cardinal

_D = "[零〇○一二三四五六七八九]"
_IN_PLACES = (
    rf"(?P<of>百分之|千分之)?(?P<places>{_D}{{1,3}}(?:、{_D}{{3}})+(?:[·.]{_D}+)?(?!{_D})|{_D}{{1,6}}[·.]{_D}+"
    rf"|(?<=百分之){_D}{{2,3}})"
)
_DOUBLED = r"翻(?:了|了近|近)?(?P<times>[一二两三四五六\d]?)(?:番|倍)(?!译)|成倍(?=增|提|上)"
_C = "[零〇○一二三四五六七八九十百两]"
_POINTED = rf"(?P<pointed>(?<!百分之){_C}{{1,4}}点{_D}{{2,6}}[万亿]?)"
_HALVED = "(?P<half>(?<=[减免砍])半(?![数天年月壁]))"
NUMBER = re.compile(rf"{_IN_PLACES}|{_POINTED}|{_HALVED}|{_DOUBLED}|(?:{AMOUNT.pattern})")
_RATIO = re.compile(r"\d+(?:\.\d+)?(?:\s?[:比]\s?\d+(?:\.\d+)?){1,4}(?![\d])")
_RATIO_SAID = re.compile(
    "(?:比例?|之比|比重|比值|率|性别比|师生比|结构|调整为|求人|倍率|配比|优化为)[^,，。;；]{0,10}$"
)
_SEPARATOR = re.compile(r"(?P<unit>[^\W\d_]{0,4}?)(?:及以上)?\s?(?P<mark>-{1,2}|~{1,2}|[至到](?!今|少|多))\s?")
_AGES = re.compile(r"(\d\d)(\d\d)(?=周?岁)")
_LONGEST, _FAR = 20, 8
_SEVERAL = re.compile(r"(?P<tens>.*[十百千])几|几(?P<scale>[十百千万亿]+)|数[十百千万亿]+")
_DIGITS = str.maketrans("零〇○一二三四五六七八九", "0001234567899"[:3] + "123456789")


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a plain text: its place, its numeral and share, what it states, the qualifier inside it."""

    start: int
    end: int
    numeral: str
    share: str
    stated: Stated
    qualifier: str = ""
    ratio: bool = False


def numbers(text: str, taken: bytearray) -> Iterator[Number]:
    """The numbers of a plain text in order, but for those that touch what is `taken`."""
    runs = {run[0][0]: run for run in glued(text)}
    done = 0
    for match in NUMBER.finditer(text):
        start, end = match.span()
        if start < done:
            continue
        if start in runs:
            done = runs[start][-1][1]
            yield from (Number(*span, text[slice(*span)], "", amount(text[slice(*span)])) for span in runs[start])
            continue
        if any(taken[start : min(end, start + 400)]):
            # A numeral may begin or end where something else ends or begins (2023年12万).
            yield from _parts(text, start, end, taken)
            continue
        if end - start > _LONGEST * 3:
            yield Number(start, end, text[start:end], "", NOTHING)
            continue
        yield _number(text, match)


def _parts(text: str, start: int, end: int, taken: bytearray) -> Iterator[Number]:
    """What is left of a numeral of which a part is taken."""
    at = start
    while at < end:
        if taken[at]:
            at += 1
            continue
        stop = at
        while stop < end and not taken[stop]:
            stop += 1
        match = NUMBER.match(text, at, stop)
        if match:
            yield _number(text, match)
        at = stop


def _number(text: str, match: re.Match[str]) -> Number:
    start, end = match.span()
    if match["places"]:
        return Number(start, end, match.group(), "", _in_places(match["of"] or "", match["places"]))
    if match["pointed"]:
        return Number(start, end, match.group(), "", amount(match.group()))
    if match["half"]:
        return Number(start, end, match.group(), "", amount("一半"))
    if match["numeral"] is None:
        times = match["times"] or "一"
        by = Decimal(2) ** cardinal(times) if text[end - 1] == "番" or times == "一" else Decimal(cardinal(times))
        return Number(start, end, match.group(), "番", Stated(by, form="multiple"))
    numeral, share = match["numeral"], match["share"] or ""
    if (ages := _AGES.match(text, start)) and int(ages[1]) < int(ages[2]):
        # The dash between two ages is lost.
        return Number(start, end, numeral, "", Stated(Decimal(ages[1]), Decimal(ages[2])))
    qualifier = "more_than" if re.search("[余多]", numeral) else ""
    if several := _SEVERAL.fullmatch(numeral):
        if several["tens"]:
            return Number(start, end, numeral, share, amount(several["tens"]), "more_than")
        return Number(start, end, numeral, share, VAGUE)
    stated = _signed(text, start, amount(numeral, share))
    if share.strip() == "‰":
        stated = stated.times(10)
    return Number(start, end, numeral, share, stated, qualifier)


def _in_places(of: str, places: str) -> Stated:
    """A number of digits in their places, in groups or with a point: 一九二、五五二 and 二二·一九."""
    try:
        value = Decimal(places.replace("、", "").replace("·", ".").translate(_DIGITS))
    except InvalidOperation:
        return NOTHING
    return Stated(value / 10 if of == "千分之" else value, form="percent" if of else "number")


def _signed(text: str, start: int, stated: Stated) -> Stated:
    signed = text[start - 1 : start] == "-" and stated.value is not None
    if signed and (start == 1 or re.match(r"[\s:：为是达(（,，|、和]", text[start - 2])):
        return stated.times(-1)
    return stated


def ratio(text: str, number: Number) -> Number | None:
    """The ratio that begins at a number (18:1, 9.7:47.3:43); it has a value, the first part, only beside 1."""
    match = _RATIO.match(text, number.start)
    if not match or not number.numeral[:1].isdigit() or match.end() <= number.end:
        return None
    parts = re.split("[:比]", match.group())
    two = len(parts) == len(("of", "to"))
    clock = two and all(part.strip().isdigit() for part in parts) and len(parts[1].strip()) == len("30")
    said = _RATIO_SAID.search(text, max(number.start - 16, 0), number.start)
    if "比" in match.group() and not said and two and not re.search(r"比\s?1$", match.group()):
        return None
    if clock and not said:
        return None
    to_one = two and Decimal(parts[1].strip()) == 1
    value = Decimal(parts[0].strip()) if to_one else None
    return Number(number.start, match.end(), match.group(), "", Stated(value), ratio=True)


def separator(text: str, first: Number, second: Number) -> str | None:
    """The unit between the two ends of a range (80%到90%, 15万-25万元), "" for none; None where they are no range."""
    if second.start - first.end > _FAR:
        return None
    match = _SEPARATOR.fullmatch(text, first.end, second.start)
    return match["unit"] if match else None


def widened(low: Stated, high: Stated) -> Stated | None:
    """From the lesser to the greater of two statements, None where they are no ends of a range."""
    top = high.value if high.high is None else high.high
    if low.value is None or top is None or low.form != high.form or low.value >= top:
        return None
    return replace(low, high=top)

"""Quantities: numbers with the unit and the qualifiers that belong to them, told apart from numbers that count nothing."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from corpus.quantities import qualifiers
from corpus.quantities.compound import rung
from corpus.quantities.counting import counts_nothing
from corpus.quantities.not_figures import Claims
from corpus.quantities.tables import Cell
from corpus.quantities.units import SHARE, TIME, measure
from corpus.quantities.written import Number, numbers, ratio, separator, widened
from corpus.texts.amounts import Stated, amount
from corpus.texts.cardinals import cardinal


@dataclass(slots=True)
class Quantity:
    """A quantity of a plain text; `unit_word` is its measure word, `unit_at` where it stands, None where it is not written."""

    start: int
    end: int
    number_start: int
    number_end: int
    value: Decimal | None
    high: Decimal | None = None
    vague: bool = False
    unit_word: str = ""
    unit: str = ""
    unit_at: tuple[int, int] | None = None
    qualifier: str = ""
    form: str = "number"
    cell: bool = False
    cues: list[tuple[str, int, int]] = field(default_factory=list)


@dataclass(slots=True)
class _Draft:
    """A number on its way to a quantity."""

    number: Number
    stated: Stated
    end: int
    unit: re.Match[str] | None = None
    lesser: str = ""


_EXTRA = re.compile(r"\s?[余多来]?\s?")
_MORE = re.compile(r"\s?(?:[余多](?!种多样|元化|媒体|功能|少|样|项|个|家|方|层|次|年来?(?=的)|)|[余多]|来(?=[个家名岁万]))?\s?")
_TRAIL = re.compile(r"[余多](?=[年天])")
_HALF = re.compile("半(?=[的、,，。;；)钟]|$|[\u4e00-\u9fff])钟?")
_MINUTES = re.compile("(?P<word>分|秒)")
_LIST = re.compile(r"\s?[、,，和及与]\s?(?:和|及)?")
_SHARES = {"倍": "multiple", "番": "multiple", "个千分点": "per_mille", "‰": "per_mille", "折": "", "个基点": ""}
_SCALES = {"万": 10**4, "亿": 10**8, "千": 10**3, "百": 100, "百万": 10**6, "千万": 10**7, "万亿": 10**12, "十亿": 10**9}


def quantities_of(
    text: str, claims: Claims, cells: Mapping[int, Cell]
) -> tuple[list[Quantity], list[tuple[int, int, str]]]:
    """The quantities of a plain text, and the numbers that count nothing as (start, end, reason); both in order."""
    found: list[Quantity] = []
    passed: list[tuple[int, int, str]] = []
    ranks = [span for span in claims.spans if span[2] == "rank"]
    claims.spans = [span for span in claims.spans if span[2] != "rank"]
    found += [_rank(text, start, end) for start, end, _ in ranks]
    all_numbers = list(numbers(text, claims.taken))
    drafts = _drafts(text, all_numbers)
    _share_units(text, drafts)
    done = 0
    for draft in drafts:
        if draft.number.start < done:
            continue
        cell = cells.get(draft.number.start)
        reason = "" if cell and draft.number.numeral[:1].isdigit() else counts_nothing(text, draft)
        if reason:
            passed.append((draft.number.start, draft.number.end, reason))
            done = draft.number.end
            continue
        quantity = _quantity(text, draft, done, cell)
        found.append(quantity)
        _share_qualifier(text, found)
        done = max(quantity.end, draft.number.end)
    return found, passed


def _rank(text: str, start: int, end: int) -> Quantity:
    """A place in an order that says how one stands among many (全省第三), as a quantity."""
    unit = end - 1 if text[end - 1] in "名位大" else None
    numeral = text[start + 1 : end if unit is None else unit].strip()
    value = amount(numeral).value
    rank = Quantity(start, end, start, end, value, form="rank")
    if unit is not None:
        rank.unit_word, rank.unit_at = text[unit], (unit, end)
    return rank


def _drafts(text: str, all_numbers: Sequence[Number]) -> list[_Draft]:
    """Numbers joined to ranges, ratios and times of day's length, each with the measure word beside it."""
    drafts: list[_Draft] = []
    at = 0
    while at < len(all_numbers):
        number = all_numbers[at]
        at += 1
        if joined := ratio(text, number):
            while at < len(all_numbers) and all_numbers[at].start < joined.end:
                at += 1
            drafts.append(_Draft(joined, joined.stated, joined.end))
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
        drafts.append(draft)
    return drafts


def _draft(text: str, number: Number) -> _Draft:
    """A number with the measure word right after it."""
    if number.share:
        return _Draft(number, number.stated, number.end)
    if number.stated.form == "percent":
        return _Draft(number, number.stated, number.end)
    gap = _EXTRA.match(text, number.end)
    unit = measure().match(text, gap.end()) or measure().match(text, number.end)
    if not unit:
        end = gap.end() if gap.group().strip() in {"余", "多"} else number.end
        return _Draft(number, number.stated, end)
    end, stated = unit.end(), number.stated
    half = _HALF.match(text, end)
    if half and stated.value is not None and unit["word"][-1] in "个年天时倍分周岁里亩吨月" and not text.startswith(("半径", "半天价", "半导", "半数"), end):
        stated = replace(stated, value=stated.value + Decimal("0.5"))
        end += 1
        if text.startswith(("小时", "月", "钟头", "钟"), end):
            end += 2 if text.startswith(("小时", "钟头"), end) else 1
    return _Draft(number, stated, end, unit)


def _joined(text: str, first: _Draft, second: Number) -> _Draft | None:
    """A quantity of a greater unit with one of a lesser, in the greater: 五小时十五分, 二元九角."""
    word = first.lesser or (first.unit["word"] if first.unit else "")
    if not word or text[first.end : second.start] not in {"", "零", "又", "加"} or second.share.strip() in {"%", "‰"}:
        return None
    after = measure().match(text, second.end) or _MINUTES.match(text, second.end)
    pair = rung(word, after["word"]) if after else None
    if not pair or second.stated.value is None or first.stated.value is None:
        return None
    greatest, least = rung(first.unit["word"], after["word"]) or pair
    if second.stated.value >= pair[0] / pair[1]:
        return None
    low, end = second.stated.value, after.end()
    if text.startswith("半", end):
        low, end = low + Decimal("0.5"), end + 1
    if text.startswith("钟", end) or (text.startswith("钱", end) and after["word"] in "角分毛"):
        end += 1
    value = first.stated.value + low * least / greatest
    if first.unit["word"] in {"角", "毛"}:
        value /= 10
    return _Draft(first.number, Stated(value), end, first.unit, lesser=after["word"])


_FROM = re.compile("[从由自]$")
_SIGN = re.compile(r"(?:HK|NT|US)?\$\s?$|[¥￥€£]\s?$")
_BETWEEN = re.compile("不等|之间|的?范围|的?区间|左右?不等")


def _range(text: str, first: _Draft, second: Number) -> _Draft | None:
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
    if not span and _FROM.search(text, max(number.start - 1, 0), number.start) and text[number.end : second.start].strip(unit or " ") in {"到", "至"} and unit:
        return None
    low, high = _alike(number, second)
    stated = widened(low, high)
    if stated is None:
        return None
    whole = Number(number.start, second.end, text[number.start : second.end], second.share or number.share, stated, second.qualifier)
    return _Draft(whole, stated, max(last.end, second.end), last.unit)


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


def _share_units(text: str, drafts: Sequence[_Draft]) -> None:
    """Give the members of a list the unit and the scale that its last member alone says (30、5万元)."""
    for at in range(len(drafts) - 2, -1, -1):
        one, following = drafts[at], drafts[at + 1]
        longer = following.unit and one.unit and one.unit["word"] == "个" and following.unit["word"].startswith("个百")
        if longer and _LIST.fullmatch(text[one.end : following.number.start]):
            one.unit = following.unit
        if one.unit or one.number.share or one.number.ratio or one.stated.form != "number" or not following.unit:
            continue
        if not one.number.numeral[:1].isdigit() and one.number.numeral not in "一二三四五六七八九十":
            continue
        between = text[one.end : following.number.start]
        if _LIST.fullmatch(between) and following.unit["word"] not in TIME | {"次"} | {"人次"} or (
            _LIST.fullmatch(between) and "、" in between
        ):
            one.unit = following.unit


def _quantity(text: str, draft: _Draft, floor: int, cell: Cell | None) -> Quantity:
    """The quantity of a draft that counts something, with its qualifiers."""
    number, stated = draft.number, draft.stated
    start, end = number.start, draft.end
    if text[start - 1 : start] == "-" and stated.value is not None and stated.value < 0:
        start -= 1
    quantity = Quantity(start, end, number.start, number.end, stated.value, stated.high, stated.vague, form=stated.form)
    _measure(text, quantity, draft)
    if not quantity.unit_word and (sign := _SIGN.search(text, max(start - 4, 0), start)):
        quantity.unit_word, quantity.unit_at = sign.group().strip(), (sign.start(), sign.start() + len(sign.group().strip()))
    quantity.cell = cell is not None
    if cell and not quantity.unit_word:
        _from_head(quantity, cell)
    _qualify(text, quantity, number, floor, draft)
    return quantity


def _share_qualifier(text: str, found: Sequence[Quantity]) -> None:
    """Give what stands before in a list the 左右 that closes it (7%、8%左右)."""
    last = found[-1]
    for at in range(len(found) - 2, -1, -1):
        one, following = found[at], found[at + 1]
        closes = last.qualifier == "about" and text[last.end - 2 : last.end] in {"左右", "上下"}
        listed = _LIST.fullmatch(text[one.end : following.start])
        if not closes or one.qualifier or not listed or one.unit_word != last.unit_word:
            break
        one.qualifier = last.qualifier
        one.cues.append(("qualifier", last.end - 2, last.end))


def _measure(text: str, quantity: Quantity, draft: _Draft) -> None:
    """The unit of a quantity: a share, a word beside it or at the end of its list."""
    number = draft.number
    share = number.share.strip()
    if number.ratio:
        return
    if share == "番":
        quantity.unit_word, quantity.unit = ("番" if "番" in number.numeral else "倍"), "multiple"
        quantity.unit_at = (number.end - 1, number.end)
    elif share and share[0] in "成%‰":
        at = text.rindex(share[0], number.start, number.end)
        unit = "per_mille" if share[0] == "‰" else "percent"
        quantity.unit_word, quantity.unit, quantity.unit_at = share[0], unit, (at, at + 1)
    elif share:
        quantity.unit_word, quantity.unit_at = share[:-1], (number.end - len(share), number.end - 1)
    elif draft.stated.form == "percent":
        quantity.unit_word, quantity.unit = "百分之", "percent"
    elif draft.stated.form == "part":
        quantity.unit = "percent"
        if draft.unit:
            quantity.unit_word, quantity.unit_at = draft.unit["word"], draft.unit.span("word")
    elif draft.unit:
        quantity.unit_word = draft.unit["word"]
        quantity.unit_at = (draft.unit.start("word"), draft.unit.end())
        if draft.lesser and quantity.unit_word in {"角", "毛"}:
            quantity.unit_word, quantity.unit_at = "元", None
        if quantity.unit_word in SHARE:
            quantity.unit = _SHARES.get(quantity.unit_word, "percent")


def _from_head(quantity: Quantity, cell: Cell) -> None:
    """The unit and scale that the head of a table says for a number without one."""
    quantity.unit_word = cell.unit
    if cell.unit in SHARE:
        quantity.unit = "percent"
    if cell.scale != 1 and quantity.value is not None:
        quantity.value *= cell.scale
        quantity.high = None if quantity.high is None else quantity.high * cell.scale
    if cell.unit_at:
        quantity.cues.append(("unit", *cell.unit_at))


def _qualify(text: str, quantity: Quantity, number: Number, floor: int, draft: _Draft) -> None:
    """The qualifier of a quantity, and its ends widened by those that touch it; the strictest of two counts."""
    codes: list[tuple[str, int, int]] = []
    if number.qualifier or re.search("[余多]", text[number.end : draft.unit.start() if draft.unit and draft.unit.start() >= number.end else draft.end]):
        codes.append(("more_than", number.start, draft.end))
    if (said := qualifiers.after(text, quantity.end, time=quantity.unit_word in TIME)) is not None:
        quantity.end = said.end
        codes.append(tuple(said))
    if (said := qualifiers.before(text, quantity.start)) is not None and said.start >= floor:
        quantity.start = said.start
        codes.insert(0, tuple(said))
    elif not codes and (said := qualifiers.apart(text, quantity.start)) is not None and said.start >= floor:
        codes.append(tuple(said))
    if codes:
        bounds = [code for code in codes if code[0] in {"at_least", "at_most"}]
        chosen = (bounds or codes)[0]
        quantity.qualifier = chosen[0]
        quantity.cues += [("qualifier", *code[1:]) for code in codes]

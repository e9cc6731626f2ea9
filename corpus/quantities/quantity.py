"""Quantities: numbers with the unit and the qualifiers that belong to them, and numbers that count nothing."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from corpus.quantities import qualifiers
from corpus.quantities.counting import counts_nothing
from corpus.quantities.drafts import LIST, Draft, drafts
from corpus.quantities.not_figures import Claims
from corpus.quantities.tables import Cell
from corpus.quantities.units import SHARE, TIME
from corpus.quantities.written import Number, numbers
from corpus.texts.amounts import amount


@dataclass(slots=True)
class Quantity:
    """A quantity of a plain text; `unit_word` is its measure word, `unit_at` where it stands, None for nowhere near."""

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
    kind: str = "result"
    flow: str = ""
    dated: tuple[str, str, str] = ("", "", "")
    cues: list[tuple[str, int, int]] = field(default_factory=list)


_SHARES = {"倍": "multiple", "番": "multiple", "个千分点": "per_mille", "‰": "per_mille", "折": "", "个基点": ""}
_OF = re.compile("[百千万]分之")
_SPOKEN = {"千分之": ("per_mille", 10), "万分之": ("", 100)}


def _hundredfold(part: Decimal) -> Decimal:
    """A part of one as a percentage, to two decimals where it has no end."""
    share = part * 100
    return share if share == share.quantize(Decimal("0.01")) else share.quantize(Decimal("0.01"))


_SIGN = re.compile(r"(?:HK|NT|US)?\$\s?$|[¥￥€£]\s?$")


def quantities_of(
    text: str, claims: Claims, cells: Mapping[int, Cell]
) -> tuple[list[Quantity], list[tuple[int, int, str]]]:
    """The quantities of a plain text, and the numbers that count nothing as (start, end, reason); both in order."""
    found: list[Quantity] = []
    passed: list[tuple[int, int, str]] = []
    ranks = [span for span in claims.spans if span[2] == "rank"]
    claims.spans = [span for span in claims.spans if span[2] != "rank"]
    found += [_rank(text, start, end) for start, end, _ in ranks]
    done = 0
    for draft in drafts(text, list(numbers(text, claims.taken))):
        if draft.number.start < done:
            continue
        cell = cells.get(draft.number.start)
        reason = "" if cell and draft.number.numeral[:1].isdigit() else counts_nothing(text, draft)
        if reason:
            beside = draft.unit is not None and draft.unit.start() - draft.number.end <= len("余")
            done = draft.unit.end("word") if beside and draft.unit.start() >= draft.number.end else draft.number.end
            passed.append((draft.number.start, done, reason))
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


def _quantity(text: str, draft: Draft, floor: int, cell: Cell | None) -> Quantity:
    """The quantity of a draft that counts something, with its qualifiers."""
    number, stated = draft.number, draft.stated
    start, end = number.start, draft.end
    if text[start - 1 : start] == "-" and stated.value is not None and stated.value < 0:
        start -= 1
    quantity = Quantity(start, end, number.start, number.end, stated.value, stated.high, stated.vague, form=stated.form)
    _measure(text, quantity, draft)
    if not quantity.unit_word and (sign := _SIGN.search(text, max(start - 4, 0), start)):
        quantity.unit_word, quantity.unit_at = (
            sign.group().strip(),
            (sign.start(), sign.start() + len(sign.group().strip())),
        )
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
        listed = LIST.fullmatch(text[one.end : following.start])
        if not closes or one.qualifier or not listed or one.unit_word != last.unit_word:
            break
        one.qualifier = last.qualifier
        one.cues.append(("qualifier", last.end - 2, last.end))


def _measure(text: str, quantity: Quantity, draft: Draft) -> None:
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
        _measure_spoken(quantity, number)
    elif draft.stated.form == "part":
        quantity.unit = "percent"
        quantity.value = None if quantity.value is None else _hundredfold(quantity.value)
        quantity.high = None if quantity.high is None else _hundredfold(quantity.high)
    elif draft.unit:
        quantity.unit_word = draft.unit["word"]
        quantity.unit_at = (draft.unit.start("word"), draft.unit.end())
        if draft.unit_is:
            quantity.unit_word, quantity.unit_at = draft.unit_is, None
        if quantity.unit_word in SHARE:
            quantity.unit = _SHARES.get(quantity.unit_word, "percent")


def _measure_spoken(quantity: Quantity, number: Number) -> None:
    """The unit of 百分之五, of 千分之五 and 万分之五, whose numbers are five each."""
    of = _OF.match(number.numeral)
    quantity.unit_word = of.group() if of else "百分之"
    quantity.unit, by = _SPOKEN.get(quantity.unit_word, ("percent", 1))
    quantity.value = None if quantity.value is None else quantity.value * by
    quantity.high = None if quantity.high is None else quantity.high * by


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


def _qualify(text: str, quantity: Quantity, number: Number, floor: int, draft: Draft) -> None:
    """The qualifier of a quantity, and its ends widened by those that touch it; the strictest of two counts."""
    codes: list[tuple[str, int, int]] = []
    if number.qualifier or re.search(
        "[余多]",
        text[number.end : draft.unit.start() if draft.unit and draft.unit.start() >= number.end else draft.end],
    ):
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

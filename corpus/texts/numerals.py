"""Find the numerals of a Chinese text, and read the value that one states."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_DIGITS |= {character: value for value, character in enumerate("壹贰叁肆伍陆柒捌玖", 1)}
_SCALES = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_SCALED = r"[ \t\u3000]?[余多]?[十百千万亿]+"
_NUMERAL = re.compile(
    rf"{_ARABIC}(?:{_SCALED}(?:{_ARABIC}{_SCALED})*)?|[几{''.join(_DIGITS)}{''.join(_SCALES)}万亿]+",
)
_COMPOUND = re.compile(rf"(?:{_ARABIC}[十百千万亿]+)*{_ARABIC}[十百千万亿]*")
_PART = re.compile(rf"({_ARABIC})([十百千万亿]*)")


@dataclass(frozen=True)
class Numeral:
    """A run of characters that writes a number; `start` and `end` are code points in the text."""

    start: int
    end: int
    text: str


def find_numerals(text: str, words: Iterable[str]) -> Iterator[Numeral]:
    """Every run of Arabic digits, with its 万 or 亿, and every run of Chinese numerals.

    Chinese numeral characters inside one of `words` (队伍, 一线, 进一步 …) state no quantity and are passed
    over; Arabic digits never are.
    """
    pattern = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    masked = [match.span() for match in re.finditer(pattern, text)] if pattern else []
    for match in _NUMERAL.finditer(text):
        start, end = match.span()
        inside = any(left <= start and end <= right for left, right in masked)
        if not inside or match.group()[0].isdigit():
            yield Numeral(start, end, match.group())


def numeral_value(numeral: str) -> Decimal:
    """The number that a numeral states: 3.1 万 → 31000, 2500余万 → 25000000, 八 → 8, 逾百万's 百万 → 1000000.

    Raises ValueError where it states none (几十).
    """
    compact = re.sub(r"[\s余多]", "", numeral)
    if compact[:1].isdigit():
        if not _COMPOUND.fullmatch(compact):
            message = f"{numeral!r} states no exact number"
            raise ValueError(message)
        parts = ((Decimal(digits.replace(",", "")), scale) for digits, scale in _PART.findall(compact))
        return sum((digits * (_chinese_value(scale) if scale else 1) for digits, scale in parts), Decimal(0))
    return Decimal(_chinese_value(compact))


def _chinese_value(characters: str) -> int:
    """Value of a run of Chinese numerals; a scale without a digit before it counts once (百万 = 1000000)."""
    if not characters:
        message = "there is no numeral"
        raise ValueError(message)
    high = low = section = scale = 0
    digit: int | None = None
    for character in characters:
        if character in _DIGITS:
            # 零 only keeps a place; any other digit beside a digit is a range (两三).
            if digit:
                message = f"two digits in a row in {characters!r} (a range?)"
                raise ValueError(message)
            digit = _DIGITS[character]
            scale = scale if digit else 0
        elif character in _SCALES:
            scale = _SCALES[character]
            section += (digit or 1) * scale
            digit = None
        elif character == "万":
            low += (section + (digit or 0) or 1) * 10**4
            section, digit, scale = 0, None, 10**4
        elif character == "亿":
            high += (low + section + (digit or 0) or 1) * 10**8
            low, section, digit, scale = 0, 0, None, 10**8
        else:
            message = f"{character!r} states no exact number"
            raise ValueError(message)
    if digit and scale > 10:  # noqa: PLR2004 after ten a digit is the units: 十五
        message = f"{characters!r} is short for something"
        raise ValueError(message)
    return high + low + section + (digit or 0)

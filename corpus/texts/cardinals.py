"""Read a run of numeral characters: the one number it states, the two it lies between, or that it is loose."""

import re
from decimal import Decimal

from corpus.texts.numerals import ARABIC, FORMAL_DIGITS, FORMAL_SCALES, SCALES

_POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
_SIMPLE = str.maketrans(FORMAL_DIGITS + FORMAL_SCALES + "〇○◯", "一二三四五六七八九十百千零零零")
_TENS = {"廿": "二十", "卅": "三十", "卌": "四十"}
_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"两": 2}
_TOKEN = re.compile(rf"{ARABIC}|[{''.join(_DIGITS)}{SCALES}]")
_POINT = re.compile(r"(.+)点([零一二三四五六七八九]+)([万亿]*)")
_NEIGHBOURS = re.compile(r"[一二三四五六七八九两]{2,}")
_CODE = re.compile(r"0\d")
_TEN = 10


def is_loose(numeral: str) -> bool:
    """Whether a numeral names only a size: 几十, 数百, 十几, and scales that do not rise (千百, 亿万, 万千)."""
    compact = _plain(numeral)
    powers = [_POWERS[character] for character in compact if character in _POWERS]
    bare = len(powers) == len(compact)
    return bool(re.search("[几数]", compact)) or (bare and powers != sorted(set(powers)))


def bounds(numeral: str) -> tuple[Decimal, Decimal]:
    """The least and the greatest number of a folded numeral; the same twice where it states one exactly.

    两三百 → 200, 300; 十七八 → 17, 18; 三五 → 3, 5; 二千零五十 → 2050 twice. Raises ValueError as `cardinal` does.
    """
    compact = _plain(numeral)
    pairs = _NEIGHBOURS.findall(compact)
    in_places = len(compact) > len("两三") and not any(character in _POWERS for character in compact)
    if len(pairs) == 1 and len(pairs[0]) == len("两三") and not in_places:
        first, second = (_DIGITS[character] for character in pairs[0])
        loose_pair = (first, second) == (3, 5) and compact.startswith("三五")
        if second == first + 1 or loose_pair:
            place = compact.index(pairs[0])
            before, after = compact[:place], compact[place + 2 :]
            low, high = (cardinal(before + character + after) for character in pairs[0])
            return low, high
    value = cardinal(compact)
    return value, value


def cardinal(numeral: str) -> Decimal:
    """The number that a folded numeral states, exactly.

    3.1 万 → 31000, 2500余万 → 25000000, 百万 → 1000000, 廿五 → 25, 一万五 and 1万5 → 15000, 一点二亿 → 120000000,
    一三二○ → 1320. Raises ValueError where it states none: loose (几十), a code (007), or built as no number is.
    """
    compact = _plain(numeral)
    if is_loose(compact):
        raise _refusal(numeral)
    if point := _POINT.fullmatch(compact):
        whole, decimals, scale = point.groups()
        fraction = "".join(str(_DIGITS[digit]) for digit in decimals)
        return (cardinal(whole) + Decimal(f"0.{fraction}")) * _power(scale)
    tokens = _TOKEN.findall(compact)
    if not tokens or "".join(tokens) != compact or any(_CODE.match(token) for token in tokens):
        raise _refusal(numeral)
    if all(token in _DIGITS for token in tokens) and len(tokens) > 1:
        return _positional(compact)
    return _composed(tokens, numeral)


def _plain(numeral: str) -> str:
    """The numeral without blanks and 余, in everyday characters, its tens written out (廿 → 二十)."""
    everyday = re.sub(r"[\s余多来]", "", numeral).translate(_SIMPLE)
    return "".join(_TENS.get(character, character) for character in everyday)


def _refusal(numeral: str) -> ValueError:
    return ValueError(f"{numeral!r} states no exact number")


def _power(scales: str) -> Decimal:
    return Decimal(10) ** sum(_POWERS[scale] for scale in scales)


def _positional(digits: str) -> Decimal:
    """A number of digits in their places, as years and older reports write it: 一三二○ → 1320."""
    values = [_DIGITS[digit] for digit in digits]
    counted = values == list(range(values[0], values[0] + len(values)))
    too_short = len(digits) < len("一三二") and "零" not in digits
    if "两" in digits or values[0] == 0 or counted or too_short:
        raise _refusal(digits)
    return Decimal("".join(map(str, values)))


def _composed(tokens: list[str], numeral: str, *, inner: bool = False) -> Decimal:
    """A number of digits and scales, split at its greatest scale; `inner` parts may not begin with a scale but 十."""
    powers = [_POWERS.get(token, 0) for token in tokens]
    greatest = max(powers, default=0)
    if not greatest:
        if len(tokens) != 1:
            raise _refusal(numeral)
        return _number(tokens[0])
    at = len(powers) - 1 - powers[::-1].index(greatest)
    left, right = tokens[:at], tokens[at + 1 :]
    return _times(left, greatest, numeral, inner=inner) + _rest(left, right, greatest, numeral)


def _times(left: list[str], power: int, numeral: str, *, inner: bool) -> Decimal:
    """What stands before a scale, times the scale; nothing before it counts once (百万, 十五)."""
    scale = Decimal(10) ** power
    if not left:
        if inner and power > 1:
            raise _refusal(numeral)
        return scale
    cut_short = len(left) > 1 and left[-1] not in _POWERS and _POWERS.get(left[-2], 0) > 1
    if cut_short or (power < _POWERS["万"] and len(left) > 1):
        raise _refusal(numeral)
    return _composed(left, numeral, inner=inner) * scale


def _rest(left: list[str], right: list[str], power: int, numeral: str) -> Decimal:
    """What stands after a scale: a number below it, or one digit short for the next place (一万五)."""
    scale = Decimal(10) ** power
    if not right:
        return Decimal(0)
    if any("." in token for token in left):
        raise _refusal(numeral)
    marked = right[0] == "零"
    tokens = right[1:] if marked else right
    short = power > 1 and not marked and len(tokens) == 1 and len(tokens[0]) == 1 and tokens[0] not in _POWERS
    rest = _composed(tokens, numeral, inner=True) if tokens else Decimal(0)
    unscaled = len(tokens) == 1 and tokens[0].isdigit() and power == _POWERS["亿"] and not short
    # 百八十 and 万三 have meanings of their own in speech, and 1亿2000 has lost a scale.
    if not tokens or rest == 0 or rest >= scale or (power > 1 and not left) or unscaled:
        raise _refusal(numeral)
    return rest * scale / _TEN if short else rest


def _number(token: str) -> Decimal:
    return Decimal(_DIGITS[token]) if token in _DIGITS else Decimal(re.sub(r"[^\d.]", "", token))

"""Find the numerals of a Chinese text, in whatever script and width they are set."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.texts.spans import lies_in

DIGITS = "零〇一二三四五六七八九两"
FORMAL_DIGITS = "壹贰叁肆伍陆柒捌玖"
FORMAL_SCALES = "拾佰仟"
SCALES = "十百千万亿"

_TRADITIONAL = dict(zip("萬億兩両貳貮叄餘來點數幾個時鐘", "万亿两两贰贰叁余来点数几个时钟", strict=True))
_RADICALS = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
_WIDE = {chr(code): chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), *map(ord, "％－～／"))}
_ALONE = str.maketrans(_TRADITIONAL | _RADICALS | _WIDE)
# These are characters of everyday words (大陸, 參加), and numerals only beside another one.
_IN_COMPANY = {"參": "叁", "陸": "陆"}
_NEIGHBOUR = rf"[{DIGITS}{FORMAL_DIGITS}{FORMAL_SCALES}{SCALES}]"
_COMPANY = re.compile(rf"[參陸](?={_NEIGHBOUR})|(?<={_NEIGHBOUR})[參陸]")
_WIDE_SEPARATOR = re.compile(r"(?<=[０-９])，(?=[０-９]{3})|(?<=\d)．(?=\d)")

_BLANK = "[ \t\u3000\u00a0\u2009\u202f]"
# 千 before these is part of the unit: 20千米 are twenty kilometres.
_KILO = "[米克瓦伏帕焦卡]"
_SCALE = rf"(?:[十百万亿]|千(?!{_KILO}))"
_WHOLE = (
    r"(?:\d{1,3}(?:,\d{3})+(?!\d)"
    # Cells of a table stand side by side as the groups of a long number do: only a number goes on to its unit.
    rf"|(?<![\d.])(?<!\d{_BLANK})\d{{1,3}}(?:{_BLANK}\d{{3}})+(?={_BLANK}?(?:[万亿]|[^\W\d_]))"
    r"|\d+)"
)
ARABIC = rf"{_WHOLE}(?:\.\d+)?"
_SCALED = rf"{_BLANK}{{0,2}}[余多来]?{_SCALE}+"
_MIXED = rf"{ARABIC}(?:{_SCALED}(?:零?{ARABIC}{_SCALED})*(?:零?\d{{1,4}}(?![\d.,年月日号%]))?)?"
# 百 in 百分点 and 百分比 is part of the word; ○ writes nought only after a digit, elsewhere it is a bullet.
_CHARACTER = (
    rf"(?:几(?![乎何经])|[{DIGITS}{FORMAL_DIGITS}{FORMAL_SCALES}十万亿廿卅卌]|百(?!分[点比制率])"
    rf"|千(?!{_KILO})|(?<=[几{DIGITS}])千|(?<=[{DIGITS}○◯])[○◯])"
)
# 数 after one of these ends a noun (人数, 总数): what follows it is a number of its own.
_NOUNS = "人总件次户指岁基倍序系分点对参变函字位个项家多少半无单复计级台例天年月量"
_SEVERAL = rf"(?<![{_NOUNS}])数(?=[{SCALES}{FORMAL_SCALES}])"
_RUN = rf"(?:{_SEVERAL})?{_CHARACTER}+(?:[余多]{_SCALE}+)*"
_DECIMAL_RUN = rf"{_CHARACTER}+点[零〇一二三四五六七八九]++(?:[万亿]+|(?=[倍元米个公平吨%成折度亩]))"
_PARTS = rf"(?:{_CHARACTER}+|\d+)分之(?:{_CHARACTER}+点[零〇一二三四五六七八九]+|{_MIXED}|{_RUN})|百分百"
_SLASH = r"(?<![\d/.])\d{1,3}/\d{1,4}(?![\d/.年月日])|[½⅓⅔¼¾⅕⅛]"
_HALF = (
    rf"(?<!{_CHARACTER})一半|半数(?![据字量值控组学列码额])"
    r"|(?<![上下前后大小多个对一])半(?=个?(?:小时|钟头|世纪|年|月(?!谈)|天))"
)
NUMERAL = re.compile(rf"{_PARTS}|{_SLASH}|{_HALF}|{_MIXED}|{_DECIMAL_RUN}|{_RUN}")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A run of characters that writes a number; `start` and `end` are code points in the text."""

    start: int
    end: int
    text: str


def fold(text: str) -> str:
    """The text with full-width digits and traditional numerals in their plain form, character for character.

    Nothing is added or lost, so a place in the result is a place in the text.
    """
    joined = _WIDE_SEPARATOR.sub(lambda match: {"，": ",", "．": "."}[match.group()], text)
    return _COMPANY.sub(lambda match: _IN_COMPANY[match.group()], joined.translate(_ALONE))


def find_numerals(text: str, words: Iterable[str]) -> Iterator[Numeral]:
    """Every run of Arabic digits, with its 万 or 亿, every run of Chinese numerals, and every fraction.

    Chinese numeral characters inside one of `words` (队伍, 一线, 进一步 …) state no quantity and are passed
    over; Arabic digits never are. The two ends of a range (16至17) are two numerals; 上半年 holds none.
    """
    skipped = passed_over(text, words)
    for match in NUMERAL.finditer(fold(text)):
        start, end = match.span()
        if match.group()[0].isdigit() or not lies_in(skipped, start, end):
            yield Numeral(start, end, text[start:end])


def passed_over(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Where one of `words` stands in a text, the longer one of two that begin together."""
    pattern = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return [match.span() for match in re.finditer(pattern, text)] if pattern else []

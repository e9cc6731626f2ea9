"""A text as the grammar reads it: one script, one width, nothing torn, and the way back to what is printed."""

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.texts.numerals import fold
from corpus.texts.script import SIMPLIFIED

_WIDE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in "，！？；"}
_ALIKE = {"∶": ":", "﹪": "%", "—": "-", "–": "-", "―": "-", "‒": "-", "−": "-", "～": "~", "〜": "~", "∼": "~"}
_SIGNS = str.maketrans(
    {**SIMPLIFIED, **_WIDE, **_ALIKE, "「": "“", "」": "”", "『": "“", "』": "”", "﹝": "〔", "﹞": "〕", "&": "和"}
)
_WIDE_GROUPS = re.compile(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
_IDEOGRAPH = "[\u4e00-\u9fff]"
_VOWELS = "aeiouüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_LEFT_OUT = re.compile(
    # Marks of a page's or a forum's layout.
    r"</?[A-Za-z][^<>\n]{0,200}>|\[/?(?:color|font|size|align|b|i|u|p|url|img|t[drh]|table|backcolor"
    r"|indent|float|list|quote)\b[^\]\n]{0,60}\]|"
    # A converter between the scripts leaves the sound of a character behind it: 連續(xù)10年.
    rf"(?<={_IDEOGRAPH})[(（][bcdfghjklmnpqrstwxyzBCDFGHJKLMNPQRSTWXYZ]{{0,2}}[{_VOWELS}]{{1,3}}(?:n|ng|r)?\s?[)）]"
    "|[(（][\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]{1,4}[)）]"
    "|[\u00ad\u200b-\u200d\u2060\ufeff*]+"
    rf"|(?<={_IDEOGRAPH})[ \u00a0\u2009\u202f]{{1,2}}(?=\d)"
    rf"|(?<=[\d%])[ \u00a0\u2009\u202f]{{1,2}}(?={_IDEOGRAPH})"
    # The layout of a page breaks lines between a number and what it counts.
    rf"|(?<={_IDEOGRAPH}{{8}})\n(?=\d+(?:\.\d+)?(?:[万亿余多]|人次|元|%))"
    r"|(?<=[\u4e00-\u9fff，、]\d)\n(?=(?:[万亿]|人次|余|多[名人家]|个百分点|元))"
    r"|(?<=[\u4e00-\u9fff，、\d]\d)\n(?=(?:[万亿]|人次|余|多[名人家]|个百分点|元))"
)


@dataclass(frozen=True)
class Plain:
    """A text as it is read; `places[i]` is where `text[i]` is printed, None where nothing was left out."""

    text: str
    places: Sequence[int] | None

    def place(self, at: int) -> int:
        """The place in the printed text of the character at `at`."""
        return at if self.places is None else self.places[at]

    def left_out(self) -> Iterator[tuple[int, int]]:
        """The stretches of the printed text that `text` does not have, in order."""
        if self.places is None:
            return
        at = 0
        for place in self.places:
            if place > at:
                yield at, place
            at = place + 1

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]`, not empty, is printed."""
        return self.place(start), self.place(end - 1) + 1


_ENDLESS = re.compile("[0-9]{30,}|[零〇○一二三四五六七八九十百千万亿两]{30,}")


def endless(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text with numerals longer than any number put out of sight, and where they stand."""
    spans = [match.span() for match in _ENDLESS.finditer(text)]
    return (_ENDLESS.sub(lambda match: "■" * len(match.group()), text) if spans else text), spans


def plain(printed: str) -> Plain:
    """The text in simplified characters and half width, without blanks beside digits, sounds in brackets, unseen signs.

    Signs are one for one; what is left out is left out of `text` and stepped over by `places`.
    """
    grouped = _WIDE_GROUPS.sub(",", printed)
    kept = array("I")
    pieces, at = [], 0
    for match in _LEFT_OUT.finditer(grouped):
        pieces.append(grouped[at : match.start()])
        kept.extend(range(at, match.start()))
        at = match.end()
    if not pieces:
        return Plain(fold(grouped.translate(_SIGNS)), None)
    pieces.append(grouped[at:])
    kept.extend(range(at, len(grouped)))
    return Plain(fold("".join(pieces).translate(_SIGNS)), kept)

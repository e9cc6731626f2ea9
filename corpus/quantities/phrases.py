"""Words and set phrases that hold a numeral and count nothing."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

NUMERALS = "零〇○一二三四五六七八九十百千万亿两几数半廿卅壹贰叁肆伍陆柒捌玖拾佰仟"
_INSIDE = frozenset("零〇○一二三四五六七八九十百千万亿两")
_LONGEST = 10
_PLACES = re.compile(f"[{NUMERALS}]|(?<=双)1[12]")
_MEASURED = re.compile("一点[零一二三四五六七八九]|[一二三四五六七八九十两]+分[钟之]|千米|千瓦|千克")


@cache
def phrases() -> Mapping[str, str]:
    """Word → why the numeral in it states no figure, a code of the list `reason`."""
    lines = files("corpus.quantities").joinpath("phrases.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    return {word: reason for reason, *words in rows for word in words}


def in_phrases(text: str, more: Iterable[str] = ()) -> Iterator[tuple[int, int, str]]:
    """Where a word of the list or one of `more` (words of everyday speech) holds a numeral, the longest at each place.

    A word is none where a longer number begins or ends in it: 万一 in 三万一千.
    """
    known = {**dict.fromkeys(more, "word"), **phrases()}
    lengths = sorted({min(len(word), _LONGEST) for word in known}, reverse=True)
    done = 0
    for match in _PLACES.finditer(text):
        at = match.start()
        if at < done:
            continue
        for length in lengths:
            found = next(
                (
                    start
                    for start in range(max(at - length + 1, done), at + 1)
                    if text[start : start + length] in known
                    and start + length <= len(text)
                    and _whole(text, start, start + length)
                ),
                None,
            )
            if found is not None:
                done = found + length
                yield found, done, known[text[found:done]]
                break


def _whole(text: str, start: int, end: int) -> bool:
    """Whether no number goes on beyond the ends of a word."""
    before, after, last = text[start - 1 : start], text[end : end + 1], text[start:end][-1]
    joins_before = (
        text[start] in _INSIDE and before != "" and (before in _INSIDE or before in "余多来" or before.isdigit())
    )
    joins_after = last in _INSIDE and after in _INSIDE and after != ""
    goes_on = (last == "小" and after == "时") or (last == "分" and after in {"之", "钟"})
    parts = (before == "分" and text[start] == "之") or (
        text[start] in "百千万亿" and before != "" and before in "上近逾过数超"
    )
    return not parts and not (joins_before or joins_after or goes_on or _MEASURED.match(text, start))

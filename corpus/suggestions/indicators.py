"""Which indicator a figure may state, suggested where its name, or the words of coded figures, stand beside it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells
from corpus.suggestions.left_out import without
from corpus.texts.reading_text import readings

_LEAST = 4
"""A name or saying of fewer letters fits too much."""
_REACH = 30
_IDLE = re.compile(r"[（(][^（）()]*[）)]|(?:人数|个数|总数|数量|企业家数|家数|人次|期数|场次|数)$|[“”‘’《》]")
"""What a name says of counting and telling apart, and no text beside its figure."""
_BEFORE = re.compile(r"([^\W\d_、]{2,}?)(?:[共已]?有|[共已]|[约近达逾超为]|达到|共计|累计|总计|[”’》\s])*$")
_AFTER = re.compile(r"[“‘\s]?([^\W\d_均都有是为]{2,})")
_PART = re.compile(r"其中|占|一线|青年|女(?!职工)|[^\W\d]中(?!心)[^\W\d]{0,4}$")
"""What tells a part of something: its whole is another indicator."""
_GROWS = re.compile(r"新增|新建|新设")
"""What tells a growth from a stock of the same things."""
_LINKS = "的了和与及等在为对向把将"
"""A word of these is not the beginning of a name."""
_FAR, _ENDS = 60, "。！？…\n"
_TAIL = re.compile(r"[^，；：。！？…、\n;,!?]{0,12}")
_STOPS = "，；：。！？…、\n;,!?（(”’"


class Indicator(NamedTuple):
    """An indicator and the words that spoke for it, as a place in the text."""

    indicator_id: str
    start: int
    end: int


def suggested_indicator(known: Collection, text: str, start: int, end: int, unit: str) -> Indicator | None:
    """The indicator that the figure `text[start:end]` may state; None where nothing speaks clearly for one.

    `unit` is a code of `units`, "" where none is known. An indicator is named where its name stands right before the
    figure, or after it and nothing follows, or where what stands there reads like a coded figure's surroundings. The
    longest name counts; where two indicators fit as well, that which grows or stands like the figure, if it is one,
    else none is suggested. Where none does, a cue of the codebook in
    the clause or the one before speaks for an indicator of the same unit.
    """
    fitting: dict[str, tuple[int, int, int]] = {}
    for first, last in filter(None, _beside(text, start, end)):
        for at in range(first, last - _LEAST + 1):
            for indicator in _sayings(known).get(text[at:last], ()):
                if _fits(known, indicator, unit):
                    fitting[indicator] = max(fitting.get(indicator, (0, 0, 0)), (last - at, at, last))
    ranked = sorted(fitting.items(), key=lambda item: -item[1][0])
    if not ranked:
        return _by_cue(known, text, start, end, unit)
    best = [one for one in ranked if one[1][0] == ranked[0][1][0]]
    if len(best) > 1:
        grows = bool(_GROWS.search(text, max(start - _FAR, text.rfind("。", 0, start) + 1), start))
        names = dict(cells(known.tables["indicators"], ("indicator_id", "name_zh")))
        best = [one for one in best if bool(_GROWS.search(names[one[0]])) == grows]
    if len(best) != 1:
        return None
    indicator, (_, first, last) = best[0]
    return Indicator(indicator, first, last)


def _by_cue(known: Collection, text: str, start: int, end: int, unit: str) -> Indicator | None:
    """The one indicator of a unit whose cue stands last in the clause of a figure, or in the one before it."""
    stops = [at for at in range(max(start - _FAR, 0), start) if text[at] in _STOPS]
    sentence = max((at for at in stops if text[at] in _ENDS), default=-1) + 1
    after = _TAIL.match(text, end).end()
    own = max(stops[-1] + 1 if stops else 0, sentence)
    before = max(stops[-2] + 1 if len(stops) > 1 else 0, sentence)
    for first, last in ((own, after), (before, own)):
        if _PART.search(text, first, start):
            return None
        found = {
            indicator: places[-1].span()
            for indicator, cue in _cues(known).items()
            if _units(known)[0][indicator] == unit and (places := list(cue.finditer(text, first, last)))
        }
        if found:
            return Indicator(*next(iter(found.items()))[:1], *next(iter(found.values()))) if len(found) == 1 else None
    return None


@computed_once
def _cues(known: Collection) -> dict[str, re.Pattern[str]]:
    """Indicator → its cues, of those that have any."""
    rows = cells(known.tables["indicators"], ("indicator_id", "cues"))
    return {indicator: re.compile(cues) for indicator, cues in rows if cues}


def _beside(text: str, start: int, end: int) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """The words that end where a figure begins, and those from it to the stop; None where there are none.

    Neither is told of a part of something.
    """
    first = max(0, start - _REACH)
    clause = max(text.rfind(stop, first, start) for stop in _STOPS) + 1
    if _PART.search(text, max(clause, first), start):
        return None, None
    left = _BEFORE.search(text[first:start])
    right = _AFTER.match(text, end, min(len(text), end + _REACH))
    ends = right and (right.end() == len(text) or text[right.end()] in _STOPS)
    return (
        (first + left.start(1), first + left.end(1)) if left else None,
        right.span(1) if right and ends else None,
    )


@computed_once
def _sayings(known: Collection) -> dict[str, frozenset[str]]:
    """Words beside a figure → the indicators they speak for: names, their ends, and the surroundings of figures."""
    told: dict[str, set[str]] = {}
    for indicator, name in _names(known):
        told.setdefault(name, set()).add(indicator)
    whole = frozenset(told)
    for indicator, name in _names(known):
        for at in range(1, len(name) - _LEAST + 1):
            # The end of a name stands for it, but for where it is a name itself.
            if name[at] not in _LINKS and name[at:] not in whole:
                told.setdefault(name[at:], set()).add(indicator)
    for indicator, words in _surroundings(known):
        told.setdefault(words, set()).add(indicator)
    return {words: frozenset(indicators) for words, indicators in told.items()}


def _names(known: Collection) -> list[tuple[str, str]]:
    """The indicators with their names, without what no text says beside its figure; the shortest are left out."""
    names = cells(known.tables["indicators"], ("indicator_id", "name_zh"))
    bare = ((indicator, _IDLE.sub("", _IDLE.sub("", name))) for indicator, name in names)
    return [(indicator, name) for indicator, name in bare if len(name) >= _LEAST]


def _surroundings(known: Collection) -> Iterator[tuple[str, str]]:
    """The last letters before each coded figure, or those after it, with its indicator."""
    columns = ("document_id", "indicator_id", "start", "end")
    for document, indicator, start, end in cells(known.typed("numbers"), columns):
        reading = readings(known)[document]
        place = reading.stretch(start, end)
        for words in _beside(reading.text, *place) if place else ():
            if words and words[1] - words[0] >= _LEAST:
                first = max(words[0], words[1] - _LEAST)
                if reading.text[first] not in _LINKS:
                    yield indicator, reading.text[first : words[1]]


def _fits(known: Collection, indicator: str, unit: str) -> bool:
    """Whether a figure in a unit may state an indicator: in the same one, or in one that is written alike."""
    own, words = _units(known)
    return not unit or own.get(indicator) == unit or bool(words.get(own.get(indicator), set()) & words.get(unit, set()))


@computed_once
def _units(known: Collection) -> tuple[dict[str, str], dict[str, set[str]]]:
    """Indicator → its unit; unit → the words that it is written with."""
    words = dict(cells(known.tables["units"], ("unit", "words")))
    own = dict(cells(known.tables["indicators"], ("indicator_id", "unit")))
    return own, {unit: set(filter(None, told.split("|"))) for unit, told in words.items()}


def indicator_scores(collection: Collection, *, whole: bool) -> Iterator[tuple[str, int, int, int, int]]:
    """Article by article: its figures that were given an indicator, those of them right, those that could be, all.

    The figures of the article are left out. Unless the `whole` codebook is known, so are the indicators that no other
    article has a figure of: what the codebook knows from this article alone is not there to be found.
    """
    figures, indicators = collection.typed("numbers"), collection.tables["indicators"]
    for document in collection.tables["documents"]["document_id"].tolist():
        elsewhere = set(figures.loc[figures["document_id"] != document, "indicator_id"])
        there = set(indicators["indicator_id"]) if whole else elsewhere
        known = without(collection, document).changed(indicators=indicators[indicators["indicator_id"].isin(there)])
        named = right = could = 0
        own = figures[figures["document_id"] == document]
        for indicator, unit, start, end in cells(own, ("indicator_id", "unit", "start", "end")):
            reading = readings(collection)[document]
            found = suggested_indicator(known, reading.text, *reading.stretch(start, end), unit)
            named += found is not None
            right += found is not None and found.indicator_id == indicator
            could += indicator in there
        yield document, named, right, could, len(own)

"""Clauses of a text that may tell a measure, before anything is weighed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpus.suggestions.acts import ADVERBS, signs
from corpus.suggestions.congresses import without_congresses
from corpus.suggestions.grams import Wording, added, grams
from corpus.texts.clauses import clauses
from corpus.texts.reading_text import Paragraph, ReadingText

_BODY = "body"
_LEAST, _MOST = 4, 300
"""A clause of fewer letters says too little, one of more is a list that lost its stops."""
AROUND = 60
"""How far the sentence around a clause is looked at, on each side."""
_AROUND_COUNTS = 0.15
"""How much the sentence counts beside the clause."""
_INSIDE, _BEFORE = 0.5, 8
"""How much runs inside count beside those at the ends; how many letters before the clause are looked at."""
_NEXT_VERB = re.compile(
    rf"、(?=(?:{ADVERBS}){{0,2}}(?:推进|推动|推行|开展|实施|建立|建设|制定|出台|成立|组建|举办|完善|健全|打造|搭建|评选|设立|发放"
    r"|召开|组织))"
)
"""A list of acts: each has a verb of its own."""
_LINKS = re.compile(
    r"(?:[“‘”’\s]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．](?!\d)|同时|此外|另外|据悉|据介绍|目前|截至目前|近年来|今年以来|其中|并(?=[给将对]|且)|[一二三四五六七八九十]是"
    r"|(?:我|全|本)[省市区县州](?=.{3})){1,4}"
)
"""What opens a clause and is no part of what it tells."""
_NUMBER = re.compile(r"\s*(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、](?!\d))")
_HEADING = 45
"""A first sentence of at most so many characters that bears a number is a heading."""
_COUNTS = re.compile(
    r"(?:[全本]?[省市区县州]|共|累计|其中|已){0,3}(?:完成|参与|参加|参赛|受益|惠及|覆盖|发布)?(?:[^\d，]{0,4}[性项能岗])?"
    r"(?:培训|内容|职工|人员|工人|群众|活动)\s*[\d.,]+\s*[万余多]*\s*(?:人次|人|名|期|条|篇|场次)"
)
"""A clause that only counts: what was done is told elsewhere."""

_SLOGAN = re.compile(
    rf"(?:{ADVERBS}){{0,3}}(?:实施|推进|推动|强化|提升|提高|增强|促进|激发|凝聚|夯实|筑牢|保持|维护|实现)"
    r"[^\d“《、，]{0,14}(?:素质|素养|水平|能力|质效|质量|活力|实力|本领|[凝聚战斗创造]{2}力|[获得归属幸福]{2,3}感|稳定|和谐"
    r"|高质量发展|意识|动能|合力|根基|基础|成效|实效|积极性)"
)
"""A clause that only names what is wished for, and nothing that anybody does."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A clause of body text: where it stands in the reading text, and the paragraph that it is in."""

    start: int
    end: int
    paragraph: Paragraph


def candidates(reading: ReadingText) -> Iterator[Candidate]:
    """The clauses of the body paragraphs in the order of the text; a list of acts with a verb each is several."""
    for paragraph in reading.paragraphs:
        if paragraph.role != _BODY:
            continue
        for start, end in clauses(reading.text, _after_heading(reading, paragraph), paragraph.end):
            at = start
            for cut in (*_NEXT_VERB.finditer(reading.text, start, end), None):
                stop = cut.start() if cut else end
                first = _without_link(reading.text, at, stop)
                if _LEAST <= stop - first <= _MOST and not _COUNTS.fullmatch(reading.text, first, stop):
                    yield Candidate(first, stop, paragraph)
                at = cut.end() if cut else end


def is_slogan(text: str, start: int, end: int) -> bool:
    """Whether a clause only names a good that is wished for: it teaches what tells no act, and is never suggested."""
    return bool(_SLOGAN.fullmatch(text, start, end))


def _after_heading(reading: ReadingText, paragraph: Paragraph) -> int:
    """Where the text of a paragraph begins: behind a numbered heading that runs into it as its first sentence."""
    first, *more = reading.sentences(paragraph)
    runs_in = more and first[1] - first[0] <= _HEADING and _NUMBER.match(reading.text, paragraph.start)
    return first[1] if runs_in else paragraph.start


def _without_link(text: str, start: int, end: int) -> int:
    link = _LINKS.match(text, start, end)
    if not link:
        return start
    opened = text[start : link.end()]
    # Marks that close inside the clause belong to a name that it opens with.
    marks = [at for at, mark in enumerate(opened) if mark in "“‘"]
    closing = {"“": "”", "‘": "’"}
    kept = [at for at in marks if closing[opened[at]] in text[start + at + 1 : end]]
    return start + kept[0] if kept else link.end()


def act_wording(reading: ReadingText, candidate: Candidate) -> Wording:
    """The wording that tells an act: what the clause says, how it opens and ends, what stands before it."""
    text, start, end = reading.text, candidate.start, candidate.end
    said = text[start:end]
    counted = added([(grams(said), _INSIDE)])
    for length in (1, 2, 3):
        counted[f"^{said[:length]}"] = 1.0
        counted[f"{said[-length:]}$"] = 1.0
    for gram in grams(text[max(candidate.paragraph.start, start - _BEFORE) : start], 2):
        counted[f"<{gram}"] = _INSIDE
    return Wording(counted, signs(text, start, end, candidate.paragraph.start))


def type_wording(reading: ReadingText, start: int, end: int) -> Wording:
    """The wording that tells a measure type: that of the clause, and less so of the sentence around it."""
    first, last = reading.sentence_at(start)
    around = reading.text[max(first, start - AROUND) : min(last, end + AROUND)]
    return Wording(added([(grams(reading.text[start:end]), 1.0), (grams(around, 2), _AROUND_COUNTS)]))


def instrument_wording(said: str, cues: Mapping[str, re.Pattern]) -> Wording:
    """The wording that tells an instrument: runs, whose cues stand there, and whose come last, where the object is.

    Congresses that are only named are passed over.
    """
    said = without_congresses(said)
    places = [(found.start(), code) for code, words in cues.items() for found in words.finditer(said)]
    marks = dict.fromkeys((code for _, code in places), 1.0)
    if places:
        marks[f"last {max(places)[1]}"] = 1.0
    return Wording(added([(grams(said), 1.0)]), marks)

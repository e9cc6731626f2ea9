"""Rules on our English renderings: every sentence of evidence has one, none is idle, and none loses a figure."""

import calendar
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from corpus.checks.sentences import doubt
from corpus.coding.evidence import sentences_of_evidence
from corpus.collection.collection import Collection
from corpus.collection.tables import tuples
from corpus.problem import Problem
from corpus.texts.numerals import fold
from corpus.texts.reading_text import article_at, readings
from corpus.texts.renderings import TABLE

_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SAID = {word: Decimal(value) for value, word in enumerate(_WORDS, 1)}
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_NUMBER = re.compile(rf"(?P<digits>{_DIGITS})|\b(?P<word>{'|'.join(_WORDS)})\b", re.IGNORECASE)
_SCALE = re.compile(rf"[ -]({'|'.join(_SCALES)})\b", re.IGNORECASE)
_PRINTED = re.compile(_DIGITS)
_SCALED = re.compile(r"[ 余多]*[十百千万亿]")
_MONTH_AFTER = re.compile(r"(?:[-—–至到]\d+)?月")
_LOST = "[…]"
_PERSON_TIMES = "person_time"


def evidence_is_rendered(collection: Collection) -> Iterator[Problem]:
    """Every sentence that a row rests on has one rendering, and a rendering is of such a sentence.

    Where the beginning of a sentence is missing in the source, its rendering opens with […]. A package that declares
    no such table renders nothing.
    """
    if TABLE not in collection.tables:
        return
    waiting = {(document_id, start): end for document_id, start, end in sentences_of_evidence(collection)}
    found: set[tuple[str, int]] = set()
    for row, place in _placed(collection):
        if not place or place not in waiting:
            yield Problem(TABLE, row.sentence_id, "start", "opens_no_evidence", "anchor_sentence_or_remove")
        elif place in found:
            yield Problem(TABLE, row.sentence_id, "start", "rendered_twice", "remove_row")
        elif place[0] != row.document_id:
            yield Problem(TABLE, row.sentence_id, "document_id", "place_of_another", "correct", {"found": place[0]})
        elif _lost(collection, *place) != row.text_en.startswith(_LOST):
            yield Problem(TABLE, row.sentence_id, "text_en", "beginning_is_lost_or_not", "correct_rendering")
        found.add(place)
    for (document_id, start), end in waiting.items():
        if (document_id, start) not in found:
            sentence = readings(collection)[document_id].text[start:end]
            yield Problem(TABLE, document_id, "text_en", "not_rendered", "render", {"sentence": sentence})


def _placed(collection: Collection) -> Iterator[tuple[tuple, tuple[str, int] | None]]:
    """The renderings with the article and the beginning of their sentences; None where none begins."""
    for row in tuples(collection.tables[TABLE]) if TABLE in collection.tables else ():
        start = int(row.start)
        try:
            reading = readings(collection)[article_at(collection, row.seed_file, start)]
        except LookupError:
            yield row, None
            continue
        position, _ = reading.span(start, start + 1)
        yield row, (reading.document_id, position)


def _lost(collection: Collection, document_id: str, start: int) -> bool:
    """Whether the beginning of a sentence is missing in the source."""
    paragraph = readings(collection)[document_id].paragraph_at(start)
    return paragraph.lost_start and paragraph.start == start


def renderings_carry_the_figures(collection: Collection) -> Iterator[Problem]:
    """A rendering has every figure and every date of its sentence, none other, and person-times only for person-times.

    Figures are compared by value, so often as they are told; a month may be a name. Names and turns of speech written
    in Chinese numerals may be put in other words.
    """
    ends = {(document_id, start): end for document_id, start, end in sentences_of_evidence(collection)}
    stated = _stated(collection)
    counted = collection.tables["units"].set_index("unit")["name_en"].get(_PERSON_TIMES, "")
    for row, place in _placed(collection):
        if place not in ends:
            continue
        figures = [one for one in stated.get(place[0], ()) if place[1] <= one[0] < ends[place]]
        wanted = Counter(value for _, values, _ in figures for value in values)
        told, in_digits = _told(row.text_en)
        months = Counter({Decimal(month): row.text_en.count(calendar.month_name[month]) for month in range(1, 13)})
        dated, named = _in_digits(fold(readings(collection)[place[0]].text[place[1] : ends[place]]))
        lost = [value for value, count in wanted.items() if told[value] < count]
        lost += [value for value in named if not told[value]]
        lost += [value for value in dated if not told[value] + months[value]]
        for value in sorted(set(lost)):
            yield doubt(TABLE, row.sentence_id, "text_en", "figure_left_out", value=f"{value:f}")
        for value in sorted(in_digits - set(wanted) - dated - named):
            yield doubt(TABLE, row.sentence_id, "text_en", "figure_not_in_sentence", value=f"{value:f}")
        units = {unit for _, _, unit in figures}
        if counted and (_PERSON_TIMES in units) != (counted in row.text_en):
            yield doubt(TABLE, row.sentence_id, "text_en", "person_times_mixed", value=counted)


def _stated(collection: Collection) -> dict[str, list[tuple[int, tuple[Decimal, ...], str]]]:
    """Article → its figures: where each stands, the numbers that it states, its unit."""
    found: dict[str, list[tuple[int, tuple[Decimal, ...], str]]] = {}
    for row in tuples(collection.tables["numbers"]):
        document_id = article_at(collection, row.seed_file, int(row.start))
        at, _ = readings(collection)[document_id].span(int(row.start), int(row.end))
        values = tuple(Decimal(value) for value in (row.value, row.value_high) if value)
        found.setdefault(document_id, []).append((at, values, row.unit))
    return found


def _in_digits(sentence: str) -> tuple[set[Decimal], set[Decimal]]:
    """The months of a sentence, and its other numbers that stand in digits as they are meant, without 万 or 亿."""
    dated, named = set(), set()
    for match in _PRINTED.finditer(sentence):
        value = Decimal(match.group().replace(",", ""))
        if _MONTH_AFTER.match(sentence, match.end()):
            dated.add(value)
        elif not _SCALED.match(sentence, match.end()):
            named.add(value)
    return dated, named


def _told(text: str) -> tuple[Counter[Decimal], set[Decimal]]:
    """How often an English text tells each number, in digits or words, and those that it tells in digits."""
    told: Counter[Decimal] = Counter()
    in_digits: set[Decimal] = set()
    for match in _NUMBER.finditer(text):
        digits = match["digits"]
        value = Decimal(digits.replace(",", "")) if digits else _SAID[match["word"].lower()]
        scale = _SCALE.match(text, match.end())
        value *= _SCALES[scale[1].lower()] if scale else 1
        told[value] += 1
        if digits:
            in_digits.add(value)
    return told, in_digits

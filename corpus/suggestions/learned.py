"""What coded measures and the codebook teach: which clauses tell acts, and which codes their wording speaks for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells, records
from corpus.suggestions.candidates import act_wording, candidates, instrument_wording, type_wording
from corpus.suggestions.grams import Weights, Wording, added, fitted, grams
from corpus.suggestions.letters import plain
from corpus.texts.reading_text import ReadingText, readings

_TYPE_WORDS = ("name_zh", "definition_zh", "includes", "cues")
"""What the codebook says of a measure type, each an example of its wording."""
_HALF = 0.5
_TELLS, _DOES_NOT = 1.0, -1.0
_RARE = 2
"""Runs of one clause alone say nothing of acts."""


@dataclass(frozen=True, slots=True)
class Learned:
    """Weights for telling acts (one code, above 0 for them), for measure types and for instruments."""

    acts: Weights
    types: Weights
    instruments: Weights


@computed_once
def learned(known: Collection) -> Learned | None:
    """What the coded measures of a collection teach, with its codebook; None where it has no measure."""
    spans = spans_of_measures(known)
    return Learned(_acts(known), _types(known), _instruments(known)) if spans else None


def overlaps(start: int, end: int, first: int, last: int) -> bool:
    """Whether two stretches share at least half of the shorter one."""
    return min(end, last) - max(start, first) >= _HALF * min(end - start, last - first) > 0


@computed_once
def spans_of_measures(known: Collection) -> dict[str, tuple[str, int, int]]:
    """Measure → its article, and where its quote stands in the reading text."""
    found = {}
    for measure, document, start, end in cells(known.typed("measures"), ("measure_id", "document_id", "start", "end")):
        reading = readings(known).get(document)
        span = reading.stretch(start, end) if reading else None
        if span:
            found[measure] = (document, *span)
    return found


def _acts(known: Collection) -> Weights:
    told: dict[str, list[tuple[int, int]]] = {}
    for document, start, end in spans_of_measures(known).values():
        told.setdefault(document, []).append((start, end))
    examples, tells = [], []
    for document, reading in _texts(known).items():
        for clause in candidates(reading):
            examples.append(act_wording(reading, clause))
            tells.append(any(overlaps(clause.start, clause.end, *span) for span in told.get(document, ())))
    targets = np.where(np.array(tells, dtype=bool), _TELLS, _DOES_NOT)[:, None]
    return fitted(("act",), examples, targets, least=_RARE)


def _types(known: Collection) -> Weights:
    table = known.tables["measure_types"]
    told = [
        (row["measure_type_id"], Wording(added([(grams(words.replace("|", "，")), 1.0)])))
        for row in records(table)
        for words in filter(None, (row[column] for column in _TYPE_WORDS))
    ]
    coded = [
        (code, type_wording(_texts(known)[document], start, end))
        for code, document, start, end in _coded(known, "measure_type_id")
    ]
    return _fitted(table["measure_type_id"].tolist(), told + coded)


def _instruments(known: Collection) -> Weights:
    table, cues = known.tables["instruments"], instrument_cues(known)
    told = [
        (row["instrument_id"], instrument_wording(f"{row['name_zh']}，{row['definition_zh']}", cues))
        for row in records(table)
    ]
    coded = [
        (code, instrument_wording(_texts(known)[document].text[start:end], cues))
        for code, document, start, end in _coded(known, "instrument_id")
    ]
    return _fitted(table["instrument_id"].tolist(), told + coded)


def _coded(known: Collection, field: str) -> Iterator[tuple[str, str, int, int]]:
    """The code that a field of `measures` has, with the article and the place of the quote."""
    spans = spans_of_measures(known)
    for measure, code in cells(known.tables["measures"], ("measure_id", field)):
        if measure in spans:
            yield code, *spans[measure]


def _fitted(codes: list[str], examples: list[tuple[str, Wording]]) -> Weights:
    targets = np.array([[float(code == own) for code in codes] for own, _ in examples])
    return fitted(codes, [wording for _, wording in examples], targets)


def type_cues(known: Collection) -> dict[str, re.Pattern]:
    """Measure type → its cues in the codebook, as a pattern; those without cues are left out."""
    return _cues(known, "measure_types", "measure_type_id")


def instrument_cues(known: Collection) -> dict[str, re.Pattern]:
    """Instrument → its cues in the codebook, as a pattern; those without cues are left out."""
    return _cues(known, "instruments", "instrument_id")


@computed_once
def _cues(known: Collection, table: str, key: str) -> dict[str, re.Pattern]:
    return {
        code: re.compile("|".join(map(re.escape, sorted(cues.split("|"), key=len, reverse=True))))
        for code, cues in cells(known.tables[table], (key, "cues"))
        if cues
    }


@computed_once
def _texts(known: Collection) -> dict[str, ReadingText]:
    """The reading texts in plain letters."""
    return {document: plain(reading) for document, reading in readings(known).items()}

"""What coded measures and the codebook teach: which clauses tell acts, and which codes their wording speaks for."""

from dataclasses import dataclass

import numpy as np

from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells, records
from corpus.suggestions.candidates import act_wording, candidates, code_wording
from corpus.suggestions.grams import Weights, Wording, added, fitted, grams
from corpus.texts.reading_text import readings

_TYPE_WORDS = ("name_zh", "definition_zh", "includes", "cues")
"""What the codebook says of a measure type, each an example of its wording."""
_HALF = 0.5
_TELLS, _DOES_NOT = 1.0, -1.0
_RARE = 2
"""Runs of one clause alone say nothing of acts."""


@dataclass(frozen=True, slots=True)
class Learned:
    """Weights for telling acts (one code, above 0 for them), and for measure types and then instruments.

    The codes of `kinds` are the types, the first `types` of them, and the instruments.
    """

    acts: Weights
    kinds: Weights
    types: int


@computed_once
def learned(known: Collection) -> Learned | None:
    """What the coded measures of a collection teach, with its codebook; None where it has no measure."""
    spans = _measures(known)
    if not spans:
        return None
    return Learned(_acts(known, spans), _kinds(known, spans), len(known.tables["measure_types"]))


def overlaps(start: int, end: int, first: int, last: int) -> bool:
    """Whether two stretches share at least half of the shorter one."""
    return min(end, last) - max(start, first) >= _HALF * min(end - start, last - first) > 0


@computed_once
def _measures(known: Collection) -> dict[str, tuple[str, int, int]]:
    """Measure → its article and place there."""
    found = {}
    for measure, document, start, end in cells(known.typed("measures"), ("measure_id", "document_id", "start", "end")):
        reading = readings(known).get(document)
        span = reading.stretch(start, end) if reading else None
        if span:
            found[measure] = (document, *span)
    return found


def _acts(known: Collection, spans: dict[str, tuple[str, int, int]]) -> Weights:
    told: dict[str, list[tuple[int, int]]] = {}
    for document, start, end in spans.values():
        told.setdefault(document, []).append((start, end))
    examples, tells = [], []
    for document, reading in readings(known).items():
        for clause in candidates(reading):
            examples.append(act_wording(reading, clause))
            tells.append(any(overlaps(clause.start, clause.end, *span) for span in told.get(document, ())))
    targets = np.where(np.array(tells, dtype=bool), _TELLS, _DOES_NOT)[:, None]
    return fitted(("act",), examples, targets, least=_RARE)


def _kinds(known: Collection, spans: dict[str, tuple[str, int, int]]) -> Weights:
    """Weights for types and instruments, from what the codebook tells of them and from coded measures."""
    examples, given = [], []
    for row in records(known.tables["measure_types"]):
        for words in filter(None, (row[column] for column in _TYPE_WORDS)):
            examples.append(Wording(added([(grams(words.replace("|", "，")), 1.0)])))
            given.append((row["measure_type_id"], ""))
    for row in records(known.tables["instruments"]):
        examples.append(Wording(added([(grams(f"{row['name_zh']}，{row['definition_zh']}"), 1.0)])))
        given.append(("", row["instrument_id"]))
    columns = ("measure_id", "measure_type_id", "instrument_id")
    for measure, kind, instrument in cells(known.tables["measures"], columns):
        if measure in spans:
            document, start, end = spans[measure]
            examples.append(code_wording(readings(known)[document], start, end))
            given.append((kind, instrument))
    types = known.tables["measure_types"]["measure_type_id"].tolist()
    instruments = known.tables["instruments"]["instrument_id"].tolist()
    targets = [
        [*(float(code == kind) for code in types), *(float(code == instrument) for code in instruments)]
        for kind, instrument in given
    ]
    return fitted([*types, *instruments], examples, np.array(targets))

"""Sentences that still wait for our English: a row for each, with its place, for a person to fill."""

import pandas as pd

from corpus.coding.evidence import sentences_of_evidence
from corpus.collection.collection import Collection
from corpus.curation.ids import next_id
from corpus.texts.reading_text import ReadingText, readings
from corpus.texts.renderings import TABLE, renderings

_OPENING = 8
"""A quote that opens a sentence has at least so many characters, if the line has."""


def unrendered(collection: Collection, document_id: str = "") -> list[tuple[str, int, int]]:
    """The sentences of evidence that no row renders, as (article, begin, end); of one article, or of all."""
    known = renderings(collection)
    return [one for one in sentences_of_evidence(collection) if one[:2] not in known and document_id in {"", one[0]}]


def with_rows(collection: Collection) -> tuple[Collection, dict[str, str]]:
    """The collection with a row for each sentence that has none, its English blank; and these sentences by id."""
    frame, rows, sentences = collection.tables[TABLE], [], {}
    issued: dict[str, int] = {}
    for document_id, start, end in unrendered(collection):
        reading = readings(collection)[document_id]
        sentence_id = next_id(collection, TABLE, document_id, issued.get(document_id, 0))
        issued[document_id] = issued.get(document_id, 0) + 1
        sentences[sentence_id] = reading.text[start:end]
        place = _opening(reading, collection.seeds[reading.seed_file], start, end)
        rows.append({"sentence_id": sentence_id, "document_id": document_id, **place, "text_en": ""})
    if not rows:
        return collection, {}
    more = pd.DataFrame(rows, columns=list(frame.columns), dtype=str)
    return collection.changed(**{TABLE: pd.concat([frame, more], ignore_index=True)}), sentences


def _opening(reading: ReadingText, seed: str, start: int, end: int) -> dict[str, str]:
    """The anchor of a sentence: as few of its first characters as stand only there, on its first line."""
    first, last = reading.seed_spans(start, end)[0]
    stops = range(min(first + _OPENING, last), last + 1)
    stop = next((stop for stop in stops if seed.count(seed[first:stop]) == 1), last)
    return {"seed_file": reading.seed_file, "start": str(first), "end": str(stop), "quote": seed[first:stop]}

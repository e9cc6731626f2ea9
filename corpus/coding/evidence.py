"""The sentence that a row came from, with its neighbours: for figures, measures, and whatever is named."""

from dataclasses import dataclass

from corpus.coding.mentions import NAMED, first_mentions
from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells
from corpus.texts.reading_text import article_at, readings
from corpus.texts.renderings import rendering_at

KINDS = {
    "figure": ("numbers", "number_id"),
    "measure": ("measures", "measure_id"),
    "policy": ("policy_documents", "policy_document_id"),
    "organisation": ("organisations", "organisation_id"),
    "programme": ("programmes", "programme_id"),
    "person": ("persons", "person_id"),
    "award": ("awards", "award_id"),
}
"""What can be opened → its table and key. No two rows of these tables share an id; a check sees to it."""
NAMED_KINDS = tuple(kind for kind, (table, _) in KINDS.items() if table in NAMED)
"""Kinds of what is named in the texts, in any number of places."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote in its sentence, and the sentences before and after it in the same paragraph.

    `position` is the place of the quote in the reading text of the article `document_id`. `rendering` is our English
    of the sentence, "" where the collection has none.
    """

    document_id: str
    position: int
    before: str
    left: str
    quote: str
    right: str
    after: str
    role: str
    lost_start: bool
    rendering: str

    @property
    def sentence(self) -> str:
        """The whole sentence."""
        return self.left + self.quote + self.right


def kind_of(collection: Collection, row_id: str) -> str:
    """What a row is, one of KINDS; KeyError for an id that no table has."""
    return _kinds(collection)[row_id]


@computed_once
def _kinds(collection: Collection) -> dict[str, str]:
    """Row id → kind, the first of KINDS that has it."""
    return {row_id: kind for kind, (table, key) in reversed(KINDS.items()) for row_id in collection.tables[table][key]}


@computed_once
def _places(collection: Collection) -> dict[str, tuple[str, int, int]]:
    """Row id → article, and the place of its quote in the reading text; for an organisation, its first mention."""
    places, texts = {}, readings(collection)
    for table, key in KINDS.values():
        if table == "organisations":
            continue
        for row_id, seed_file, start, end in cells(collection.tables[table], (key, "seed_file", "start", "end")):
            document_id = article_at(collection, seed_file, int(start))
            places[row_id] = (document_id, *texts[document_id].span(int(start), int(end)))
    for row_id, mention in first_mentions(collection, "organisations").items():
        places[row_id] = (mention.document_id, mention.start, mention.end)
    return places


def evidence(collection: Collection, row_id: str) -> Evidence:
    """Where a row of any of KINDS stands, what has no anchor where it is first named; KeyError for an unknown id."""
    return evidence_at(collection, *_places(collection)[row_id])


def evidence_at(collection: Collection, document_id: str, start: int, end: int) -> Evidence:
    """The sentence or sentences that hold `start` to `end` of an article's reading text."""
    reading = readings(collection)[document_id]
    paragraph = reading.paragraph_at(start)
    sentences = reading.sentences(paragraph)
    at, last = _ranks(sentences, start, end)
    text = reading.text
    return Evidence(
        document_id,
        start,
        text[slice(*sentences[at - 1])] if at else "",
        text[sentences[at][0] : start],
        text[start:end],
        text[end : sentences[last][1]],
        text[slice(*sentences[last + 1])] if last + 1 < len(sentences) else "",
        paragraph.role,
        paragraph.lost_start and at == 0,
        rendering_at(collection, document_id, sentences[at][0], sentences[last][1]),
    )


def _ranks(sentences: list[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """Which sentences of a paragraph hold the beginning and the end of a stretch."""
    at = next(rank for rank, (_, stop) in enumerate(sentences) if start < stop)
    return at, next(rank for rank, (_, stop) in enumerate(sentences) if end <= stop)


def sentence_places(collection: Collection, table: str) -> dict[str, tuple[str, int, int]]:
    """Row id → the article of its sentence, and where this begins and ends in the reading text."""
    places, texts = _places(collection), readings(collection)
    found = {}
    for row_id in collection.tables[table][dict(KINDS.values())[table]].tolist():
        document_id, start, end = places[row_id]
        sentences = texts[document_id].sentences(texts[document_id].paragraph_at(start))
        at, last = _ranks(sentences, start, end)
        found[row_id] = (document_id, sentences[at][0], sentences[last][1])
    return found


def sentence(collection: Collection, row_id: str) -> str:
    """The whole sentence of a row."""
    return evidence(collection, row_id).sentence


def rendering(collection: Collection, row_id: str) -> str:
    """Our English of the whole sentence of a row, "" where the collection has none."""
    return evidence(collection, row_id).rendering


@computed_once
def sentences_of_evidence(collection: Collection) -> list[tuple[str, int, int]]:
    """Every sentence that a row of KINDS stands in: article, begin and end in its reading text, in that order."""
    found = set()
    for document_id, start, end in _places(collection).values():
        reading = readings(collection)[document_id]
        sentences = reading.sentences(reading.paragraph_at(start))
        at, last = _ranks(sentences, start, end)
        found.update((document_id, *one) for one in sentences[at : last + 1])
    order = {document_id: rank for rank, document_id in enumerate(readings(collection))}
    return sorted(found, key=lambda one: (order[one[0]], one[1]))

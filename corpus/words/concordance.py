"""Every place of a word, phrase or concept, with what stands left and right of it, and the sentences they make."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.texts.folding import fold
from corpus.texts.reading_text import readings
from corpus.texts.search import CONTEXT, search
from corpus.texts.spans import lies_in
from corpus.words.counts import types
from corpus.words.places import Place
from corpus.words.selection import Selection, stretches, words_inside
from corpus.words.tokens import entries


@dataclass(frozen=True)
class Line:
    """One line of a concordance: left, keyword, right, none of them beyond the paragraph."""

    place: Place
    left: str
    keyword: str
    right: str


@dataclass(frozen=True)
class Sentence:
    """A sentence, or the few that a place runs over, with the places in it in order."""

    document_id: str
    start: int
    text: str
    places: tuple[Place, ...]
    lost_start: bool


def concept_of(collection: Collection, wanted: str) -> str:
    """The concept that a reader means by a term, a synonym or its name, all of them folded; "" for none."""
    return _concepts(collection).get(fold(wanted.strip()).text, "")


@computed_once
def _concepts(collection: Collection) -> dict[str, str]:
    """The folded form of every name → the concept, "" for terms whose concept no text holds."""
    named = {fold(concept).text: concept for concept in reversed(types(collection).concepts)}
    return named | {
        fold(term).text: named.get(fold(entry.concept).text, "") for term, entry in entries(collection.codebook).items()
    }


def of_concept(collection: Collection, concept: str, selection: Selection) -> list[Place]:
    """Every running word of a concept in a selection, in the order of articles and of reading."""
    known = types(collection)
    if concept not in known.ranks:
        return []
    wanted = known.concept_of == known.ranks[concept]
    return [
        Place(token.document_id, token.start, token.end)
        for words, ranks in words_inside(collection, selection)
        for token in words.tokens(ranks[wanted[known.of(words)[words.types[ranks]]]])
    ]


def forms_of(collection: Collection, concept: str) -> list[str]:
    """The words that stand for a concept in the texts, in the order in which they are first met."""
    known = types(collection)
    numbers = np.flatnonzero(known.concept_of == known.ranks[concept]) if concept in known.ranks else ()
    return [known.texts[number] for number in numbers]


def of_string(collection: Collection, wanted: str, selection: Selection) -> list[Place]:
    """Every occurrence of a string in a selection, wherever words begin and end; see `search` for what counts."""
    found = (Place(hit.document_id, hit.position, hit.stop) for hit in search(collection, wanted))
    return inside(collection, found, selection)


def inside(collection: Collection, places: Iterable[Place], selection: Selection) -> list[Place]:
    """The places that lie in a selection."""
    spans = stretches(collection, selection)
    return [place for place in places if lies_in(spans.get(place.document_id, ()), place.start, place.end)]


def lines(collection: Collection, places: Iterable[Place]) -> list[Line]:
    """A line for each place, in their order."""
    found = []
    for place in places:
        text = readings(collection)[place.document_id].text
        left = text[max(place.start - CONTEXT, 0) : place.start].rpartition("\n")[2]
        right = text[place.end : place.end + CONTEXT].partition("\n")[0]
        found.append(Line(place, left, text[place.start : place.end], right))
    return found


def sentences(collection: Collection, places: Iterable[Place]) -> list[Sentence]:
    """The sentences that hold the places, each once, in the order of articles and of reading."""
    texts = readings(collection)
    held: dict[str, dict[int, list[Place]]] = {}
    for place in sorted(places):
        begin, _ = texts[place.document_id].sentence_at(place.start)
        held.setdefault(place.document_id, {}).setdefault(begin, []).append(place)
    found = []
    for document in sorted(held, key=_ranks(collection).__getitem__):
        reading = texts[document]
        for begin, inner in held[document].items():
            # A place may run over into the next sentence.
            end = max(reading.sentence_at(place.end - 1)[1] for place in inner)
            paragraph = reading.paragraph_at(begin)
            lost = paragraph.lost_start and paragraph.start == begin
            found.append(Sentence(document, begin, reading.text[begin:end], tuple(inner), lost))
    return found


@computed_once
def _ranks(collection: Collection) -> dict[str, int]:
    """Article → its rank in the order of articles."""
    return {document: rank for rank, document in enumerate(readings(collection))}


def together(found: Iterable[Sentence], *groups: Iterable[Place]) -> list[Sentence]:
    """The sentences that hold a place of every group."""
    sets = [frozenset(group) for group in groups]
    return [sentence for sentence in found if all(not group.isdisjoint(sentence.places) for group in sets)]

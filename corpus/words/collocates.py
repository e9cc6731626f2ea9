"""Concepts that stand in one sentence: collocates of a node, and the network of them all."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import pandas as pd

from corpus.collection.collection import Collection
from corpus.collection.memo import latest_results
from corpus.texts.reading_text import readings
from corpus.words.association import log_dice
from corpus.words.counts import countable
from corpus.words.keyness import log_likelihood
from corpus.words.places import Place
from corpus.words.selection import Selection, selected
from corpus.words.tokens import tokens

COLUMNS = ("concept", "together", "sentences", "log_dice", "g2")
"""The columns of a table of collocates."""


@dataclass(frozen=True)
class Edge:
    """Two concepts and the number of sentences that hold both."""

    one: str
    other: str
    sentences: int
    log_dice: float


@latest_results(64)
def sentence_sets(
    collection: Collection, selection: Selection, left_out: tuple[str, ...]
) -> dict[tuple[str, int], frozenset[str]]:
    """Sentence (article, start) → the concepts in it, for the sentences of a selection that have any."""
    sets: dict[tuple[str, int], set[str]] = {}
    for token in selected(collection, selection):
        if countable(collection, token, left_out):
            begin, _ = readings(collection)[token.document_id].sentence_at(token.start)
            sets.setdefault((token.document_id, begin), set()).add(token.concept)
    return {sentence: frozenset(found) for sentence, found in sets.items()}


def collocates(
    collection: Collection,
    places: Sequence[Place],
    sets: Mapping[tuple[str, int], frozenset[str]],
    least: int,
) -> pd.DataFrame:
    """The concepts of `sets` (see `sentence_sets`) that share at least `least` sentences with a node, tightest first.

    `places` are where the node stands, be it a concept or any string; a concept that it is part of, or that is part of
    it, is not beside it and is left out. Columns: `concept, together, sentences` (that
    hold it), `log_dice, g2`; counted in sentences, not in tokens.
    """
    own = {(place.document_id, readings(collection)[place.document_id].sentence_at(place.start)[0]) for place in places}
    own &= set(sets)
    holding = Counter(concept for found in sets.values() for concept in found)
    covered = _covered(collection, places)
    together = Counter(concept for sentence in own for concept in sets[sentence] - covered)
    elsewhere = len(sets) - len(own)
    rows = [
        {
            "concept": concept,
            "together": count,
            "sentences": holding[concept],
            "log_dice": log_dice(count, len(own), holding[concept]),
            # Where every sentence holds the node there is nothing to compare with.
            "g2": log_likelihood(count, len(own), holding[concept] - count, elsewhere) if elsewhere else 0.0,
        }
        for concept, count in together.items()
        if count >= least
    ]
    frame = pd.DataFrame(rows, columns=COLUMNS)
    return frame.sort_values(["log_dice", "concept"], ascending=[False, True], ignore_index=True)


def _covered(collection: Collection, places: Sequence[Place]) -> frozenset[str]:
    """The concepts of the running words that places touch."""
    held: dict[str, set[int]] = {}
    for place in places:
        held.setdefault(place.document_id, set()).update(range(place.start, place.end))
    return frozenset(
        token.concept
        for document, positions in held.items()
        for token in tokens(collection)[document]
        if not positions.isdisjoint(range(token.start, token.end))
    )


@latest_results(64)
def edges(
    collection: Collection, selection: Selection, left_out: tuple[str, ...], least: int, only: frozenset[str]
) -> list[Edge]:
    """Every pair of the concepts `only` that shares at least `least` sentences, the most frequent first."""
    sets = sentence_sets(collection, selection, left_out).values()
    holding = Counter(concept for found in sets for concept in found)
    pairs = Counter(pair for found in sets for pair in combinations(sorted(found & only), 2))
    return [
        Edge(one, other, count, log_dice(count, holding[one], holding[other]))
        for (one, other), count in sorted(pairs.items(), key=lambda item: (-item[1], item[0]))
        if count >= least
    ]

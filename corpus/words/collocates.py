"""Concepts that stand in one sentence: collocates of a node, and the network of them all."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, groupby
from operator import itemgetter

import numpy as np
import pandas as pd

from corpus.collection.collection import Collection
from corpus.collection.memo import latest_results
from corpus.texts.reading_text import readings
from corpus.words.association import log_dice
from corpus.words.counts import counting, types
from corpus.words.keyness import log_likelihood
from corpus.words.places import Place
from corpus.words.selection import Selection, words_inside
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


@dataclass(frozen=True, eq=False)
class SentenceSets(Mapping[tuple[str, int], frozenset[str]]):
    """Sentence (article, start) → the concepts in it, for sentences that have any, in the order of reading.

    `sentences` are ranks among `order`, beside each the rank of a concept in it among `concepts`; no pair twice.
    """

    order: list[tuple[str, int]]
    concepts: list[str]
    sentences: np.ndarray
    held: np.ndarray

    def __len__(self) -> int:
        """How many sentences there are."""
        return len(self.order)

    def __iter__(self) -> Iterator[tuple[str, int]]:
        """The sentences."""
        return iter(self.order)

    def __getitem__(self, sentence: tuple[str, int]) -> frozenset[str]:
        """The concepts of a sentence."""
        start, end = np.searchsorted(self.sentences, [self.ranks[sentence], self.ranks[sentence] + 1])
        return frozenset(self.concepts[rank] for rank in self.held[start:end])

    @cached_property
    def ranks(self) -> dict[tuple[str, int], int]:
        """Sentence → its rank."""
        return {sentence: rank for rank, sentence in enumerate(self.order)}

    @cached_property
    def holding(self) -> np.ndarray:
        """How many sentences hold each concept."""
        return np.bincount(self.held, minlength=len(self.concepts))


@latest_results(16)
def sentence_sets(collection: Collection, selection: Selection, left_out: tuple[str, ...]) -> SentenceSets:
    """The concepts of each sentence of a selection; a row of a table is none."""
    known, kept = types(collection), counting(collection, left_out)
    width = max(len(known.concepts), 1)
    keys, pairs = [], [np.zeros(0, np.int64)]
    for words, ranks in words_inside(collection, selection):
        numbers = known.of(words)[words.types[ranks]]
        counted, reading = kept[numbers], readings(collection)[words.document_id]
        if reading.has_table:
            counted &= np.array(reading.in_sentences(words.starts[ranks].tolist()), bool)
        begins = reading.sentence_starts
        own, places = np.unique(np.searchsorted(begins, words.starts[ranks[counted]], "right") - 1, return_inverse=True)
        pairs.append(np.unique((len(keys) + places) * width + known.concept_of[numbers[counted]]))
        keys += [(words.document_id, begins[rank]) for rank in own.tolist()]
    together = np.concatenate(pairs)
    return SentenceSets(keys, known.concepts, (together // width).astype(np.int32), (together % width).astype(np.int32))


def collocates(collection: Collection, places: Sequence[Place], sets: SentenceSets, least: int) -> pd.DataFrame:
    """The concepts of `sets` (see `sentence_sets`) that share at least `least` sentences with a node, tightest first.

    `places` are where the node stands, be it a concept or any string; a concept that it is part of, or that is part of
    it, is not beside it and is left out. Columns: `concept, together, sentences` (that
    hold it), `log_dice, g2`; counted in sentences, not in tokens.
    """
    texts = readings(collection)
    nodes = {(place.document_id, texts[place.document_id].sentence_at(place.start)[0]) for place in places}
    own = [sets.ranks[sentence] for sentence in nodes if sentence in sets.ranks]
    with_node = np.zeros(len(sets), bool)
    with_node[own] = True
    together = np.bincount(sets.held[with_node[sets.sentences]], minlength=len(sets.concepts))
    together[_covered(collection, places)] = 0
    elsewhere = len(sets) - len(own)
    rows = []
    for rank in np.flatnonzero(together >= max(least, 1)).tolist():
        count, holding = int(together[rank]), int(sets.holding[rank])
        rows.append(
            {
                "concept": sets.concepts[rank],
                "together": count,
                "sentences": holding,
                "log_dice": log_dice(count, len(own), holding),
                # Where every sentence holds the node there is nothing to compare with.
                "g2": log_likelihood(count, len(own), holding - count, elsewhere) if elsewhere else 0.0,
            }
        )
    frame = pd.DataFrame(rows, columns=COLUMNS)
    return frame.sort_values(["log_dice", "concept"], ascending=[False, True], ignore_index=True)


def _covered(collection: Collection, places: Sequence[Place]) -> list[int]:
    """The ranks of the concepts whose running words places touch."""
    known, covered = types(collection), set()
    held: dict[str, list[Place]] = {}
    for place in places:
        held.setdefault(place.document_id, []).append(place)
    for document, own in held.items():
        words = tokens(collection)[document]
        first = np.searchsorted(words.ends, [place.start for place in own], "right")
        end = np.searchsorted(words.starts, [place.end for place in own])
        concepts = known.concept_of[known.of(words)[words.types]]
        for begin, stop in zip(first.tolist(), end.tolist(), strict=True):
            covered.update(concepts[begin:stop].tolist())
    return sorted(covered)


@latest_results(64)
def edges(
    collection: Collection, selection: Selection, left_out: tuple[str, ...], least: int, only: frozenset[str]
) -> list[Edge]:
    """Every pair of the concepts `only` that shares at least `least` sentences, the most frequent first."""
    sets = sentence_sets(collection, selection, left_out)
    names = [rank for rank, concept in enumerate(sets.concepts) if concept in only]
    pairs: Counter[tuple[str, str]] = Counter()
    among = np.isin(sets.held, names)
    for _, own in groupby(zip(sets.sentences[among].tolist(), sets.held[among].tolist(), strict=True), itemgetter(0)):
        pairs.update(combinations(sorted(sets.concepts[rank] for _, rank in own), 2))
    holding = {sets.concepts[rank]: int(sets.holding[rank]) for rank in names}
    return [
        Edge(one, other, count, log_dice(count, holding[one], holding[other]))
        for (one, other), count in sorted(pairs.items(), key=lambda item: (-item[1], item[0]))
        if count >= least
    ]

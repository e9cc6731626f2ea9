"""The words of a selection of text, with every statistic of the page: one row per concept."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from corpus.collection.collection import Collection
from corpus.collection.memo import latest_results
from corpus.words.counts import Counts, counted, counting, spread, types
from corpus.words.keyness import chances, log_likelihood, log_ratio, stand_out
from corpus.words.selection import KEPT, Selection, characters
from corpus.words.tf_idf import tf_idf
from corpus.words.tokens import Entry, entries

CLASSES = ("place", "person", "organisation")
"""Names that can be left out."""
COLUMNS = (
    "concept",
    "kind",
    "pillar_id",
    "gloss_en",
    "words",
    "count",
    "rate",
    "articles",
    "dispersion",
    "tf_idf",
    "reference",
    "g2",
    "log_ratio",
    "chance",
    "stands_out",
)
"""The columns of a word table."""
_PLAIN = Entry("", "", "", "", "", "")
"""What a word has that is no entry of the lexicon."""


@dataclass(frozen=True, eq=False)
class Tested:
    """The words held against chance: how many, and by rank of concept their chance and whether they stand out."""

    count: int
    chance: np.ndarray
    stands_out: np.ndarray


@latest_results(KEPT)
def standing_out(
    collection: Collection, focus: Selection, reference: Selection | None, left_out: tuple[str, ...], least: int
) -> Tested:
    """Which concepts stand out of a text, of all that stand at least `least` times in it and its reference together.

    Which are tested must not hang on how they fall to the two texts, or the bound would not hold. None are where there
    is nothing to compare with. The arguments are those of `word_table`.
    """
    own, other, words, other_words = _both(collection, focus, reference, left_out)
    chance, passed = np.ones(len(own)), np.zeros(len(own), bool)
    if not (words and other_words):
        return Tested(0, chance, passed)
    those = np.flatnonzero(own + other >= max(least, 1))
    chance[those] = chances(own[those], words, other[those], other_words)
    passed[those] = stand_out(chance[those])
    return Tested(len(those), chance, passed)


def _both(
    collection: Collection, focus: Selection, reference: Selection | None, left_out: tuple[str, ...]
) -> tuple[np.ndarray, np.ndarray, int, int]:
    """How often each concept stands in a text and in its reference, and the running words of both."""
    kept = counting(collection, left_out)
    own, other = (counted(collection, selection or Selection()) for selection in (focus, reference))
    counts, other_counts = own.by_concept(collection, kept), other.by_concept(collection, kept)
    if reference is None:
        return counts, other_counts - counts, own.words, other.words - own.words
    return counts, other_counts, own.words, other.words


@latest_results(KEPT)
def word_table(
    collection: Collection, focus: Selection, reference: Selection | None, left_out: tuple[str, ...], least: int
) -> pd.DataFrame:
    """One row per concept of `focus` that occurs at least `least` times, the most frequent first, ties by the concept.

    `reference` is what `focus` is compared with, None the rest of the corpus. Columns: `concept, kind, pillar_id,
    gloss_en, words` (the forms found, parted by |), `count, rate` (per 10,000 characters), `articles` and `dispersion`
    (articles that have it, and DP, over the whole corpus), `tf_idf` (over the regions), `reference` (count there),
    `g2, log_ratio` (0 where there is nothing to compare with), `chance` and `stands_out` (see `standing_out`).
    Treat it as read-only: it is shared.
    """
    known, kept, own = types(collection), counting(collection, left_out), counted(collection, focus)
    counts, other_counts, words, other_words = _both(collection, focus, reference, left_out)
    against = standing_out(collection, focus, reference, left_out, least)
    size, texts = characters(collection, focus), collection.tables["documents"]["region_id"].nunique()
    forms, everywhere = _forms(collection, own, kept), spread(collection)
    known_terms = entries(collection.codebook)
    # What an alias is called where it is nobody's is its own entry.
    named = known_terms | {entry.concept: entry for entry in reversed(known_terms.values())}
    rows = []
    for rank in sorted(np.flatnonzero(counts >= max(least, 1)), key=lambda rank: (-counts[rank], known.concepts[rank])):
        concept, count, there = known.concepts[rank], int(counts[rank]), int(other_counts[rank])
        entry = named.get(concept, _PLAIN)
        table = (count, words, there, other_words)
        rows.append(
            {
                "concept": concept,
                "kind": entry.kind,
                "pillar_id": entry.pillar_id,
                "gloss_en": entry.gloss_en,
                "words": "|".join(forms[rank]),
                "count": count,
                "rate": count / size * 10_000,
                "articles": int(everywhere.articles[rank]),
                "dispersion": float(everywhere.dispersion[rank]),
                "tf_idf": tf_idf(count, size, texts, int(everywhere.regions[rank])),
                "reference": there,
                "g2": log_likelihood(*table) if other_words else 0.0,
                "log_ratio": log_ratio(*table) if other_words else 0.0,
                "chance": float(against.chance[rank]),
                "stands_out": bool(against.stands_out[rank]),
            }
        )
    return pd.DataFrame(rows, columns=COLUMNS).astype({"stands_out": bool})


def _forms(collection: Collection, own: Counts, kept: np.ndarray) -> dict[int, list[str]]:
    """Rank of a concept → its forms, those that stand most often first, then those met first."""
    known, forms = types(collection), {}
    met = kept[own.types]
    # Types are in the order in which they are first met, and sorting keeps it among equals.
    for number in own.types[met][np.argsort(-own.counts[met], kind="stable")].tolist():
        forms.setdefault(int(known.concept_of[number]), []).append(known.texts[number])
    return forms

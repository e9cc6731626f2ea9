"""The words of a selection of text, with every statistic of the page: one row per concept."""

import numpy as np
import pandas as pd

from corpus.collection.collection import Collection
from corpus.collection.memo import latest_results
from corpus.words.counts import Counts, counted, counting, spread, types
from corpus.words.keyness import log_likelihood, log_ratio
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
)
"""The columns of a word table."""
_PLAIN = Entry("", "", "", "", "", "")
"""What a word has that is no entry of the lexicon."""


@latest_results(KEPT)
def word_table(
    collection: Collection, focus: Selection, reference: Selection | None, left_out: tuple[str, ...], least: int
) -> pd.DataFrame:
    """One row per concept of `focus` that occurs at least `least` times, the most frequent first, ties by the concept.

    `reference` is what `focus` is compared with, None the rest of the corpus. Columns: `concept, kind, pillar_id,
    gloss_en, words` (the forms found, parted by |), `count, rate` (per 10,000 characters), `articles` and `dispersion`
    (articles that have it, and DP, over the whole corpus), `tf_idf` (over the regions), `reference` (count there),
    `g2, log_ratio` (0 where there is nothing to compare with). Treat it as read-only: it is shared.
    """
    known, kept = types(collection), counting(collection, left_out)
    own, other = (counted(collection, selection or Selection()) for selection in (focus, reference))
    counts, other_counts = own.by_concept(collection, kept), other.by_concept(collection, kept)
    words, other_words = own.words, other.words
    if reference is None:
        other_counts, other_words = other_counts - counts, other_words - words
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
            }
        )
    return pd.DataFrame(rows, columns=COLUMNS)


def _forms(collection: Collection, own: Counts, kept: np.ndarray) -> dict[int, list[str]]:
    """Rank of a concept → its forms, those that stand most often first, then those met first."""
    known, forms = types(collection), {}
    met = kept[own.types]
    # Types are in the order in which they are first met, and sorting keeps it among equals.
    for number in own.types[met][np.argsort(-own.counts[met], kind="stable")].tolist():
        forms.setdefault(int(known.concept_of[number]), []).append(known.texts[number])
    return forms

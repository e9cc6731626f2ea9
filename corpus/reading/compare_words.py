"""The words that stand out of a reader's texts beside the curated ones, as `corpus.words.keyness` tells them."""

import numpy as np
import pandas as pd

from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.divisions.divisions import find
from corpus.reading.compare import together
from corpus.regions.profile import TYPICAL_LEAST
from corpus.texts.reading_text import readings
from corpus.words.selection import Selection
from corpus.words.table import CLASSES, standing_out, word_table


@computed_once
def words_of_mine(own: Collection, curated: Collection) -> pd.DataFrame:
    """What stands out of a reader's texts beside the curated ones, rows of `corpus.words.table.word_table`.

    Names are left out, those of places that the lexicon does not know too; the best evidence (G²) comes first. There
    may be none: that is a finding as well.
    """
    rows = word_table(*_asked(own, curated))
    found = rows[rows["stands_out"]].sort_values(["g2", "concept"], ascending=[False, True])
    named = [_is_place(own, word) for word in found["concept"]]
    return found.loc[~np.array(named, bool)].reset_index(drop=True)


def _is_place(own: Collection, word: str) -> bool:
    """Whether a word is the full name of a place, or the short one of a place that the texts name in full."""
    texts = readings(own).values()
    return any(word == division.name or any(division.name in text.text for text in texts) for division in find(word))


def words_tested(own: Collection, curated: Collection) -> int:
    """How many words were tested for `words_of_mine`."""
    return standing_out(*_asked(own, curated)).count


def _asked(
    own: Collection, curated: Collection
) -> tuple[Collection, Selection, Selection | None, tuple[str, ...], int]:
    focus, reference = (Selection(documents=tuple(one.tables["documents"]["document_id"])) for one in (own, curated))
    return together(own, curated), focus, reference, CLASSES, TYPICAL_LEAST

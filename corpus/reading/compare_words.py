"""The words that stand out of a reader's texts beside the curated ones, as `corpus.words.keyness` tells them."""

import pandas as pd

from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.reading.compare import together
from corpus.regions.profile import TYPICAL_LEAST
from corpus.words.selection import Selection
from corpus.words.table import CLASSES, standing_out, word_table


@computed_once
def words_of_mine(own: Collection, curated: Collection) -> pd.DataFrame:
    """What stands out of a reader's texts beside the curated ones, rows of `corpus.words.table.word_table`.

    Names are left out; the best evidence (G²) comes first. There may be none: that is a finding too.
    """
    rows = word_table(*_asked(own, curated))
    return rows[rows["stands_out"]].sort_values(["g2", "concept"], ascending=[False, True], ignore_index=True)


def words_tested(own: Collection, curated: Collection) -> int:
    """How many words were tested for `words_of_mine`."""
    return standing_out(*_asked(own, curated)).count


def _asked(
    own: Collection, curated: Collection
) -> tuple[Collection, Selection, Selection | None, tuple[str, ...], int]:
    focus, reference = (Selection(documents=tuple(one.tables["documents"]["document_id"])) for one in (own, curated))
    return together(own, curated), focus, reference, CLASSES, TYPICAL_LEAST

"""Facts that a text tells more than once: every telling is a figure, the fact is one."""

import pandas as pd

from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells


@computed_once
def tellings(collection: Collection) -> dict[str, int]:
    """Number id → how often its fact is told, its own telling included."""
    facts = facts_of(collection.tables["numbers"])
    counts = facts.value_counts()
    numbers = collection.tables["numbers"]["number_id"]
    return dict(zip(numbers.tolist(), facts.map(counts).tolist(), strict=True))


def facts_of(rows: pd.DataFrame) -> pd.Series:
    """Of each row of `numbers` the figure that tells its fact first: its own id where it repeats none."""
    facts = [same_as or number_id for number_id, same_as in cells(rows, ("number_id", "same_as"))]
    return pd.Series(facts, index=rows.index, dtype=object)


def told_once(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows without those whose fact an earlier one of them tells."""
    return rows[~facts_of(rows).duplicated()]

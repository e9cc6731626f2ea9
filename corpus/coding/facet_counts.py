"""How many rows each value of a facet would give, the other filters being as they are."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import compress

import numpy as np
import pandas as pd

from corpus.coding.repeats import facts_of

_Rows = list[str]
"""What a column holds, row by row."""


def facet_counts(
    found: pd.DataFrame, columns: Mapping[str, str], chosen: Mapping[str, Sequence[str]], *, whole: bool = False
) -> dict[str, dict[str, int]]:
    """Facet → value → how many rows of `found` have it and meet every other facet.

    That is what `select` gives with this value alone in the facet, `found` being the rows that hold the text; a value
    that would give nothing is left out. `columns` maps each facet to its column. With `whole` a
    measure does not count beside the one that it is a part of, nor a figure beside one that tells the same fact.
    """
    values = {facet: found[column].tolist() for facet, column in columns.items()}
    wanted = {facet: set(held) for facet, held in chosen.items() if held}
    meets = {facet: np.fromiter((value in held for value in values[facet]), bool) for facet, held in wanted.items()}
    # Text of Arrow is slow to pick from, a row at a time or a mask at a time; a list of it is not.
    told_again = "same_as" in found
    facts = facts_of(found).tolist() if whole and told_again else []
    parts = [found[column].tolist() if whole and not told_again else [] for column in ("measure_id", "part_of")]
    counts = {}
    for facet, held in values.items():
        others = np.ones(len(found), dtype=bool)
        for other, meeting in meets.items():
            if other != facet:
                others &= meeting
        counts[facet] = _tally(*(list(compress(column, others)) for column in (held, facts, *parts)))
    return counts


def _tally(values: _Rows, facts: _Rows, ids: _Rows, wholes: _Rows) -> dict[str, int]:
    """How many rows have each value: of those that tell one `fact` one, and none beside the whole it is part of."""
    counted: Iterable[str] = values
    if facts:
        counted = (value for _, value in dict.fromkeys(zip(facts, values, strict=True)))
    elif ids:
        of_whole = dict(zip(ids, values, strict=True))
        counted = (value for value, whole in zip(values, wholes, strict=True) if value != of_whole.get(whole))
    return {value: count for value, count in Counter(counted).items() if value}

"""How many rows each value of a facet would give, the other filters being as they are."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from corpus.coding.repeats import facts_of


def facet_counts(
    found: pd.DataFrame, columns: Mapping[str, str], chosen: Mapping[str, Sequence[str]], *, whole: bool = False
) -> dict[str, dict[str, int]]:
    """Facet → value → how many rows of `found` have it and meet every other facet.

    That is what `select` gives with this value alone in the facet, `found` being the rows that hold the text; a value
    that would give nothing is left out. `columns` maps each facet to its column. With `whole` a
    measure does not count beside the one that it is a part of, nor a figure beside one that tells the same fact.
    """
    meets = {facet: found[columns[facet]].isin(list(values)).to_numpy() for facet, values in chosen.items() if values}
    counts = {}
    for facet, column in columns.items():
        others = np.ones(len(found), dtype=bool)
        for other, meeting in meets.items():
            if other != facet:
                others &= meeting
        values = found[column][others]
        if whole and "same_as" in found:
            values = values[~pd.DataFrame({"fact": facts_of(found[others]), "value": values}).duplicated()]
        elif whole:
            of_whole = dict(zip(found["measure_id"][others], values, strict=True))
            values = values[values != found["part_of"][others].map(of_whole)]
        codes, uniques = pd.factorize(values)
        tallies = np.bincount(codes, minlength=len(uniques))
        counts[facet] = {value: int(count) for value, count in zip(uniques, tallies, strict=True) if value}
    return counts

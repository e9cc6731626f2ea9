"""The completeness audit: every numeral of a source, and which row accounts for it."""

from functools import lru_cache

import pandas as pd

from corpus.checks.texts import numeral_rows
from corpus.numerals import find_numerals
from corpus.package import Package


@lru_cache(maxsize=2)
def audit(package: Package) -> pd.DataFrame:
    """One row per numeral: `seed_file, start, end, text`, its `state` (number, excluded, uncovered), and its `row`.

    `row` is the number_id, or the reason of the exclusion. A numeral inside several rows is `uncovered` too.
    """
    words = list(package.tables["numeral_words"]["word"])
    anchors = numeral_rows(package)
    anchors["row"] = [*package.tables["numbers"]["number_id"], *package.tables["excluded_numerals"]["reason"]]
    found = []
    for name, seed in package.seeds.items():
        spans = anchors[anchors["seed_file"] == name]
        for numeral in find_numerals(seed, words):
            covering = spans[(spans["start"] <= numeral.start) & (spans["end"] >= numeral.end)]
            state, row = "uncovered", ""
            if len(covering) == 1:
                state = "number" if covering["table"].iloc[0] == "numbers" else "excluded"
                row = covering["row"].iloc[0]
            found.append((name, numeral.start, numeral.end, numeral.text, state, row))
    return pd.DataFrame(found, columns=["seed_file", "start", "end", "text", "state", "row"])

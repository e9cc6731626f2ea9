"""The codebook: what texts are coded and counted with; one a process, shared by every collection coded with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from corpus.collection.dictionary import Dictionary
from corpus.collection.memo import Memo
from corpus.collection.tables import Tables

CODE_TABLES = (
    "codes",
    "units",
    "pillars",
    "measure_types",
    "instruments",
    "topics",
    "indicators",
    "comparisons",
    "comparison_pairs",
    "ratio_kinds",
    "lexicon",
    "tone",
    "tone_elsewhere",
    "numeral_words",
)
"""The tables of a codebook; every other table holds rows of a collection."""
UNLISTED = "unlisted"
"""The indicator of a figure that counts what no other indicator does; two of them have nothing in common."""
AS_WRITTEN = "as_written"
"""The unit of a figure whose unit the codebook lacks: its quote writes it, and two of them need not be one."""
CLUTTER = "clutter"
"""The role of what stands on a page and belongs to no article."""
TABLE = "table"
"""The role of a row of a table: text like any other, but no sentence."""


@dataclass(frozen=True, eq=False)
class Codebook:
    """Code lists, measure types, instruments, units, indicators, lexicon, stop words, tone, and the data dictionary.

    `names` are the organisations that the segmenter keeps whole beside the lexicon, rows of `organisations`;
    `stopwords` the words that clouds and tables leave out; `digest` a SHA-256 over all of it.
    """

    tables: Tables
    stopwords: tuple[str, ...]
    names: pd.DataFrame
    dictionary: Dictionary
    digest: str
    memo: Memo = field(default_factory=Memo, repr=False)
    """Results of `corpus.collection.memo`, which alone reads and writes it."""

    def changed(self, tables: Mapping[str, pd.DataFrame]) -> "Codebook":
        """The same codebook with other tables in the place of some, and nothing remembered."""
        return Codebook(self.tables.changed(tables), self.stopwords, self.names, self.dictionary, self.digest)

"""The words that stand out of a reader's texts beside the curated ones, as `corpus.words.keyness` tells them."""

import re

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
from corpus.words.tokens import tokens

_MEASURES = frozenset("人名个位家项次场期条件所")
_NUMERAL = re.compile(r"[0-9０-９〇零一二两三四五六七八九十百千万亿几][余多]?\s{0,2}\Z")
_NEAR = 4
"""How many letters before a word its numeral is looked for."""


@computed_once
def words_of_mine(own: Collection, curated: Collection) -> pd.DataFrame:
    """What stands out of a reader's texts beside the curated ones, rows of `corpus.words.table.word_table`.

    Names are left out, those of places that the lexicon does not know too; the best evidence (G²) comes first. There
    may be none: that is a finding as well.
    """
    rows = word_table(*_asked(own, curated))
    found = rows[rows["stands_out"]].sort_values(["g2", "concept"], ascending=[False, True])
    miscut = _miscut(own)
    passed = [word in miscut or _is_place(own, word) for word in found["concept"]]
    return found.loc[~np.array(passed, bool)].reset_index(drop=True)


def _miscut(own: Collection) -> set[str]:
    """Words that are only the measure word of a numeral with what follows it (2 人任党代表), wherever they stand."""
    units = {word for words in own.codebook.tables["units"]["words"] for word in words.split("|")}
    measures = tuple(_MEASURES | {word for word in units if len(word) == 1})
    texts = readings(own)
    counted, elsewhere = set(), set()
    for document, words in tokens(own).items():
        text = texts[document].text
        for word in words:
            begins = word.text.startswith(measures) and word.text not in units and not word.kind
            after = begins and _NUMERAL.search(text, max(0, word.start - _NEAR), word.start)
            (counted if after else elsewhere).add(word.concept)
    return counted - elsewhere


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

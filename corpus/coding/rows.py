"""Which rows of the coding a reader asks for: by the values of their columns, and by a text that they show."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from corpus.coding.evidence import evidence
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.labels import code_labels
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells
from corpus.texts.folding import folded, holds

RENDERING = "sentence_en"
"""The column that holds our English of a sentence: only a reader of English is shown it, and finds a row by it."""
QUOTE, SENTENCE, LABEL = WHERE = ("quote", "sentence", "label")
"""Where a row holds a text: in what it quotes, or is named by; else in its sentence; else in a label of it alone."""
TEXT = (QUOTE, SENTENCE)
"""What of WHERE is printed in an article."""

KEPT = 16
"""How many choices of rows are kept with a collection, and what views show of them: readers combine them freely."""


@dataclass(frozen=True)
class Chosen:
    """What rows are asked for, in a form by which results are kept: facets with their values, a text, and where."""

    language: Language
    facets: tuple[tuple[str, tuple[str, ...]], ...] = ()
    text: str = ""
    within: tuple[str, ...] = WHERE


def chosen(
    language: Language, facets: Mapping[str, Sequence[str]], text: str = "", within: Sequence[str] = WHERE
) -> Chosen:
    """The choice of the rows that meet every facet (any of its values; none = all) and hold a text; see `select`."""
    met = tuple((facet, tuple(values)) for facet, values in facets.items() if values)
    return Chosen(language, met, text, tuple(within))


def is_typed(choice: Chosen, *_others: object, **_named: object) -> bool:
    """Whether a choice holds what a reader has typed, which is kept nowhere."""
    return bool(choice.text)


@computed_once
def in_order(collection: Collection, table: str) -> pd.DataFrame:
    """The rows of an anchored table by article and place, whatever their ids and their order in the file."""
    frame = collection.tables[table]
    rank = {document: number for number, document in enumerate(collection.tables["documents"]["document_id"])}
    place = collection.typed(table)[["start", "end"]].assign(article=frame["document_id"].map(rank))
    order = place.sort_values(["article", "start", "end"], kind="stable").index
    # Rows that stand in order already need no second copy.
    return frame if order.is_monotonic_increasing else frame.loc[order].reset_index(drop=True)


def origins(collection: Collection, table: pd.DataFrame, language: Language) -> list[str]:
    """How each row of `table` came to be, and who coded it where it says so: `采纳 · 王敏`."""
    labels = code_labels(collection, "origin", language)
    return [
        " · ".join(part for part in (labels[origin], coder) if part)
        for origin, coder in cells(table, ("origin", "coder"))
    ]


def suggested(row: tuple | pd.Series) -> str:
    """The origin of a row of `figures` or `measures` that a program suggested; "" for one that the editors coded."""
    return "" if row.origin == "curated" else row.origin_label


class Searched(NamedTuple):
    """What of a row is looked at for a text, folded (see `corpus.texts.folding`), a line each where it is several.

    `quote` is what the row quotes or is named by, `sentence` the sentence of it, `labels` what a reader sees beside:
    label → its words. `seen` holds them all in one text of parts that no query spans.
    """

    quote: str
    sentence: str
    labels: tuple[tuple[str, str], ...]
    seen: str

    def where(self, wanted: str) -> tuple[str, str] | None:
        """Where the row holds a folded text, one of WHERE, and the first label that does, "" where the text does.

        None where it does not; a text without letters is held nowhere.
        """
        if not holds(self.seen, wanted):
            return None
        if wanted in self.quote:
            return QUOTE, ""
        if wanted in self.sentence:
            return SENTENCE, ""
        return LABEL, next(label for label, words in self.labels if wanted in words)


def add_searched(
    collection: Collection, frame: pd.DataFrame, columns: tuple[str, ...], called: Sequence[str], language: Language
) -> None:
    """Add to `frame` the column `searched`: what of each row a text is looked for in.

    `columns` are that of the id and those of the labels, `called` by what names each row's programmes are found.
    """
    key, *labels = columns
    labels += [RENDERING] if language == "en" else []
    frame["searched"] = [
        searched(evidence(collection, row_id).quote, told, dict(zip(labels, words, strict=True)))
        for row_id, told, *words in cells(frame.assign(programme=called), (key, "sentence", *labels))
    ]


def searched(quote: str, sentence: str, labels: Mapping[str, str]) -> Searched:
    """What of one row is looked at: what it quotes, its sentence, and its labels, those that say nothing left out."""
    own = tuple((label, folded(words)) for label, words in labels.items() if words)
    text = (folded(quote), folded(sentence))
    return Searched(*text, own, "\n".join((*text, *(words for _, words in own))))


def select(
    frame: pd.DataFrame,
    columns: Mapping[str, str],
    chosen: Mapping[str, Sequence[str]],
    text: str = "",
    within: Container[str] = WHERE,
) -> pd.DataFrame:
    """The rows that meet every facet (any of its values; none chosen = all) and hold `text` somewhere of `within`.

    `columns` maps each facet to its column of `frame`; the column `searched` holds what is looked at (see `Searched`);
    a text without letters excludes nothing.
    """
    keep = pd.Series(data=True, index=frame.index)
    for facet, values in chosen.items():
        if values:
            keep &= frame[columns[facet]].isin(list(values))
    wanted = folded(text.strip())
    if wanted:
        where = [row.where(wanted) for row in frame["searched"].tolist()]
        keep &= pd.Series([bool(found) and found[0] in within for found in where], index=frame.index, dtype=bool)
    return frame[keep]

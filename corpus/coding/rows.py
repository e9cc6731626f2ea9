"""Which rows of the coding a reader asks for: by the values of their columns, and by a text that they show."""

from collections.abc import Mapping, Sequence

import pandas as pd

from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.labels import code_labels
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells
from corpus.texts.folding import folded, holds


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


def searched(frame: pd.DataFrame, columns: Sequence[str]) -> list[str]:
    """What `select` looks for a text in: for each row its cells in `columns`, folded (see `corpus.texts.folding`)."""
    return [folded("\n".join(row)) for row in cells(frame, columns)]


def select(
    frame: pd.DataFrame, columns: Mapping[str, str], chosen: Mapping[str, Sequence[str]], text: str = ""
) -> pd.DataFrame:
    """The rows that meet every facet (any of its values; none chosen = all) and hold `text` in what a reader sees.

    `columns` maps each facet to its column of `frame`; the text is folded and looked for in the column `searched`, in
    one cell at a time; a text without letters excludes nothing.
    """
    keep = pd.Series(data=True, index=frame.index)
    for facet, values in chosen.items():
        if values:
            keep &= frame[columns[facet]].isin(list(values))
    wanted = folded(text.strip())
    if wanted:
        found = [holds(shown, wanted) for shown in frame["searched"].tolist()]
        keep &= pd.Series(found, index=frame.index, dtype=bool)
    return frame[keep]

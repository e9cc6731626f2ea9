"""Stretches of text to be counted: which articles, which of their sentences, and the running words in them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from corpus.coding.evidence import sentence_places
from corpus.collection.collection import Collection, collection_names
from corpus.collection.memo import computed_once, latest_results
from corpus.collection.tables import cells
from corpus.texts.reading_text import readings
from corpus.words.tokens import Token, Words, tokens

KEPT = 128
"""How many selections are remembered; readers combine filters freely."""


@dataclass(frozen=True)
class Selection:
    """A stretch of text to be counted: articles of regions, or only the sentences that hold certain measures.

    `regions`, `pillars`, `actors`, `statuses` and `genres` are codes, `documents` ids of articles, `collections` names
    of the collections that articles came from (see `collection_names`); none of a kind means all.
    """

    regions: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
    pillars: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether whole articles are counted, not only the sentences of some measures."""
        return not (self.pillars or self.actors or self.statuses)


def articles(collection: Collection, selection: Selection) -> list[str]:
    """The articles that a selection takes text from, in the order of `documents`."""
    documents = collection.tables["documents"]
    origins = documents["document_id"].map(collection_names(collection))
    keep = np.ones(len(documents), dtype=bool)
    for column, chosen in (
        (documents["region_id"], selection.regions),
        (documents["genre"], selection.genres),
        (documents["document_id"], selection.documents),
        (origins, selection.collections),
    ):
        if chosen:
            keep &= column.isin(chosen).to_numpy()
    return list(documents.loc[keep, "document_id"])


@latest_results(KEPT)
def stretches(collection: Collection, selection: Selection) -> dict[str, tuple[tuple[int, int], ...]]:
    """Article → the stretches of its reading text that a selection takes in, in order, none overlapping."""
    chosen = articles(collection, selection)
    if selection.whole:
        return {document: ((0, len(readings(collection)[document].text)),) for document in chosen}
    rows = _measures(collection)
    keep = rows["document_id"].isin(chosen)
    for column, codes in (
        ("pillar_id", selection.pillars),
        ("actor_type", selection.actors),
        ("status", selection.statuses),
    ):
        if codes:
            keep &= rows[column].isin(codes)
    found: dict[str, set[tuple[int, int]]] = {}
    for document, start, end in cells(rows[keep], ("stands_in", "start", "end")):
        found.setdefault(document, set()).add((start, end))
    return {document: tuple(sorted(found[document])) for document in chosen if document in found}


@computed_once
def _measures(collection: Collection) -> pd.DataFrame:
    """For each measure its codes, the article that its sentence stands in, and where this begins and ends there."""
    rows = collection.tables["measures"][["measure_id", "document_id", "measure_type_id", "actor_type", "status"]]
    types = collection.tables["measure_types"].set_index("measure_type_id")["pillar_id"]
    places = sentence_places(collection, "measures")
    standing = [places[measure] for measure in rows["measure_id"].tolist()]
    sentences = pd.DataFrame(standing, columns=["stands_in", "start", "end"], index=rows.index)
    return rows.assign(pillar_id=rows["measure_type_id"].map(types)).join(sentences)


def words_inside(collection: Collection, selection: Selection) -> Iterator[tuple[Words, np.ndarray]]:
    """The running words of each article of a selection, with the ranks of those that lie in it."""
    for document, spans in stretches(collection, selection).items():
        words = tokens(collection)[document]
        if selection.whole:
            yield words, np.arange(len(words))
        else:
            begins, ends = np.array(spans).T
            near = np.searchsorted(begins, words.starts, "right") - 1
            yield words, np.flatnonzero((near >= 0) & (words.ends <= ends[near]))


def selected(collection: Collection, selection: Selection) -> tuple[Token, ...]:
    """The running words inside a selection."""
    return tuple(token for words, ranks in words_inside(collection, selection) for token in words.tokens(ranks))


@latest_results(KEPT)
def characters(collection: Collection, selection: Selection) -> int:
    """The non-blank characters of a selection."""
    texts = readings(collection)
    if selection.whole:
        return sum(texts[document].characters for document in stretches(collection, selection))
    return sum(
        texts[document].characters_between(start, end)
        for document, spans in stretches(collection, selection).items()
        for start, end in spans
    )


def others(collection: Collection, selection: Selection) -> Selection | None:
    """What a selection is compared with: text of the same kind in all other articles, regions or collections.

    Where articles are chosen it is all other articles, wherever they come from; where regions are, all other regions;
    where only collections are, all others. A selection over everything is compared with the rest of the corpus, which
    is None.
    """
    documents = collection.tables["documents"]
    for field, every, wider in (
        ("documents", documents["document_id"], {"regions": (), "collections": ()}),
        ("regions", documents["region_id"], {}),
        ("collections", collection_names(collection).values(), {}),
    ):
        chosen = frozenset(getattr(selection, field))
        if chosen:
            rest = tuple(name for name in dict.fromkeys(every) if name not in chosen)
            return replace(selection, **wider, **{field: rest}) if rest else None
    return None

"""Which rows of the coding hold what a reader looks for, and where: in their text, or in a label alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from corpus.coding.called import called_like
from corpus.coding.code_words import cell_words
from corpus.coding.evidence import KINDS, NAMED_KINDS, evidence
from corpus.coding.figures import figures
from corpus.coding.measures import measures
from corpus.coding.mentions import NAMED, first_mentions, mentions
from corpus.coding.rows import LABEL, QUOTE, RENDERING, SENTENCE, TEXT, WHERE, Searched, searched
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells, records
from corpus.texts.folding import fold
from corpus.texts.reading_text import readings
from corpus.texts.search import search

__all__ = ("LABEL", "QUOTE", "SENTENCE", "TEXT", "WHERE", "Count", "Found", "Hit", "found", "hits")

_CODED = {"owner": "owner", "belongs": "organisation_id", "body": "body", "kind": "type", "region": "region_id"}
NAMED_LABELS = ("name", "aliases", "gloss", "role", "issuer", *_CODED)
"""What a reader sees of anything named, each where its table has it; names are those of both languages."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A row that holds a query: its kind, one of KINDS, and where, one of WHERE.

    `label` is the first label that does where the text does not, "" otherwise: one of LABELS of `figures` or of
    `measures`, or of NAMED_LABELS.
    """

    row_id: str
    kind: str
    where: str
    label: str = ""


class Count(NamedTuple):
    """How many rows hold a query in their text, and how many in a label alone."""

    text: int
    label: int


@dataclass(frozen=True, slots=True)
class Found:
    """What a query finds: places in articles, how many articles these are, rows of each kind, and names.

    `names` counts the bodies, policies, programmes, persons and awards that are called so (see `called_like`).
    """

    places: int
    articles: int
    rows: Mapping[str, Count]
    names: int

    @property
    def nothing(self) -> bool:
        """Whether there is nothing at all."""
        return not (self.places or self.names or any(map(sum, self.rows.values())))


def hits(collection: Collection, query: str, language: Language) -> dict[str, Hit]:
    """Row id → how it holds the query, by kind and in the order of the tables; what does not hold it is left out.

    Query, texts and labels are folded (see `corpus.texts.folding`); labels are those of a reader of `language`. A query
    without letters is held by nothing. What no article names can be opened nowhere, and is left out.
    """
    wanted = fold(query.strip()).text
    return {
        row.row_id: Hit(row.row_id, row.kind, *where)
        for row in _rows(collection, language)
        if (where := row.searched.where(wanted))
    }


def found(collection: Collection, query: str, language: Language) -> Found:
    """How much a query finds, for a reader of `language`: in all articles and all rows, whatever a page shows."""
    places = search(collection, query)
    counts = {kind: [0, 0] for kind in KINDS}
    for hit in hits(collection, query, language).values():
        counts[hit.kind][hit.where == LABEL] += 1
    return Found(
        len(places),
        len({place.document_id for place in places}),
        {kind: Count(*count) for kind, count in counts.items()},
        len(called_like(collection, query)),
    )


class _Row(NamedTuple):
    """A row that can be opened, and what of it is looked at."""

    row_id: str
    kind: str
    searched: Searched


@computed_once
def _rows(collection: Collection, language: Language) -> list[_Row]:
    """Every row of KINDS that can be opened."""
    found, english = [], language == "en"
    for kind, frame in (("figure", figures(collection, language)), ("measure", measures(collection, language))):
        found += [_Row(row_id, kind, own) for row_id, own in cells(frame, (KINDS[kind][1], "searched"))]
    for kind in NAMED_KINDS:
        for row_id, quote, labels in _named(collection, kind, language):
            found_in = evidence(collection, row_id)
            own = searched(quote, found_in.sentence, labels | ({RENDERING: found_in.rendering} if english else {}))
            found.append(_Row(row_id, kind, own))
    return found


def _named(collection: Collection, kind: str, language: Language) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Id, what it is named by in the articles, and label → what it says, of everything named of a kind."""
    table = KINDS[kind][0]
    key, name = NAMED[table]
    printed, first = _printed(collection, table), first_mentions(collection, table)
    for row in records(collection.tables[table]):
        # What has no anchor of its own can be opened only where it is named.
        if "quote" not in row and row[key] not in first:
            continue
        labels = {
            "name": f"{row[f'{name}_zh']}\n{row[f'{name}_en']}",
            "aliases": row.get("aliases", "").replace("|", "\n"),
            "gloss": row.get(f"gloss_{language}", ""),
            "role": row.get(f"role_{language}", ""),
            "issuer": row.get("issuer" if language == "zh" else "issuer_en", ""),
        }
        coded = {
            label: cell_words(collection, table, column, row[column], language)
            for label, column in _CODED.items()
            if row.get(column)
        }
        yield row[key], "\n".join((row.get("quote", ""), *printed.get(row[key], ()))), labels | coded


def _printed(collection: Collection, table: str) -> dict[str, tuple[str, ...]]:
    """Row of a named table → the different forms in which the articles print its name."""
    forms: dict[str, dict[str, None]] = {}
    texts = readings(collection)
    for mention in mentions(collection, table):
        printed = texts[mention.document_id].text[mention.start : mention.end]
        forms.setdefault(mention.row_id, {}).setdefault(printed)
    return {row_id: tuple(own) for row_id, own in forms.items()}

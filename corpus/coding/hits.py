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
from corpus.coding.programmes import names_over_figures, programme_names
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells, records
from corpus.texts.folding import fold, folded, holds
from corpus.texts.reading_text import readings
from corpus.texts.search import search

QUOTE, SENTENCE, LABEL = WHERE = ("quote", "sentence", "label")
"""Where a row holds a query: in what it quotes, or is named by; else in its sentence; else in a label of it alone."""
TEXT = (QUOTE, SENTENCE)
"""What of WHERE is printed in an article."""
FIGURE_LABELS = ("indicator", "who", "region", "normalised", "remark")
"""The columns of `figures` that a reader sees beside the sentence; `programme` is looked in besides."""
MEASURE_LABELS = ("label", "type", "who", "with_whom", "policy", "region", "remark")
"""The columns of `measures` that a reader sees beside the sentence; `programme` is looked in besides."""
_CODED = {"owner": "owner", "belongs": "organisation_id", "body": "body", "kind": "type", "region": "region_id"}
NAMED_LABELS = ("name", "aliases", "gloss", "role", "issuer", *_CODED)
"""What a reader sees of anything named, each where its table has it; names are those of both languages."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A row that holds a query: its kind, one of KINDS, and where, one of WHERE.

    `label` is the first label that does, of those above, where the text does not; "" otherwise.
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
        for row in _searched(collection, language)
        if (where := row.where(wanted))
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


class _Searched(NamedTuple):
    """What of a row is looked at, folded; `seen` holds sentence and labels in one text of parts that no query spans."""

    row_id: str
    kind: str
    quote: str
    sentence: str
    labels: tuple[tuple[str, str], ...]
    seen: str

    def where(self, wanted: str) -> tuple[str, str] | None:
        """Where the row holds a folded query, with the label that does; None where it does not."""
        if not holds(self.seen, wanted):
            return None
        if wanted in self.quote:
            return QUOTE, ""
        if wanted in self.sentence:
            return SENTENCE, ""
        return LABEL, next(label for label, text in self.labels if wanted in text)


@computed_once
def _searched(collection: Collection, language: Language) -> list[_Searched]:
    """Every row of KINDS that can be opened."""
    found = []
    for kind, row_id, quote, labels in _rows(collection, language):
        own = tuple((label, folded(text)) for label, text in labels.items() if text)
        quoted, sentence = folded(quote), folded(evidence(collection, row_id).sentence)
        seen = "\n".join((quoted, sentence, *(text for _, text in own)))
        found.append(_Searched(row_id, kind, quoted, sentence, own, seen))
    return found


def _rows(collection: Collection, language: Language) -> Iterator[tuple[str, str, str, dict[str, str]]]:
    """Kind, id, what it quotes, and label → what it says, of every row; several names or quotes a line each."""
    yield from _figures(collection, language)
    yield from _measures(collection, language)
    for kind in NAMED_KINDS:
        yield from _named(collection, kind, language)


def _figures(collection: Collection, language: Language) -> Iterator[tuple[str, str, str, dict[str, str]]]:
    called = names_over_figures(collection)
    for row_id, *seen in cells(figures(collection, language), ("number_id", *FIGURE_LABELS)):
        labels = dict(zip(FIGURE_LABELS, seen, strict=True)) | {"programme": called.get(row_id, "")}
        yield "figure", row_id, evidence(collection, row_id).quote, labels


def _measures(collection: Collection, language: Language) -> Iterator[tuple[str, str, str, dict[str, str]]]:
    called = programme_names(collection)
    columns = ("measure_id", "programme_id", *MEASURE_LABELS)
    for row_id, programme, *seen in cells(measures(collection, language), columns):
        labels = dict(zip(MEASURE_LABELS, seen, strict=True)) | {"programme": called.get(programme, "")}
        yield "measure", row_id, evidence(collection, row_id).quote, labels


def _named(collection: Collection, kind: str, language: Language) -> Iterator[tuple[str, str, str, dict[str, str]]]:
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
        yield kind, row[key], "\n".join((row.get("quote", ""), *printed.get(row[key], ()))), labels | coded


def _printed(collection: Collection, table: str) -> dict[str, tuple[str, ...]]:
    """Row of a named table → the different forms in which the articles print its name."""
    forms: dict[str, dict[str, None]] = {}
    texts = readings(collection)
    for mention in mentions(collection, table):
        printed = texts[mention.document_id].text[mention.start : mention.end]
        forms.setdefault(mention.row_id, {}).setdefault(printed)
    return {row_id: tuple(own) for row_id, own in forms.items()}

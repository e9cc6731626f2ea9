"""What is marked in an article: what was looked for, figures, and what holds them."""

from collections.abc import Callable, Sequence

from components.frame.language import current, say
from components.reader.choice import ALSO, View
from corpus.coding.evidence import KINDS, NAMED_KINDS, evidence, kind_of
from corpus.coding.figures import figures
from corpus.coding.measures import measures
from corpus.coding.mentions import NAMED, Mention, mentions
from corpus.coding.rows import suggested
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.labels import names
from corpus.collection.memo import latest_results
from corpus.collection.tables import tuples
from corpus.texts.marks import Mark, layered

_KEPT = 64
"""Of how many articles the marks are kept."""


def marks_of(
    collection: Collection, view: View, document_id: str, asked: str = "", first: Sequence[Mark] = ()
) -> list[Mark]:
    """What is marked in an article: what was looked for, figures, then what holds them; nothing overlaps."""
    figures_shown = [*_figure_marks(collection, document_id, view.kinds, current())]
    only = kind_of(collection, asked) if asked else ""
    # What was asked for is marked whatever is switched off, and in its own place: what is shorter comes first.
    if only == "figure" and all(mark.target != asked for mark in figures_shown):
        figures_shown += _figure_mark(collection, document_id, asked)
    layers = [first, figures_shown]
    for name in ALSO:
        if name in view.also:
            layers.append(MARKS[name](collection, document_id))
        elif name == only:
            layers.append(MARKS[name](collection, document_id, asked))
    return layered(layers)


@latest_results(_KEPT)
def _figure_marks(collection: Collection, document_id: str, kinds: tuple[str, ...], language: Language) -> list[Mark]:
    """The figures of an article, of the kinds given, as marks that open them, in the language of this run."""
    rows = figures(collection, language)
    return [
        _mark(collection, row.number_id, row.kind, row.indicator, row.normalised, row.kind_label, suggested(row))
        for row in tuples(rows[(rows["document_id"] == document_id) & rows["kind"].isin(kinds)])
    ]


def _measure_marks(collection: Collection, document_id: str, only: str = "") -> list[Mark]:
    """The measures of an article, or one of them, as marks that open them."""
    return _measures(collection, document_id, only, current())


@latest_results(_KEPT)
def _measures(collection: Collection, document_id: str, only: str, language: Language) -> list[Mark]:
    rows = measures(collection, language)
    rows = rows[(rows["document_id"] == document_id) & ((rows["measure_id"] == only) | (only == ""))]
    return [
        _mark(
            collection,
            row.measure_id,
            "measure" if row.status == "implemented" else "measure begun",
            row.label,
            row.type,
            row.status_label,
            suggested(row),
        )
        for row in tuples(rows)
    ]


def _named_marks(kind: str) -> Callable[..., list[Mark]]:
    """What marks every place of an article where rows of a kind, or one of them, are named."""
    table = KINDS[kind][0]
    key, name = NAMED[table]

    def marks(collection: Collection, document_id: str, only: str = "") -> list[Mark]:
        called = names(collection, table, key, current(), name)
        return [
            Mark(mention.start, mention.end, kind, mention.row_id, called[mention.row_id])
            for mention in _mentioned(collection, table, document_id, only)
        ]

    return marks


def _mentioned(collection: Collection, table: str, document_id: str, only: str) -> list[Mention]:
    return [
        mention
        for mention in mentions(collection, table)
        if mention.document_id == document_id and only in {"", mention.row_id}
    ]


def _figure_mark(collection: Collection, _document_id: str, only: str = "") -> list[Mark]:
    return [_mark(collection, only, "result", say("evidence.open"))]


MARKS: dict[str, Callable[..., list[Mark]]] = {
    "figure": _figure_mark,
    "measure": _measure_marks,
    **{kind: _named_marks(kind) for kind in NAMED_KINDS},
}
"""Kind of row → its marks in an article, all or one."""


def _mark(collection: Collection, row_id: str, style: str, *about: str) -> Mark:
    """An anchored row as a mark of the reading text, called by what is known of it."""
    found = evidence(collection, row_id)
    return Mark(found.position, found.position + len(found.quote), style, row_id, " · ".join(filter(None, about)))

"""What the reader page shows: the choice of article and marks, search with its concordance, the article itself."""

import re
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from components.evidence.drawer import evidence_asked, evidence_parameters
from components.frame.language import current, local, say
from components.frame.markdown import literal
from components.frame.names import joined, parted
from components.frame.state import Arrived, State
from components.frame.url import NONE, Flag, Many, One, Parameter, Text
from components.frame.widgets import flag, one_of, pills_of
from components.parts.citation import citation_popover
from components.parts.passage import passage
from components.parts.search_box import not_found, search_box
from corpus.coding.evidence import evidence, kind_of
from corpus.coding.figures import facet_options, figures
from corpus.coding.measures import measures
from corpus.coding.mentions import Mention, mentions
from corpus.collection.collection import Collection
from corpus.collection.labels import code_labels, names, published
from corpus.texts.marks import Mark, layered, reading_passage, scan_passage
from corpus.texts.reading_text import readings
from corpus.texts.search import Hit, search

_PLACE = re.compile(r"[0-9]{1,7}-[0-9]{1,7}")
_AT = "@"
"""What parts a document from a place in it, and begins the target of the stretch that the URL points to."""
_HITS_SHOWN = 60
_ALSO = ("policy", "organisation", "measure")
"""What can be marked beside figures; what is shorter comes before what may hold it."""
_ALSO_USUAL = ("measure",)


@dataclass(frozen=True)
class View:
    """What is read and how: an article, its order, the kinds of figures and what else is marked."""

    document_id: str
    scan: bool
    kinds: tuple[str, ...]
    also: tuple[str, ...]


def parameters(collection: Collection) -> dict[str, Parameter]:
    """The query parameters of the reader that have a widget."""
    documents = list(collection.tables["documents"]["document_id"])
    kinds = list(facet_options(collection, "kind", "zh"))
    return {
        "doc": One(documents, next(iter(documents), ""), named=True),
        "order": Flag("scan"),
        "marks": Many(kinds, kinds),
        "also": Many(_ALSO, _ALSO_USUAL),
        "q": Text(),
    }


def place_parameters(collection: Collection) -> dict[str, Parameter]:
    """The query parameters that name a row, or a place in the article's source file: `at`, start-end."""
    return {"at": Text(lambda text: _is_place(collection, text)), **evidence_parameters(collection)}


def with_article(collection: Collection, arrived: Arrived) -> Arrived:
    """A link that names a row without its article, with the article."""
    asked = evidence_asked(arrived)
    if not asked or arrived.get("doc"):
        return arrived
    return {**arrived, "doc": [evidence(collection, asked).document_id]}


def article_choice(collection: Collection, state: State) -> View:
    """Draw the choice of article, order and marks, and return it."""
    documents = collection.tables["documents"]
    titles = names(collection, "documents", "document_id", current(), "title")
    places = names(collection, "regions", "region_id", current())
    regions = dict(zip(documents["document_id"], documents["region_id"].map(places), strict=True))
    labels = {name: f"{regions[name]} · {title}" for name, title in titles.items()}
    document = one_of(state, "doc", say("reader.article"), labels)
    marked = pills_of(state, "marks", say("reader.marks"), facet_options(collection, "kind", current()))
    also = pills_of(state, "also", say("reader.also"), {name: say(f"reader.also_{name}") for name in _ALSO})
    scan = flag(state, "order", say("reader.scan"), about=say("reader.scan_help"))
    return View(document, scan, tuple(marked), tuple(also))


def query_box(state: State) -> str:
    """Draw the box of the search over all articles and return what was asked for."""
    return search_box(state, "q", say("reader.search"), say("reader.search_hint"))


def search_results(collection: Collection, query: str, view: View) -> dict[str, str]:
    """Draw the concordance of a search over all articles and return the place just opened as query parameters."""
    if not query:
        return {}
    hits = search(collection, query)
    if not hits:
        not_found(say("reader.no_hits", query=query), query)
        return {}
    articles = len({hit.document_id for hit in hits})
    st.text(say("reader.hits", count=len(hits), query=query, articles=articles))
    st.page_link(
        "pages/words.py",
        label=say("reader.concordance"),
        query_params={"section": "concordance", "find": query, "region": NONE, "lang": current()},
    )
    here_first = sorted(hits, key=lambda hit: hit.document_id != view.document_id)
    if len(hits) > _HITS_SHOWN:
        st.caption(say("reader.hits_cut", shown=_HITS_SHOWN))
    places = names(collection, "regions", "region_id", current())
    documents = collection.tables["documents"].set_index("document_id")
    tags = {name: f"{places[row['region_id']]} · {row[local('title')]}" for name, row in documents.iterrows()}
    lines = [_line(hit, tags[hit.document_id]) for hit in here_first[:_HITS_SHOWN]]
    opened = passage(lines, "reader.hits", scroll=True)
    if not opened:
        return {}
    document, place = parted(opened, by=_AT)
    return {"doc": document, "at": place}


def _line(hit: Hit, tag: str) -> dict:
    target = joined(hit.document_id, f"{hit.start}-{hit.end}", by=_AT)
    middle = {"text": hit.keyword, "style": "hit", "target": target, "label": say("reader.go")}
    return {
        "role": "aside",
        "lost": False,
        "tag": tag,
        "runs": [{"text": f"…{hit.left}"}, middle, {"text": f"{hit.right}…"}],
    }


def article_facts(collection: Collection, view: View) -> None:
    """Where the article is from and when it appeared, with the evidence for its date."""
    row = collection.tables["documents"].set_index("document_id").loc[view.document_id]
    language = current()
    region = names(collection, "regions", "region_id", language)[row["region_id"]]
    genre = code_labels(collection, "genre", language)[row["genre"]]
    facts = [region, genre, row["publisher"], published(row.to_dict(), say("evidence.not_before"))]
    st.text(" · ".join(fact for fact in facts if fact))
    basis = row["published_basis" if language == "zh" else "published_basis_en"]
    st.caption(say("reader.dated") + literal(basis))
    if row["title_status"] == "reconstructed":
        st.caption(say("reader.reconstructed") + literal(row[local("title")]))
    with st.container(horizontal=True, vertical_alignment="center"):
        for table, page, label in (("numbers", "numbers", "figures"), ("measures", "matrix", "measures")):
            count = int((collection.tables[table]["document_id"] == view.document_id).sum())
            if count:
                st.page_link(
                    f"pages/{page}.py",
                    label=say(f"reader.{label}_here", count=count),
                    query_params={"document": view.document_id, "lang": language},
                )
        citation_popover(collection, view.document_id)


def article(collection: Collection, view: View, query: str, asked: str, place: str) -> str:
    """Draw the article, brought to the row `asked` or to `place` if one is given; return the id just opened."""
    reading = readings(collection)[view.document_id]
    stretches = [
        Mark(hit.position, hit.stop, "hit") for hit in search(collection, query) if hit.document_id == view.document_id
    ]
    if place and (span := reading.stretch(*_place(place))):
        stretches.insert(0, Mark(*span, "quote", _AT + place))
    marks = _marks(collection, view, view.document_id, asked, stretches)
    if view.scan:
        st.caption(say("reader.scan_note", file=reading.seed_file))
        page = {view.document_id: marks}
        for other, text in readings(collection).items():
            if text.seed_file == reading.seed_file and other != view.document_id:
                page[other] = _marks(collection, view, other)
        torn = [
            Mark(*piece, mark.style, mark.target, mark.label)
            for document_id, placed in page.items()
            for mark in placed
            for piece in readings(collection)[document_id].seed_spans(mark.start, mark.end)
        ]
        paragraphs = scan_passage(collection, reading.seed_file, torn)
    else:
        paragraphs = reading_passage(reading, marks)
    opened = passage(paragraphs, f"reader.{view.document_id}.{view.scan}", focus=_AT + place if place else asked)
    return "" if opened.startswith(_AT) else opened


def _marks(
    collection: Collection, view: View, document_id: str, asked: str = "", first: Sequence[Mark] = ()
) -> list[Mark]:
    """What is marked in an article: what was looked for, figures, then what holds them; nothing overlaps."""
    figures_shown = _figure_marks(collection, document_id, view.kinds)
    only = kind_of(collection, asked) if asked else ""
    # What was asked for is marked whatever is switched off, and in its own place: what is shorter comes first.
    if only == "figure" and all(mark.target != asked for mark in figures_shown):
        figures_shown += _figure_mark(collection, document_id, asked)
    layers = [first, figures_shown]
    for name in _ALSO:
        if name in view.also:
            layers.append(_MARKS[name](collection, document_id))
        elif name == only:
            layers.append(_MARKS[name](collection, document_id, asked))
    return layered(layers)


def _figure_marks(collection: Collection, document_id: str, kinds: Container[str]) -> list[Mark]:
    """The figures of an article, of the kinds given, as marks that open them."""
    rows = figures(collection, current())
    return [
        _mark(collection, row.number_id, row.kind, f"{row.indicator} · {row.normalised} · {row.kind_label}")
        for row in rows[(rows["document_id"] == document_id) & rows["kind"].isin(kinds)].itertuples()
    ]


def _measure_marks(collection: Collection, document_id: str, only: str = "") -> list[Mark]:
    """The measures of an article, or one of them, as marks that open them."""
    rows = measures(collection, current())
    rows = rows[(rows["document_id"] == document_id) & ((rows["measure_id"] == only) | (only == ""))]
    return [
        _mark(
            collection,
            row.measure_id,
            "measure" if row.status == "implemented" else "measure begun",
            f"{row.label} · {row.type} · {row.status_label}",
        )
        for row in rows.itertuples()
    ]


def _policy_marks(collection: Collection, document_id: str, only: str = "") -> list[Mark]:
    """Every place of an article where policies, or one of them, are named."""
    titles = names(collection, "policy_documents", "policy_document_id", current(), "title")
    return [
        Mark(mention.start, mention.end, "policy", mention.row_id, titles[mention.row_id])
        for mention in _mentioned(collection, "policy_documents", document_id, only)
    ]


def _organisation_marks(collection: Collection, document_id: str, only: str = "") -> list[Mark]:
    """Every place of an article where organisations, or one of them, are named."""
    called = names(collection, "organisations", "organisation_id", current())
    return [
        Mark(mention.start, mention.end, "organisation", mention.row_id, called[mention.row_id])
        for mention in _mentioned(collection, "organisations", document_id, only)
    ]


def _mentioned(collection: Collection, table: str, document_id: str, only: str) -> list[Mention]:
    return [
        mention
        for mention in mentions(collection, table)
        if mention.document_id == document_id and only in {"", mention.row_id}
    ]


def _figure_mark(collection: Collection, _document_id: str, only: str = "") -> list[Mark]:
    return [_mark(collection, only, "result", say("evidence.open"))]


_MARKS: dict[str, Callable[..., list[Mark]]] = {
    "figure": _figure_mark,
    "measure": _measure_marks,
    "policy": _policy_marks,
    "organisation": _organisation_marks,
}
"""Kind of row → its marks in an article, all or one."""


def _mark(collection: Collection, row_id: str, style: str, label: str) -> Mark:
    """An anchored row as a mark of the reading text."""
    found = evidence(collection, row_id)
    return Mark(found.position, found.position + len(found.quote), style, row_id, label)


def place_here(collection: Collection, view: View, arrived: Mapping[str, list[str]]) -> str:
    """The place that the URL names, if it is one of this article; "" when it was left behind with another."""
    place = next(iter(arrived.get("at", [])), "")
    elsewhere = arrived.get("doc", []) not in ([], [view.document_id])
    return place if place and not elsewhere and readings(collection)[view.document_id].stretch(*_place(place)) else ""


def row_here(collection: Collection, view: View, arrived: Mapping[str, list[str]]) -> str:
    """The row that the URL names, if this article holds it; "" when it was left behind with another."""
    asked = evidence_asked(arrived)
    if not asked:
        return ""
    kind = kind_of(collection, asked)
    if kind in {"policy", "organisation"}:
        held = bool(_MARKS[kind](collection, view.document_id, asked))
    else:
        held = evidence(collection, asked).document_id == view.document_id
    return asked if held else ""


def _place(text: str) -> tuple[int, int]:
    """The offsets that `start-end` names; ValueError where it is no such text."""
    start, _, end = text.partition("-")
    return int(start), int(end)


def _is_place(collection: Collection, text: str) -> bool:
    """Whether `start-end` names a stretch of some article."""
    if not _PLACE.fullmatch(text):
        return False
    return any(reading.stretch(*_place(text)) for reading in readings(collection).values())

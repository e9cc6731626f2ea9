"""What the reader page shows: the choice of article and marks, search with its concordance, the article itself."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from components.evidence_card import PARAMETER
from components.language import current, local, say
from components.markdown import literal
from components.passage import passage
from components.url import NONE, Choice, Parameter, Text, seed
from corpus.evidence import readings
from corpus.figures import facet_options, figures
from corpus.labels import code_labels, names, published
from corpus.package import Package
from corpus.passage import Mark, reading_passage, scan_passage, to_reading
from corpus.search import Hit, search

_PLACE = re.compile(r"[0-9]{1,7}-[0-9]{1,7}")
_AT = "@"
"""What the target of the stretch that the URL points to begins with; its place follows."""
_KEPT = {"persist_state": "session"}
_HITS_SHOWN = 60


@dataclass(frozen=True)
class View:
    """What is read and how: an article, its order, the kinds of figures that are marked."""

    document_id: str
    scan: bool
    kinds: tuple[str, ...]
    every_kind: bool

    def url(self, query: str) -> dict[str, list[str]]:
        """The view and a search as query parameters; marks are named only where some kind is left out."""
        order = ["scan"] if self.scan else []
        marks = [] if self.every_kind else list(self.kinds) or [NONE]
        return {"doc": [self.document_id], "order": order, "marks": marks, "q": [query]}


def parameters(package: Package) -> dict[str, Parameter]:
    """The query parameters of the reader: `at` is a place in the article's source file, start-end."""
    return {
        "doc": Choice(set(package.tables["documents"]["document_id"]), many=False),
        "order": Choice({"scan"}, many=False),
        "marks": Choice({*facet_options(package, "kind", "zh"), NONE}),
        "q": Text(),
        "at": Text(lambda text: _is_place(package, text)),
        PARAMETER: Choice(set(package.tables["numbers"]["number_id"]), many=False),
    }


def article_choice(package: Package, arrived: Mapping[str, list[str]]) -> View:
    """Draw the choice of article, order and marks, and return it."""
    figure = next(iter(arrived.get(PARAMETER, [])), "")
    if figure and not arrived.get("doc"):
        numbers = package.tables["numbers"].set_index("number_id")
        arrived = {**arrived, "doc": [numbers.loc[figure, "document_id"]]}
    kinds = facet_options(package, "kind", current())
    documents = package.tables["documents"]
    seed("reader", arrived, {"doc": documents["document_id"].iloc[0], "order": "", "marks": list(kinds), "q": ""})
    st.session_state.setdefault("reader.marks", list(kinds))
    st.session_state["reader.scan"] = st.session_state.get("reader.order") == "scan"
    titles = names(package, "documents", "document_id", current(), "title")
    places = names(package, "regions", "region_id", current())
    regions = dict(zip(documents["document_id"], documents["region_id"].map(places), strict=True))
    document = st.selectbox(
        say("reader.article"),
        list(titles),
        format_func=lambda name: f"{regions[name]} · {titles[name]}",
        key="reader.doc",
        **_KEPT,
    )
    marked = st.pills(
        say("reader.marks"),
        list(kinds),
        format_func=kinds.__getitem__,
        selection_mode="multi",
        key="reader.marks",
        wrap=True,
        **_KEPT,
    )
    scan = st.toggle(say("reader.scan"), key="reader.scan", help=say("reader.scan_help"), on_change=_keep_order)
    return View(document, scan, tuple(marked), every_kind=len(marked) == len(kinds))


def _keep_order() -> None:
    st.session_state["reader.order"] = "scan" if st.session_state["reader.scan"] else ""


def search_box() -> str:
    """Draw the search box and return what was asked for."""
    asked = st.text_input(
        say("reader.search"), key="reader.q", placeholder=say("reader.search_hint"), max_chars=80, **_KEPT
    )
    return (asked or "").strip()


def search_results(package: Package, query: str, view: View) -> dict[str, str]:
    """Draw the concordance of a search over all articles and return the place just opened as query parameters."""
    if not query:
        return {}
    hits = search(package, query)
    if not hits:
        st.text(say("reader.no_hits", query=query))
        return {}
    articles = len({hit.document_id for hit in hits})
    st.text(say("reader.hits", count=len(hits), query=query, articles=articles))
    here_first = sorted(hits, key=lambda hit: hit.document_id != view.document_id)
    if len(hits) > _HITS_SHOWN:
        st.caption(say("reader.hits_cut", shown=_HITS_SHOWN))
    places = names(package, "regions", "region_id", current())
    documents = package.tables["documents"].set_index("document_id")
    tags = {name: f"{places[row['region_id']]} · {row[local('title')]}" for name, row in documents.iterrows()}
    lines = [_line(hit, tags[hit.document_id]) for hit in here_first[:_HITS_SHOWN]]
    opened = passage(lines, "reader.hits", scroll=True)
    if not opened:
        return {}
    document, _, place = opened.partition("@")
    return {"doc": document, "at": place}


def _line(hit: Hit, tag: str) -> dict:
    target = f"{hit.document_id}@{hit.start}-{hit.end}"
    middle = {"text": hit.keyword, "style": "hit", "target": target, "label": say("reader.go")}
    return {
        "role": "aside",
        "lost": False,
        "tag": tag,
        "runs": [{"text": f"…{hit.left}"}, middle, {"text": f"{hit.right}…"}],
    }


def article_facts(package: Package, view: View) -> None:
    """Where the article is from and when it appeared, with the evidence for its date."""
    row = package.tables["documents"].set_index("document_id").loc[view.document_id]
    language = current()
    region = names(package, "regions", "region_id", language)[row["region_id"]]
    genre = code_labels(package, "genre", language)[row["genre"]]
    count = int((package.tables["numbers"]["document_id"] == view.document_id).sum())
    facts = [region, genre, row["publisher"], published(row.to_dict(), say("evidence.not_before"))]
    st.text(" · ".join(fact for fact in facts if fact))
    basis = row["published_basis" if language == "zh" else "published_basis_en"]
    st.caption(say("reader.dated") + literal(basis))
    if row["title_status"] == "reconstructed":
        st.caption(say("reader.reconstructed") + literal(row[local("title")]))
    if count:
        st.page_link(
            "pages/numbers.py",
            label=say("reader.figures_here", count=count),
            query_params={"document": view.document_id, "lang": language},
        )


def article(package: Package, view: View, query: str, figure: str, place: str) -> str:
    """Draw the article, brought to `figure` or `place` if one is given; return the number_id just opened."""
    reading = readings(package)[view.document_id]
    stretches = [
        (hit.position, hit.position + len(hit.keyword), "hit", "")
        for hit in search(package, query)
        if hit.document_id == view.document_id
    ]
    if place and (span := reading.stretch(*_place(place))):
        stretches.insert(0, (*span, "quote", _AT + place))
    torn = [
        Mark(*piece, style, target)
        for start, end, style, target in stretches
        for piece in reading.seed_spans(start, end)
    ]
    figure_marks = [
        mark
        for mark in _figure_marks(package, reading.seed_file, view.kinds)
        if all(mark.end <= piece.start or piece.end <= mark.start for piece in torn)
    ]
    if view.scan:
        st.caption(say("reader.scan_note", file=reading.seed_file))
        paragraphs = scan_passage(package, reading.seed_file, torn + figure_marks)
    else:
        whole = [Mark(*stretch) for stretch in stretches]
        paragraphs = reading_passage(reading, whole + to_reading(reading, figure_marks))
    opened = passage(paragraphs, f"reader.{view.document_id}.{view.scan}", focus=_AT + place if place else figure)
    return "" if opened.startswith(_AT) else opened


def _figure_marks(package: Package, seed_file: str, kinds: tuple[str, ...]) -> list[Mark]:
    """The figures of a source page, of the kinds chosen, as marks that open them."""
    rows = figures(package, current())
    return [
        Mark(
            int(row.start),
            int(row.end),
            row.kind,
            row.number_id,
            f"{row.indicator} · {row.normalised} · {row.kind_label}",
        )
        for row in rows[(rows["seed_file"] == seed_file) & rows["kind"].isin(kinds)].itertuples()
    ]


def place_here(package: Package, view: View, arrived: Mapping[str, list[str]]) -> str:
    """The place that the URL names, if it is one of this article; "" when it was left behind with another."""
    place = next(iter(arrived.get("at", [])), "")
    elsewhere = arrived.get("doc", []) not in ([], [view.document_id])
    return place if place and not elsewhere and readings(package)[view.document_id].stretch(*_place(place)) else ""


def figure_here(package: Package, view: View, arrived: Mapping[str, list[str]]) -> str:
    """The figure that the URL names, if it stands in this article; "" when it was left behind with another."""
    figure = next(iter(arrived.get(PARAMETER, [])), "")
    numbers = package.tables["numbers"]
    own = numbers.loc[numbers["document_id"] == view.document_id, "number_id"]
    return figure if figure in set(own) else ""


def _place(text: str) -> tuple[int, int]:
    """The offsets that `start-end` names; ValueError where it is no such text."""
    start, _, end = text.partition("-")
    return int(start), int(end)


def _is_place(package: Package, text: str) -> bool:
    """Whether `start-end` names a stretch of some article."""
    if not _PLACE.fullmatch(text):
        return False
    return any(reading.stretch(*_place(text)) for reading in readings(package).values())

"""Step 2: a text as it was read, with what was found marked; beside it as it came, and its layout to be corrected."""

from dataclasses import replace

import streamlit as st

from components.documents.bring import refusals, sentence
from components.documents.choice import go, text_choice
from components.documents.desk import Desk, desk, put, with_text
from components.documents.facts import facts_view
from components.documents.how_well import how_well
from components.documents.paper import READ, paper_view
from components.documents.scan_order import scan_order
from components.frame.language import current, say
from components.frame.run import reader_acted
from components.parts.passage import passage
from corpus.coding.evidence import evidence
from corpus.collection.collection import Collection
from corpus.collection.labels import code_labels
from corpus.collection.tables import records
from corpus.reading.layout import layout
from corpus.reading.read import Text
from corpus.texts.marks import Mark, layered, reading_passage
from corpus.texts.reading_text import readings

_VIEWS = ("marked", "original", "layout")
_SCAN = "scan"
_VIEW = "own.view"
_SHOWN = 60_000
"""So many characters of a text are drawn at once; the rest is there, and is reviewed like all."""


def read_view(collection: Collection) -> str:
    """Draw the text at hand; return the id of the row just opened, "" for none."""
    held = desk()
    refusals(held)
    document = text_choice(held, "read")
    text = next(text for text in held.texts if text.document_id == document)
    with st.container(horizontal=True, vertical_alignment="center"):
        _counts(held, document)
        st.button(say("documents.to_review"), key="own.to_review", type="primary", on_click=_to_review)
    # The text first: on a phone one column stands below the other.
    left, right = st.columns([8, 4], gap="large")
    with right:
        facts_view(collection, text)
        for said in text.source.told:
            st.caption(sentence(said))
        how_well(collection)
    with left:
        key = f"{_VIEW}.{len(text.source.prints) > 0}"
        st.session_state.setdefault(key, _VIEWS[0])
        if again := st.session_state.pop(READ, False):
            st.session_state[key] = _VIEWS[0]
        view = st.segmented_control(
            say("documents.view"),
            [*_VIEWS, *([_SCAN] if text.source.prints else [])],
            format_func=lambda name: say(f"documents.view_{name}"),
            key=key,
            required=True,
            label_visibility="collapsed",
        )
        if again:
            st.success(say("documents.layout_read"))
        if view == "layout":
            paper_view(collection, text)
        elif view == _SCAN:
            _scan(collection, text)
        elif view == "original":
            _original(text)
        else:
            return _marked(held, text)
    return ""


def _to_review() -> None:
    reader_acted()
    go("review")


def _counts(held: Desk, document: str) -> None:
    """What was found in the text, in a line."""
    counts = {}
    for table in ("numbers", "measures"):
        rows = held.suggested.tables[table]
        counts[table] = int((rows["document_id"] == document).sum())
    seed = held.suggested.tables["excluded_numerals"]["seed_file"] == f"{document}.txt"
    st.markdown(
        say("documents.found_here", figures=counts["numbers"], measures=counts["measures"], passed=int(seed.sum())),
        width="content",
        help=say("documents.suggested"),
    )


def _scan(collection: Collection, text: Text) -> None:
    """The pages of a scan with the order of their frames; an order that is taken over is read again."""
    changed = scan_order(collection, text.source, f"own.scan.{text.document_id}")
    if changed is not None:
        put(with_text(desk(), replace(text, source=changed, parts=layout(changed)), collection))
        st.rerun()


def _original(text: Text) -> None:
    """The text as its file has it."""
    with st.container(height=560):
        st.text(text.source.text[:_SHOWN])
    if len(text.source.text) > _SHOWN:
        st.caption(say("documents.cut", count=f"{_SHOWN:,}"))


def _marked(held: Desk, text: Text) -> str:
    """The text in its order, figures and measures marked; a mark opens its row in the review."""
    reading = readings(held.now)[text.document_id]
    paragraphs = reading_passage(reading, layered([_figure_marks(held.now, text), _measure_marks(held.now, text)]))
    roles = code_labels(held.now, "role", current())
    shown, length = [], 0
    for paragraph in paragraphs:
        length += sum(len(run["text"]) for run in paragraph["runs"])
        if length > _SHOWN:
            break
        aside = paragraph["role"] in {"caption", "clutter", "credit", "byline", "table"}
        shown.append({**paragraph, "tag": roles[paragraph["role"]] if aside else ""})
    st.caption(say("documents.marks"))
    opened = passage(shown, f"own.passage.{text.document_id}", scroll=True)
    if len(shown) < len(paragraphs):
        st.caption(say("documents.cut", count=f"{_SHOWN:,}"))
    return opened


def _figure_marks(collection: Collection, text: Text) -> list[Mark]:
    kinds = code_labels(collection, "kind", current())
    return [
        _mark(collection, row["number_id"], row["kind"], kinds[row["kind"]])
        for row in records(collection.tables["numbers"])
        if row["document_id"] == text.document_id
    ]


def _measure_marks(collection: Collection, text: Text) -> list[Mark]:
    return [
        _mark(collection, row["measure_id"], "measure", row["label_zh"])
        for row in records(collection.tables["measures"])
        if row["document_id"] == text.document_id
    ]


def _mark(collection: Collection, row_id: str, style: str, label: str) -> Mark:
    found = evidence(collection, row_id)
    return Mark(found.position, found.position + len(found.quote), style, row_id, label)

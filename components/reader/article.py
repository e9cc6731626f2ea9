"""The article itself, and what is known of it."""

import streamlit as st

from components.frame.address import link_to
from components.frame.language import current, local, say
from components.frame.markdown import literal
from components.parts.citation import citation_popover
from components.parts.passage import passage
from components.parts.speaker import speaker_told
from components.reader.choice import View
from components.reader.marks import marks_of
from components.reader.places import AT, place_of
from corpus.collection.codebook import CLUTTER
from corpus.collection.collection import Collection
from corpus.collection.labels import code_labels, names, published
from corpus.texts.marks import Mark, reading_passage, scan_passage
from corpus.texts.reading_text import readings
from corpus.texts.search import search


def article_facts(collection: Collection, view: View) -> None:
    """Where the article is from and when it appeared, with the evidence for its date."""
    row = collection.tables["documents"].set_index("document_id").loc[view.document_id]
    language = current()
    region = names(collection, "regions", "region_id", language)[row["region_id"]]
    genre = code_labels(collection, "genre", language)[row["genre"]]
    facts = [region, genre, row["publisher"], published(row.to_dict(), say("evidence.not_before"))]
    st.text(" · ".join(fact for fact in facts if fact))
    st.caption(literal(say("speaker.speaks", who=speaker_told(collection, view.document_id))))
    basis = row["published_basis" if language == "zh" else "published_basis_en"]
    st.caption(say("reader.dated") + literal(basis))
    if row["title_status"] == "reconstructed":
        st.caption(say("reader.reconstructed") + literal(row[local("title")]))
    with st.container(horizontal=True, vertical_alignment="center"):
        for table, page, label in (("numbers", "numbers", "figures"), ("measures", "matrix", "measures")):
            count = int((collection.tables[table]["document_id"] == view.document_id).sum())
            if count:
                link_to(
                    f"pages/{page}.py",
                    say(f"reader.{label}_here", count=count),
                    where={"document": view.document_id, "lang": language},
                )
        citation_popover(collection, view.document_id)


def article(collection: Collection, view: View, query: str, asked: str, place: str) -> str:
    """Draw the article, brought to the row `asked` or to `place` if one is given; return the id just opened."""
    reading = readings(collection)[view.document_id]
    stretches = [
        Mark(hit.position, hit.stop, "hit") for hit in search(collection, query) if hit.document_id == view.document_id
    ]
    if place and (span := reading.stretch(*place_of(place))):
        stretches.insert(0, Mark(*span, "quote", AT + place))
    marks = marks_of(collection, view, view.document_id, asked, stretches)
    if view.scan:
        st.caption(say("reader.scan_note", file=reading.seed_file))
        page = {view.document_id: marks}
        for other, text in readings(collection).items():
            if text.seed_file == reading.seed_file and other != view.document_id:
                page[other] = marks_of(collection, view, other)
        torn = [
            Mark(*piece, mark.style, mark.target, mark.label)
            for document_id, placed in page.items()
            for mark in placed
            for piece in readings(collection)[document_id].seed_spans(mark.start, mark.end)
        ]
        paragraphs = scan_passage(collection, reading.seed_file, torn)
    else:
        paragraphs = reading_passage(reading, marks)
        segments = collection.tables["segments"]
        count = int(((segments["document_id"] == view.document_id) & (segments["role"] == CLUTTER)).sum())
        if count:
            st.caption(say("reader.clutter", count=count))
    opened = passage(paragraphs, f"reader.{view.document_id}.{view.scan}", focus=AT + place if place else asked)
    return "" if opened.startswith(AT) else opened

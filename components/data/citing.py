"""How to cite, under what licence, whose the sources are."""

import streamlit as st

from components.frame.language import current, say
from components.frame.state import State
from components.frame.widgets import one_of
from components.parts.citation import all_references, copy_article, references
from corpus.collection.collection import Collection
from corpus.collection.labels import names


def citation_section(collection: Collection, state: State) -> str:
    """How to cite the data package and each article, under what licence, whose the sources are."""
    st.markdown(say("data.cite_text"))
    year = collection.dictionary.descriptor["created"][:4]
    st.subheader("GB/T 7714", anchor=False)
    st.code(say("data.cite_gbt", version=collection.version, year=year), language=None, wrap_lines=True)
    st.subheader("BibTeX", anchor=False)
    st.code(
        f"@misc{{changai_explorer_{year},\n  title = {{产改观察 Changai Explorer}},\n"
        f"  author = {{{{Changai Explorer maintainers}}}},\n  year = {{{year}}},\n"
        f"  version = {{{collection.version}}},\n  note = {{Data package, SHA-256 {collection.digest[:16]}}}\n}}",
        language=None,
        wrap_lines=True,
    )
    if len(collection.tables["documents"]):
        _cited_article(collection, state)
    st.subheader(say("data.licence"), anchor=False)
    st.markdown(say("data.licence_text"))
    return ""


def _cited_article(collection: Collection, state: State) -> None:
    """Draw the choice of an article with its references, and the references of all."""
    titles = names(collection, "documents", "document_id", current(), "title")
    places = names(collection, "regions", "region_id", current())
    documents = collection.tables["documents"]
    regions = dict(zip(documents["document_id"], documents["region_id"].map(places), strict=True))
    st.subheader(say("cite.one"), anchor=False)
    labels = {name: f"{regions[name]} · {title}" for name, title in titles.items()}
    document = one_of(state, "cited", say("reader.article"), labels)
    copy_article(collection, document)
    references(collection, document)
    all_references(collection)

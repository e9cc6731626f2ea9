"""Cite an article: its reference in each form, to copy or to take away."""

from collections.abc import Sequence

import streamlit as st

from components.frame.language import say
from components.parts.downloads import download_button
from corpus.collection.collection import Collection
from corpus.export.citation import FORMS, reference_file

_FILES: dict[str, tuple[str, str]] = {
    "BibTeX": ("bib", "application/x-bibtex"),
    "RIS": ("ris", "application/x-research-info-systems"),
    "CSL-JSON": ("json", "application/vnd.citationstyles.csl+json"),
}
"""The forms that reference managers read from a file → its ending and its type."""


def citation_popover(collection: Collection, document_id: str) -> None:
    """A button that opens the references of an article."""
    with st.popover(say("cite.this"), key="cite"):
        references(collection, document_id)


def references(collection: Collection, document_id: str) -> None:
    """The references of an article in every form, each to be copied, and files of those that programs read."""
    for name, tab in zip(FORMS, st.tabs(list(FORMS)), strict=True):
        with tab:
            # A code block copies what it shows, and shows line ends of either kind alike.
            text = FORMS[name](collection, document_id).replace("\r\n", "\n").rstrip("\n")
            st.code(text, language=None, wrap_lines=True)
    with st.container(horizontal=True):
        for name in _FILES:
            _download(collection, [document_id], name, label=name, of=document_id)


def all_references(collection: Collection) -> None:
    """Buttons for the references of all articles, as one file in each form that programs read."""
    documents = list(collection.tables["documents"]["document_id"])
    with st.container(horizontal=True):
        for name in _FILES:
            label = say("cite.all", count=len(documents), form=name)
            _download(collection, documents, name, label=label, of=f"articles_{len(documents)}")


def _download(collection: Collection, document_ids: Sequence[str], name: str, *, label: str, of: str) -> None:
    """A button for references in a form; `of` says in the file's name whose they are."""
    ending, mime = _FILES[name]
    download_button(
        label, lambda: reference_file(collection, document_ids, FORMS[name]), f"changai_{of}.{ending}", mime
    )

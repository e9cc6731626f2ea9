"""Cite an article or evidence: copied in one click, each form to be copied or taken away."""

from collections.abc import Sequence

import streamlit as st

from components.frame.language import current, say
from components.frame.shown import app_base
from components.parts.copy_button import copy_button
from components.parts.downloads import download_button
from corpus.coding.evidence import evidence
from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.export.address import article_address, evidence_address
from corpus.export.citation import FORMS, cited_sentence, reference_file, source_line

_FILES: dict[str, tuple[str, str]] = {
    "BibTeX": ("bib", "application/x-bibtex"),
    "RIS": ("ris", "application/x-research-info-systems"),
    "CSL-JSON": ("json", "application/vnd.citationstyles.csl+json"),
}
"""The forms that reference managers read from a file → its ending and its type."""


def cite_and_copy(collection: Collection, row_id: str) -> None:
    """For evidence of any kind: a button that copies sentence, reference and link, and the other forms behind one."""
    link = evidence_address(collection, row_id, current(), app_base())
    own = evidence(collection, row_id).rendering if current() == "en" else ""
    english = say("cite.rendering", text=own) if own else ""
    copy_button(cited_sentence(collection, row_id, link, english), say("cite.copy"), f"cite.{row_id}")
    with st.popover(say("cite.forms"), key=f"cite.{row_id}.forms"):
        document = evidence(collection, row_id).document_id
        with st.container(horizontal=True):
            for name in _FILES:
                _download(collection, [document], name, label=name, of=document, key=row_id)
        if link:
            st.link_button(say("cite.link"), link, icon=":material/link:", type="tertiary")


def citation_popover(collection: Collection, document_id: str) -> None:
    """A button that copies the reference of an article with its link, and one that opens its references."""
    copy_article(collection, document_id)
    with st.popover(say("cite.this"), key="cite"):
        references(collection, document_id)


def copy_article(collection: Collection, document_id: str) -> None:
    """A button that copies the reference of an article and the link to it."""
    link = article_address(collection, document_id, current(), app_base())
    copy_button(
        "\n".join(filter(None, (source_line(collection, document_id), link))), say("cite.copy"), f"cite.{document_id}"
    )


def references(collection: Collection, document_id: str) -> None:
    """The references of an article in every form, each to be copied, and files of those that programs read."""
    for name, tab in zip(FORMS, st.tabs(list(FORMS)), strict=True):
        with tab:
            # A code block copies what it shows, and shows line ends of either kind alike.
            st.code(_reference(collection, document_id, name), language=None, wrap_lines=True)
    with st.container(horizontal=True):
        for name in _FILES:
            _download(collection, [document_id], name, label=name, of=document_id)


@computed_once
def _reference(collection: Collection, document_id: str, form: str) -> str:
    return FORMS[form](collection, document_id).replace("\r\n", "\n").rstrip("\n")


def all_references(collection: Collection) -> None:
    """Buttons for the references of all articles, as one file in each form that programs read."""
    documents = list(collection.tables["documents"]["document_id"])
    with st.container(horizontal=True):
        for name in _FILES:
            label = say("cite.all", count=len(documents), form=name)
            _download(collection, documents, name, label=label, of=f"articles_{len(documents)}")


def _download(  # noqa: PLR0913 what is taken away, its form, and what the button and its file are called
    collection: Collection, document_ids: Sequence[str], name: str, *, label: str, of: str, key: str = ""
) -> None:
    """A button for references in a form; `of` says in the file's name whose they are, `key` where the button stands."""
    ending, mime = _FILES[name]
    download_button(
        label,
        lambda: reference_file(collection, document_ids, FORMS[name]),
        f"changai_{of}.{ending}",
        mime,
        key and f"{key}.{name}",
    )

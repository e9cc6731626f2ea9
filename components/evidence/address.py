"""The address under which the evidence of a row can be seen, for files that leave the app."""

from collections.abc import Callable
from urllib.parse import urlencode, urljoin

import streamlit as st

from corpus.coding.evidence import evidence, kind_of
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language


def evidence_links(collection: Collection, language: Language) -> Callable[[str], str]:
    """Row id → the link that opens its evidence in the article; "" where the app does not know its own address.

    To be called while a page runs; what it returns may be called later.
    """
    base = st.context.url or ""

    def link(row_id: str) -> str:
        told = {"doc": evidence(collection, row_id).document_id, kind_of(collection, row_id): row_id, "lang": language}
        return urljoin(base, f"reader?{urlencode(told)}") if base else ""

    return link

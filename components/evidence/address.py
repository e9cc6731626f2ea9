"""The address under which the evidence of a row can be seen, for files that leave the app."""

from collections.abc import Callable

from components.frame.shown import app_base
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.export.address import evidence_address


def evidence_links(collection: Collection, language: Language) -> Callable[[str], str]:
    """Row id → the link that opens its evidence in the article; "" where the app does not know its own address.

    To be called while a page runs; what it returns may be called later.
    """
    base = app_base()
    return lambda row_id: evidence_address(collection, row_id, language, base) if base else ""

"""The drawer that answers a click: the evidence of a figure, a measure, a policy or an organisation."""

from collections.abc import Mapping

import streamlit as st

from components.evidence.figure_card import figure_card
from components.evidence.measure_card import measure_card
from components.evidence.named_card import organisation_card, policy_card
from components.frame.language import say
from components.frame.run import go_to
from components.frame.url import One, Parameter
from corpus.coding.evidence import KINDS, kind_of
from corpus.collection.collection import Collection

_CARDS = {
    "figure": figure_card,
    "measure": measure_card,
    "policy": policy_card,
    "organisation": organisation_card,
}


def evidence_parameters(collection: Collection) -> dict[str, Parameter]:
    """The query parameters that hold what is open, one for each kind of row."""
    return {kind: One(set(collection.tables[table][key])) for kind, (table, key) in KINDS.items()}


def evidence_asked(arrived: Mapping[str, list[str]]) -> str:
    """The id of the row whose evidence the URL asks for, "" for none."""
    return next((row_id for kind in KINDS for row_id in arrived.get(kind, [])), "")


def evidence_url(collection: Collection, row_id: str) -> dict[str, str]:
    """What is open, as a query parameter named after its kind."""
    return {kind_of(collection, row_id): row_id} if row_id else {}


def show_evidence(collection: Collection, row_id: str) -> None:
    """Open the evidence of a row in a drawer, nothing for ""; closing it takes the row out of the URL.

    What a reader opens inside the drawer takes its place.
    """
    if not row_id:
        return

    @st.dialog(say("evidence.title"), width="medium", position="right", on_dismiss=_close)
    def drawer() -> None:
        further = evidence_card(collection, row_id)
        if further and further != row_id:
            _close()
            go_to(evidence_url(collection, further))

    drawer()


def _close() -> None:
    for kind in KINDS:
        st.query_params.pop(kind, None)


def evidence_card(collection: Collection, row_id: str) -> str:
    """Draw the evidence of a row where the page stands; return the id of a row opened inside it, "" for none."""
    return _CARDS[kind_of(collection, row_id)](collection, row_id)

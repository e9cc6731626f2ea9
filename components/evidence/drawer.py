"""The drawer that answers a click: the evidence of a figure, a measure, whatever is named."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

import streamlit as st

from components.evidence.figure_card import figure_card
from components.evidence.measure_card import measure_card
from components.evidence.named_card import award_card, organisation_card, person_card, policy_card, programme_card
from components.frame.address import leave_out
from components.frame.language import current, say
from components.frame.markdown import literal
from components.frame.opened import Opened, close, show_opened
from components.frame.run import go_to
from components.frame.state import State
from components.frame.url import MAX_TEXT, One, Parameter
from components.parts.pinned import pin_button
from corpus.coding.evidence import KINDS, kind_of
from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.collection.retired import Retired, retired_ids

_CARDS = {
    "figure": figure_card,
    "measure": measure_card,
    "policy": policy_card,
    "organisation": organisation_card,
    "programme": programme_card,
    "person": person_card,
    "award": award_card,
}


_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Row(One):
    """The id of a row of a kind; one that was retired leads to what took its place, if anything did."""

    kind: str = ""
    retired: Mapping[str, Retired] = field(default_factory=dict)

    def read(self, raw: Sequence[str]) -> list[str]:
        """The row that is there, or the one that took its place."""
        gone = self._gone(raw)
        return super().read([gone.successor] if gone else raw)

    def remark(self, raw: Sequence[str]) -> str:
        """That the row was retired, why and what is shown instead, or that there never was one of this id."""
        asked = next(iter(raw), "")
        if super().read(raw) or not _ID.fullmatch(asked) or len(asked) > MAX_TEXT:
            return ""
        kind, row_id = say(f"evidence.kind_{self.kind}"), literal(asked)
        gone = self._gone(raw)
        if not gone:
            return say("evidence.never", kind=kind, id=row_id)
        why = literal(gone.reasons[current()])
        if gone.successor in self.allowed:
            return say("evidence.replaced", kind=kind, id=row_id, why=why, successor=literal(gone.successor))
        return say("evidence.retired", kind=kind, id=row_id, why=why)

    def _gone(self, raw: Sequence[str]) -> Retired | None:
        """What became of the row that is asked for, if it was one of this kind."""
        gone = self.retired.get(next(iter(raw), ""))
        return gone if gone and gone.table == KINDS[self.kind][0] and not super().read(raw) else None


@computed_once
def evidence_parameters(collection: Collection) -> dict[str, Parameter]:
    """The query parameters that hold what is open, one for each kind of row."""
    retired = retired_ids(collection)
    return {
        kind: Row(set(collection.tables[table][key]), kind=kind, retired=retired)
        for kind, (table, key) in KINDS.items()
    }


def evidence_asked(arrived: Mapping[str, list[str]]) -> str:
    """The id of the row whose evidence the URL asks for, "" for none."""
    return next((row_id for kind in KINDS for row_id in arrived.get(kind, [])), "")


def evidence_url(collection: Collection, row_id: str) -> dict[str, str]:
    """What is open, as a query parameter named after its kind."""
    return {kind_of(collection, row_id): row_id} if row_id else {}


def show_evidence(collection: Collection, state: State, row_id: str, kept: Opened | None = None) -> None:
    """Open the evidence of a row in a drawer, nothing for "", and of each row that is clicked from there on.

    Closing it takes the row out of the URL, in which `kept` stands beside it.
    """
    opened = evidence_url(collection, row_id)
    show_opened(state, opened, partial(evidence_named, collection), partial(evidence_drawer, collection), kept)


def evidence_named(collection: Collection, name: str, _opened: Opened) -> Opened:
    """What is open once a name is clicked: the row whose id it is, nothing for any other name."""
    try:
        return evidence_url(collection, name)
    except KeyError:
        return {}


def evidence_drawer(collection: Collection, opened: Opened) -> None:
    """Draw the evidence that is open; what a reader opens inside takes its place."""
    row_id = evidence_asked({kind: [value] for kind, value in opened.items()})

    @st.dialog(say("evidence.title"), width="medium", position="right", on_dismiss=partial(close, *KINDS))
    def drawer() -> None:
        further = evidence_card(collection, row_id)
        if further and further != row_id:
            leave_out(KINDS)
            go_to(evidence_url(collection, further))

    drawer()


def evidence_card(collection: Collection, row_id: str) -> str:
    """Draw the evidence of a row where the page stands; return the id of a row opened inside it, "" for none.

    Over it stands the button that pins the row.
    """
    pin_button(row_id)
    return _CARDS[kind_of(collection, row_id)](collection, row_id)

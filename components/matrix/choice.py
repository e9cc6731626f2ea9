"""The choice of how the matrix is drawn."""

import streamlit as st

from components.frame.language import current, say
from components.frame.state import Arrived, State
from components.frame.url import Flag, One, Parameter
from components.frame.widgets import flag, listed_of, one_of, row_of
from components.parts.matrix_cells import USUAL, View
from corpus.coding.measures import DONE, INTENDED
from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.regions.matrix import AXES, columns_of

_REGION_ORDERS = ("level", "code", "count")
_COLUMN_ORDERS = ("table", "regions", "count")
_VIEWS = ("picture", "table")
_INTENDED = "intended"


@computed_once
def view_parameters(collection: Collection) -> dict[str, Parameter]:
    """The query parameters of the view."""
    return {
        "by": One(AXES, USUAL.by),
        "open": One(set(collection.tables["pillars"]["pillar_id"])),
        "empty": Flag(),
        "heads": Flag(),
        "view": One(_VIEWS, USUAL.view),
        "rows": One(_REGION_ORDERS, USUAL.rows),
        "order": One(_COLUMN_ORDERS, USUAL.order),
    }


def old_parameters() -> dict[str, Parameter]:
    """The query parameters that older links hold and no widget does."""
    return {_INTENDED: Flag()}


def modern(arrived: Arrived) -> Arrived:
    """What a link asks for, `intended=yes` read as every status, which it said before statuses could be chosen."""
    if not arrived.get(_INTENDED) or arrived.get("status"):
        return arrived
    return {**arrived, "status": [*DONE, *INTENDED]}


def view_choice(collection: Collection, state: State) -> View:
    """Draw the choices of view and return them."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        by = row_of(state, "by", say("matrix.by"), {axis: say(f"matrix.by_{axis}") for axis in AXES})
        opened = ""
        if by == "type":
            pillars = columns_of(collection, "pillar", "", current())
            labels = {"": say("filter.all")} | {pillar: f"{pillar} {name}" for pillar, name in pillars.items()}
            opened = one_of(state, "open", say("filter.pillar"), labels, width=230)
        view = row_of(state, "view", say("matrix.view"), {name: say(f"matrix.view_{name}") for name in _VIEWS})
        with st.popover(say("matrix.orders")):
            rows = _order(state, "rows", _REGION_ORDERS)
            order = _order(state, "order", _COLUMN_ORDERS)
            empty = _switch(state, "empty")
            whole = _switch(state, "heads")
    return View(by, opened, empty, view, rows, order, whole)


def _order(state: State, name: str, orders: tuple[str, ...]) -> str:
    return listed_of(state, name, say(f"matrix.{name}"), {order: say(f"matrix.{name}_{order}") for order in orders})


def _switch(state: State, name: str) -> bool:
    return flag(state, name, say(f"matrix.{name}"), about=say(f"matrix.{name}_help"))


def view_described(collection: Collection, view: View) -> dict[str, str]:
    """What the view leaves out, in words, for file names and the README of a download; empty for nothing."""
    words = {}
    if view.heads:
        words[say("matrix.heads")] = say("evidence.all_counted")
    if view.by == "type" and view.open:
        words[say("filter.pillar")] = columns_of(collection, "pillar", "", current())[view.open]
    return words

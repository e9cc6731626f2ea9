"""A box for a text to look for, and the line under it that says what is found of it on every page."""

from collections.abc import Mapping
from types import MappingProxyType

import streamlit as st

from components.frame.address import link_to
from components.frame.language import current, say
from components.frame.state import State
from components.frame.url import NONE, One, Parameter
from components.frame.widgets import row_of, text
from corpus.coding.hits import LABEL, TEXT, WHERE, Count, Found, found
from corpus.collection.collection import Collection
from corpus.texts.folding import fold, understood

WITHIN = "within"
"""The parameter that says where a text must stand on pages of rows."""
_PLACES: Mapping[str, tuple[str, ...]] = MappingProxyType({"all": WHERE, "text": TEXT, "label": (LABEL,)})
PLACES = "places"
"""What the line counts beside the kinds of rows: places in the articles."""
_LINKS = {
    "figure": ("numbers", {}),
    "measure": ("matrix", {"status": ["implemented", "pilot", "planned", "proposed"]}),
}
"""Kind of rows in the line → the page that shows all of them, and what it must be asked for besides."""


def search_box(state: State, name: str, label: str, hint: str, **look: str | int) -> str:
    """Draw the box of a parameter and return what it holds, as `asked` has it.

    `look` may be its `width`, and `label_visibility` where the label is only read out.
    """
    text(state, name, label, placeholder=hint, **look)
    return asked(state, name)


def asked(state: State, name: str) -> str:
    """What the box holds, without blanks at its ends; "" where it holds nothing that would be looked for."""
    typed = str(state.value(name) or "")
    return typed.strip() if fold(typed).text.strip() else ""


def not_found(said: str, query: str) -> None:
    """Say that nothing was found, then as what `query` was looked for and which differences do not count."""
    meant = understood(query)
    st.text(said if meant == query else said + say("search.understood", query=meant))
    st.caption(say("search.alike"))


def within_parameter() -> dict[str, Parameter]:
    """The query parameter that says where a text must stand."""
    return {WITHIN: One(_PLACES, "all")}


def within(collection: Collection, state: State, query: str, kind: str) -> tuple[str, ...]:
    """Where a text must stand in rows of a kind, some of WHERE: as chosen, if both text and labels hold it."""
    return _PLACES[str(state.value(WITHIN))] if query and _parted(collection, query, kind) else WHERE


def found_line(collection: Collection, state: State, query: str, here: str = "", shown: int = 0) -> Found:
    """Draw the line that says the same of a query on every page, each count a link to where it is seen; return it.

    `here` is what this page shows of it, one of KINDS or PLACES, and `shown` how much of that its filters leave. Where
    some rows of the page hold the query in their text and others in a label alone, either can be chosen.
    """
    counted = found(collection, query, current())
    if counted.nothing:
        not_found(say("search.nothing", query=query), query)
        return counted
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        _counts(query, counted)
        total = counted.places if here == PLACES else sum(counted.rows.get(here, ()))
        if here and shown != total:
            st.caption(say("search.here", shown=shown, left=total - shown), width="content")
        if here in counted.rows and all(counted.rows[here]):
            _within(state, counted.rows[here])
    return counted


def concordance_link(query: str) -> None:
    """Draw the link to every place of a query with what stands around it, in all articles."""
    where = {"section": "concordance", "find": query, "region": NONE, "lang": current()}
    link_to("pages/words.py", say("reader.concordance"), where=where)


def _parted(collection: Collection, query: str, kind: str) -> bool:
    """Whether some rows of a kind hold a query in their text, and others in a label alone."""
    return all(found(collection, query, current()).rows[kind])


def _counts(query: str, counted: Found) -> None:
    """The query, and each count of it as a link."""
    st.text(say("search.query", query=query), width="content")
    places = say("search.places", count=counted.places, articles=counted.articles)
    _link("reader", {"q": query}, places, counted.places)
    for kind, (page, more) in _LINKS.items():
        count = counted.rows[kind]
        _link(page, {"q": query, **more}, _rows_told(kind, count), sum(count))
    _link("reader", {"q": query}, say("search.names", count=counted.names), counted.names)


def _within(state: State, count: Count) -> None:
    """The choice among all rows, those of the text, and those of a label alone."""
    counts = {"all": sum(count), "text": count.text, "label": count.label}
    labels = {name: say(f"search.within_{name}", count=counts[name]) for name in _PLACES}
    row_of(state, WITHIN, say("search.within"), labels, label_visibility="collapsed")


def _rows_told(kind: str, count: Count) -> str:
    """How many rows of a kind hold a query in their text, and, if any, how many in a label alone."""
    told = say(f"search.{kind}", count=count.text)
    return told + say("search.by_label", count=count.label) if count.label else told


def _link(page: str, where: Mapping[str, str], label: str, count: int) -> None:
    """A count that leads to where it is seen, unless there is nothing to see."""
    link_to(f"pages/{page}.py", label, where={**where, "lang": current()}, disabled=not count)

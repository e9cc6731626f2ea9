"""The views of the numbers page, and the choice among them."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from components.frame.language import say
from components.frame.url import Choice, Parameter
from components.numbers.change_view import change_view
from components.numbers.check_view import check_view
from components.numbers.indicator_view import indicator_view
from components.numbers.map_view import map_view
from components.numbers.money_view import money_view
from components.numbers.period_view import period_view
from components.numbers.share_view import share_view
from components.numbers.terms_view import terms_view
from corpus.collection.collection import Collection
from corpus.collection.labels import code_labels

_KEPT = {"persist_state": "session"}
View = Callable[[Collection, pd.DataFrame, str], str]
FURTHER: dict[str, str | list[str]] = {"view": "map", "focus": "", "theme": "", "counted": ""}
"""Parameters of the page that have a widget, beside its filters, with what they hold when the URL says nothing."""


def view_parameters(collection: Collection) -> dict[str, Parameter]:
    """The query parameters of the views."""
    return {
        "view": Choice(set(VIEWS), many=False),
        "focus": Choice(set(collection.tables["indicators"]["indicator_id"]), many=False),
        "theme": Choice(set(collection.tables["pillars"]["pillar_id"]), many=False),
        "counted": Choice(set(code_labels(collection, "dimension", "zh")), many=False),
    }


def view_choice() -> str:
    """Draw the choice of view."""
    for name, usual in FURTHER.items():
        st.session_state.setdefault(f"numbers.{name}", usual)
    return st.segmented_control(
        say("numbers.view"),
        list(VIEWS),
        format_func=lambda name: say(f"numbers.view_{name}"),
        key="numbers.view",
        label_visibility="collapsed",
        required=True,
        **_KEPT,
    )


def view_url(view: str) -> dict[str, list[str]]:
    """The view as query parameters; what belongs to one indicator only with its view."""
    state = st.session_state
    inner = {name: [state.get(f"numbers.{name}") or ""] for name in ("focus", "theme", "counted")}
    return {"view": [] if view == "map" else [view], **(inner if view == "indicator" else {})}


VIEWS: dict[str, View] = {
    "map": map_view,
    "indicator": indicator_view,
    "change": change_view,
    "share": share_view,
    "money": money_view,
    "period": period_view,
    "terms": terms_view,
    "check": check_view,
}
"""The views: each draws the figures shown, told which row is open, and returns the id just opened."""

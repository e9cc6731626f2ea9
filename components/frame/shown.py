"""What a page shows in this run, for whatever is cited and taken away of it: where, in which language, filtered how."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode, urljoin

import streamlit as st

from components.frame.address import public_of
from components.frame.language import PARAMETER, current, say
from components.frame.own import mine_is_shown
from components.frame.state import state_shown
from corpus.collection.dictionary import Language
from corpus.export.address import app_address
from corpus.export.citation import CitedView
from corpus.paths import PAGES

_FILTERS = "filters_told"
"""Session key of the filters that the page of this run was told to have."""
_PAGES = frozenset(path.stem for path in PAGES.glob("*.py"))
_FIRST = "overview"
"""The page that is the app's root."""


@dataclass(frozen=True)
class Shown:
    """A view: its address, the app's own ("" where it is not known), its language, its filters in words."""

    address: str
    base: str
    language: Language
    filters: Mapping[str, str] = field(default_factory=dict)

    def cited(self, title: str) -> CitedView:
        """The view under a title, as it is cited; without an address where that of the app is not known."""
        return CitedView(title, self.filters, self.address if self.base else "")


def tell_filters(filters: Mapping[str, str]) -> None:
    """Note the filters of the page in words, once they are chosen: name → values."""
    st.session_state[_FILTERS] = dict(filters)


def begin_shown() -> None:
    """Forget the filters of the run before."""
    st.session_state.pop(_FILTERS, None)


def mine_told() -> dict[str, str]:
    """That the reader's own rows are among those shown, as one of the filters; empty where they are not."""
    return {say("own.collection"): say("own.both")} if mine_is_shown() else {}


def app_base() -> str:
    """The address under which this reader has the app, with a slash at its end; "" where it is not known."""
    return app_address(st.context.url or "", _PAGES)


def shown() -> Shown:
    """What this run shows so far: its address has the choices made, and is relative where the app's is unknown."""
    base, language, state = app_base(), current(), state_shown()
    query = urlencode({**public_of(state.url() if state else {}), PARAMETER: language}, doseq=True)
    page = "" if state is None or state.page == _FIRST else state.page
    filters = {**mine_told(), **st.session_state.get(_FILTERS, {})}
    return Shown(urljoin(base, f"{page}?{query}"), base, language, filters)

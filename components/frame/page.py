"""The frame of every page: the app's name, browser title, language of the document, and the head in one line."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.frame.address import begin_address, forget_held
from components.frame.language import LANGUAGES, begin_language, current, say, say_in, switch_language
from components.frame.opened import page_must_run
from components.frame.own import has_mine, mine_is_shown, own_collection_held, show_mine
from components.frame.page_script import PAGE_SCRIPTS, PAGE_STYLE
from components.frame.query import drop_carried
from components.frame.run import arrives, begin_run, goes_back, reader_acted
from components.frame.shown import begin_shown
from corpus.collection.dictionary import Language
from corpus.paths import PAGES, STATIC

_LANGUAGE_WIDGET, _MINE_WIDGET = "language_switch", "mine_switch"
SEARCH = 230
"""Width of the box to look for something, in pixels: a button fits beside it on a phone."""


def menu_is_up() -> None:
    """Note that `app.py` has run in this session, so pages need not call for it; its language is that of the menu."""
    begin_language()
    st.session_state["menu"] = True


def page(name: str) -> DeltaGenerator:
    """Open a page with its head in a line: title and question of `name`, the switch of language.

    What is returned is that line, into which the page draws what it is searched by and filtered by.

    A deep link to a server just started runs the page's file without `app.py`, for Streamlit takes `pages/` for an app
    of its older kind until something calls `st.navigation`; so the page does, and one rerun brings the menu.
    """
    if "menu" not in st.session_state:
        menu_is_up()
        # The first page is the app's root and has no path of its own, as in `app.py`.
        first = PAGES / "overview.py"
        st.navigation([first, *sorted(set(PAGES.glob("*.py")) - {first})], position="hidden")
        st.rerun()
    begin_language()
    begin_run(name)
    page_must_run()
    begin_address(name, arrives=arrives(), goes_back=goes_back())
    drop_carried(forget_held())
    begin_shown()
    st.set_page_config(
        page_title=browser_title(name, current()),
        page_icon=str(STATIC / "icon.png"),
        layout="wide",
        menu_items={"About": say("app.about")},
    )
    st.html(f"<style>{PAGE_STYLE}</style>")
    st.html(f"<script>{PAGE_SCRIPTS[current()]}</script>", unsafe_allow_javascript=True)
    # It leads to the first page.
    st.logo(str(STATIC / f"name-{current()}.svg"), size="small")
    head = st.container(horizontal=True, vertical_alignment="bottom", gap="small")
    with head:
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            st.title(say(f"{name}.title"), anchor=False, width="content")
            st.caption(say(f"{name}.question"), width="content", help=say(f"{name}.hint"))
        _mine_switch()
        _language_switch()
    return head


def browser_title(name: str, language: Language) -> str:
    """What the browser calls a page in its tab."""
    return " · ".join(dict.fromkeys([say_in(language, f"{name}.title"), say_in(language, "app.name")]))


def _language_switch() -> None:
    """Two languages by their own names; the choice goes into the URL with the page's own parameters."""
    st.session_state[_LANGUAGE_WIDGET] = current()
    st.segmented_control(
        say("app.language"),
        list(LANGUAGES),
        format_func=lambda language: LANGUAGES[language],
        key=_LANGUAGE_WIDGET,
        label_visibility="collapsed",
        required=True,
        on_change=_switch_language,
    )


def _mine_switch() -> None:
    """With the reader's own rows or without, where the session holds some."""
    if has_mine():
        st.session_state[_MINE_WIDGET] = mine_is_shown()
        count = len(own_collection_held().rows["documents"])
        label, about = say("own.switch", count=count), say("own.switch_help")
        st.toggle(label, key=_MINE_WIDGET, help=about, on_change=_switch_mine, width="content")


def _switch_mine() -> None:
    reader_acted()
    show_mine(shown=st.session_state[_MINE_WIDGET])


def _switch_language() -> None:
    chosen = st.session_state[_LANGUAGE_WIDGET]
    reader_acted()
    if chosen in LANGUAGES:
        switch_language(chosen)

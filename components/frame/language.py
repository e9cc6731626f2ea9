"""The reader's language: from the URL, from the session, or from the browser's locale; and our words in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import local as thread_local

import streamlit as st

from corpus.collection.dictionary import Language
from corpus.paths import COMPONENTS
from corpus.shipped import shipped_toml

LANGUAGES: dict[Language, str] = {"zh": "中文", "en": "English"}
"""The languages of the app, each under its own name."""
PARAMETER = "lang"
"""Query parameter that keeps the choice."""


def _read_strings() -> dict[str, dict[Language, str]]:
    sections = shipped_toml(COMPONENTS / "strings.toml")
    return {
        f"{section}.{name}": dict(zip(LANGUAGES, texts, strict=True))
        for section, entries in sections.items()
        for name, texts in entries.items()
    }


STRINGS = _read_strings()
"""All our words: key → text in each language."""


# Each run of a script has a thread to itself. A page asks for its language a thousand times, and Streamlit takes its
# time to say what stands in the URL and in the session.
_run = thread_local()


def begin_language() -> None:
    """Learn at the top of a run which language it has."""
    _run.language = _asked()


def current() -> Language:
    """The language of this run, or of what `speaking` wraps: the URL's, else the session's, else the browser's."""
    return getattr(_run, "language", None) or _asked()


def _asked() -> Language:
    """The language of the URL, else of the session, else of the browser, Chinese for any zh locale."""
    asked = st.query_params.get(PARAMETER)
    # A link from the menu carries no parameters, so the choice has to outlive the URL.
    if asked in LANGUAGES:
        st.session_state["language"] = asked
        keep_language()
    elif "language" not in st.session_state:
        st.session_state["language"] = "zh" if (st.context.locale or "zh").lower().startswith("zh") else "en"
    return st.session_state["language"]


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Have our words in a language, also outside a page, where a file is made on the click of its button."""
    before = getattr(_run, "language", None)
    _run.language = language
    try:
        yield
    finally:
        _run.language = before


def switch_language(chosen: Language) -> None:
    """Have this session speak a language from now on, and its URL say so."""
    st.session_state["language"] = _run.language = chosen
    keep_language()
    st.query_params[PARAMETER] = chosen


def keep_language() -> None:
    """Have every page keep the language in its URL from now on: it was chosen, or a link brought it."""
    st.session_state["language_chosen"] = True


def language_kept() -> bool:
    """Whether pages keep the language in their URL."""
    return PARAMETER in st.query_params or bool(st.session_state.get("language_chosen"))


def say(key: str, **values: object) -> str:
    """One of our texts in the reader's language, its {placeholders} filled; KeyError for an unknown key."""
    return say_in(current(), key, **values)


def say_in(language: Language, key: str, **values: object) -> str:
    """One of our texts in a language that is named: for what is made outside a page, such as a download."""
    text = STRINGS[key][language]
    return text.format(**values) if values else text


def local(column: str) -> str:
    """The column of a table that holds the reader's language: name → name_zh or name_en."""
    return f"{column}_{current()}"

"""The page of an address that names none: it says so in the reader's language, and where all pages are."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from components.frame.address import link_to
from components.frame.language import current, say
from components.frame.page import page

_NAME = re.compile(r"[\w.~-]{1,80}")
_PAGES = ("overview", "topics", "profile", "matrix", "numbers", "words", "reader", "documents", "data", "pins")


def missing(known: Sequence[StreamlitPage]) -> list[StreamlitPage]:
    """A page for the address asked for, out of the menu, where it is none of the pages known; else nothing."""
    path = urlsplit(st.context.url or "").path.rstrip("/")
    name = path.rpartition("/")[2]
    base = str(st.get_option("server.baseUrlPath")).strip("/").rpartition("/")[2]
    if not _NAME.fullmatch(name) or name in {base, *(own.url_path for own in known)}:
        return []
    return [st.Page(_told, title=say("missing.title"), url_path=name, visibility="hidden")]


def _told() -> None:
    page("missing")
    st.markdown(say("missing.told"))
    for name in _PAGES:
        link_to(f"pages/{name}.py", say(f"{name}.menu"), where={"lang": current()})

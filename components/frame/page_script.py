"""What a page brings beside its elements: its style, and one script with its words in a language."""

import json

from components.frame.language import STRINGS
from corpus.collection.dictionary import Language
from corpus.paths import COMPONENTS

_SHARED = COMPONENTS / "shared"
_SCRIPTS, _STYLES = ("page",), ("page", "print")
"""Names of the scripts and styles that every page has, in their order."""
_STREAMLIT, _SKIP = "streamlit.", "skip."
"""Beginnings of the keys of Streamlit's own words, and of the links that skip to the parts of a page."""
_SCRIPT = "\n".join((_SHARED / f"{name}.js").read_text(encoding="utf-8") for name in _SCRIPTS)
PAGE_STYLE = "\n".join((_SHARED / f"{name}.css").read_text(encoding="utf-8") for name in _STYLES)
"""The style of every page, on screen and on paper."""


def page_script(language: Language) -> str:
    """The script of every page in a language: the same for all pages and readers.

    It names the language to the browser, for Streamlit fixes `<html lang="en">` and screen readers choose their voice
    by it; and it tells `shared/page.js` its words. Streamlit's own are English, and taken over on a Chinese page;
    an English one puts back what the page before it has left.
    """
    other: Language = "en" if language == "zh" else "zh"
    theirs = [[told[other], told[language]] for key, told in STRINGS.items() if key.startswith(_STREAMLIT)]
    skip = {key.removeprefix(_SKIP): told[language] for key, told in STRINGS.items() if key.startswith(_SKIP)}
    words = ", ".join(json.dumps(part, ensure_ascii=False).replace("<", "\\u003c") for part in (theirs, skip))
    name = "zh-CN" if language == "zh" else "en"
    return f"document.documentElement.lang='{name}'\n{_SCRIPT}changaiPage.begin({words})\n"

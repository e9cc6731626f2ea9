"""What a page brings beside its elements: its style, and one script with its words in a language."""

import json

from components.frame.language import LANGUAGES, STRINGS
from corpus.collection.dictionary import Language
from corpus.paths import COMPONENTS
from corpus.shipped import shipped_text

_SHARED = COMPONENTS / "shared"
_SCRIPT = "".join(shipped_text(_SHARED / f"{name}.js") for name in ("focus_after_drawer", "chart_keys", "page"))
_STREAMLIT, _SKIP = "streamlit.", "skip."
"""Beginnings of the keys of Streamlit's own words, and of the links that skip to the parts of a page."""
LANG: dict[Language, str] = {"zh": "zh-CN", "en": "en"}
"""The languages as a document names them."""
PAGE_STYLE = "\n".join(shipped_text(_SHARED / f"{name}.css") for name in ("page", "contrast", "print"))
"""The style of every page, on screen and on paper."""


def _page_script(language: Language) -> str:
    """The script of every page in a language: the same for all pages and readers.

    It names the language to the browser, for Streamlit fixes `<html lang="en">` and screen readers choose their voice
    by it; and it tells `shared/page.js` its words. Streamlit's own are English, and taken over on a Chinese page;
    an English one puts back what the page before it has left.
    """
    other: Language = "en" if language == "zh" else "zh"
    theirs = [[told[other], told[language]] for key, told in STRINGS.items() if key.startswith(_STREAMLIT)]
    skip = {key.removeprefix(_SKIP): told[language] for key, told in STRINGS.items() if key.startswith(_SKIP)}
    words = ", ".join(json.dumps(part, ensure_ascii=False).replace("<", "\\u003c") for part in (theirs, skip))
    return f"document.documentElement.lang='{LANG[language]}'\n{_SCRIPT}changaiPage.begin({words})\n"


PAGE_SCRIPTS: dict[Language, str] = {language: _page_script(language) for language in LANGUAGES}
"""What every page has run, by language, to the letter: the policy of the server lets through these and no others."""

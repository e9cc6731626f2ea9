"""Our own parts of a page that run in the browser: a template, a style and a script each, read from `assets`."""

from collections.abc import Callable

import streamlit as st

from corpus.paths import COMPONENTS
from corpus.shipped import shipped_text

_ASSETS = COMPONENTS / "assets"
_SHARED = COMPONENTS / "shared"


def browser_part(name: str, html: str, *, shared: tuple[str, ...] = (), isolated: bool = True) -> Callable:
    """A component made of `assets/name.css` and `assets/name.js`; `shared` names scripts that stand before its own.

    `isolated` keeps its style to itself. A part that is used inside a drawer is not isolated: the drawer keeps the Tab
    key from whatever is.
    """
    scripts = [_SHARED / f"{one}.js" for one in shared] + [_ASSETS / f"{name}.js"]
    return st.components.v2.component(
        f"changai_{name}",
        html=html,
        css=shipped_text(_ASSETS / f"{name}.css"),
        js="\n".join(map(shipped_text, scripts)),
        isolate_styles=isolated,
    )

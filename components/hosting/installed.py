"""What has to be there before the server starts: a program that lacks a part of itself ends, and says which."""

from collections.abc import Iterator
from pathlib import Path

import streamlit as st

from corpus.paths import ALIKE, COMPONENTS, DIVISIONS, EXAMPLE, MESSAGES, ROOT, STATIC
from corpus.shipped import whole

LISTS = (
    "quantities/kind_weights.csv",
    "quantities/measures.txt",
    "quantities/phrases.txt",
    "reading/formulae.txt",
)
"""Lists that the domain reads where it needs them, below `corpus`."""
PICTURES = ("fonts/NotoSansSC-Regular.ttf", "fonts/icons.woff2", "icon.png", "name-zh.svg", "name-en.svg")
"""What pages draw with, below `static`."""
_SERVED = "app/static/"


def complete() -> None:
    """SystemExit, in one line, for the first file of the program that is missing, empty or torn."""
    whole(_needed())


def _needed() -> Iterator[Path]:
    yield from (MESSAGES, ALIKE, DIVISIONS, EXAMPLE, *(ROOT / "corpus" / name for name in LISTS))
    yield from (STATIC / name for name in PICTURES)
    yield from (STATIC / face["url"].removeprefix(_SERVED) for face in st.get_option("theme.fontFaces") or ())
    # Each part that runs in the browser has a script and a style: one that is lost is known by the other.
    parts = {path.with_suffix("") for path in (COMPONENTS / "assets").iterdir()}
    yield from (part.with_suffix(ending) for part in sorted(parts) for ending in (".js", ".css"))
    yield from sorted((COMPONENTS / "shared").iterdir())

"""Our own components put every text into the page as text, and fetch nothing."""

import re

import pytest

from corpus.paths import COMPONENTS

OWN = sorted((COMPONENTS / "assets").iterdir())
SHARED = sorted((COMPONENTS / "shared").iterdir())
FILES = [*OWN, *SHARED]
SCRIPTS = [path for path in FILES if path.suffix == ".js"]
MARKUP = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "createContextualFragment", "DOMParser")
RUNS = ("eval(", "new Function", 'setTimeout("', "javascript:", "import(")


def test_there_are_scripts_and_styles():
    """Each component brings a script and a style."""
    assert {path.suffix for path in OWN} == {".js", ".css"}
    assert {path.suffix for path in SHARED} == {".js", ".css"}
    scripts = {path.stem for path in OWN if path.suffix == ".js"}
    assert scripts == {path.stem for path in OWN if path.suffix == ".css"}


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_script_makes_no_markup_of_text(path):
    """A script never parses text as HTML and never runs text as code."""
    content = path.read_text(encoding="utf-8")
    assert [word for word in (*MARKUP, *RUNS) if word in content] == []
    draws = path in OWN or path.stem == "page"
    reads = draws or path.stem == "spoken"
    assert ("textContent" in content) == reads
    assert ("createElement" in content) == draws


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_file_fetches_nothing(path):
    """Neither script nor style asks another server, or this one, for anything."""
    content = path.read_text(encoding="utf-8")
    assert re.findall(r"https?:|//cdn|fetch\(|XMLHttpRequest|@import|url\(|sendBeacon|WebSocket", content) == []

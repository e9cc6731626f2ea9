"""Our own components put every text into the page as text, and fetch nothing."""

import re

import pytest

from corpus.paths import COMPONENTS

FILES = sorted((COMPONENTS / "assets").iterdir())
SCRIPTS = [path for path in FILES if path.suffix == ".js"]
MARKUP = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "createContextualFragment", "DOMParser")
RUNS = ("eval(", "new Function", 'setTimeout("', "javascript:", "import(")


def test_there_are_scripts_and_styles():
    """Each component brings a script and a style."""
    assert {path.suffix for path in FILES} == {".js", ".css"}
    assert {path.stem for path in SCRIPTS} == {path.stem for path in FILES if path.suffix == ".css"}


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_script_makes_no_markup_of_text(path):
    """A script never parses text as HTML and never runs text as code."""
    content = path.read_text(encoding="utf-8")
    assert [word for word in (*MARKUP, *RUNS) if word in content] == []
    assert "textContent" in content


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_file_fetches_nothing(path):
    """Neither script nor style asks another server, or this one, for anything."""
    content = path.read_text(encoding="utf-8")
    assert re.findall(r"https?:|//cdn|fetch\(|XMLHttpRequest|@import|url\(|sendBeacon|WebSocket", content) == []

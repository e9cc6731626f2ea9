"""What the tests of pages share: a way to open a page, and ways to read what it draws."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pyarrow as pa
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from corpus.collection.collection import Collection
from corpus.export.citation import bibtex, csl_json, ris, source_line
from corpus.paths import ROOT

_NOT_SAID = {
    "component_name",
    "css_content",
    "css_source_path",
    "deferred_file_id",
    "html_content",
    "icon",
    "id",
    "js_content",
    "js_source_path",
    "json",
    "page",
    "page_script_hash",
    "query_string",
    "selection_mode",
    "spec",
    "tag",
    "theme",
    "type",
}
"""Fields of an element that hold no words for the reader."""
_SOURCE = {
    *("text", "quote", "written", "clause"),
    *("kind", "style", "target", "id", "role", "sort", "language", "focus", "chosen"),
}
"""Keys of what components and charts draw that hold source text or no words; the first cell of a row is a quote."""
_COUNT = re.compile(r"\*\*(\d+)\*\*(?: / | of )(\d+)")


@pytest.fixture
def visit() -> Callable[..., AppTest]:
    """Open a page as a link does: the app starts, the page is asked for, with query parameters and a browser's locale.

    `own` is a collection of the reader's own that the session holds.

    The entry point is `app.py` for every page: AppTest takes a page's file, when given it, for an app of its own, in
    which no link leads to another page.
    """

    def open_page(page: str, locale: str = "", own: Collection | None = None, **query: object) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        if own:
            app.session_state["own_collection"] = own
        if page != "overview":
            app.switch_page(f"pages/{page}.py")
        if locale:
            app.context = {"locale": locale}
        app.query_params.update(query)
        _keep_language(app)
        return app.run()

    return open_page


def _keep_language(app: AppTest) -> None:
    """Have an app speak its language between two runs as well, where AppTest asks what a chosen option is called."""
    run = app._run  # noqa: SLF001 all ways of running an app end here

    def run_and_note(*args: Any, **kwargs: Any) -> AppTest:
        done = run(*args, **kwargs)
        # Outside a run Streamlit has one session for all.
        st.session_state["language"] = app.session_state["language"]
        return done

    app._run = run_and_note  # noqa: SLF001


@pytest.fixture(scope="session")
def drawn() -> Callable[[AppTest, str], dict[str, Any]]:
    """The data that a page hands to our own component of a key."""

    def data(app: AppTest, key: str) -> dict[str, Any]:
        (element,) = (element for element in app.get("bidi_component") if element.key == key)
        return json.loads(element.proto.json)

    return data


@pytest.fixture(scope="session")
def plotted() -> Callable[[AppTest], list[list[list[dict[str, Any]]]]]:
    """The rows of each data set of each chart of a page."""
    return lambda app: [_datasets(chart) for chart in app.get("vega_lite_chart")]


@pytest.fixture(scope="session")
def references(collection) -> Callable[[str], list[str]]:
    """The references of an article as a page shows them, in every form, with line ends of one kind."""

    def shown(document: str) -> list[str]:
        forms = [form(collection, document) for form in (source_line, bibtex, ris, csl_json)]
        return [text.replace("\r\n", "\n").rstrip("\n") for text in forms]

    return shown


@pytest.fixture(scope="session")
def counted() -> Callable[[AppTest], tuple[int, int]]:
    """How many figures the numbers page says it shows, and of how many."""

    def counts(app: AppTest) -> tuple[int, int]:
        (found,) = [match for text in app.markdown for match in _COUNT.finditer(text.value)]
        return int(found[1]), int(found[2])

    return counts


def _datasets(chart: Any) -> list[list[dict[str, Any]]]:
    return [pa.ipc.open_stream(part.data.data).read_all().to_pylist() for part in chart.proto.datasets]


def _strings(message: Any) -> Iterator[str]:
    for field, value in message.ListFields():
        if field.name in _NOT_SAID:
            continue
        for part in value if field.is_repeated else [value]:
            if field.type == field.TYPE_STRING:
                yield part
            elif field.type == field.TYPE_MESSAGE and not field.message_type.GetOptions().map_entry:
                yield from _strings(part)


def _words(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key == "cells" and all(isinstance(cell, str) for cell in value):
                yield from value[1:]
            elif key not in _SOURCE:
                yield from _words(value)
    elif isinstance(data, list):
        for value in data:
            yield from _words(value)
    elif isinstance(data, str):
        yield data


def _leaves(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    else:
        for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
            yield from _leaves(value)


@pytest.fixture(scope="session")
def said(collection, references) -> Callable[[AppTest], list[str]]:
    """Every text of ours that a page shows or reads out: labels, headings, captions, options, help, legends, tables.

    Left out are source texts, references of articles, the rows of the data's own tables, and the two languages' own
    names in the switch.
    """
    tables = {tuple(frame.columns) for frame in collection.tables.values()}
    cited = {text for document in collection.tables["documents"]["document_id"] for text in references(document)}

    def texts(app: AppTest) -> list[str]:
        found: list[str] = []
        for element in app:
            if not getattr(element, "proto", None) or element.type == "html" or element.key == "language_switch":
                continue
            if element.type == "code":
                # References, and what a report of an error quotes, are source text.
                lines = [] if element.value in cited else element.value.splitlines()
                found += [line for line in lines if not line.startswith(("Quote: ", "引文："))]
                continue
            if element.type in {"dataframe", "table"}:
                frame = element.value
                found += [str(column) for column in frame.columns]
                if tuple(frame.columns) not in tables:
                    found += [str(cell) for row in frame.itertuples() for cell in row]
            elif element.type == "bidi_component":
                found += _words(json.loads(element.proto.json))
            elif element.type == "vega_lite_chart":
                found += [*_leaves(json.loads(element.proto.spec)), *_strings(element.proto)]
                found += _words(_datasets(element))
            else:
                found += _strings(element.proto)
        return [text for text in found if text.strip()]

    return texts

"""What is open is written down, and so is what Streamlit has besides: a version that adds something is met here."""

import pytest
import streamlit as st
from starlette.routing import Mount, Route, WebSocketRoute

from components.hosting.endpoints import is_open, page_of
from corpus.paths import PAGES, ROOT

OPEN = {
    "/_stcore/health GET HEAD",
    "/_stcore/script-health-check GET HEAD",
    "/_stcore/host-config GET HEAD",
    "/_stcore/stream",
    "/_stcore/upload_file/{session_id}/{file_id} PUT",
    "/_stcore/upload_file/{session_id}/{file_id} DELETE",
    "/media/{file_id:path} GET HEAD",
    "/app/static/{path:path} GET HEAD",
    " static",
}
CLOSED = {
    "/_stcore/health OPTIONS",
    "/_stcore/script-health-check OPTIONS",
    "/_stcore/metrics GET HEAD",
    "/_stcore/metrics OPTIONS",
    "/_stcore/upload_file/{session_id}/{file_id} OPTIONS",
    "/_stcore/bidi-components/{path:path} GET HEAD",
    "/_stcore/bidi-components/{path:path} OPTIONS",
    "/_stcore/agent/interact DELETE GET HEAD OPTIONS PATCH POST PUT",
    "/_stcore/agent/openapi.json DELETE GET HEAD OPTIONS PATCH POST PUT",
    "/_stcore/agent/mcp DELETE GET HEAD OPTIONS PATCH POST PUT",
    "/media/{file_id:path} OPTIONS",
    "/component/{path:path} GET HEAD",
    "/component/{path:path} OPTIONS",
    "/app/static/{path:path} OPTIONS",
    "/auth/login GET HEAD",
    "/auth/logout GET HEAD",
    "/oauth2callback GET HEAD",
}


def told(route):
    """A route in a line: its path and its methods."""
    match route:
        case Mount():
            return f"{route.path} static"
        case WebSocketRoute():
            return route.path
        case Route():
            return " ".join([route.path, *sorted(route.methods)])


def test_routes_of_streamlit_are_those_that_were_judged():
    """Streamlit has the routes that are listed as open or closed here, and no others: judge each new one."""
    app = st.App(str(ROOT / "app.py"))
    assert {told(route) for route in app._build_starlette_app().routes} == OPEN | CLOSED  # noqa: SLF001 lists them all


@pytest.mark.parametrize("line", sorted(CLOSED))
def test_closed_routes_are_closed(line):
    """No method of a closed route passes."""
    path, *methods = line.split()
    path = path.replace("{path:path}", "a/b.js").replace("{file_id:path}", "a.png")
    path = path.replace("{session_id}", "s").replace("{file_id}", "f")
    # A name that is no page's leads to the app, which says so; nothing of Streamlit's is there.
    reads = {"GET", "HEAD"} if page_of(path) else set()
    assert [method for method in methods if is_open(method, path)] == [one for one in methods if one in reads]


@pytest.mark.parametrize(
    ("method", "path", "opens"),
    [
        ("GET", "/", True),
        *(("GET", f"/{path.stem}", True) for path in sorted(PAGES.glob("*.py"))),
        ("POST", "/numbers", False),
        ("GET", "/nothing", True),
        ("GET", "/static/js/index.DormvYxC.js", True),
        ("GET", "/app/static/fonts/NotoSansSC-Regular.woff2", True),
        ("GET", "/media/0a1b.csv", True),
        ("POST", "/media/0a1b.csv", False),
        ("GET", "/api/numbers.csv", True),
        ("POST", "/api/numbers.csv", True),
        ("GET", "/_stcore/health", True),
        ("GET", "/_stcore/anything", False),
        ("GET", "/numbers/_stcore/health", False),
        ("GET", "/manifest.json", False),
        ("GET", "/index.html", False),
        ("GET", "/.git/config", False),
        ("GET", "/app.py", False),
        ("GET", "/component/x/../../app.py", False),
        ("PUT", "/_stcore/upload_file/s/f", True),
        ("PUT", "/_stcore/upload_file/s/f/g", False),
    ],
)
def test_what_is_open(method, path, opens):
    """Pages, what they fetch, and the data are open; sources, folders and interfaces for programs are not."""
    assert is_open(method, path) is opens


def test_app_below_a_base(monkeypatch):
    """Below a base the same is open, and nothing beside it."""
    option = st.get_option
    monkeypatch.setattr(st, "get_option", lambda name: "/sub/" if name == "server.baseUrlPath" else option(name))
    assert is_open("GET", "/sub")
    assert is_open("GET", "/sub/")
    assert is_open("GET", "/sub/_stcore/health")
    assert page_of("/sub/numbers") == "numbers"
    assert page_of("/sub") is None
    assert not is_open("GET", "/")
    assert not is_open("GET", "/_stcore/health")
    assert not is_open("GET", "/subnumbers")

"""What of the server is open: its pages and what they fetch. All else that Streamlit offers is not there."""

import re

import streamlit as st
from starlette.types import ASGIApp, Receive, Scope, Send

from components.hosting.answers import closed, said
from corpus.paths import PAGES

_READ = frozenset({"GET", "HEAD"})
_ALL = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
SOCKET = "/_stcore/stream"
UPLOAD = re.compile(r"/_stcore/upload_file/([^/]+)/[^/]+")
"""Where a file of a session is put; its first group is the session."""
_OPEN = (
    (re.compile(r"/_stcore/(health|script-health-check)"), _READ),
    (re.compile(r"/_stcore/host-config"), frozenset({"GET"})),
    (UPLOAD, frozenset({"PUT", "DELETE"})),
    (re.compile(r"/media/[\w.-]+"), _READ),
    (re.compile(r"/(app/)?static/[\w./-]+"), _READ),
    (re.compile(r"/favicon\.png"), _READ),
    # The data answer for themselves what else is asked of them.
    (re.compile(r"/api/[^/]+"), _ALL),
)
_PAGE_NAMES = frozenset(path.stem for path in PAGES.glob("*.py"))


def open_endpoints(app: ASGIApp) -> ASGIApp:
    """Let through what is open, and answer 404 to everything else."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not is_open(scope["method"], scope["path"]):
            await said(404, "hosting.nothing", scope)(scope, receive, send)
        elif scope["type"] == "websocket" and below_base(scope["path"]) != SOCKET:
            await closed(404, "hosting.nothing", scope)(scope, receive, send)
        else:
            await app(scope, receive, send)

    return answer


def is_open(method: str, path: str) -> bool:
    """Whether a request for a path is let through."""
    inner = below_base(path)
    if not inner:
        # Below a base, Streamlit leads from the address without a slash to the one with it.
        return inner is not None and method in _READ
    if page_of(path) is not None:
        return method in _READ
    return any(method in methods and form.fullmatch(inner) for form, methods in _OPEN)


def page_of(path: str) -> str | None:
    """The page that an address shows: its file's name, "overview" for the first; None for no page.

    A name in the place of a page's that is none is a page too: the app says there that it is not found.
    """
    inner = below_base(path)
    if not inner or inner.count("/") > 1 or "." in inner or inner == "/api":
        return None
    return inner[1:] or "overview"


def is_page(name: str) -> bool:
    """Whether there is a page of a name."""
    return name in _PAGE_NAMES


def below_base(path: str) -> str | None:
    """A path as seen from the app's root, None where it does not lie below it."""
    base = (st.get_option("server.baseUrlPath") or "").strip("/")
    if not base:
        return path
    if path == f"/{base}":
        return ""
    return path.removeprefix(f"/{base}") if path.startswith(f"/{base}/") else None

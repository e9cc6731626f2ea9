"""Under which names the server answers: a page elsewhere that points its own name at this machine gets nothing.

Without CHANGAI_HOSTS a server that listens on its own machine alone answers to that machine's names, and one that
listens to others answers to any.
"""

from ipaddress import ip_address
from urllib.parse import urlsplit

import streamlit as st
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from components.hosting.answers import closed, said
from components.hosting.notes import note
from components.hosting.settings import hosts

_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_CLOUD = "*.streamlit.app"
"""Streamlit's own hosting hands requests on within its machine, under names that nobody else can point anywhere."""


def known_hosts(app: ASGIApp) -> ASGIApp:
    """Refuse requests under a foreign name, and sockets that a page of another site opens."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"}:
            await app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        named = headers.getlist("host")
        accepted = len(named) == 1 and is_known(named[0], hosts(), here=_is_here(scope))
        if scope["type"] == "http":
            await (app if accepted else said(421, "hosting.host", scope))(scope, receive, send)
        elif accepted and is_own(headers.getlist("origin"), named[0], hosts()):
            await app(_as_own(scope, named[0]), receive, send)
        else:
            note("a connection under a name or from a site that CHANGAI_HOSTS does not list")
            await closed(403, "hosting.host", scope)(scope, receive, send)

    return answer


def is_known(host: str, listed: frozenset[str], *, here: bool) -> bool:
    """Whether the server answers to a Host header; `here` if it listens on its own machine alone."""
    name = _name(f"//{host}")
    if not name:
        return False
    if listed:
        return name in _HERE or _matches(name, listed)
    return name in _HERE or _matches(name, frozenset({_CLOUD})) or not here


def is_own(origins: list[str], host: str, listed: frozenset[str]) -> bool:
    """Whether the page that opens a socket is of this server, or of a host listed by name; programs name no page."""
    if not origins:
        return True
    if len(origins) > 1:
        return False
    name = _name(origins[0])
    return urlsplit(origins[0]).netloc.lower() == host.lower() or (bool(name) and _matches(name, listed - {"*"}))


def is_local(name: str) -> bool:
    """Whether a name or address is that of the machine itself."""
    if name.lower() in _HERE:
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def _is_here(scope: Scope) -> bool:
    """Whether a request came in where only the machine itself can come in, and nothing says that others may, too."""
    address = (scope.get("server") or ("", 0))[0]
    asked = st.get_option("server.address")
    return is_local(address.removeprefix("::ffff:")) and (not asked or is_local(asked))


def _name(address: str) -> str:
    """The host of an address, in small letters; "" where it is none."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return ""
    odd = parts.username is not None or parts.path or parts.query or parts.fragment
    return "" if odd else (parts.hostname or "").rstrip(".")


def _matches(name: str, listed: frozenset[str]) -> bool:
    below = {f"*.{name.split('.', depth)[-1]}" for depth in range(1, name.count(".") + 1)}
    return not listed.isdisjoint({name, "*", *below})


def _as_own(scope: Scope, host: str) -> Scope:
    """The scope with the server's own origin: Streamlit asks the network who it is when it sees another."""
    headers = [
        (name, f"{urlsplit(value.decode('latin-1')).scheme}://{host}".encode("latin-1") if name == b"origin" else value)
        for name, value in scope["headers"]
    ]
    return {**scope, "headers": headers}

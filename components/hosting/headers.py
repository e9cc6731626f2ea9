"""The headers of safety on every answer, and what a page may load: its own files, and nothing from anywhere else.

Left to the proxy that has the certificate: Strict-Transport-Security, which a server without one must not send.
"""

import re
from base64 import b64encode
from hashlib import sha256

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.frame.page_script import PAGE_SCRIPTS
from components.hosting.hosts import is_local
from components.hosting.settings import embedders
from components.hosting.shell import shell

_NOTHING = "()"
_POWERS = (
    "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "geolocation", "gyroscope",
    "hid", "magnetometer", "microphone", "midi", "payment", "screen-wake-lock", "serial", "usb", "xr-spatial-tracking",
)  # fmt: skip
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def secured(app: ASGIApp) -> ASGIApp:
    """Set the headers of safety on every answer over HTTP."""
    hashes = " ".join(f"'sha256-{digest(script)}'" for script in inline_scripts())

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(raw=message.setdefault("headers", [])).update(safety(scope, hashes))
            await send(message)

        await app(scope, receive, sent)

    return answer


def safety(scope: Scope, hashes: str) -> dict[str, str]:
    """The headers of safety for an answer to a request; `hashes` tell the inline scripts that may run."""
    allowed = embedders()
    headers = {
        "Content-Security-Policy": policy(allowed, hashes),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{power}={_NOTHING}" for power in _POWERS),
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    if not allowed:
        headers["X-Frame-Options"] = "SAMEORIGIN"
    # Elsewhere browsers ignore it, and complain.
    name = Headers(scope=scope).get("host", "").rpartition(":")[0] or Headers(scope=scope).get("host", "")
    if scope.get("scheme") == "https" or is_local(name.strip("[]")):
        headers["Cross-Origin-Opener-Policy"] = "same-origin"
    return headers


def policy(allowed: tuple[str, ...], hashes: str) -> str:
    """The content security policy; `allowed` may show the app in a frame, besides itself.

    Scripts: the server's files, the inline ones that it sends itself, told by what they hold, and `blob:`, which is how
    Streamlit loads the script of a component: a script that runs already must have made it. Styles are set by script
    and by attribute everywhere, and so can be told by nothing.
    """
    rules = {
        "default-src": "'none'",
        "script-src": f"'self' {hashes} blob:",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "media-src": "'self' blob:",
        "worker-src": "'self' blob:",
        "manifest-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": " ".join(dict.fromkeys(("'self'", *allowed))),
    }
    return "; ".join(f"{name} {sources}" for name, sources in rules.items())


def inline_scripts() -> list[str]:
    """The scripts that stand in what the server sends: in its first page, and in those that every page has run."""
    return [*_INLINE.findall(shell()), *PAGE_SCRIPTS.values()]


def digest(script: str) -> str:
    """A script's SHA-256, as a policy writes it."""
    return b64encode(sha256(script.encode()).digest()).decode()

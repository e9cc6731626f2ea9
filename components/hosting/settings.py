"""What whoever runs the server may set in its environment, or among the secrets of Streamlit, which come later."""

import os
import re

_NAME = re.compile(r"(\*\.)?[\w-]+(\.[\w-]+)*|\*|[0-9a-fA-F:]+:[0-9a-fA-F:.]*")
_PARENT = re.compile(r"\*|'self'|https?://(\*\.)?[\w-]+(\.[\w-]+)*(:\d+)?")


def hosts() -> frozenset[str]:
    """CHANGAI_HOSTS: names under which the server may be asked, `*.example.org` for those below a name, `*` for any.

    Divided by commas or blanks, without ports. Nothing means that where the server listens decides.
    """
    return frozenset(name.lower() for name in _words("CHANGAI_HOSTS", _NAME))


def embedders() -> tuple[str, ...]:
    """CHANGAI_EMBED_IN: sites that may show the app in a frame, as `https://portal.example.org`; `*` for any."""
    return _words("CHANGAI_EMBED_IN", _PARENT)


def proxies() -> int:
    """CHANGAI_PROXIES: how many proxies stand before the server and add to X-Forwarded-For; none unless told."""
    return _number("CHANGAI_PROXIES", 0)


def most_sockets() -> int:
    """CHANGAI_SOCKETS: how many readers may be connected at once."""
    return _number("CHANGAI_SOCKETS", 400)


def most_sockets_of_one() -> int:
    """CHANGAI_SOCKETS_PER_ADDRESS: how many of them from one address; a whole office may share one."""
    return _number("CHANGAI_SOCKETS_PER_ADDRESS", 100)


def _words(name: str, form: re.Pattern[str]) -> tuple[str, ...]:
    words = tuple(os.environ.get(name, "").replace(",", " ").split())
    for word in words:
        if not form.fullmatch(word):
            message = f"{name}: {word!r} is not understood"
            raise ValueError(message)
    return words


def _number(name: str, default: int) -> int:
    text = os.environ.get(name, "").strip() or str(default)
    if not text.isdecimal():
        message = f"{name}: {text!r} is no whole number"
        raise ValueError(message)
    return int(text)

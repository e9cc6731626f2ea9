"""The first bytes of a page: Streamlit's own shell, with the language, title and description of the page that comes.

A reader with a screen reader, a search engine and whoever shares a link see these before any script has run.
"""

import json
import re
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.file_util import get_static_dir

from components.frame.language import LANGUAGES, PARAMETER, STRINGS, say_in
from components.frame.page import browser_title
from components.frame.page_script import LANG
from components.hosting.answers import Checked, language_of
from components.hosting.endpoints import is_page, page_of
from components.hosting.settings import proxies
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.memo import computed_once

HEAD = ("<style>[data-testid=stSkipToContent]:not(:focus) { font-family: sans-serif !important }</style>",)
"""Elements that stand at the end of every page's head, as they are.

Streamlit's own link over the page is there before the theme is, and would have every visitor fetch a font for it alone.
"""
_DESCRIBED = frozenset({"overview", "data"})
"""Pages that describe the data to search engines."""
_ROOT = 'window.__streamlit = { BACKEND_BASE_URL: new URL("./", location.href).href }'
"""Tells Streamlit where the app has its root: it would else ask for one below each page, and find none."""
_LOCALES = {"zh": "zh_CN", "en": "en_GB"}


def first_bytes(app: ASGIApp, checked: Checked) -> ASGIApp:
    """Answer an address of a page with the shell in its language."""
    whole = shell()

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        page = page_of(scope["path"]) if scope["type"] == "http" else None
        respond = app if page is None else await run_in_threadpool(shown, scope, page)
        await respond(scope, receive, send)

    def shown(scope: Scope, page: str) -> Response:
        language = language_of(scope)
        collection, _ = checked()
        body = shell_of(whole, page, language, origin_of(scope), collection).encode()
        tag = f'"{sha256(body).hexdigest()[:32]}"'
        told = {"Cache-Control": "no-cache", "Vary": "Accept-Language", "Content-Language": LANG[language], "ETag": tag}
        if tag in Headers(scope=scope).get("if-none-match", ""):
            return Response(status_code=304, headers=told)
        return Response(body, 200 if is_page(page) else 404, told, "text/html; charset=utf-8")

    return answer


def origin_of(scope: Scope) -> str:
    """The address under which the app is asked for, with a slash at its end; what a proxy says of it where trusted."""
    headers = Headers(scope=scope)
    said = headers.get("x-forwarded-proto", "").rpartition(",")[2].strip() if proxies() else ""
    scheme = said if said in {"http", "https"} else scope.get("scheme", "http")
    base = (st.get_option("server.baseUrlPath") or "").strip("/")
    return f"{scheme}://{headers.get('host', '')}/{base}{'/' if base else ''}"


def shell() -> str:
    """Streamlit's own first page, without comments and without the address of an interface that is closed."""
    text = (Path(get_static_dir()) / "index.html").read_text(encoding="utf-8")
    text = re.sub(r"<!--.*?-->\s*", "", text, flags=re.DOTALL)
    # Its own font is not that of the app.
    text = re.sub(r"\s*<link\s[^>]*(service-desc|SourceSans)[^>]*>", "", text)
    return _replaced("<head>", f"<head>\n    <script>{_ROOT}</script>", text)


def shell_of(whole: str, page: str, language: Language, origin: str, collection: Collection | None) -> str:
    """The first bytes of a page in a language, made of the shell; None in the place of a collection that is refused."""
    known = is_page(page)
    title = browser_title(page, language) if known else say_in(language, "app.name")
    about = say_in(language, f"{page if known else 'overview'}.hint")
    data = described(collection, language, origin) if collection and page in _DESCRIBED else ""
    head = "\n    ".join([f"<title>{escape(title)}</title>", *_told(page, language, origin, title, about), data, *HEAD])
    noscript = f"<noscript><p>{say_in(language, 'hosting.noscript')}</p></noscript>"
    text = _replaced(r"<html lang=\"en\">", f'<html lang="{LANG[language]}">', whole)
    text = _replaced(r"<title>.*?</title>", head, text)
    return _replaced(r"<noscript>.*?</noscript>", noscript, text)


def _told(page: str, language: Language, origin: str, title: str, about: str) -> list[str]:
    """What the head tells of a page, as elements. Nothing of the query stands in them."""
    meta = {
        "og:type": "website",
        "og:site_name": say_in(language, "app.name"),
        "og:title": title,
        "og:description": about,
        "og:locale": _LOCALES[language],
        "og:image": f"{origin}app/static/icon.png",
    }
    lines = [f'<meta name="description" content="{escape(about)}">', '<meta name="twitter:card" content="summary">']
    if is_page(page):
        address = origin + ("" if page == "overview" else page)
        meta["og:url"] = f"{address}?{PARAMETER}={language}"
        lines.append(f'<link rel="canonical" href="{escape(meta["og:url"])}">')
        lines += [
            f'<link rel="alternate" hreflang="{LANG[other]}" href="{escape(f"{address}?{PARAMETER}={other}")}">'
            for other in LANGUAGES
        ]
        lines.append(f'<link rel="alternate" hreflang="x-default" href="{escape(address)}">')
    else:
        lines.append('<meta name="robots" content="noindex">')
    return [*lines, *(f'<meta property="{name}" content="{escape(value)}">' for name, value in meta.items())]


def described(collection: Collection, language: Language, origin: str) -> str:
    """The collection as a schema.org Dataset in JSON-LD: what it is, its licence, where each table can be fetched."""
    text = json.dumps(_dataset(collection, language, origin), ensure_ascii=False)
    # Within an element no sign may end it.
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return f'<script type="application/ld+json">{text}</script>'


def _dataset(collection: Collection, language: Language, origin: str) -> dict[str, Any]:
    descriptor = collection.dictionary.descriptor
    suffix = "_en" if language == "en" else ""
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": descriptor[f"title{suffix}"],
        "alternateName": descriptor["title" if suffix else "title_en"],
        "description": descriptor[f"description{suffix}"],
        "url": origin,
        "version": collection.version,
        "license": [licence["path"] for licence in descriptor["licenses"]],
        "inLanguage": list(LANG.values()),
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": STRINGS["app.name"][language]},
        "distribution": [
            {
                "@type": "DataDownload",
                "name": title,
                "encodingFormat": "text/csv",
                "contentUrl": f"{origin}api/{table}.csv?{PARAMETER}={language}",
            }
            for table, title in _tables(collection, language).items()
        ],
    }


@computed_once
def _tables(collection: Collection, language: Language) -> dict[str, str]:
    return {table: collection.dictionary.title(table, language) for table in collection.dictionary.resources}


def _replaced(pattern: str, text: str, whole: str) -> str:
    """The whole with the one place of a pattern replaced; ValueError where Streamlit's page has none."""
    changed, count = re.subn(pattern, lambda _: text, whole, flags=re.DOTALL)
    if count != 1:
        message = f"Streamlit's first page has {count} places of {pattern}"
        raise ValueError(message)
    return changed

"""What the server does before its port answers and right after, and what it says when it is asked for its health."""

import logging
from asyncio import create_task, sleep, to_thread
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pkgutil import walk_packages

import streamlit as st
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.runtime import get_instance

import components
from components.frame.curated import checked, settle
from components.hosting.desktop import opened
from components.hosting.leaving import cleared_after_leaving
from components.hosting.process import share
from components.hosting.script_loop import share_script_loop
from corpus.collection.collection import Collection
from corpus.texts.search import search
from corpus.words.cloud_layout import layout
from corpus.words.table import CLASSES, Selection, word_table

_PROBE = "/_stcore/script-health-check"
_PAUSE = 3
"""Seconds after the start that belong to the first visitor alone."""
_log = logging.getLogger(__name__)


@asynccontextmanager
async def warmed(_app: st.App) -> AsyncIterator[None]:
    """Read and check the collection, so that no visitor waits for it and the log names what is broken.

    A collection that is refused does not end the server: it is read again once its files have changed. What further
    pages need is done once the port answers.
    """
    share()
    share_script_loop()
    collection, _ = checked()
    async with cleared_after_leaving(settle):
        further = create_task(_further(collection))
        yield
        further.cancel()


async def _further(collection: Collection | None) -> None:
    """Import and count what the first visitor of each page would wait for, a little at a time, after the very first."""
    await opened()
    await sleep(_PAUSE)
    for module in walk_packages(components.__path__, f"{components.__name__}."):
        await to_thread(import_module, module.name)
    if collection:
        try:
            await to_thread(_count, collection)
            # What Streamlit and Altair do on their first page of all, whichever it is.
            await get_instance().does_script_run_without_error()
        except Exception:  # noqa: BLE001 whatever one page fails for, the others need not
            _log.exception("The collection is sound, but cannot be counted")
    settle()


def health(app: ASGIApp) -> ASGIApp:
    """Answer the probe of the server's health: 503 with the problem of a collection that is refused.

    To Streamlit a page that says so has run without an error. For a sound collection its own probe runs the first page.
    """

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        problem = None
        if scope["type"] == "http" and scope["path"].endswith(_PROBE):
            _, problem = await to_thread(checked)
        respond = PlainTextResponse(problem.said("en"), 503) if problem else app
        await respond(scope, receive, send)

    return answer


def _count(collection: Collection) -> None:
    search(collection, "产业")
    word_table(collection, Selection(), None, CLASSES, 2)
    layout({"产业": 1.0}, 1.0)

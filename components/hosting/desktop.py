"""On a desktop the app opens in the browser, as Streamlit itself does for a script that is no ASGI app."""

import asyncio

import streamlit as st
from streamlit import config
from streamlit.cli_util import open_browser
from streamlit.web.server.server_util import get_display_address, get_url

_BY_STREAMLIT_RUN = "starlette-app"


async def opened() -> None:
    """Open the app in the reader's browser, where `streamlit run` started it and `server.headless` is not set.

    Unless told, Streamlit takes a machine without a display for one without a reader.
    """
    if config._server_mode != _BY_STREAMLIT_RUN or st.get_option("server.headless"):  # noqa: SLF001 told nowhere else
        return
    address = get_display_address(st.get_option("server.address") or "localhost")
    await asyncio.to_thread(open_browser, get_url(address))

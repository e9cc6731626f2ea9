"""The brief to take away: of the region that is shown, with others behind it, or of two side by side."""

import re
from collections.abc import Callable

import streamlit as st

from components.evidence.address import evidence_links
from components.frame.language import current, say
from components.frame.state import State
from components.frame.widgets import pills_of
from components.parts.downloads import download_button
from components.profile.brief import paired_brief, regions_brief
from components.profile.choice import View
from corpus.collection.collection import Collection
from corpus.collection.labels import names
from corpus.export.document import Document, docx_file, html_file, markdown_file
from corpus.regions.profile import profiled

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LONGEST = 60
"""Longest part of a file's name that the regions take."""


def brief_section(collection: Collection, view: View, state: State) -> None:
    """Draw the choice of the regions of a brief, and its files: two side by side where the page shows two."""
    language, link = current(), evidence_links(collection, current())
    short = names(collection, "regions", "region_id", language, "short")
    if view.beside:
        st.caption(say("profile.brief_paired"))
        pair = (view.region, view.beside)
        _downloads(lambda: paired_brief(collection, *pair, language, link), [short[region] for region in pair])
        return
    st.caption(say("profile.brief"))
    others = {region: short[region] for region in profiled(collection) if region != view.region}
    further = pills_of(state, "brief", say("profile.brief_more"), others) if others else []
    regions = [view.region, *further]
    _downloads(lambda: regions_brief(collection, regions, language, link), [short[region] for region in regions])


def _downloads(document: Callable[[], Document], places: list[str]) -> None:
    """Buttons for a brief in each form."""
    whose = re.sub(r"[^\w（）()]+", "-", "-".join(places))[:_LONGEST].strip("-")
    name = f"changai_{say('profile.brief_file')}_{whose}"
    with st.container(horizontal=True):
        download_button("DOCX", lambda: docx_file(document()), f"{name}.docx", _DOCX)
        download_button("Markdown", lambda: markdown_file(document()), f"{name}.md", "text/markdown")
        download_button("HTML", lambda: html_file(document()), f"{name}.html", "text/html")

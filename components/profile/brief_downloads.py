"""The brief to take away: of the region that is shown, with others behind it, or of two side by side."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from components.evidence.address import evidence_links
from components.frame.language import current, say
from components.frame.state import State
from components.frame.widgets import pills_of
from components.parts.downloads import download_button
from components.parts.taken_name import taken_name
from components.profile.brief import paired_brief, regions_brief
from components.profile.choice import View
from corpus.collection.collection import Collection
from corpus.collection.labels import names
from corpus.export.document import Document, docx_file, html_file, markdown_file
from corpus.regions.profile import profiled, region_measures

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def brief_section(collection: Collection, view: View, state: State) -> None:
    """Draw the choice of the regions of a brief, and its files: two side by side where the page shows two."""
    language, link = current(), evidence_links(collection, current())
    short = names(collection, "regions", "region_id", language, "short")
    if view.beside:
        st.caption(say("profile.brief_paired"))
        pair = (view.region, view.beside)
        _downloads(collection, lambda: paired_brief(collection, *pair, language, link), pair)
        return
    st.caption(say("profile.brief"))
    others = {region: short[region] for region in profiled(collection) if region != view.region}
    further = pills_of(state, "brief", say("profile.brief_more"), others) if others else []
    regions = [view.region, *further]
    _downloads(collection, lambda: regions_brief(collection, regions, language, link), regions)


def _downloads(collection: Collection, document: Callable[[], Document], regions: Sequence[str]) -> None:
    """Buttons for a brief in each form; the name says how many measures it tells."""
    short = names(collection, "regions", "region_id", current(), "short")
    whose = say("app.list").join(short[region] for region in regions)
    count = sum(len(region_measures(collection, region, current())) for region in regions)
    forms = (
        ("DOCX", docx_file, "docx", _DOCX),
        ("Markdown", markdown_file, "md", "text/markdown"),
        ("HTML", html_file, "html", "text/html"),
    )
    with st.container(horizontal=True):
        for label, write, ending, mime in forms:
            name = taken_name(say("profile.brief_file"), count, ending, places=whose)
            download_button(
                label, partial(_written, write, document), f"brief_{'-'.join(regions)}.{ending}", mime, called=name
            )


def _written(write: Callable[[Document], bytes], document: Callable[[], Document]) -> bytes:
    return write(document())

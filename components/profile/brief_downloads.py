"""The brief of a region to take away."""

import streamlit as st

from components.frame.language import current
from components.parts.downloads import download_button
from components.profile.brief import profile_brief
from corpus.collection.collection import Collection
from corpus.export.brief import docx_file, html_file

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def brief_downloads(collection: Collection, region: str) -> None:
    """Buttons for the profile of a region as a brief, as Word document and as a page that prints."""
    name = f"changai_profile_{region}_{collection.version}"
    language = current()
    with st.container(horizontal=True):
        download_button("DOCX", lambda: docx_file(profile_brief(collection, region, language)), f"{name}.docx", _DOCX)
        download_button(
            "HTML", lambda: html_file(profile_brief(collection, region, language)), f"{name}.html", "text/html"
        )

"""The reader's list taken away, as a document or as a file to open again; and such a file opened."""

from collections.abc import Mapping
from datetime import UTC, datetime

import streamlit as st

from components.frame.language import say
from components.frame.run import reader_acted
from components.parts.downloads import download_button
from components.parts.pinned import keep, pinned
from components.parts.taken_name import taken_name
from components.pins.choice import told
from components.pins.view import voice
from corpus.collection.collection import Collection
from corpus.export.document import docx_file, markdown_file
from corpus.export.reading_list import MOST, UnfitFileError, found, joined, list_file, read_file, reading_document

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MEGABYTE = 1
_TURN, _TOLD = "pins.file_turn", "pins.file_told"
"""Session keys: how many files were opened (each gets a box of its own, so that none is opened twice), and what the
last one said: both outlive the run that read the file."""


def list_downloads(collection: Collection, rows: Mapping[str, str]) -> None:
    """Buttons for the list as Word document, as Markdown, and as the file that this page opens again."""
    if not rows:
        return
    teller, held = voice(collection), dict(rows)
    about = (say("brief.version", version=collection.version, date=datetime.now(UTC).date().isoformat()),)
    name = taken_name(say("pins.title"), len(held), "docx").removesuffix(".docx")
    with st.container(horizontal=True):
        download_button("DOCX", lambda: docx_file(reading_document(teller, held, about)), f"{name}.docx", _DOCX)
        download_button(
            "Markdown", lambda: markdown_file(reading_document(teller, held, about)), f"{name}.md", "text/markdown"
        )
        download_button(
            say("pins.file"), lambda: list_file(held, collection.version), f"{name}.json", "application/json"
        )
        st.button(say("pins.clear"), key="pins.clear", type="tertiary", on_click=_clear)


def list_opener(collection: Collection) -> None:
    """The box that opens a file of a list, and what came of the last one."""
    said, bad = st.session_state.pop(_TOLD, ("", False))
    if said:
        (st.error if bad else st.info)(said)
    key = f"pins.file.{st.session_state.get(_TURN, 0)}"
    st.file_uploader(
        say("pins.open"),
        type="json",
        key=key,
        help=say("pins.open_help"),
        max_upload_size=_MEGABYTE,
        on_change=_open,
        args=(collection, key),
    )


def _open(collection: Collection, key: str) -> None:
    """Put the rows of a file behind those that are there, and say what became of it."""
    reader_acted()
    upload = st.session_state.get(key)
    if upload is None:
        return
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
    try:
        there = found(collection, read_file(upload.getvalue()))
    except UnfitFileError as unfit:
        st.session_state[_TOLD] = (say(f"pins.bad_{unfit.why}"), True)
        return
    held = pinned()
    over = len({**held, **there.rows}) > MOST
    keep(joined(held, there.rows))
    said = (say("pins.opened", count=len(there.rows)), told(there), say("pins.over", most=MOST) if over else "")
    st.session_state[_TOLD] = (" ".join(part for part in said if part), False)


def _clear() -> None:
    reader_acted()
    keep({})

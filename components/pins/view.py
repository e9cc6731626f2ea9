"""The reader's list: each row with its sentence, figure, source and note, to be moved, opened and taken out."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from components.evidence.address import evidence_links
from components.evidence.sentence import entry
from components.frame.language import current, say, say_in
from components.frame.markdown import literal
from components.frame.run import reader_acted
from components.parts.passage import passage
from components.parts.pinned import keep, pinned
from corpus.coding.evidence import evidence
from corpus.collection.collection import Collection
from corpus.export.citation import source_line
from corpus.export.prose import Voice
from corpus.export.reading_list import MAX_NOTE, described, moved, noted, toggled


def voice(collection: Collection) -> Voice:
    """Who tells of the rows: in the reader's language, with links to the evidence."""
    language = current()
    return Voice(collection, language, partial(say_in, language), evidence_links(collection, language))


def list_view(collection: Collection, rows: Mapping[str, str]) -> str:
    """Draw the list and return the id of the row just opened, "" for none."""
    if not rows:
        st.markdown(say("pins.none"))
        return ""
    st.caption(say("pins.reading", count=len(rows)))
    opened, teller = "", voice(collection)
    for rank, row_id in enumerate(rows, 1):
        with st.container(border=True):
            opened = _row(teller, row_id, rank, len(rows)) or opened
    return opened


def _row(teller: Voice, row_id: str, rank: int, count: int) -> str:
    told, found = described(teller, row_id), evidence(teller.collection, row_id)
    words, buttons = st.columns([8, 4], vertical_alignment="center")
    with words:
        st.markdown(f"**{rank}. {literal(told.title)}**" + (f"　**{literal(told.written)}**" if told.written else ""))
    with buttons, st.container(horizontal=True, horizontal_alignment="right", gap="xsmall"):
        _button("up", row_id, ":material/arrow_upward:", off=rank == 1)
        _button("down", row_id, ":material/arrow_downward:", off=rank == count)
        _button("remove", row_id, ":material/close:")
    mark = {"style": "quote", "target": row_id, "label": f"{told.title} · {say('evidence.open')}"}
    opened = passage([entry(found, told.about, mark)], f"pins.{row_id}")
    st.caption(literal(source_line(teller.collection, found.document_id)))
    key = f"pins.note.{row_id}"
    # A box that was not drawn for a while has been forgotten; the list has not.
    st.session_state[key] = pinned().get(row_id, "")
    st.text_area(
        say("pins.note"),
        key=key,
        height=68,
        max_chars=MAX_NOTE,
        placeholder=say("pins.note_hint"),
        label_visibility="collapsed",
        on_change=_note,
        args=(row_id, key),
    )
    return opened


def _button(act: str, row_id: str, icon: str, *, off: bool = False) -> None:
    st.button(
        "",
        icon=icon,
        help=say(f"pins.{act}"),
        key=f"pins.{act}.{row_id}",
        type="tertiary",
        disabled=off,
        on_click=_act,
        args=(act, row_id),
    )


def _act(act: str, row_id: str) -> None:
    reader_acted()
    rows = pinned()
    if row_id in rows:
        keep(toggled(rows, row_id) if act == "remove" else moved(rows, row_id, -1 if act == "up" else 1))


def _note(row_id: str, key: str) -> None:
    reader_acted()
    keep(noted(pinned(), row_id, st.session_state[key]))

"""A reference text beside a reader's own: sentence beside sentence, verbatim, adapted, or not there."""

from collections.abc import Sequence

import streamlit as st

from components.documents.compare_files import download_frame
from components.documents.reference_held import (
    Compared,
    beside_reference,
    forget_reference,
    held_reference,
    put_reference,
)
from components.documents.reference_pairs import DIRECTIONS, FROM_REFERENCE, Line, lines, pair_list, pair_rows
from components.frame.language import current, say
from components.frame.markdown import literal
from components.frame.run import reader_acted
from corpus.collection.collection import Collection
from corpus.intake.apart import take_apart
from corpus.intake.limits import LIMITS, MEGABYTE
from corpus.intake.source import RefusedError
from corpus.problem import told
from corpus.reading.reference import ADAPTED, MATCHES

_TURN, _WHY = "own.reference.turn", "own.reference.why"
"""Session keys: how often a text was given (each time the boxes are new and hold nothing), why one was not read."""
_FORMS = ["txt", "docx", "pdf", "html", "htm", "md"]
_UNLIKE = "unlike"
"""What the filter calls sentences in which a figure differs."""
_PAGE = 40
"""How many pairs are drawn at once."""


def reference_view(own: Collection, curated: Collection) -> None:
    """Draw the box for a reference, or how it stands beside the reader's texts."""
    reference = held_reference()
    if reference is None:
        _ask()
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(say("compare.reference_is", name=literal(reference.name)), width="content")
        st.button(say("compare.reference_drop"), key="own.reference.drop", type="tertiary", on_click=_drop)
    with st.spinner(say("compare.reference_comparing"), show_time=False):
        compared = beside_reference(reference, own, curated)
    _draw(compared, curated)


def _drop() -> None:
    reader_acted()
    forget_reference()


def _ask() -> None:
    """The boxes for a reference: pasted, or a file; read as the reader's own texts are."""
    turn = st.session_state.get(_TURN, 0)
    st.markdown(say("compare.reference_about"))
    st.caption(say("compare.private"))
    if refused := st.session_state.pop(_WHY, ""):
        st.warning(refused)
    left, right = st.columns([7, 5], gap="large")
    with left, st.form(f"own.reference.paste.{turn}", border=False):
        pasted = st.text_area(
            say("compare.reference_paste"),
            key=f"own.reference.pasted.{turn}",
            height=200,
            max_chars=LIMITS.characters,
            placeholder=say("compare.reference_hint"),
        )
        sent = st.form_submit_button(say("compare.reference_read"), type="primary")
    with right:
        file = st.file_uploader(
            say("compare.reference_upload"),
            type=_FORMS,
            key=f"own.reference.file.{turn}",
            max_upload_size=LIMITS.file_size // MEGABYTE,
        )
    if sent and pasted.strip():
        _take(say("compare.reference_pasted"), pasted.encode(), turn)
    elif file is not None:
        _take(file.name, file.getvalue(), turn)


def _take(name: str, content: bytes, turn: int) -> None:
    """Read a reference in a process apart, and start again with empty boxes."""
    with st.spinner(say("compare.reading"), show_time=False):
        for outcome in take_apart([(name, content)]):
            if isinstance(outcome, RefusedError):
                why = told("intake", outcome.said.key, current(), **outcome.said.values)
                st.session_state[_WHY] = say("compare.refused", name=literal(name), why=literal(why))
            else:
                put_reference(outcome)
    st.session_state[_TURN] = turn + 1
    st.rerun()


def _draw(compared: Compared, curated: Collection) -> None:
    found = compared.found
    st.markdown(_reading(compared))
    if any(found.left_out):
        st.caption(say("compare.reference_left", reference=found.left_out[0], own=found.left_out[1]))
    if compared.unlike.left_out:
        st.caption(say("compare.unlike_left", count=compared.unlike.left_out))
    direction = st.segmented_control(
        say("compare.direction"),
        DIRECTIONS,
        format_func=lambda name: say(f"compare.direction_{name}"),
        default=DIRECTIONS[0],
        key="own.reference.direction",
        required=True,
        label_visibility="collapsed",
    )
    unlike = compared.unlike.reference if direction == FROM_REFERENCE else compared.unlike.own
    every = lines(found, unlike, direction)
    counts = {kind: sum(line.match.kind == kind for line in every) for kind in MATCHES} | {_UNLIKE: len(unlike)}
    kinds = [kind for kind, count in counts.items() if count]
    asked = st.pills(
        say("compare.kind"),
        kinds,
        selection_mode="multi",
        format_func=lambda kind: say(
            "compare.kind_count", kind=say(f"compare.kind_{direction}_{kind}"), count=counts[kind]
        ),
        default=[kind for kind in kinds if kind == ADAPTED],
        key=f"own.reference.kinds.{direction}",
    )
    shown = [line for line in every if not asked or line.match.kind in asked or (line.unlike and _UNLIKE in asked)]
    pair_list(curated, _page(shown, direction), direction)
    key = f"own.reference.{direction}.{len(shown)}"
    download_frame(pair_rows(curated, shown, direction), len(shown), say("compare.file_reference"), key)


def _reading(compared: Compared) -> str:
    """How many sentences of either text stand in the other, how, and in how many of these a figure differs."""
    found = compared.found
    (theirs_whole, theirs_adapted, theirs_absent), (own_whole, own_adapted, own_absent) = (
        told.values() for told in found.counts()
    )
    return say(
        "compare.reference_reading",
        reference=len(found.reference),
        reference_verbatim=theirs_whole,
        reference_adapted=theirs_adapted,
        reference_absent=theirs_absent,
        own=len(found.own),
        own_verbatim=own_whole,
        own_adapted=own_adapted,
        own_absent=own_absent,
        unlike=len(compared.unlike.reference),
    )


def _page(shown: Sequence[Line], direction: str) -> list[Line]:
    """The pairs of one page of a long list."""
    if len(shown) <= _PAGE:
        return list(shown)

    def called(first: int) -> str:
        return say("compare.page", first=first + 1, last=min(first + _PAGE, len(shown)), count=len(shown))

    key = f"own.reference.page.{direction}.{len(shown)}"
    first = st.selectbox(say("compare.page_of"), list(range(0, len(shown), _PAGE)), format_func=called, key=key)
    return list(shown[first : first + _PAGE])

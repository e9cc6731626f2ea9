"""A scan beside its text: the frames of a page numbered, to be put in order by hand, and lines framed on its picture.

A picture goes to the browser of its reader inside the component, as part of one message of one session: no address
leads to it, and the server keeps no copy beside the source itself.
"""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from components.frame.browser_part import browser_part
from components.frame.language import current, say
from components.frame.run import reader_acted
from corpus.collection.collection import Collection
from corpus.collection.labels import code_labels
from corpus.intake.frames import Frame, PrintedPage
from corpus.intake.print_text import line_blocks, moved_frame, with_frame_role
from corpus.intake.source import Source

_order = browser_part("scan_order", '<div class="scan-order"></div>')
_framed = browser_part("framed_page", '<div class="framed-page"></div>')
UNSURE = 0.8
"""Score below which a line is marked on the picture."""
_WORDS = ("picture", "list", "number", "role", "up", "down")
_SHOWN = 24


def scan_order(collection: Collection, source: Source, key: str) -> Source | None:
    """Draw the pages of a scan, one at a time, with the order of their frames; the source in the reader's order.

    None until the reader takes the order over. Changes wait in the session under `key` and can be undone one by one.
    """
    drafts: list[Source] = st.session_state.get(f"{key}.drafts", [source])
    turn = st.session_state.get(f"{key}.turn", 0)
    roles = code_labels(collection, "role", current())
    st.caption(say("documents.scan_help"))
    number = _page(source, key)

    def note() -> None:
        reader_acted()
        act = st.session_state[f"{key}.frames"].act
        held: list[Source] = st.session_state.get(f"{key}.drafts", [source])
        if not act or act.get("n") != st.session_state.get(f"{key}.turn", 0) + 1:
            return
        st.session_state[f"{key}.turn"] = act["n"]
        changed = _changed(held[-1], act, roles)
        if changed != held[-1]:
            st.session_state[f"{key}.drafts"] = [*held, changed]

    _order(
        key=f"{key}.frames",
        data={
            **_told(drafts[-1].prints[number - 1], roles),
            "turn": turn,
            "page": number,
            "roles": [list(pair) for pair in roles.items()],
            "words": {word: say(f"documents.scan_{word}") for word in _WORDS},
        },
        on_act_change=note,
    )
    if len(drafts) == 1:
        return None
    st.caption(say("documents.scan_changed", count=len(drafts) - 1))
    with st.container(horizontal=True):
        taken = st.button(say("documents.scan_again"), key=f"{key}.again", type="primary", on_click=reader_acted)
        st.button(say("documents.scan_undo"), key=f"{key}.undo", on_click=_undo, args=(key,))
    if not taken:
        return None
    st.session_state.pop(f"{key}.drafts")
    return drafts[-1]


def framed_page(source: Source, spans: Sequence[tuple[int, int]], key: str) -> None:
    """Draw the page of a scan on which the first of some stretches of its text stands, their lines framed.

    `spans` are code points in the source's text; nothing is drawn where none of them stands on a page with a picture.
    """
    lines = [line for line in line_blocks(source) if any(line.start < end and start < line.end for start, end in spans)]
    if not lines or not source.prints[lines[0].page - 1].picture:
        return
    number = lines[0].page
    page = source.prints[number - 1]
    _framed(
        key=key,
        data={
            **_picture(page),
            "turn": f"{source.name}.{number}",
            "boxes": [list(line.box) for line in lines if line.page == number and line.box],
            "caption": say("documents.scan_framed", page=number),
        },
    )


def _undo(key: str) -> None:
    reader_acted()
    st.session_state[f"{key}.drafts"] = st.session_state.get(f"{key}.drafts", [])[:-1]
    st.session_state[f"{key}.turn"] = st.session_state.get(f"{key}.turn", 0) + 1
    if len(st.session_state[f"{key}.drafts"]) < 1:
        st.session_state.pop(f"{key}.drafts")


def _page(source: Source, key: str) -> int:
    """The number of the page that is chosen, where a scan has several."""
    numbers = list(range(1, len(source.prints) + 1))
    if len(numbers) == 1:
        return 1

    def told(number: int) -> str:
        return say("documents.scan_page", page=number, count=len(numbers))

    return st.selectbox(say("documents.page_of"), numbers, format_func=told, key=f"{key}.page", filter_mode=None)


def _picture(page: PrintedPage) -> dict[str, Any]:
    return {"picture": b64encode(page.picture).decode(), "width": page.width, "height": page.height}


def _told(page: PrintedPage, roles: Mapping[str, str]) -> dict[str, Any]:
    """A page as it is drawn; boxes are parts of its width and height."""
    return {**_picture(page), "frames": [_frame(rank, one, page, roles) for rank, one in enumerate(page.frames)]}


def _frame(rank: int, frame: Frame, page: PrintedPage, roles: Mapping[str, str]) -> dict[str, Any]:
    unsure = [line[1:5] for line in frame.lines if line.score < UNSURE]
    return {
        "rank": rank,
        "role": frame.role,
        "label": roles.get(frame.role, ""),
        "text": frame.text[:_SHOWN],
        "box": _parts(frame.box, page),
        "unsure": [_parts(box, page) for box in unsure],
    }


def _parts(box: Sequence[float], page: PrintedPage) -> list[float]:
    sides = zip(box, (page.width, page.height) * 2, strict=True)
    return [round(min(max(place / whole, 0.0), 1.0), 4) for place, whole in sides]


def _changed(source: Source, act: Mapping[str, Any], roles: Mapping[str, str]) -> Source:
    """The source after one act of the browser; an act that makes no sense changes nothing."""
    number, place = act.get("page"), act.get("from")
    if not (isinstance(number, int) and 1 <= number <= len(source.prints) and isinstance(place, int)):
        return source
    if act.get("act") == "move" and isinstance(act.get("to"), int):
        return moved_frame(source, number, place, act["to"])
    if act.get("act") == "role" and act.get("role") in roles:
        return with_frame_role(source, number, place, act["role"])
    return source

"""The layout of a text corrected by hand: what each paragraph is, which go on, where one ends; then read again."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import streamlit as st

from components.documents.desk import desk, put, with_text
from components.frame.browser_part import browser_part
from components.frame.language import current, say
from components.frame.run import reader_acted
from corpus.collection.collection import Collection
from corpus.collection.labels import code_labels
from corpus.reading.layout import Part, divided, with_join, with_role
from corpus.reading.read import Text

_paper = browser_part("paper", '<div class="paper"></div>')
_STOP = re.compile(r"[。！？!?；\n]+[”’』」）)]*")
READ = "own.layout_read"
"""Session key: a text has just been read again by the layout that was corrected."""
MOST = 150
"""How many paragraphs one page of the list holds."""


def paper_view(collection: Collection, text: Text) -> None:
    """Draw the paragraphs of a text with what can be changed of them; changes wait until the text is read again."""
    key = f"own.paper.{text.document_id}"
    draft, turn, count = st.session_state.get(f"{key}.draft", (text.parts, 0, 0))
    roles = code_labels(collection, "role", current())
    st.caption(say("documents.layout_help"))
    first = _page(key, len(draft))

    def note() -> None:
        reader_acted()
        act = st.session_state[key].act
        held, last, so_far = st.session_state.get(f"{key}.draft", (text.parts, 0, 0))
        if act and act["n"] == last + 1:
            changed = after_act(held, act, text.source.text, roles)
            st.session_state[f"{key}.draft"] = (changed, last + 1, so_far + (changed != held))

    shown = list(enumerate(draft))[first : first + MOST]
    _paper(
        key=key,
        data={
            "turn": turn,
            "parts": [_told(rank, part, text.source.text) for rank, part in shown],
            "roles": [list(pair) for pair in roles.items()],
            "words": {word: say(f"documents.layout_{word}") for word in _WORDS},
        },
        on_act_change=note,
    )
    if count:
        st.caption(say("documents.layout_changed", count=count))
        with st.container(horizontal=True):
            if st.button(say("documents.layout_again"), key=f"{key}.again", type="primary", on_click=reader_acted):
                st.session_state.pop(f"{key}.draft")
                put(with_text(desk(), replace(text, parts=draft), collection))
                st.session_state[READ] = True
                st.rerun()
            st.button(say("documents.layout_undo"), key=f"{key}.undo", on_click=_drop, args=(f"{key}.draft",))


_WORDS = ("help", "role", "join", "part", "split", "here", "keep")


def _drop(key: str) -> None:
    reader_acted()
    st.session_state.pop(key, None)


def _page(key: str, count: int) -> int:
    """The first paragraph of the page that is chosen, where a text has several."""
    pages = list(range(0, max(count, 1), MOST))
    if len(pages) == 1:
        return 0

    def told(first: int) -> str:
        return say("documents.page", first=first + 1, last=min(first + MOST, count), count=count)

    return st.selectbox(say("documents.page_of"), pages, format_func=told, key=f"{key}.page", filter_mode=None)


def _told(rank: int, part: Part, text: str) -> dict[str, Any]:
    """A paragraph as it is drawn; `breaks` are where its further sentences begin."""
    own = text[part.start : part.end]
    breaks = [at for at in (match.end() for match in _STOP.finditer(own)) if own[at:].strip()]
    # In pieces, for the browser counts some characters twice.
    pieces = [own[at:to] for at, to in pairwise([0, *breaks, len(own)])]
    return {"rank": rank, "role": part.role, "joins": part.joins, "text": pieces, "breaks": breaks}


def after_act(parts: Sequence[Part], act: Mapping[str, Any], text: str, roles: Mapping[str, str]) -> tuple[Part, ...]:
    """The paragraphs of a text after one act of the browser; an act that makes no sense changes nothing."""
    rank = act.get("rank")
    if not (isinstance(rank, int) and 0 <= rank < len(parts)):
        return tuple(parts)
    if act["act"] == "role" and act.get("role") in roles:
        return with_role(parts, rank, act["role"])
    if act["act"] == "join":
        return with_join(parts, rank, joins=bool(act.get("joins")))
    if act["act"] == "split" and isinstance(act.get("at"), int):
        return divided(parts, rank, parts[rank].start + act["at"], text)
    return tuple(parts)

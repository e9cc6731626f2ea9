"""Step 3: every suggestion accepted, corrected or rejected beside its sentence, by hand or by keyboard alone."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from components.documents.acts import Taken, take_acts
from components.documents.choice import text_choice
from components.documents.desk import Desk, desk, put, with_review
from components.documents.review_items import filters, forms, items
from components.documents.scan_order import framed_page
from components.frame.browser_part import browser_part
from components.frame.language import current, say
from components.frame.run import reader_acted
from corpus.collection.collection import Collection
from corpus.collection.labels import code_labels
from corpus.reading.in_order import Listed, in_order
from corpus.reading.review import ACCEPTED, ADDED, CORRECTED, MEASURES, NUMBERS, REJECTED, looked_at, standing

_list = browser_part("review_list", '<div class="review"></div>')
_KEY, _CODER = "own.review", "own.coder"
MOST = 400
"""How many rows one page of the list holds."""
_WORDS = (
    *("keys", "filter", "all", "undo", "redo", "none", "accept", "correct", "reject", "because"),
    *("open", "add", "save", "cancel", "aside"),
)
_LONGEST_CODER = 40


def review_view(collection: Collection, at: str = "") -> None:
    """Draw the list of the text that is chosen; the row `at` is brought into view."""
    held = desk()
    document = text_choice(held, "review")
    rows = _page(in_order(held.suggested)[document], document, at)
    found = items(held.suggested, rows, standing(held.review), held.cues)
    text = next(text for text in held.texts if text.document_id == document)
    if text.source.prints:
        beside, picture = st.columns([7, 5], gap="large")
        with beside:
            active = _draw(collection, found, held, (document, at), follows=True)
        with picture:
            row = next((row for row in rows if row.row_id == active), rows[0] if rows else None)
            if row:
                framed_page(text.source, [(int(row.cells["start"]), int(row.cells["end"]))], f"own.framed.{document}")
    else:
        _draw(collection, found, held, (document, at))
    st.caption(say("documents.review_note"))
    _coder(held)


def _coder(held: Desk) -> None:
    """The name under which rows are accepted: asked once, and never empty."""

    def note() -> None:
        reader_acted()
        now = desk()
        name = " ".join(st.session_state[_CODER].split())[:_LONGEST_CODER] or say("documents.coder_default")
        put(with_review(now, replace(now.review, coder=name)))

    st.session_state[_CODER] = held.review.coder
    st.text_input(
        say("documents.coder"),
        key=_CODER,
        max_chars=_LONGEST_CODER,
        help=say("documents.coder_help"),
        on_change=note,
        width=220,
    )


def _page(rows: Sequence[Listed], document: str, at: str) -> Sequence[Listed]:
    """The rows of one page of a long list: the one that is chosen, or that has the row `at` when it is first drawn."""
    pages = list(range(0, max(len(rows), 1), MOST))
    if len(pages) == 1:
        return rows

    def told(first: int) -> str:
        return say("documents.page", first=first + 1, last=min(first + MOST, len(rows)), count=len(rows))

    key = f"own.page.{document}"
    if key not in st.session_state:
        rank = next((rank for rank, row in enumerate(rows) if row.row_id == at), 0)
        st.session_state[key] = pages[rank // MOST]
    first = st.selectbox(say("documents.page_of"), pages, format_func=told, key=key, filter_mode=None, width=320)
    return rows[first : first + MOST]


def _draw(
    collection: Collection,
    found: Sequence[Mapping[str, Any]],
    held: Desk,
    at: tuple[str, str],
    *,
    follows: bool = False,
) -> str:
    """Draw the list of a text with a row of it, `at`; return the id of the row at hand where it `follows`, "" else."""
    document, row = at
    reasons = code_labels(collection, "reason", current())
    taken = held.taken
    seen, count = looked_at(held.suggested, held.review)
    here = looked_at(held.collections[document], held.review)
    progress = "review_progress" if len(held.texts) == 1 else "review_progress_here"

    def note() -> None:
        reader_acted()
        now = desk()
        if now.suggested is None:
            return
        begun = now.review if now.review.coder else replace(now.review, coder=say("documents.coder_default"))
        # What was taken over is asked for now: the run that drew the list may be older than the last act.
        acts = st.session_state[_KEY].acts or []
        review, after = take_acts(now.suggested, begun, replace(now.taken, reasons=frozenset(reasons)), acts)
        put(replace(with_review(now, review), taken=after))

    drawn = _list(
        key=_KEY,
        data={
            "turn": taken.turn,
            "wrong": _told(collection, taken),
            "lead": {"n": taken.turn, "row": taken.lead} if taken.lead else None,
            "at": row,
            "follows": follows,
            "items": found,
            "seen": seen,
            "all": count,
            "here": here,
            "undo": bool(held.review.steps),
            "redo": bool(held.review.undone),
            "filters": filters(found, collection),
            "forms": forms(collection),
            "reasons": [list(pair) for pair in reasons.items()],
            "words": {
                **{word: say(f"documents.review_{word}") for word in _WORDS},
                "progress": say(f"documents.{progress}"),
                "cues": say("documents.cues"),
                "states": {
                    "": code_labels(collection, "origin", current())["suggested"],
                    **{verdict: say(f"documents.{verdict}") for verdict in (ACCEPTED, CORRECTED, REJECTED, ADDED)},
                },
            },
        },
        on_acts_change=note,
        on_active_change=reader_acted,
    )
    return (drawn.active or "") if follows else ""


def _told(collection: Collection, taken: Taken) -> dict[str, Any] | None:
    """What of a correction cannot be kept, in words, with what was entered."""
    wrong = taken.wrong
    if wrong is None:
        return None
    table = MEASURES if "label_zh" in wrong.cells else NUMBERS
    titles = {field.name: field.titles[current()] for field in collection.dictionary.fields(table)}
    names = say("app.list").join(titles[name] for name in wrong.columns)
    told = say("documents.misfit", names=names)
    return {"n": wrong.act, "row": wrong.row, "text": told, "written": dict(wrong.cells)}

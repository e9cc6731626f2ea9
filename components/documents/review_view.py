"""Step 3: every suggestion accepted, corrected or rejected beside its sentence, by hand or by keyboard alone."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from components.documents.choice import text_choice
from components.documents.desk import Desk, desk, put, with_review
from components.documents.review_items import filters, forms, items
from components.frame.browser_part import browser_part
from components.frame.language import current, say
from components.frame.run import reader_acted
from corpus.collection.collection import Collection
from corpus.collection.labels import code_labels
from corpus.reading.review import (
    ACCEPTED,
    ADDED,
    CORRECTED,
    FIELDS,
    MEASURES,
    NUMBERS,
    OPEN,
    PASSED,
    REJECTED,
    Decision,
    Review,
    decided,
    looked_at,
    misfits,
    redone,
    row_tables,
    standing,
    undone,
)

_list = browser_part("review_list", '<div class="review"></div>')
_KEY, _STATE, _CODER = "own.review", "own.review.state", "own.coder"
_VERDICTS = {"accept": ACCEPTED, "correct": CORRECTED, "reject": REJECTED, "add": ADDED, "open": OPEN}
MOST = 400
"""How many rows one page of the list holds."""
_WORDS = (
    *("progress", "keys", "filter", "all", "undo", "redo", "none", "accept", "correct", "reject", "because"),
    *("open", "add", "save", "cancel"),
)
_LONGEST_CODER = 40


def review_view(collection: Collection, at: str = "") -> None:
    """Draw the list of the text that is chosen; the row `at` is brought into view."""
    held = desk()
    if held.suggested is None:
        st.info(say("documents.nothing_yet"))
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        document = text_choice(held, "review")
        _coder(held)
    found = items(held.suggested, document, standing(held.review), held.cues)
    _draw(collection, _page(found, document), held, at)
    st.caption(say("documents.review_note"))


def _coder(held: Desk) -> None:
    """The name under which rows are accepted: asked once, and never empty."""

    def note() -> None:
        reader_acted()
        now = desk()
        name = " ".join(st.session_state[_CODER].split())[:_LONGEST_CODER] or say("documents.coder_default")
        put(with_review(now, Review(name, now.review.steps, now.review.undone)))

    st.session_state[_CODER] = held.review.coder
    st.text_input(
        say("documents.coder"),
        key=_CODER,
        max_chars=_LONGEST_CODER,
        help=say("documents.coder_help"),
        on_change=note,
        width=220,
    )


def _page(found: Sequence[dict[str, Any]], document: str) -> list[dict[str, Any]]:
    """The rows of one page of a long list."""
    pages = range(0, max(len(found), 1), MOST)
    if len(pages) == 1:
        return list(found)

    def told(first: int) -> str:
        return say("documents.page", first=first + 1, last=min(first + MOST, len(found)), count=len(found))

    first = st.selectbox(say("documents.page_of"), list(pages), format_func=told, key=f"own.page.{document}")
    return list(found[first : first + MOST])


def _draw(collection: Collection, found: Sequence[Mapping[str, Any]], held: Desk, at: str) -> None:
    state = st.session_state.get(_STATE, {"turn": 0})
    seen, count = looked_at(held.suggested, held.review)

    def note() -> None:
        reader_acted()
        _take(st.session_state[_KEY].acts or [])

    _list(
        key=_KEY,
        data={
            "turn": state["turn"],
            "wrong": state.get("wrong"),
            "lead": state.get("lead"),
            "at": at,
            "items": found,
            "seen": seen,
            "all": count,
            "undo": bool(held.review.steps),
            "redo": bool(held.review.undone),
            "filters": filters(found, collection),
            "forms": forms(collection),
            "reasons": [list(pair) for pair in code_labels(collection, "reason", current()).items()],
            "words": {
                **{word: say(f"documents.review_{word}") for word in _WORDS},
                "cues": say("documents.cues"),
                "states": {
                    "": code_labels(collection, "origin", current())["suggested"],
                    **{verdict: say(f"documents.{verdict}") for verdict in (ACCEPTED, CORRECTED, REJECTED, ADDED)},
                },
            },
        },
        on_acts_change=note,
    )


def _take(acts: Sequence[Mapping[str, Any]]) -> None:
    """Take over the acts of the browser that are new, in their order."""
    state = dict(st.session_state.get(_STATE, {"turn": 0}))
    for act in sorted(acts, key=lambda act: act["n"]):
        if act["n"] > state["turn"]:
            state["turn"] = act["n"]
            _one(act, state)
    st.session_state[_STATE] = state


def _one(act: Mapping[str, Any], state: dict[str, Any]) -> None:
    """Take over one act; what cannot be held is told in `state`, and so is where an undone step leads."""
    held = desk()
    if held.suggested is None:
        return
    review = held.review if held.review.coder else Review(say("documents.coder_default"))
    if act["act"] in {"undo", "redo"}:
        step = (review.steps if act["act"] == "undo" else review.undone)[-1:]
        put(with_review(held, undone(review) if act["act"] == "undo" else redone(review)))
        if step:
            state["lead"] = {"n": act["n"], "row": step[0][0].row}
        return
    verdict = _VERDICTS[act["act"]]
    tables = row_tables(held.suggested)
    rows = [(tables[row], row) for row in act["rows"] if row in tables]
    cells = {}
    if verdict in {CORRECTED, ADDED} and rows:
        table = MEASURES if rows[0][0] == MEASURES else NUMBERS
        cells = {name: str(cell) for name, cell in act["cells"].items() if name in FIELDS[table]}
        if wrong := misfits(held.suggested, table, cells):
            titles = {field.name: field.titles[current()] for field in held.suggested.dictionary.fields(table)}
            names = say("app.list").join(titles[name] for name in wrong)
            told = say("documents.misfit", names=names)
            state["wrong"] = {"n": act["n"], "row": rows[0][1], "text": told, "written": cells}
            return
    state["wrong"] = None
    reason = str(act.get("reason", ""))
    known = code_labels(held.suggested, "reason", current())
    decisions = [
        Decision(table, row, verdict, tuple(cells.items()), reason if reason in known and table == NUMBERS else "")
        for table, row in rows
        # A numeral that was passed over is either a figure after all or not looked at.
        if (table == PASSED) == (verdict == ADDED) or verdict == OPEN
    ]
    put(with_review(held, decided(review, *decisions)))

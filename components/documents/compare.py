"""Mine against theirs: by topic, figures in their range, typical words, and a reference text sentence by sentence."""

import streamlit as st

from components.documents.compare_figures import compare_figures_view
from components.documents.compare_topics import compare_topics_view, table_asked
from components.documents.compare_words import compare_words_view
from components.documents.reference_view import reference_view
from components.evidence.drawer import evidence_card
from components.frame.language import say
from corpus.collection.collection import Collection
from corpus.reading.compare import Mine, mine, together

PARTS = ("topics", "figures", "words", "reference")
_PART, _ROWS, _NEXT = "own.compare.part", "own.compare.rows", "own.compare.opened"


def compare_step(own: Collection, curated: Collection) -> None:
    """Draw the part of the comparison that is chosen; a row that is clicked opens its sentence beside it.

    `own` has the rows as their review leaves them. Nothing of it leaves the session: no link, no shared memory.
    """
    table_asked()
    st.session_state.setdefault(_PART, PARTS[0])
    part = st.segmented_control(
        say("compare.parts"),
        PARTS,
        format_func=lambda name: say(f"compare.part_{name}"),
        key=_PART,
        required=True,
        label_visibility="collapsed",
    )
    if part == "reference":
        reference_view(own, curated)
    else:
        open_row(own, curated, compare_view(own, curated, part))


def compare_view(own: Collection, curated: Collection, part: str) -> str:
    """Draw one of PARTS but the reference; return the id of the row just opened, "" for none."""
    if part == "words":
        compare_words_view(own, curated)
        return ""
    rows = _rows(own).rows
    view = compare_topics_view if part == "topics" else compare_figures_view
    return view(rows, curated)


def _rows(own: Collection) -> Mine:
    """What is compared, said in a line, with the choice where there is one."""
    usual = mine(own)
    if not usual.taken:
        st.info(say("compare.all_suggested"), icon=":material/lightbulb:")
        return usual
    if usual.taken == usual.all:
        return usual
    every = st.toggle(say("compare.with_waiting", count=usual.all - usual.taken), key=_ROWS)
    st.caption(say("compare.rows_all" if every else "compare.rows_settled", taken=usual.taken, all=usual.all))
    return mine(own, settled=not every)


def open_row(own: Collection, curated: Collection, row_id: str) -> None:
    """Open the evidence of a row of either collection in a drawer; the link of the page says nothing of it."""
    row_id = row_id or st.session_state.pop(_NEXT, "")
    if not row_id:
        return

    @st.dialog(say("evidence.title"), width="medium", position="right")
    def drawer() -> None:
        further = evidence_card(together(own, curated), row_id)
        if further and further != row_id:
            st.session_state[_NEXT] = further
            st.rerun()

    drawer()

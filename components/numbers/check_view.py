"""The arithmetic that the texts allow, done again, and what they contradict."""

import pandas as pd
import streamlit as st

from components.evidence.figure_list import sentence_list
from components.evidence.sentence import entry
from components.frame.language import current, say
from components.frame.markdown import literal
from components.frame.state import State
from components.parts.passage import passage
from corpus.coding.crosschecks import AGREES, outcomes, remarks
from corpus.coding.evidence import evidence_at
from corpus.coding.figures import figures
from corpus.collection.collection import Collection
from corpus.collection.labels import code_labels
from corpus.collection.tables import tuples
from corpus.texts.reading_text import readings


def check_view(collection: Collection, shown: pd.DataFrame, _state: State, _asked: str) -> str:
    """The arithmetic that the texts allow, done again, and what they contradict or do not let anybody compute."""
    language = current()
    rows = figures(collection, language).set_index("number_id", drop=False)
    kinds = code_labels(collection, "crosscheck", language) | {"share": say("numbers.check_share")}
    notes = remarks(collection, language)
    here = set(shown["number_id"])
    found = [outcome for outcome in outcomes(collection) if here & set(outcome.number_ids)]
    agreeing = sum(outcome.result == AGREES for outcome in found)
    computed = sum(bool(outcome.formula) for outcome in found)
    st.markdown(say("numbers.check_note", computed=computed, agreeing=agreeing, shown=len(found) - computed))
    opened = ""
    for outcome in found:
        region = rows.loc[outcome.number_ids[0], "region"]
        with st.container(border=True):
            st.markdown(f"**{kinds[outcome.kind]}** · {literal(region)} · {say(f'crosscheck.{outcome.result}')}")
            if outcome.formula:
                st.markdown(literal(outcome.formula))
            if outcome.crosscheck_id in notes:
                st.caption(literal(notes[outcome.crosscheck_id]))
            listed = sentence_list(
                collection, rows.loc[list(outcome.number_ids)], f"numbers.check.{outcome.crosscheck_id}"
            )
            _elsewhere(collection, outcome.crosscheck_id)
            opened = listed or opened
    return opened


def _elsewhere(collection: Collection, crosscheck_id: str) -> None:
    """The sentence that a cross-check quotes beside its figures, if it quotes one."""
    rows = collection.typed("crosschecks")
    for row in tuples(rows[(rows["crosscheck_id"] == crosscheck_id) & (rows["quote"] != "")]):
        span = readings(collection)[row.document_id].span(int(row.start), int(row.end))
        found = evidence_at(collection, row.document_id, *span)
        tag = say("crosscheck.list") if row.kind == "listed" else say("crosscheck.elsewhere")
        paragraph = entry(found, [tag], {"style": "quote"})
        passage([paragraph], f"numbers.check.{crosscheck_id}.quote", opens=False)

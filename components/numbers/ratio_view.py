"""What printed numbers allow to be computed, with both operands in their sentences; and who prints no denominator."""

import pandas as pd
import streamlit as st

from components.evidence.figure_list import figure_list, sentence_list
from components.frame.language import current, local, say
from components.frame.markdown import literal
from components.frame.state import State
from corpus.coding.figures import figures
from corpus.coding.ratios import Ratio, ratio_notes, ratio_units, ratios, without_denominator, written
from corpus.collection.collection import Collection
from corpus.collection.labels import code_labels, qualified
from corpus.collection.tables import tuples


def ratio_view(collection: Collection, shown: pd.DataFrame, _state: State, _asked: str) -> str:
    """Ratios by kind, in the order of the texts, never ranked; under each kind the texts that print no denominator."""
    here = set(shown["number_id"])
    by_kind: dict[str, list[Ratio]] = {}
    for ratio in ratios(collection):
        if here & {ratio.numerator, ratio.denominator}:
            by_kind.setdefault(ratio.kind, []).append(ratio)
    lacking = {
        kind: [number for number in numbers if number in here]
        for kind, numbers in without_denominator(collection).items()
    }
    st.markdown(
        say("numbers.ratio_note", computed=sum(map(len, by_kind.values())), lacking=sum(map(len, lacking.values())))
    )
    opened = ""
    for row in tuples(collection.tables["ratio_kinds"]):
        own, bare = by_kind.get(row.ratio_kind_id, []), lacking[row.ratio_kind_id]
        if not own and not bare:
            continue
        st.subheader(literal(getattr(row, local("name"))), anchor=False)
        st.caption(literal(getattr(row, local("definition"))))
        for ratio in own:
            opened = _ratio(collection, ratio) or opened
        if bare:
            st.markdown(say("numbers.ratio_lacking", count=len(bare)))
            rows = figures(collection, current()).set_index("number_id", drop=False)
            opened = figure_list(collection, rows.loc[bare], f"numbers.ratio.{row.ratio_kind_id}.bare") or opened
    return opened


def _ratio(collection: Collection, ratio: Ratio) -> str:
    """One ratio, how it is computed, both operands in their sentences; returns the number_id just opened."""
    rows = figures(collection, current()).set_index("number_id", drop=False)
    numerator, denominator = rows.loc[ratio.numerator], rows.loc[ratio.denominator]
    amount = written(ratio.value, ratio_units(collection, current())[ratio.kind])
    label = code_labels(collection, "qualifier", current()).get(ratio.qualifier, "")
    about = " · ".join(dict.fromkeys(part for part in (numerator["region"], numerator["who"]) if part))
    with st.container(border=True):
        st.markdown(f"**{literal(qualified(label, amount, amount))}** · {literal(about)}")
        sides = [qualified(row["qualifier_label"], row["normalised"], row["value"]) for row in (numerator, denominator)]
        st.markdown(literal(f"{sides[0]} ÷ {sides[1]} {'=' if ratio.exact else '≈'} {amount}"))
        if note := ratio_notes(collection, current())[ratio.ratio_id]:
            st.caption(literal(note))
        operands = rows.loc[[ratio.numerator, ratio.denominator]]
        return sentence_list(collection, operands, f"numbers.ratio.{ratio.ratio_id}")

"""Money by kind, never across kinds."""

import pandas as pd
import streamlit as st

from components.frame.language import local, say
from components.frame.state import State
from components.numbers.comparison_panels import comparison_panels
from corpus.collection.collection import Collection
from corpus.collection.tables import records


def money_view(collection: Collection, shown: pd.DataFrame, _state: State, _asked: str) -> str:
    """Money by kind, never across kinds: what is put in, given from above, sought, spared or gained."""
    kinds = collection.tables["indicators"].set_index("indicator_id")["money_kind"]
    rows = shown[shown["dimension"] == "money"]
    codes = collection.tables["codes"]
    codes = codes[codes["code_list"] == "money_kind"]
    st.markdown(say("numbers.money_note"))
    if rows.empty:
        st.markdown(say("numbers.none"))
    opened = ""
    for code in records(codes):
        own = rows[rows["indicator_id"].map(kinds) == code["code"]]
        if own.empty:
            continue
        st.subheader(code[local("name")], anchor=False)
        st.caption(code[local("definition")])
        opened = comparison_panels(collection, own, f"numbers.money.{code['code']}", code[local("name")]) or opened
    return opened

"""Shares, each with its own base."""

import pandas as pd
import streamlit as st

from components.charts.share_bar import SELECTION, share_bar, share_bars
from components.charts.theme import PILLARS
from components.evidence.figure_list import figure_list
from components.frame.clicks import Clicks
from components.frame.language import current, local, say
from components.frame.markdown import literal
from components.frame.state import State
from components.parts.pictures import WIDTH, picture_downloads
from corpus.coding.crosschecks import share_outcomes
from corpus.coding.guard import guarded
from corpus.coding.rows import suggested
from corpus.collection.collection import Collection
from corpus.collection.labels import code_labels
from corpus.collection.tables import tuples


def share_view(collection: Collection, shown: pd.DataFrame, _state: State, _asked: str) -> str:
    """Every share in a picture of its own, with its base, and the division done again where both are printed."""
    language = current()
    rows = shown[shown["unit"] == "percent"].set_index("number_id", drop=False)
    table = collection.tables["shares"].set_index("number_id")
    checked = {outcome.crosscheck_id: outcome for outcome in share_outcomes(collection)}
    states = code_labels(collection, "base_status", language)
    st.markdown(say("numbers.share_note"))
    if rows.empty:
        st.markdown(say("numbers.none"))
        return ""
    # A range of shares is no length of a bar, and a size even less.
    drawn = [number for number in rows.index if number in table.index and guarded(collection)[number].exact]
    bars = {row.number_id: _bar(row, table.loc[row.number_id]) for row in tuples(rows.loc[drawn])}
    opened = ""
    columns = st.columns(2, gap="large")
    for rank, row in enumerate(tuples(rows)):
        with columns[rank % 2]:
            st.markdown(f"**{literal(f'{row.qualifier_label} {row.quote}'.strip())}** · {literal(row.indicator)}")
            about = [row.region, row.level_label, row.who, row.kind_label, row.time, suggested(row)]
            st.caption(literal(" · ".join(part for part in about if part)))
            key = f"numbers.share.{row.number_id}"
            if row.number_id in bars:
                bar = bars[row.number_id]
                chart = share_bar(bar, {"figure": say("overview.figures")})
                opened = Clicks(key, SELECTION, "number_id").chart(chart, bar["described"]) or opened
            else:
                if row.remark:
                    st.caption(literal(row.remark))
                opened = figure_list(collection, rows.loc[[row.number_id]], key) or opened
            if row.number_id not in table.index:
                # A change against an earlier year is the share of nothing.
                continue
            base = table.loc[row.number_id]
            status = states[base["base_status"]]
            st.caption(say("numbers.share_base", base=literal(base[local("base")]), status=status))
            if row.number_id in checked:
                outcome = checked[row.number_id]
                st.caption(f"{literal(outcome.formula)} · {say(f'crosscheck.{outcome.result}')}")
    if bars:
        whole = share_bars(list(bars.values()), {"figure": say("overview.figures")}, WIDTH)
        picture_downloads(collection, whole, say("numbers.view_share"), list(bars), "numbers.share")
    return opened


def _bar(row: tuple, base: pd.Series) -> dict:
    """One share as its picture takes it."""
    return {
        "number_id": row.number_id,
        "value": row.value,
        "described": f"{row.quote} · {row.indicator} · {row.region_short} · {base[local('base')]}",
        "colour": PILLARS[row.pillar_id],
        "printed": base["base_status"] == "printed",
    }

"""Before and after of one body and thing."""

import pandas as pd
import streamlit as st

from components.charts.before_after import SELECTION, before_after
from components.evidence.figure_list import figure_list
from components.frame.clicks import Clicks
from components.frame.language import current, say
from components.frame.state import State
from components.parts.pictures import picture_downloads
from corpus.coding.crosschecks import changes
from corpus.coding.figures import figures
from corpus.collection.collection import Collection


def change_view(collection: Collection, shown: pd.DataFrame, _state: State, _asked: str) -> str:
    """Before and after of one body and thing, as slopes in ratio, with their sentences."""
    rows = figures(collection, current()).set_index("number_id", drop=False)
    here = set(shown["number_id"])
    pairs = [change for change in changes(collection) if {change.before, change.after} & here]
    if not pairs:
        st.markdown(say("numbers.none"))
        return ""
    points = pd.DataFrame(
        {
            "number_id": number,
            "pair": f"{rows.loc[number, 'who']} · {rows.loc[number, 'indicator']}",
            "moment": moment,
            "ratio": float(ratio),
            "written": _label(rows.loc[number], moment, ratio),
            "described": " · ".join(rows.loc[number, ["who", "indicator", "quote", "kind_label"]]),
        }
        for change in pairs
        for number, moment, ratio in ((change.before, "before", 1), (change.after, "after", change.ratio))
    )
    titles = {name: say(f"numbers.change_{name}") for name in ("before", "after", "ratio")} | {
        "figure": say("overview.figures")
    }
    chart = before_after(points, titles)
    picture, texts = st.columns([6, 6], gap="large")
    with picture:
        st.markdown(say("numbers.change_note"))
        told = "; ".join(points["described"] + " ×" + points["ratio"].round(2).astype(str))
        clicked = Clicks("numbers.change", SELECTION, "number_id").chart(chart, told)
        picture_downloads(collection, chart, say("numbers.view_change"), list(points["number_id"]), "numbers.change")
    with texts:
        listed = figure_list(collection, rows.loc[list(points["number_id"])], "numbers.change.list")
    return clicked or listed


def _label(row: pd.Series, moment: str, ratio: float) -> str:
    """A figure as the picture writes it; the result with what it is and how many times as much."""
    return row["quote"] if moment == "before" else f"{row['indicator']}\n{row['quote']} ×{ratio:.2f}"

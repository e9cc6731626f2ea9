"""Which span or date each figure is about."""

import pandas as pd
import streamlit as st

from components.charts.period_bars import SELECTION, period_bars
from components.frame.clicks import Clicks
from components.frame.language import current, say
from components.frame.state import State
from components.parts.pictures import picture_downloads
from corpus.collection.collection import Collection
from corpus.collection.facets import facet_labels
from corpus.collection.labels import first_day, last_day


def period_view(collection: Collection, shown: pd.DataFrame, _state: State, _asked: str) -> str:
    """Which span or date each figure is about; figures whose time the text does not print are only counted."""
    rows = shown[(shown["period_from"] != "") | (shown["period_to"] != "") | (shown["as_of"] != "")]
    st.markdown(say("numbers.period_note", dated=len(rows), undated=len(shown) - len(rows)))
    if rows.empty:
        return ""
    frame = rows[["number_id", "pillar_id"]].copy()
    begin = rows["period_from"].where(
        rows["period_from"] != "", rows["as_of"].where(rows["as_of"] != "", rows["period_to"])
    )
    end = rows["period_to"].where(rows["period_to"] != "", rows["as_of"])
    latest = f"{int(max([*begin, *end])[:4]) + 1}-01-01"
    frame["begin"] = begin.map(first_day)
    frame["finish"] = [last_day(text) if text else latest for text in end]
    frame["open_end"] = end == ""
    frame["point"] = (rows["period_from"] == "") & (rows["as_of"].str.len() == len("2023-05-01"))
    places = rows["region_short"] + " · " + rows["who"].where(rows["who"] == "", rows["who"] + " · ")
    frame["line"] = places + rows["indicator"] + " · " + rows["quote"]
    frame["described"] = frame["line"] + " · " + rows["flow_label"] + " · " + rows["time"]
    frame = frame.sort_values(["begin", "finish"], kind="stable")
    pillars = {**facet_labels(collection, "pillar", "pillar_id", current()), "": say("numbers.no_pillar")}
    chart = period_bars(frame, pillars, {"figure": say("overview.figures"), "pillar": say("filter.pillar")})
    clicked = Clicks("numbers.period", SELECTION, "number_id").chart(chart, "; ".join(frame["described"]))
    picture_downloads(collection, chart, say("numbers.view_period"), list(frame["number_id"]), "numbers.period")
    return clicked

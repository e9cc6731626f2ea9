"""Which span or date each figure is about."""

import streamlit as st

from components.charts.period_bars import SELECTION, period_bars
from components.evidence.figure_groups import cards
from components.frame.clicks import Clicks
from components.frame.drawn import Drawn
from components.frame.language import current, say
from components.numbers.board import themes_of
from components.parts.alternatives import of_periods
from components.parts.figure_cards import Group, figure_cards
from components.parts.pictures import picture_downloads
from corpus.coding.figure_views import Shown, span_of
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.labels import first_day, last_day
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells


def period_view(collection: Collection, shown: Shown, asked: str) -> str:
    """Which span or date each figure is about, as bars under the years and as cards by the year of the beginning."""
    st.caption(say("numbers.period_note"))
    if shown.rows.empty:
        st.markdown(say("numbers.none"))
        return ""
    groups, drawing, told = _drawn(shown, collection, current())
    picture, texts = st.columns([7, 5], gap="large")
    with picture:
        clicked = Clicks("numbers.period", SELECTION, "number_id").chart(drawing, told)
        picture_downloads(
            collection, drawing.draw, say("numbers.view_period"), shown.pictures["period"], "numbers.period"
        )
    with texts:
        opened = figure_cards(groups, "numbers.period.cards", chosen=asked)
    return clicked or opened


@computed_once
def _drawn(shown: Shown, collection: Collection, _language: Language) -> tuple[list[Group], Drawn, str]:
    """The cards of each year, the picture, and what it shows in words, in the language of this run."""
    rows = shown.rows
    spans = [span_of(times) for times in cells(rows, ("period_from", "period_to", "as_of"))]
    latest = f"{int(max(max(span) for span in spans)[:4]) + 1}-01-01"
    frame = rows[["number_id", "pillar_id"]].copy()
    frame["begin"] = [first_day(begin) for begin, _ in spans]
    frame["finish"] = [last_day(end) if end else latest for _, end in spans]
    frame["open_end"] = [not end for _, end in spans]
    frame["point"] = (rows["period_from"] == "") & (rows["as_of"].str.len() == len("2023-05-01"))
    places = rows["region_short"] + " · " + rows["who"].where(rows["who"] == "", rows["who"] + " · ")
    frame["line"] = rows["quote"].str.replace("\n", "") + " · " + places + rows["indicator"]
    frame["described"] = frame["line"] + " · " + rows["flow_label"] + " · " + rows["time"]
    chart = period_bars(
        frame, themes_of(collection, shown), {"figure": say("overview.figures"), "pillar": say("filter.pillar")}
    )
    years = [begin[:4] for begin, _ in spans]
    groups = [Group(cards(collection, rows[[year == own for own in years]]), year) for year in dict.fromkeys(years)]
    return groups, Drawn(chart), of_periods(frame)

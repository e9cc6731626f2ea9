"""Before and after of one body and thing."""

import pandas as pd
import streamlit as st

from components.charts.before_after import SELECTION, before_after
from components.evidence.figure_groups import cards
from components.frame.clicks import Clicks
from components.frame.drawn import Drawn
from components.frame.language import current, say
from components.parts.alternatives import of_changes
from components.parts.figure_cards import Group, figure_cards
from components.parts.pictures import picture_downloads
from corpus.coding.figure_views import Shown
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.memo import computed_once


def change_view(collection: Collection, shown: Shown, asked: str) -> str:
    """Before and after of one body and thing: the two as they are written, and as slopes in ratio."""
    if shown.rows.empty:
        st.markdown(say("numbers.none"))
        return ""
    groups, drawing, told = _drawn(shown, collection, current())
    texts, picture = st.columns([6, 6], gap="large")
    with texts:
        opened = figure_cards(groups, "numbers.change.cards", chosen=asked)
    with picture:
        clicked = Clicks("numbers.change", SELECTION, "number_id").chart(drawing, told)
        st.caption(say("numbers.change_note"))
        picture_downloads(
            collection, drawing.draw, say("numbers.view_change"), shown.pictures["change"], "numbers.change"
        )
    return clicked or opened


@computed_once
def _drawn(shown: Shown, collection: Collection, _language: Language) -> tuple[list[Group], Drawn, str]:
    """The cards of each change, the picture, and what it shows in words, in the language of this run."""
    rows = shown.by_id
    groups = [
        Group(
            cards(collection, rows.loc[[change.before, change.after]], ("counts",)),
            f"{rows.loc[change.before, 'indicator']} ×{change.ratio:.2f}",
            together=True,
        )
        for change in shown.parts
    ]
    points = pd.DataFrame(
        {
            "number_id": number,
            "pair": f"{rows.loc[number, 'who']} · {rows.loc[number, 'indicator']}",
            "moment": moment,
            "ratio": float(ratio),
            "written": _label(rows.loc[number], moment, ratio),
            "described": " · ".join(rows.loc[number, ["who", "indicator", "quote", "kind_label"]]),
        }
        for change in shown.parts
        for number, moment, ratio in ((change.before, "before", 1), (change.after, "after", change.ratio))
    )
    titles = {name: say(f"numbers.change_{name}") for name in ("before", "after", "ratio")} | {
        "figure": say("overview.figures")
    }
    return groups, Drawn(before_after(points, titles)), of_changes(points)


def _label(row: pd.Series, moment: str, ratio: float) -> str:
    """A figure as the picture writes it; the result with what it is and how many times as much."""
    return row["quote"] if moment == "before" else f"{row['indicator']}\n{row['quote']} ×{ratio:.2f}"

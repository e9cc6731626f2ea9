"""Figures of a reader's text beside those that count the same: smallest, largest, where mine lies, the guard's word."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.documents.compare_files import download_frame
from components.documents.compare_rows import cell, column, entry, rows_by_id
from components.frame.language import current, say
from components.parts.topic_table import topic_table
from corpus.coding.guard import VERDICTS
from corpus.collection.codebook import AS_WRITTEN, UNLISTED
from corpus.collection.collection import Collection
from corpus.collection.labels import code_labels
from corpus.collection.tables import cells
from corpus.reading.compare_figures import APART, PLACES, Alike, Placed, placed, why

_SIGNS = dict(zip(PLACES, ("◆", "▽", "△", "＝", "—"), strict=True))
"""Where a figure lies → a sign before its name, so that nothing is told by its place alone."""
_WIDTH = {"zh": "8rem", "en": "10rem"}
_MOST = 60
"""How many figures are shown at once."""


def compare_figures_view(own: Collection, curated: Collection) -> str:
    """Draw the figures with their range; return the id of the row just opened, "" for none."""
    found = placed(own, curated)
    st.markdown(_reading(own, found))
    if not found:
        return ""
    st.caption(say("compare.figures_note"))
    there = [place for place in PLACES if any(one.place == place for one in found)]
    counts = {place: sum(one.place == place for one in found) for place in there}
    asked = st.pills(
        say("compare.place"),
        there,
        selection_mode="multi",
        format_func=lambda place: f"{_SIGNS[place]} {say(f'compare.place_{place}')} {counts[place]}",
        key="own.compare.places",
    )
    shown = [one for one in found if not asked or one.place in asked]
    opened = _table(own, curated, shown[:_MOST])
    if len(shown) > _MOST:
        st.caption(say("compare.first_of", shown=_MOST, all=len(shown)))
    rows = _rows(own, curated, found)
    download_frame(lambda: rows, len(rows), say("compare.file_figures"), "own.compare.figures")
    return opened


def _reading(own: Collection, found: Sequence[Placed]) -> str:
    """How many figures have a counterpart, where they lie, and how many have none that could be known."""
    inside, below, above, equal, apart = (sum(one.place == place for one in found) for place in PLACES)
    every = list(cells(own.tables["numbers"], ("indicator_id", "unit")))
    unknown = sum(indicator == UNLISTED or unit == AS_WRITTEN for indicator, unit in every)
    if not found:
        return say("compare.figures_none", all=len(every), unknown=unknown)
    return say(
        "compare.figures_reading",
        all=len(every),
        found=len(found),
        unknown=unknown,
        inside=inside,
        below=below,
        above=above,
        equal=equal,
        apart=apart,
    )


def _table(own: Collection, curated: Collection, shown: Sequence[Placed]) -> str:
    mine, smallest, largest, where, apart = [], [], [], [], []
    for one in shown:
        low, high = one.ends
        mine.append(cell([entry(own, one.number_id)]))
        where.append(cell((), _told(own, curated, one)))
        smallest.append(cell([_entry(curated, other) for other in low], () if low else (say("compare.no_range"),)))
        largest.append(cell([_entry(curated, other) for other in high], () if high else (say("compare.no_range"),)))
        apart.append(cell([_entry(curated, other) for other in one.apart], _why_apart(own, curated, one)))
    columns = [
        column(say("compare.mine"), "", mine),
        column(say("compare.place"), say("compare.guard"), where),
        column(say("compare.smallest"), say("compare.comparable"), smallest),
        column(say("compare.largest"), say("compare.comparable"), largest),
        column(
            code_labels(curated, "verdict", current())["not_comparable"], say("compare.no_ranging"), apart, wide=False
        ),
    ]
    rows = [rows_by_id(own, current())[one.number_id].indicator for one in shown]
    told = {"verdict": None, "rows": rows, "regions": columns}
    return topic_table(told, "own.compare.figures", side=_WIDTH[current()])


def _entry(curated: Collection, other: Alike) -> dict:
    """A figure of the curated texts, with whose it is."""
    made = entry(curated, other.number_id)
    row = rows_by_id(curated, current())[other.number_id]
    made["leads"][0]["facts"].insert(0, {"text": f"{row.region_short} · {row.level_label}", "differs": False})
    return made


def _told(own: Collection, curated: Collection, one: Placed) -> list[str]:
    """Where a figure lies, and what the guard says of those that make the range."""
    lines = [f"{_SIGNS[one.place]} {say(f'compare.place_{one.place}')}"]
    verdicts = [other.judgement.verdict for other in one.comparable]
    if verdicts:
        labels = code_labels(curated, "verdict", current())
        hardest = max(verdicts, key=VERDICTS.index)
        lines.append(say("compare.guard_says", verdict=labels[hardest], count=len(verdicts)))
        lines += _reasons(own, curated, one, one.comparable)
    return lines


def _why_apart(own: Collection, curated: Collection, one: Placed) -> list[str]:
    return _reasons(own, curated, one, one.apart)


def _reasons(own: Collection, curated: Collection, one: Placed, others: Sequence[Alike]) -> list[str]:
    """What the guard says of one figure and others, each reason once."""
    told = (text for other in others for text in why(own, curated, one.number_id, other, current()))
    return list(dict.fromkeys(told))[:3]


def _rows(own: Collection, curated: Collection, found: Sequence[Placed]) -> pd.DataFrame:
    """The figures with their ranges as a table to take away."""
    mine, theirs = rows_by_id(own, current()), rows_by_id(curated, current())

    def said(others: Sequence[Alike]) -> str:
        rows = (theirs[other.number_id] for other in others)
        quoted = (f"{row.region_short} {row.quote}".replace("\n", "") for row in rows)
        return say("app.items").join(quoted)

    rows = [
        (
            mine[one.number_id].quote.replace("\n", ""),
            mine[one.number_id].indicator,
            mine[one.number_id].value,
            mine[one.number_id].unit,
            say(f"compare.place_{one.place}"),
            *map(said, one.ends),
            "" if one.place == APART else " ".join(_reasons(own, curated, one, one.comparable)),
            said(one.apart),
            " ".join(_why_apart(own, curated, one)),
        )
        for one in found
    ]
    heads = (
        say("column.quote"),
        say("column.indicator"),
        say("column.value"),
        say("column.unit"),
        say("compare.place"),
        say("compare.smallest"),
        say("compare.largest"),
        say("compare.guard"),
        say("compare.column_apart"),
        say("compare.column_why"),
    )
    return pd.DataFrame(rows, columns=heads, dtype=str)

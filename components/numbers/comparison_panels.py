"""Figures under the guard: one scale for those that may share it, side by side what may not, and the reason above."""

from collections.abc import Iterable
from itertools import combinations

import pandas as pd
import streamlit as st

from components.charts.dot_plot import SELECTION, dot_plot, is_logarithmic
from components.charts.theme import PILLARS
from components.evidence.figure_list import figure_list
from components.frame.clicks import Clicks
from components.frame.language import current, say
from components.frame.markdown import literal
from components.parts.pictures import picture_downloads
from corpus.coding.counterparts import pair_reason, rule_definitions
from corpus.coding.guard import COMPARABLE, GROUP, NOT, VERDICTS, apart, axes, compare, guarded
from corpus.collection.collection import Collection
from corpus.collection.labels import code_labels
from corpus.collection.tables import tuples

_SCALE = {
    "zh": "datum.value >= 1e8 ? format(datum.value / 1e8, '~r') + ' 亿' : datum.value >= 1e4 ? "
    "format(datum.value / 1e4, '~r') + ' 万' : format(datum.value, '~r')",
    "en": "datum.value >= 1e9 ? format(datum.value / 1e9, '~r') + ' billion' : datum.value >= 1e6 ? "
    "format(datum.value / 1e6, '~r') + ' million' : format(datum.value, ',~r')",
}
"""Language → how an axis writes a value: by 万 and 亿, or in full and by millions."""


def comparison_panels(collection: Collection, rows: pd.DataFrame, key: str, title: str, focus: str = "") -> str:
    """Draw `rows` of `coding.figures.figures` as far as the guard lets them share an axis; return the id just opened.

    Repeats of a fact are left out. Whatever the rows are, no axis holds two figures that are not comparable. Reasons
    are given for each pair of indicators, those of the indicator `focus` alone where one is in focus.
    """
    told_once = rows[~rows["same_as"].where(rows["same_as"] != "", rows["number_id"]).duplicated()]
    numbers = list(told_once["number_id"])
    _verdict(collection, numbers, focus)
    opened = ""
    alone: list[str] = []
    for rank, members in enumerate(axes(collection, numbers)):
        if len(members) == 1:
            alone += members
            continue
        opened = _axis(collection, _placed(told_once, members), f"{key}.{rank}", title) or opened
    if alone:
        opened = figure_list(collection, _placed(told_once, alone), f"{key}.alone") or opened
    return opened


def _placed(rows: pd.DataFrame, members: list[str]) -> pd.DataFrame:
    return rows.set_index("number_id", drop=False).loc[members]


def _axis(collection: Collection, rows: pd.DataFrame, key: str, title: str) -> str:
    """One scale for figures that may share it, smallest first."""
    frame = rows.assign(amount=rows["value"].astype(float))
    # What all have in common stands above; a line says where they differ.
    parts = ["region_short", "level_label", "who", "indicator", "remark"]
    differing = [part for part in parts if len(set(frame[part])) > 1] or ["indicator"]
    frame["line"] = [
        " · ".join(part for part in cells if part) for cells in frame[differing].itertuples(index=False, name=None)
    ]
    frame = frame.sort_values("amount", kind="stable")
    titles = {
        "quote": say("column.quote"),
        "indicator": say("column.indicator"),
        "kind": say("filter.kind"),
        "scale": _SCALE[current()],
    }
    colour = PILLARS[frame["pillar_id"].iloc[0]]
    chart = dot_plot(frame, titles, colour=colour)
    told = "; ".join(f"{row.line}: {row.quote}" for row in tuples(frame))
    clicked = Clicks(key, SELECTION, "number_id").chart(chart, told)
    if is_logarithmic(frame):
        st.caption(say("guard.logarithmic"))
    st.caption(say("guard.signs"))
    picture_downloads(collection, chart, title, list(frame["number_id"]), key)
    return clicked


def _verdict(collection: Collection, numbers: list[str], focus: str) -> None:
    """The hardest verdict among the pairs, the reason of each pair of indicators, the rules that fired."""
    judged = {pair: compare(collection, *pair) for pair in combinations(numbers, 2)}
    if not judged:
        st.caption(say("guard.single"))
        return
    worst = max((judgement.verdict for judgement in judged.values()), key=VERDICTS.index)
    labels = code_labels(collection, "verdict", current())
    count = sum(judgement.verdict == NOT for judgement in judged.values())
    text = f"**{labels[worst]}** · {say(f'guard.{worst}', pairs=len(judged), forbidden=count)}"
    if worst != COMPARABLE:
        told = rule_definitions(collection, current())
        rules: dict[str, set[str]] = {}
        for judgement in judged.values():
            for finding in judgement.findings:
                rules.setdefault(finding.rule, set()).add(finding.verdict)
        rules.pop(GROUP, None)
        deciding = [rule for rule in rules if worst in rules[rule]]
        reasons = [*_pair_lines(collection, judged, focus), *(literal(told[rule]) for rule in deciding)]
        labels = code_labels(collection, "guard_rule", current())
        further = say("app.list").join(labels[rule] for rule in rules if rule not in deciding)
        reasons += [say("guard.also", rules=literal(further))] if further else []
        text += "\n" + "\n".join(f"- {reason}" for reason in reasons)
    st.markdown(text)


def _pair_lines(collection: Collection, pairs: Iterable[tuple[str, str]], focus: str) -> list[str]:
    """Why each pair of indicators that different articles or bodies count does or does not compare."""
    figures = guarded(collection)
    met = dict.fromkeys(
        tuple(sorted((figures[one].indicator_id, figures[other].indicator_id)))
        for one, other in pairs
        if figures[one].group == figures[other].group != "" and apart(figures[one], figures[other])
    )
    said = (pair_reason(collection, *pair, current()) for pair in met if focus in {"", *pair})
    return [literal(why) for why in said if why]

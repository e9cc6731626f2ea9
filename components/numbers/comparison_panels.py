"""Figures under the guard: cards that may stand together, apart from what may not, the reasons in the margin."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

import pandas as pd
import streamlit as st

from components.charts.dot_plot import SELECTION, dot_plot, is_logarithmic
from components.charts.theme import PILLARS, lettered
from components.evidence.figure_groups import cards
from components.frame.clicks import Clicks
from components.frame.drawn import Drawn
from components.frame.language import current, say
from components.parts.alternatives import of_dots
from components.parts.figure_cards import Group, figure_cards
from components.parts.pictures import picture_downloads
from corpus.coding.counterparts import pair_reason, rule_definitions
from corpus.coding.figure_views import Panel, Shown
from corpus.coding.guard import COMPARABLE, GROUP, NOT, VERDICTS, apart, compare, guarded
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.facets import facet_labels
from corpus.collection.labels import code_labels
from corpus.collection.memo import computed_once

_SCALE = {
    "zh": "datum.value >= 1e8 ? format(datum.value / 1e8, '~r') + ' 亿' : datum.value >= 1e4 ? "
    "format(datum.value / 1e4, '~r') + ' 万' : format(datum.value, '~r')",
    "en": "datum.value >= 1e9 ? format(datum.value / 1e9, '~r') + ' billion' : datum.value >= 1e6 ? "
    "format(datum.value / 1e6, '~r') + ' million' : format(datum.value, ',~r')",
}
"""Language → how an axis writes a value: by 万 and 亿, or in full and by millions."""


def panel_groups(collection: Collection, shown: Shown, panel: Panel, **head: str | Sequence[str]) -> list[Group]:
    """The cards of a panel: a group for each axis, one for the figures that stand alone, none of them ranked.

    `head` is what the first group says of all: its `heading`, `lead_note` and `note`.
    """
    rows = shown.by_id.loc[list(panel.ids)]
    sets = [axis for axis in panel.axes if len(axis) > 1]
    alone = tuple(axis[0] for axis in panel.axes if len(axis) == 1)
    groups = [Group(cards(collection, rows.loc[list(members)]), together=True) for members in sets]
    groups += [Group(cards(collection, rows.loc[list(alone)]))] if alone else []
    return [replace(groups[0], **head), *groups[1:]]


def comparison_panels(
    collection: Collection, shown: Shown, groups: Sequence[Group], title: str, chosen: str = ""
) -> str:
    """Draw the groups of the panels shown, then a picture of each axis; return the id just opened.

    Whatever the rows are, no axis holds two figures that are not comparable.
    """
    opened = figure_cards(groups, f"numbers.{shown.view}.cards", chosen=chosen)
    for name in shown.pictures:
        opened = _axis(collection, shown, name, title) or opened
    return opened


def _axis(collection: Collection, shown: Shown, name: str, title: str) -> str:
    """One scale for figures that may share it, smallest first."""
    frame, drawing, told, logarithmic = _scale(shown, collection, name, current())
    key = f"numbers.{name}"
    clicked = Clicks(key, SELECTION, "number_id").chart(drawing, told)
    if logarithmic:
        st.caption(say("guard.logarithmic"))
    st.caption(say("guard.signs"))
    picture_downloads(collection, drawing.draw, title, list(frame["number_id"]), key)
    return clicked


@computed_once
def _scale(
    shown: Shown, collection: Collection, name: str, language: Language
) -> tuple[pd.DataFrame, Drawn, str, bool]:
    """The figures of a scale, smallest first, their picture, the same in words, and whether it is logarithmic."""
    rows = shown.by_id.loc[list(shown.pictures[name])]
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
        "scale": _SCALE[language],
    }
    pillar = frame["pillar_id"].iloc[0]
    names = lettered(facet_labels(collection, "pillar", "pillar_id", language))
    titles["pillar"] = names.get(pillar, say("numbers.no_pillar"))
    return frame, Drawn(dot_plot(frame, titles, colour=PILLARS[pillar])), of_dots(frame), is_logarithmic(frame)


def verdict(collection: Collection, numbers: Sequence[str], focus: str = "") -> list[str]:
    """The hardest verdict among the pairs of figures, then the reason of each pair of indicators, the rules that fired.

    `focus` is an indicator to whose pairs the reasons keep, "" for none.
    """
    judged = {pair: compare(collection, *pair) for pair in combinations(numbers, 2)}
    if not judged:
        return []
    worst = max((judgement.verdict for judgement in judged.values()), key=VERDICTS.index)
    labels = code_labels(collection, "verdict", current())
    count = sum(judgement.verdict == NOT for judgement in judged.values())
    lines = [f"{labels[worst]} · {say(f'guard.{worst}', pairs=len(judged), forbidden=count)}"]
    if worst == COMPARABLE:
        return lines
    told = rule_definitions(collection, current())
    rules: dict[str, set[str]] = {}
    for judgement in judged.values():
        for finding in judgement.findings:
            rules.setdefault(finding.rule, set()).add(finding.verdict)
    rules.pop(GROUP, None)
    deciding = [rule for rule in rules if worst in rules[rule]]
    lines += [*_pair_lines(collection, judged, focus), *(told[rule] for rule in deciding)]
    labels = code_labels(collection, "guard_rule", current())
    further = say("app.list").join(labels[rule] for rule in rules if rule not in deciding)
    return [*lines, say("guard.also", rules=further)] if further else lines


def _pair_lines(collection: Collection, pairs: Iterable[tuple[str, str]], focus: str) -> list[str]:
    """Why each pair of indicators that different articles or bodies count does or does not compare."""
    figures = guarded(collection)
    met = dict.fromkeys(
        tuple(sorted((figures[one].indicator_id, figures[other].indicator_id)))
        for one, other in pairs
        if figures[one].group == figures[other].group != "" and apart(figures[one], figures[other])
    )
    said = (pair_reason(collection, *pair, current()) for pair in met if focus in {"", *pair})
    return [why for why in said if why]

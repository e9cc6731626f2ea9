"""The figures as they are written, by theme and region: the first answer to how much."""

from functools import partial
from typing import Any

from components.charts.theme import PILLARS
from components.evidence.figure_table import FigureRows, figure_rows
from components.frame.browser_part import browser_part
from components.frame.language import current, say
from components.frame.opened import clicked
from components.parts.regions import region_lines
from corpus.coding.figure_views import Shown
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.facets import facet_labels
from corpus.collection.memo import computed_once
from corpus.collection.tables import tuples

_board = browser_part("figure_board", '<div class="board"></div>', shared=("focus_after_drawer", "roving"))


def board(collection: Collection, shown: Shown, key: str, chosen: str) -> str:
    """Draw the figures shown and return the id just opened, "" for none; the figure `chosen` is tinted."""
    result = _board(
        key=key,
        data={
            **_told(shown, collection, current()),
            "chosen": chosen,
            "caption": say("numbers.board_caption"),
            "opens": say("evidence.open"),
        },
        on_opened_change=partial(clicked, key),
    )
    return result.opened or ""


@computed_once
def _told(shown: Shown, collection: Collection, _language: Language) -> dict[str, Any]:
    """The regions across and the themes down with their figures, in the language of this run."""
    cells: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in tuples(shown.rows):
        about = " · ".join(part for part in (row.indicator, row.region, row.who, row.kind_label, row.time) if part)
        one = {"id": row.number_id, "written": row.quote.replace("\n", ""), "about": about, "kind": row.kind}
        cells.setdefault((row.pillar_id, row.region_id), []).append(one)
    themes = themes_of(collection, shown)
    regions = {
        region: lines for region, lines in region_lines(collection).items() if region in set(shown.rows["region_id"])
    }
    return {
        "regions": [{"name": name, "level": level} for name, level in regions.values()],
        "themes": [
            {
                "name": name,
                "colour": PILLARS[pillar],
                "cells": [cells.get((pillar, region), []) for region in regions],
            }
            for pillar, name in themes.items()
        ],
    }


@computed_once
def rows_shown(shown: Shown) -> FigureRows:
    """The figures shown as the table takes them."""
    return figure_rows(shown.rows)


def themes_of(collection: Collection, shown: Shown) -> dict[str, str]:
    """The themes that the figures shown have → their names, those of no theme last."""
    pillars = {**facet_labels(collection, "pillar", "pillar_id", current()), "": say("numbers.no_pillar")}
    used = set(shown.rows["pillar_id"])
    return {pillar: name for pillar, name in pillars.items() if pillar in used}

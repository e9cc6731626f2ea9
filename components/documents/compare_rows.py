"""Rows of a comparison as entries that open their sentences."""

from collections.abc import Mapping, Sequence
from typing import Any

from components.evidence.measure_list import SIGNS
from components.frame.language import current, say
from corpus.coding.evidence import rendering
from corpus.coding.figures import figures
from corpus.coding.measures import measures
from corpus.coding.rows import suggested
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.labels import qualified
from corpus.collection.memo import computed_once
from corpus.collection.tables import tuples

_FIRST = 3
"""How many entries of a cell stand open; the others are folded below them."""


@computed_once
def rows_by_id(collection: Collection, language: Language) -> dict[str, tuple]:
    """Figure or measure → its row of `figures` or `measures`, by column."""
    numbers, acts = tuples(figures(collection, language)), tuples(measures(collection, language))
    return {row.number_id: row for row in numbers} | {row.measure_id: row for row in acts}


def entry(collection: Collection, row_id: str) -> dict[str, Any]:
    """A figure or a measure as `assets/topic_table.js` draws it: what it says, large, and what must be said with it."""
    row = rows_by_id(collection, current())[row_id]
    lead = _figure(row) if hasattr(row, "number_id") else _measure(row)
    lead["facts"] = [{"text": text, "differs": False} for text in lead["facts"] if text]
    english = rendering(collection, row_id) if current() == "en" else ""
    told = {"id": row_id, "label": "", "opens": say("evidence.open"), **lead}
    return {"leads": [told], "clause": [], "rendering": english, "body": "", "beside": False, "why": ""}


def _figure(row: tuple) -> dict[str, Any]:
    written = row.quote.replace("\n", "")
    # Whoever reads no Chinese reads the value first, and beside it what the text writes.
    english = current() == "en" and bool(row.value)
    return {
        "style": f"figure {row.kind}",
        "sign": "",
        "written": qualified(row.qualifier_label, row.scaled, row.value) if english else written,
        "label": written if english else "",
        "facts": [row.who, row.time or row.flow_label, "" if row.kind == "result" else row.kind_label, suggested(row)],
    }


def _measure(row: tuple) -> dict[str, Any]:
    return {
        "style": "measure" if row.status == "implemented" else "measure begun",
        "sign": SIGNS[row.status],
        "written": row.label,
        "facts": [row.status_label, row.who or row.actor_label, suggested(row)],
    }


def cell(entries: Sequence[Mapping[str, Any]] = (), told: Sequence[str] = ()) -> dict[str, Any]:
    """A cell of the table: its entries, the first of them open, and lines of text below them."""
    return {
        "entries": list(entries),
        "first": _FIRST,
        "more": say("topics.more", count=len(entries) - _FIRST),
        "beside": [],
        "besideTitle": "",
        "silent": list(told),
    }


def column(name: str, under: str, cells: Sequence[Mapping[str, Any]], *, wide: bool = True) -> dict[str, Any]:
    """A column of the table under a head of two lines; one that is not `wide` is narrow where it holds no entry."""
    quiet = not wide and not any(one["entries"] for one in cells)
    return {"name": name, "level": under, "differs": False, "articles": "", "quiet": quiet, "cells": list(cells)}

"""Figures side by side that have no common scale: each with what it counts, for whom, when, and its sentence."""

import pandas as pd

from components.evidence.sentence import entry
from components.frame.language import say
from components.parts.passage import passage
from corpus.coding.evidence import evidence
from corpus.coding.rows import suggested
from corpus.collection.collection import Collection
from corpus.collection.labels import qualified
from corpus.collection.tables import tuples


def figure_list(collection: Collection, rows: pd.DataFrame, key: str) -> str:
    """Draw `rows` of `coding.figures.figures`, in their order, and return the number_id just opened, "" for none."""
    return passage([_line(collection, row) for row in tuples(rows)], key)


def _line(collection: Collection, row: tuple) -> dict:
    found = evidence(collection, row.number_id)
    about = [
        suggested(row),
        row.indicator,
        f"{row.region} · {row.level_label}",
        row.who,
        row.kind_label,
        row.flow_label,
        row.time,
        qualified(row.qualifier_label, row.scaled, row.value),
    ]
    label = f"{row.indicator} · {say('evidence.open')}"
    return entry(found, about, {"style": row.kind, "target": row.number_id, "label": label})

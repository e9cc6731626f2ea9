"""A list of measures, each with its sentence: the quote is marked and opens the evidence."""

import pandas as pd

from components.evidence.sentence import entry
from components.frame.language import say
from components.parts.passage import passage
from corpus.coding.evidence import evidence
from corpus.coding.rows import suggested
from corpus.collection.collection import Collection
from corpus.collection.tables import tuples

SIGNS = {"implemented": "●", "pilot": "◎", "planned": "○", "proposed": "△"}
"""Status → a sign beside its name, so that nothing is told by its style alone."""


def measure_list(
    collection: Collection, rows: pd.DataFrame, key: str, *, regions: bool = False, scroll: bool = False
) -> str:
    """Draw `rows` of `corpus.coding.measures.measures` and return the measure_id just opened, "" for none.

    `regions` names the region of each; `scroll` keeps the list in a box of its own.
    """
    return passage([_line(collection, row, regions=regions) for row in tuples(rows)], key, scroll=scroll)


def _line(collection: Collection, row: tuple, *, regions: bool) -> dict:
    """One measure: how far it has got, what it is and who does it, then its sentence."""
    found = evidence(collection, row.measure_id)
    about = [
        suggested(row),
        row.region if regions else "",
        f"{SIGNS[row.status]} {row.status_label}",
        row.label,
        f"{row.measure_type_id} {row.type}",
        row.who or row.actor_label,
    ]
    label = f"{row.label} · {say('evidence.open')}"
    style = "measure" if row.status == "implemented" else "measure begun"
    return entry(found, about, {"style": style, "target": row.measure_id, "label": label})

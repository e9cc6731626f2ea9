"""A list of measures, each with its sentence: the quote is marked and opens the evidence."""

from typing import Any

import pandas as pd

from components.evidence.sentence import entry
from components.frame.language import current, say
from components.parts.passage import passage
from corpus.coding.evidence import evidence
from corpus.coding.measures import by_id
from corpus.coding.rows import suggested
from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.memo import computed_once

SIGNS = {"implemented": "●", "pilot": "◎", "planned": "○", "proposed": "△"}
"""Status → a sign beside its name, so that nothing is told by its style alone."""


def measure_list(
    collection: Collection, rows: pd.DataFrame, key: str, *, regions: bool = False, scroll: bool = False
) -> str:
    """Draw `rows` of `corpus.coding.measures.measures` and return the measure_id just opened, "" for none.

    `regions` names the region of each; `scroll` keeps the list in a box of its own.
    """
    lines = [_line(collection, name, current(), regions=regions) for name in rows["measure_id"].tolist()]
    return passage(lines, key, scroll=scroll)


@computed_once
def _line(collection: Collection, measure_id: str, language: Language, *, regions: bool) -> dict[str, Any]:
    """One measure in the language of this run: how far it has got, what it is and who does it, then its sentence."""
    row = by_id(collection, language)[measure_id]
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

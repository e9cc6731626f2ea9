"""The figures of an answer as the rows of its picture."""

import pandas as pd

from components.frame.language import current
from components.topics.entries import bodies, region_name, told_rows
from corpus.collection.collection import Collection
from corpus.collection.labels import qualified
from corpus.topics.answer import FIGURES, Answer

COLUMNS = ("number_id", "region", "level", "indicator", "written", "kind", "body", "line")


def grid_rows(collection: Collection, answer: Answer) -> pd.DataFrame:
    """One row per figure that is meant: COLUMNS, `line` its rank in the cell of its region and indicator."""
    held: dict[tuple[str, str], int] = {}
    rows = []
    for region in answer.regions:
        for entry in answer.entries.get((region, FIGURES), ()):
            for row in () if entry.near else entry.rows:
                own = told_rows(collection, current())[row.row_id]
                place = (region, own.indicator)
                held[place] = held.get(place, -1) + 1
                written = own.quote.replace("\n", "")
                if current() == "en" and own.value:
                    written = qualified(own.qualifier_label, own.scaled, own.value)
                body = bodies(collection).get(entry.body, "")
                name, level = region_name(collection, region)
                told = (row.row_id, name, level, own.indicator, written, own.kind, body, held[place])
                rows.append(dict(zip(COLUMNS, told, strict=True)))
    return pd.DataFrame(rows, columns=COLUMNS)

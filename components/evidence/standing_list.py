"""What stands under a region and a type beside measures, each to open: figures, policies, bodies and others."""

from collections.abc import Sequence

from components.frame.language import current, say
from components.parts.passage import passage
from corpus.collection.collection import Collection
from corpus.regions.standing import Standing, called, opens


def standing_list(collection: Collection, rows: Sequence[Standing], key: str, *, head: str = "") -> str:
    """Draw the rows in a line each under the table that they are of, and return the id just opened, "" for none.

    `head` stands before the first of them.
    """
    return passage([_line(collection, row, head) for row in rows], key)


def _line(collection: Collection, row: Standing, head: str) -> dict:
    language = current()
    title = collection.dictionary.title(row.table, language)
    name: dict[str, str] = {"text": called(collection, row, language)}
    if opens(collection, row):
        name |= {"style": "measure", "target": row.row_id, "label": say("evidence.open")}
    about = " · ".join(part for part in (head, title) if part)
    return {"role": "name", "lost": False, "runs": [{"text": f"{about}　"}, name]}

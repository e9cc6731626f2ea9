"""One line beside the matrix: how far coders agree on what it counts."""

from components.frame.address import link_to
from components.frame.language import current, say
from corpus.coding.agreement import agreements
from corpus.coding.code_words import field_title
from corpus.collection.collection import Collection


def agreement_line(collection: Collection) -> None:
    """Draw Krippendorff's alpha of each coded field of measures, or that nobody coded them again, as a link to more."""
    found = [one for one in agreements(collection) if one.table == "measures"]
    fields = [f"{field_title(collection, one.table, one.field, current())} {_told(one.alpha.value)}" for one in found]
    label = say("matrix.agreement", fields=say("app.list").join(fields)) if fields else say("matrix.coded_once")
    link_to("pages/data.py", label, where={"section": "coding", "lang": current()})


def _told(alpha: float | None) -> str:
    """A coefficient to two places; a dash where everybody used one code and there is none."""
    return "–" if alpha is None else f"{alpha:.2f}"

"""The place and the row that a link names, if the article holds them."""

import re
from collections.abc import Mapping

from components.evidence.drawer import evidence_asked, evidence_parameters
from components.frame.url import Parameter, Text
from components.reader.choice import View
from components.reader.marks import MARKS
from corpus.coding.evidence import NAMED_KINDS, evidence, kind_of
from corpus.collection.collection import Collection
from corpus.texts.reading_text import readings

_PLACE = re.compile(r"[0-9]{1,7}-[0-9]{1,7}")
AT = "@"
"""What parts a document from a place in it, and begins the target of the stretch that the URL points to."""


def place_parameters(collection: Collection) -> dict[str, Parameter]:
    """The query parameters that name a row, or a place in the article's source file: `at`, start-end."""
    return {"at": Text(lambda text: _is_place(collection, text)), **evidence_parameters(collection)}


def place_here(collection: Collection, view: View, arrived: Mapping[str, list[str]]) -> str:
    """The place that the URL names, if it is one of this article; "" when it was left behind with another."""
    place = next(iter(arrived.get("at", [])), "")
    elsewhere = arrived.get("doc", []) not in ([], [view.document_id])
    return place if place and not elsewhere and readings(collection)[view.document_id].stretch(*place_of(place)) else ""


def row_here(collection: Collection, view: View, arrived: Mapping[str, list[str]]) -> str:
    """The row that the URL names, if this article holds it; "" when it was left behind with another."""
    asked = evidence_asked(arrived)
    if not asked:
        return ""
    kind = kind_of(collection, asked)
    if kind in NAMED_KINDS:
        held = bool(MARKS[kind](collection, view.document_id, asked))
    else:
        held = evidence(collection, asked).document_id == view.document_id
    return asked if held else ""


def place_of(text: str) -> tuple[int, int]:
    """The offsets that `start-end` names; ValueError where it is no such text."""
    start, _, end = text.partition("-")
    return int(start), int(end)


def _is_place(collection: Collection, text: str) -> bool:
    """Whether `start-end` names a stretch of some article."""
    if not _PLACE.fullmatch(text):
        return False
    return any(reading.stretch(*place_of(text)) for reading in readings(collection).values())

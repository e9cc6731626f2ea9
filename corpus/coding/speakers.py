"""Who speaks in an article, and on whose behalf: what a report says of a place is somebody's word."""

from dataclasses import dataclass

import pandas as pd

from corpus.collection.collection import Collection
from corpus.collection.dictionary import Language
from corpus.collection.labels import code_labels, names
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells

UNSTATED = "unstated"
"""The kind of speaker of an article that prints no byline, or of which nobody has said who speaks."""
COLUMNS = ("speaker_type", "speaker", "speaks_for")
"""What `add_speakers` adds to rows of articles, in a reader's words."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """The kind of speaker and its label, who it is as printed, and the body spoken for, "" where nothing is printed."""

    kind: str
    label: str
    who: str
    body: str


@computed_once
def speakers(collection: Collection, language: Language) -> dict[str, Speaker]:
    """Document → who speaks in it; a blank kind is one that is not stated."""
    labels = code_labels(collection, "speaker", language)
    bodies = names(collection, "organisations", "organisation_id", language)
    documents = collection.tables["documents"]
    columns = ("document_id", "speaker_type", "speaker" if language == "zh" else "speaker_en", "speaks_for")
    return {
        document: Speaker(kind or UNSTATED, labels[kind or UNSTATED], who, bodies[body] if body else "")
        for document, kind, who, body in cells(documents, columns)
    }


def add_speakers(collection: Collection, frame: pd.DataFrame, language: Language) -> None:
    """Add COLUMNS to rows that have a `document_id`: label of the kind, who speaks, the name of the body spoken for."""
    told = speakers(collection, language)
    own = [told[document] for document in frame["document_id"].tolist()]
    for column, part in zip(COLUMNS, ("label", "who", "body"), strict=True):
        frame[column] = [getattr(speaker, part) for speaker in own]

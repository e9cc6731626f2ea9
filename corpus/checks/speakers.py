"""Rules on who speaks in an article: as its genre and its byline have it, and for a body of the kind."""

from collections.abc import Iterator

from corpus.coding.speakers import UNSTATED
from corpus.collection.collection import Collection
from corpus.collection.tables import tuples
from corpus.problem import Problem

_PRESS, _INDIVIDUAL = "press", "individual"
_SIGNED = {"signed_article", "proposal", "supplied_page"}
"""Genres that somebody signs or supplies."""
_REPORTED = {"news_feature", "reporters_note"}
"""Genres that reporters write."""
_BODIES = {
    "government": "government",
    "union": "union",
    "party_secretary": "party",
    "firm": "enterprise",
    "school": "school",
}
"""Kind of speaker → the type of the body on whose behalf such a one speaks; others speak for none."""


def speakers_are_printed(collection: Collection) -> Iterator[Problem]:
    """Who speaks stands in the byline, and where the byline names somebody a kind of speaker is stated."""
    for row in tuples(collection.tables["documents"]):
        if "".join(row.speaker.split()) not in "".join(row.byline.split()):
            yield Problem("documents", row.document_id, "speaker", "speaker_not_in_byline", "copy_speaker")
        stated = row.speaker_type not in {"", UNSTATED}
        if row.byline and not (stated and row.speaker):
            yield Problem("documents", row.document_id, "speaker_type", "byline_names_somebody", "name_speaker")


def speakers_fit_genres(collection: Collection) -> Iterator[Problem]:
    """Who signs or supplies an article speaks in it, a person who proposes for nobody else; reporters write reports."""
    for row in tuples(collection.tables["documents"]):
        kind = row.speaker_type or UNSTATED
        fits = kind not in {_PRESS, UNSTATED} if row.genre in _SIGNED else kind in {_PRESS, UNSTATED}
        if row.genre in _SIGNED | _REPORTED and (not fits or (row.genre == "proposal" and kind != _INDIVIDUAL)):
            said = {"kind": kind, "genre": row.genre}
            yield Problem("documents", row.document_id, "speaker_type", "speaker_and_genre", "correct_one", said)


def speakers_speak_for_their_kind(collection: Collection) -> Iterator[Problem]:
    """Who speaks for a body speaks for one of the type of the kind; a reporter or a person speaks for none."""
    organisations = collection.tables["organisations"]
    types = dict(zip(organisations["organisation_id"], organisations["type"], strict=True))
    for row in tuples(collection.tables["documents"]):
        wanted = _BODIES.get(row.speaker_type, "")
        if types.get(row.speaks_for, "") != wanted:
            said = {"kind": row.speaker_type or UNSTATED, "body": row.speaks_for or "∅"}
            yield Problem("documents", row.document_id, "speaks_for", "speaks_for_another", "correct_one", said)

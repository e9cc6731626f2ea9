"""The measures that a text may tell, suggested from the codebook and from what was coded of other texts."""

import re
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells, records
from corpus.suggestions.actors import FAR, INDIVIDUAL, Actor, abbreviations, actor, speaker, subjects
from corpus.suggestions.acts import VERB
from corpus.suggestions.candidates import (
    Candidate,
    act_wording,
    candidates,
    instrument_wording,
    is_slogan,
    type_wording,
)
from corpus.suggestions.congresses import without_congresses
from corpus.suggestions.grams import Told, grams
from corpus.suggestions.labels import label
from corpus.suggestions.learned import Learned, instrument_cues, learned, type_cues
from corpus.suggestions.letters import plain
from corpus.suggestions.states import PLANNED, PROPOSED, plans, proposes, scope, status
from corpus.suggestions.suggestion import Cue, Suggestion
from corpus.texts.reading_text import ReadingText, readings
from corpus.words.tokens import cut

_MAYBE, _SURE = -0.35, 0.15
"""What a clause must have for an act to be thought of, and what with its likeliest type to be suggested.

Chosen on articles left out: most suggestions are in place, and four of five coded measures are found.
"""
_KINDS = 3
_SHORTEST = 2
"""A word of fewer letters tells nothing by itself."""


class _Article(NamedTuple):
    """An article that is read, as printed (`own`) and in plain letters, and what is known for all of its clauses.

    `whole` is the status of all of it, "" where it has none.
    """

    known: Collection
    own: ReadingText
    reading: ReadingText
    taught: Learned
    cues: Mapping[str, re.Pattern]
    instrument_cues: Mapping[str, re.Pattern]
    whole: str


def suggested_measures(known: Collection, own: Collection, document_id: str) -> list[Suggestion]:
    """The measures that an article of `own` may tell, in the order of its text.

    What is coded in `known` teaches the wording; nothing of `own` is remembered. Only body paragraphs are looked at.
    An actor is an id of `organisations` in `own` or in `known`. KeyError where `own` has no such article.
    """
    printed, taught = readings(own)[document_id], learned(known)
    if taught is None:
        return []
    reading = plain(printed)
    names = {**abbreviations(reading.text), **_names(known), **_names_of(own)}
    row = next(row for row in records(own.tables["documents"]) if row["document_id"] == document_id)
    byline = "".join([row["byline"], *_printed(reading, "byline")])
    title = row["title_zh"]
    whole = PROPOSED if proposes(row["genre"], byline, title) else PLANNED if plans(title) else ""
    article = _Article(known, printed, reading, taught, type_cues(known), instrument_cues(known), whole)
    signed = speaker(byline, names)
    found, turns, paragraph = [], ([], []), None
    for clause in candidates(reading):
        if clause.paragraph is not paragraph:
            paragraph = clause.paragraph
            turns = subjects(reading, paragraph, names)
        if is_slogan(reading.text, clause.start, clause.end):
            continue
        act = taught.acts.scores(taught.acts.told(act_wording(reading, clause)))[0]
        if act > _MAYBE:
            told = taught.types.told(type_wording(reading, clause.start, clause.end))
            scores = taught.types.scores(told)
            if act + max(scores, default=0.0) > _SURE:
                found.append(_suggestion(article, clause, (told, scores), actor(reading, clause, turns, signed, names)))
    return found


def _printed(reading: ReadingText, role: str) -> list[str]:
    return [reading.text[part.start : part.end] for part in reading.paragraphs if part.role == role]


def _suggestion(article: _Article, clause: Candidate, kind: tuple[Told, np.ndarray], who: Actor) -> Suggestion:
    text, start, end = article.reading.text, clause.start, clause.end
    types, instruments = article.taught.types, article.taught.instruments
    told, scores = kind
    likely = np.argsort(-scores, kind="stable")[:_KINDS].tolist()
    kinds = tuple(types.codes[at] for at in likely)
    done_by = instruments.told(instrument_wording(text[start:end], article.instrument_cues))
    instrument = int(np.argmax(instruments.scores(done_by)))
    near = start - FAR
    opened = max(clause.paragraph.start, near), max(article.reading.sentence_at(start)[0], near)
    said = status(text, start, end, opened, whole=article.whole)
    if said.code == PROPOSED:
        who = Actor("", INDIVIDUAL, 0, 0)
    reach = scope(text, start, end, who.kind, wishes=article.whole == PROPOSED)
    kind_cues, instrument_cues = article.cues.get(kinds[0]), article.instrument_cues.get(instruments.codes[instrument])
    places = {
        "quote": _first(VERB, text, start, end),
        "measure_type_id": _cue(kind_cues, text, start, end)
        or _loudest(article, clause, types.reasons(told, likely[0])),
        "instrument_id": _cue(instrument_cues, text, start, end)
        or _loudest(article, clause, instruments.reasons(done_by, instrument)),
        "actor_type": (who.start, who.end),
        "status": (said.start, said.end),
        "scope": (reach.start, reach.end),
    }
    return Suggestion(
        start,
        end,
        label(article.own.text[start:end], lambda told: cut(article.known, told).ends.tolist()),
        kinds,
        instruments.codes[instrument],
        who.organisation_id,
        who.kind,
        said.code,
        reach.code,
        tuple(Cue(field, *place) for field, place in places.items() if place and place[0] < place[1]),
    )


def _first(pattern: re.Pattern, text: str, start: int, end: int) -> tuple[int, int] | None:
    found = pattern.search(text, start, end)
    return found.span() if found else None


def _cue(pattern: re.Pattern | None, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the last cue of the codebook stands in a clause: the object of a Chinese clause comes last."""
    said = without_congresses(text[start:end])
    places = [found.span() for found in pattern.finditer(said)] if pattern else []
    return (start + places[-1][0], start + places[-1][1]) if places else None


def _loudest(article: _Article, clause: Candidate, reasons: Mapping[str, float]) -> tuple[int, int] | None:
    """The word of a clause whose runs speak loudest for a code; None where none speaks for it."""
    loudest, place = 0.0, None
    for word in cut(article.known, without_congresses(article.reading.text[clause.start : clause.end])):
        loudness = sum(reasons.get(run, 0.0) for run in grams(word.text))
        if len(word.text) >= _SHORTEST and loudness > loudest:
            loudest, place = loudness, (clause.start + word.start, clause.start + word.end)
    return place


@computed_once
def _names(known: Collection) -> dict[str, Actor]:
    return _names_of(known)


def _names_of(collection: Collection) -> dict[str, Actor]:
    """Organisations by their names and aliases."""
    columns = ("organisation_id", "type", "name_zh", "aliases")
    return {
        name: Actor(organisation, kind, 0, 0)
        for organisation, kind, named, aliases in cells(collection.tables["organisations"], columns)
        for name in (named, *aliases.split("|"))
        if name
    }

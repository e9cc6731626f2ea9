"""The measures that a text may tell, suggested from the codebook and from what was coded of other texts."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells, records
from corpus.suggestions.actors import INDIVIDUAL, Actor, abbreviations, actor, speaker, subjects
from corpus.suggestions.acts import LEADING, VERB
from corpus.suggestions.candidates import AROUND, Candidate, act_wording, candidates, instrument_wording, type_wording
from corpus.suggestions.learned import Learned, instrument_cues, learned
from corpus.suggestions.states import proposes, scope, status
from corpus.suggestions.suggestion import Cue, Suggestion
from corpus.texts.reading_text import ReadingText, readings

_SURE = -0.2
"""From here on a clause counts as telling an act: where precision and recall on articles left out are about even."""
_KINDS = 3
_LABEL = 24
_CUT = re.compile(r"[、]|以及|等(?=[^级])")


class _Article(NamedTuple):
    """An article that is read, and what is known for all of its clauses: `wishes` where all of them are proposals."""

    reading: ReadingText
    taught: Learned
    cues: Mapping[str, tuple[str, ...]]
    instrument_cues: Mapping[str, re.Pattern]
    wishes: bool


def suggested_measures(known: Collection, own: Collection, document_id: str) -> list[Suggestion]:
    """The measures that an article of `own` may tell, in the order of its text.

    What is coded in `known` teaches the wording; nothing of `own` is remembered. Only body paragraphs are looked at.
    An actor is an id of `organisations` in `own` or in `known`. KeyError where `own` has no such article.
    """
    reading, taught = readings(own)[document_id], learned(known)
    if taught is None:
        return []
    names = {**abbreviations(reading.text), **_names(known), **_names_of(own)}
    row = next(row for row in records(own.tables["documents"]) if row["document_id"] == document_id)
    byline = "".join([row["byline"], *_printed(reading, "byline")])
    wishes = proposes(row["genre"], byline, row["title_zh"])
    article = _Article(reading, taught, cue_words(known), instrument_cues(known), wishes)
    signed = speaker(byline, names)
    found, turns, paragraph = [], ([], []), None
    for clause in candidates(reading):
        if clause.paragraph is not paragraph:
            paragraph = clause.paragraph
            turns = subjects(reading, paragraph, names)
        if taught.acts.scores(taught.acts.told(act_wording(reading, clause)))[0] > _SURE:
            found.append(_suggestion(article, clause, actor(reading, clause, turns, signed, names)))
    return found


def _printed(reading: ReadingText, role: str) -> list[str]:
    return [reading.text[part.start : part.end] for part in reading.paragraphs if part.role == role]


def _suggestion(article: _Article, clause: Candidate, who: Actor) -> Suggestion:
    reading, start, end = article.reading, clause.start, clause.end
    types, instruments = article.taught.types, article.taught.instruments
    told = types.told(type_wording(reading, start, end))
    likely = np.argsort(-types.scores(told), kind="stable")[:_KINDS].tolist()
    kinds = tuple(types.codes[at] for at in likely)
    done_by = instruments.told(instrument_wording(reading.text[start:end], article.instrument_cues))
    instrument = int(np.argmax(instruments.scores(done_by)))
    opened = clause.paragraph.start, reading.sentence_at(start)[0]
    said = status(reading.text, start, end, opened, wishes=article.wishes)
    if said.code == "proposed":
        who = Actor("", INDIVIDUAL, 0, 0)
    reach = scope(reading.text, start, end, who.kind, wishes=article.wishes)
    verb = VERB.search(reading.text, start, end)
    kind_words = (*article.cues.get(kinds[0], ()), *_telling(types.reasons(told, likely[0])))
    code = instruments.codes[instrument]
    cues = (
        list(article.instrument_cues[code].finditer(reading.text, start, end))
        if code in article.instrument_cues
        else []
    )
    instrument_place = (
        cues[-1].span() if cues else _place(reading, clause, _telling(instruments.reasons(done_by, instrument)))
    )
    places = {
        "quote": verb.span() if verb else None,
        "measure_type_id": _place(reading, clause, kind_words),
        "instrument_id": instrument_place,
        "actor_type": (who.start, who.end),
        "status": (said.start, said.end),
        "scope": (reach.start, reach.end),
    }
    return Suggestion(
        start,
        end,
        label(reading.text[start:end]),
        kinds,
        code,
        who.organisation_id,
        who.kind,
        said.code,
        reach.code,
        tuple(Cue(field, *place) for field, place in places.items() if place and place[0] < place[1]),
    )


def _telling(runs: list[str]) -> list[str]:
    return [run for run in runs if len(run) > 1]


def _place(reading: ReadingText, clause: Candidate, words: Sequence[str]) -> tuple[int, int] | None:
    """Where the first of some words stands in a clause, else in the sentence around it."""
    around = reading.sentence_at(clause.start)
    near = max(around[0], clause.start - AROUND), min(around[1], clause.end + AROUND)
    for first, last in ((clause.start, clause.end), near):
        for word in words:
            at = reading.text.find(word, first, last)
            if at >= 0:
                return at, at + len(word)
    return None


def label(quote: str) -> str:
    """A quote cut short: without adverbs before its verb, and to what stands before a list goes on."""
    told = " ".join(quote.split())
    told = told[LEADING.match(told).end() :] if LEADING.match(told) else told
    if len(told) <= _LABEL:
        return told
    cuts = [cut.start() for cut in _CUT.finditer(told) if _LABEL // 3 <= cut.start() <= _LABEL]
    return told[: cuts[-1]] if cuts else told[:_LABEL]


@computed_once
def cue_words(known: Collection) -> dict[str, tuple[str, ...]]:
    """Measure type → its cues in the codebook, the longest first."""
    return {
        kind: tuple(sorted(filter(None, cues.split("|")), key=len, reverse=True))
        for kind, cues in cells(known.tables["measure_types"], ("measure_type_id", "cues"))
    }


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

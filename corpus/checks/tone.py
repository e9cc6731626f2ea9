"""Rules on tone: how its words count can be read, and what was read in the sources."""

import re
from collections.abc import Iterator

from corpus.checks.sentences import doubt
from corpus.collection.collection import Collection
from corpus.collection.tables import records, tuples
from corpus.problem import Problem
from corpus.texts.reading_text import readings
from corpus.words.tone import occurrences
from corpus.words.tone_precision import precisions

_RULES = ("only_after", "only_before", "not_after", "not_before")
_PRECISE = 0.9
"""The share of the places read, of those that count, that must be used so."""


def tone_rules_can_be_read(collection: Collection) -> Iterator[Problem]:
    """What must stand beside a word of tone is a regular expression."""
    for row in records(collection.tables["tone"]):
        for field in _RULES:
            try:
                re.compile(row[field])
            except re.error as error:
                yield Problem("tone", row["word"], field, "no_expression", "mend_expression", {"error": str(error)})


def tone_rules_are_explained(collection: Collection) -> Iterator[Problem]:
    """A word with rules says what they leave out, and one without says nothing."""
    for row in records(collection.tables["tone"]):
        if any(row[field] for field in _RULES) != bool(row["left_out"]):
            yield Problem("tone", row["word"], "left_out", "rules_and_reason", "fill_or_clear")


def readings_read_tone(collection: Collection) -> Iterator[Problem]:
    """What was read is a word of tone in its place; it says why the word is not used so just where it is not."""
    places = {
        (reading.seed_file, reading.offsets[one.place.start])
        for own in occurrences(collection).values()
        for one in own
        for reading in (readings(collection)[one.place.document_id],)
    }
    for row in tuples(collection.tables["tone_readings"]):
        name = f"{row.seed_file} {row.start}"
        if (row.seed_file, int(row.start)) not in places:
            yield Problem("tone_readings", name, "quote", "no_word_of_tone", "remove_row")
        if (row.used == "true") == bool(row.why):
            yield Problem("tone_readings", name, "why", "used_and_why", "fill_or_clear")


def samples_hold_what_is_right(collection: Collection) -> Iterator[Problem]:
    """Of the places read elsewhere no more are right than were read."""
    for row in tuples(collection.tables["tone_elsewhere"]):
        if int(row.right) > int(row.read):
            yield Problem("tone_elsewhere", row.kind, "right", "more_right_than_read", "write_value")


def tone_counts_as_read(collection: Collection) -> Iterator[Problem]:
    """Of the places that count in a class and were read, nine in ten are used so."""
    for own in precisions(collection):
        if own.right < _PRECISE * own.read:
            yield doubt("tone", own.kind, "kind", "tone_miscounts", right=own.right, read=own.read)

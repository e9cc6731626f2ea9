"""A measure that a program suggests, with the words that spoke for it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of a text that spoke for a code: `field` of `measures`, their place in the text."""

    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A stretch of a text that may tell a measure, in codes of the codebook.

    `start` and `end` are code points in the text. `measure_types` are the likeliest kinds, best first, at most three.
    """

    start: int
    end: int
    label: str
    measure_types: tuple[str, ...]
    instrument_id: str
    actor: str
    actor_type: str
    status: str
    scope: str
    cues: tuple[Cue, ...]

"""Sentences of two texts side by side: what is kept, what changed, what moved, and figures that are not the same."""

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.frame.browser_part import browser_part
from components.frame.language import say
from corpus.collection.collection import Collection
from corpus.reading.reference import ABSENT, ADAPTED, MATCHES, Beside, Match
from corpus.reading.reworded import ALONE, FIGURE, KEPT, KINDS, Piece, reworded
from corpus.reading.sentences import Sentence

FROM_REFERENCE, FROM_OWN = DIRECTIONS = ("reference", "own")
"""Which text is gone through: the reference for what mine has of it, or mine for what the reference has."""
_SIGNS = {"verbatim": "＝", "adapted": "≈", "absent": "∅"}
"""How a sentence stands → a sign before its name, so that nothing is told by colour."""
_list = browser_part("sentence_pairs", '<div class="pairs"></div>')


@dataclass(frozen=True)
class Line:
    """A sentence of the text that is gone through, how it stands in the other, and what stands there.

    `unlike` says that a figure of it is another there.
    """

    sentence: Sentence
    match: Match
    other: Sentence | None
    unlike: bool


def lines(found: Beside, unlike: Container[int], direction: str) -> list[Line]:
    """Every sentence of the text that is gone through, in its order; `unlike` are ranks of `unlike_figures`."""
    first = direction == FROM_REFERENCE
    own, matches, others = (
        (found.reference, found.of_reference, found.own) if first else (found.own, found.of_own, found.reference)
    )
    return [
        Line(sentence, match, others[match.other] if match.kind != ABSENT else None, rank in unlike)
        for rank, (sentence, match) in enumerate(zip(own, matches, strict=True))
    ]


def pair_list(curated: Collection, shown: Sequence[Line], direction: str) -> None:
    """Draw the pairs, the reference on the left."""
    _list(
        key=f"own.reference.pairs.{direction}",
        data={
            "heads": [say("compare.kind"), say("compare.reference"), say("compare.mine")],
            "legend": [[kind, say(f"compare.piece_{kind}")] for kind in KINDS if kind != KEPT],
            "none": say("compare.no_pairs"),
            "rows": [_row(curated, line, direction) for line in shown],
        },
    )


def _sides(line: Line, direction: str) -> tuple[str, str]:
    """What stands on the left and on the right, "" where there is nothing."""
    one, other = line.sentence.text.strip(), line.other.text.strip() if line.other else ""
    return (one, other) if direction == FROM_REFERENCE else (other, one)


def _row(curated: Collection, line: Line, direction: str) -> dict[str, Any]:
    kind = line.match.kind
    left, right = _sides(line, direction)
    sides, figures = ([Piece(left, KEPT)], [Piece(right, KEPT)]), ()
    if kind == ADAPTED:
        found = reworded(curated, left, right)
        sides, figures = (found.reference, found.own), found.figures
    name = f"{_SIGNS[kind]} {say(f'compare.kind_{direction}_{kind}')}"
    return {
        "kind": kind,
        "name": name,
        "sides": [[{"text": piece.text, "kind": piece.kind} for piece in side if piece.text] for side in sides],
        "nothing": say("compare.not_found" if direction == FROM_REFERENCE else "compare.not_in_reference"),
        "notes": [say("compare.figures_differ", reference=one, own=other) for one, other in figures],
    }


def pair_rows(curated: Collection, shown: Sequence[Line], direction: str) -> Callable[[], pd.DataFrame]:
    """What makes the pairs a table to take away, with the words that either has alone.

    Whatever it says in the reader's language is looked up now; the sentences are compared when it is called.
    """
    names = ("kind", "reference", "mine", "only_reference", "only_mine", "figures_differ")
    heads = [say(f"compare.pairs_{name}") for name in names]
    kinds = {kind: say(f"compare.kind_{direction}_{kind}") for kind in MATCHES}
    between = say("app.items")

    def alone(pieces: Sequence[Piece]) -> str:
        return between.join(piece.text for piece in pieces if piece.kind in {ALONE, FIGURE})

    def row(line: Line) -> tuple[str, ...]:
        left, right = _sides(line, direction)
        told = (kinds[line.match.kind], left, right)
        if line.match.kind != ADAPTED:
            return (*told, "", "", "")
        found = reworded(curated, left, right)
        figures = between.join(f"{one} → {other}" for one, other in found.figures)
        return (*told, alone(found.reference), alone(found.own), figures)

    return lambda: pd.DataFrame([row(line) for line in shown], columns=heads, dtype=str)

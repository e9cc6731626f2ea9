"""Numbers of a table that have grown together where its layout was lost (87.586.085.5)."""

import re
from collections.abc import Iterator

_RUN = re.compile(r"(?<![\d.])(?:\d{1,3}\.\d){3,40}(?![\d.])")
_PIECE = re.compile(r"\d{1,3}\.\d")


def glued(text: str) -> Iterator[list[tuple[int, int]]]:
    """For each run of numbers of one decimal without anything between them, where each number stands."""
    for run in _RUN.finditer(text):
        yield [match.span() for match in _PIECE.finditer(text, *run.span())]

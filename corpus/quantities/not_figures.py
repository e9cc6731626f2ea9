"""Numerals that state no figure by what stands around them, with the reason."""

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.quantities.dates import DATES, PERIODS, SPANS
from corpus.quantities.passed_patterns import (
    AFTER_WORDS,
    BEFORE_DATES,
    FIGURE_IN_QUOTES,
    MEASURES,
    NAME_IN_QUOTES,
    NUMERAL,
    ONE_ONE,
    PROPORTION,
    QUOTED,
    TITLE,
)
from corpus.quantities.phrases import in_phrases


class Claims:
    """Stretches of a text that are spoken for; what is claimed first stays."""

    def __init__(self, length: int) -> None:
        self.taken = bytearray(length)
        self.kept = bytearray(length)
        self.spans: list[tuple[int, int, str]] = []

    def claim(self, start: int, end: int, reason: str) -> None:
        """Take a stretch, unless a part of it is taken or kept for a figure."""
        if start < end and not any(self.taken[start:end]) and not any(self.kept[start:end]):
            self.taken[start:end] = b"\x01" * (end - start)
            self.spans.append((start, end, reason))

    def keep(self, start: int, end: int) -> None:
        """Keep a stretch for a figure."""
        self.kept[start:end] = b"\x01" * (end - start)


def not_figures(
    text: str, words: Iterable[str], roles: Iterable[tuple[int, int, str]] = (), claims: Claims | None = None
) -> Claims:
    """The numerals of a plain text that stand in a date, a name, an order, a phrase, a reference, a page's frame.

    `claims` are those made before, with the places that are kept for figures.
    """
    claims = claims or Claims(len(text))
    _claim_clutter(text, claims, roles)
    for found in PROPORTION.finditer(text):
        claims.keep(*found.span(1))
    for reason, found in _found(BEFORE_DATES, text):
        claims.claim(*found.span(), reason)
    told = (("name", PERIODS), ("period", SPANS), ("date", DATES))
    for reason, found in _found([(reason, pattern) for reason, patterns in told for pattern in patterns], text):
        claims.claim(*found.span(), reason)
    for start, end in _names(text):
        claims.claim(start, end, "name")
    for start, end, reason in in_phrases(text, words):
        claims.claim(start, end, reason)
    for reason, found in _found(AFTER_WORDS, text):
        claims.claim(*found.span(), reason)
    for start, end in _paired(text):
        claims.claim(start, end, "idiom")
    claims.spans.sort()
    return claims


def _claim_clutter(text: str, claims: Claims, roles: Iterable[tuple[int, int, str]]) -> None:
    for start, end, role in roles:
        if role == "clutter":
            for match in NUMERAL.finditer(text, start, end):
                claims.claim(*match.span(), "clutter")


def _paired(text: str) -> Iterator[tuple[int, int]]:
    """Phrases of four characters with two numerals that count nothing (一院一园)."""
    for match in ONE_ONE.finditer(text):
        if not {text[match.start() + 1], text[match.start() + 3]} & MEASURES:
            yield match.span()


def _found(patterns: Sequence[tuple[str, re.Pattern[str]]], text: str) -> Iterator[tuple[str, re.Match[str]]]:
    for reason, pattern in patterns:
        for match in pattern.finditer(text):
            if NUMERAL.search(match.group()):
                yield reason, match


def _names(text: str) -> Iterator[tuple[int, int]]:
    """The numerals in titles of works, and those of words in quotation marks that are names, as one stretch each."""
    for match in TITLE.finditer(text):
        for numeral in NUMERAL.finditer(text, *match.span()):
            yield numeral.span()
    for match in QUOTED.finditer(text):
        said = match.group(1) or match.group(2)
        if NAME_IN_QUOTES.search(said) and not FIGURE_IN_QUOTES.search(said) and not re.search("[,，。;；]", said):
            inside = list(NUMERAL.finditer(text, *match.span()))
            if inside:
                yield inside[0].start(), inside[-1].end()

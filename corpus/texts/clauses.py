"""The clause of a sentence that says something: the words between two stops, around a stretch."""

import re

_STOPS = frozenset("，；：。！？…—\n")
_LATIN = re.compile(r"[,;:](?=\s|[^\x00-\x7f])|[.!?](?=\s)")
"""Stops of Latin type; between digits a comma or a colon is none."""
_TITLES = {"《": "》", "〈": "〉"}
_SPEECH = {"“": "”", "‘": "’", "「": "」", "『": "』"}
_BRACKETS = {"（": "）", "(": ")", "［": "］", "[": "]", "【": "】", "〔": "〕"}
_PAIRED = {**_TITLES, **_SPEECH, **_BRACKETS}
_CLOSERS = frozenset(_PAIRED.values())
_LEAST = 8
"""A clause of fewer letters than these is told with its neighbour."""


def clause(sentence: str, start: int, end: int) -> tuple[int, int]:
    """The clause around `sentence[start:end]`, as a start and an end in the sentence, without the stop that ends it.

    Clauses lie between stops (，；：。 and their like) or in brackets. Nothing is cut inside a title, nor in a word in
    quotation marks or a bracket beside the stretch; speech that holds the stretch is cut as what it is, sentences.
    What opens and never closes is passed over. A clause too short to be understood takes the one before it, the first
    one the one after it. ValueError where the stretch is not in the sentence.
    """
    if not 0 <= start <= end <= len(sentence):
        message = f"{start}–{end} is no stretch of a sentence of {len(sentence)} characters"
        raise ValueError(message)
    cuts, inside = _cuts(sentence, start, end)
    before = [at for at in cuts if at <= start]
    after = [at for at in cuts if at >= max(end, start + 1)]
    first, last = before.pop(), after.pop(0)
    while _letters(sentence[first:last]) < _LEAST and (before or after):
        if not before:
            last = after.pop(0)
            continue
        # Whoever leaves a bracket at one end leaves it at the other.
        closes = inside.get(first, -1)
        first = before.pop()
        while last <= closes and after:
            last = after.pop(0)
    return _trimmed(sentence, first, last, start, end)


def _cuts(sentence: str, start: int, end: int) -> tuple[list[int], dict[int, int]]:
    """Where the sentence may be cut, its ends included, in order; for each pair around the stretch, from and to."""
    stops = _stops(sentence)
    covered: set[int] = set()
    inside: dict[int, int] = {}
    for at, close in _pairs(sentence):
        holds = at < start and end <= close
        # A word in quotation marks has no stop in it; what has some is speech.
        speaks = sentence[at] in _SPEECH and any(at < stop < close for stop in stops)
        if holds and (sentence[at] in _BRACKETS or speaks):
            inside[at + 1] = close
        else:
            covered.update(range(at, close + 1))
    edges = {*inside, *inside.values()} - covered
    return sorted({0, len(sentence), *edges, *(stop + 1 for stop in stops - covered)}), inside


def _stops(sentence: str) -> set[int]:
    """Where the sentence has a stop; a sign between digits, as in a time or a proportion, is none."""
    latin = {match.start() for match in _LATIN.finditer(sentence)}
    signs = {at for at, letter in enumerate(sentence) if letter in _STOPS and not _between_digits(sentence, at)}
    return latin | signs


def _pairs(sentence: str) -> list[tuple[int, int]]:
    """Where something opens and where it closes; what has no other half is left out."""
    opened: list[int] = []
    pairs = []
    for at, letter in enumerate(sentence):
        if letter in _PAIRED:
            opened.append(at)
        elif letter in _CLOSERS:
            match = next((one for one in reversed(opened) if _PAIRED[sentence[one]] == letter), None)
            if match is not None:
                del opened[opened.index(match) :]
                pairs.append((match, at))
    return pairs


def _between_digits(sentence: str, at: int) -> bool:
    return 0 < at < len(sentence) - 1 and sentence[at - 1].isdigit() and sentence[at + 1].isdigit()


def _letters(text: str) -> int:
    return sum(letter.isalnum() for letter in text)


def _trimmed(sentence: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """The clause without blanks, without the stop at its end, never less than the stretch itself."""
    while first < start and (sentence[first].isspace() or sentence[first] in _STOPS):
        first += 1
    while last > end and (sentence[last - 1].isspace() or sentence[last - 1] in _STOPS or sentence[last - 1] in ",;:."):
        last -= 1
    return first, last


_PIECE = re.compile(
    r"(?:《[^《》\n]{1,60}》|“[^“”\n]{1,40}”|‘[^‘’\n]{1,40}’|「[^「」\n]{1,40}」|[（(][^（）()\n]{1,60}[）)]"
    r"|(?<=\d)[,.:：](?=\d)|[^，；：。！？…\n,;:!?])++"
)
"""A run without a stop; what a short pair of marks or brackets holds is not cut."""


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The clauses of `text[start:end]` in order, as starts and ends in the text, without stops and blanks around.

    Unlike `clause`, which looks from a stretch outwards, it goes once through the text, in time that grows with it.
    """
    found = []
    for piece in _PIECE.finditer(text, start, end):
        whole = piece.group()
        first = piece.start() + len(whole) - len(whole.lstrip())
        last = piece.end() - len(whole) + len(whole.rstrip())
        if first < last:
            found.append((first, last))
    return found

"""What two sentences have in common word by word, what either has alone, and figures that are not the same."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from corpus.collection.collection import Collection
from corpus.reading.sentences import plain
from corpus.texts.numerals import find_numerals
from corpus.texts.stated import stated
from corpus.words.tokens import cut

KEPT, ALONE, MOVED, FIGURE = KINDS = ("kept", "alone", "moved", "figure")
"""A stretch of a sentence: in the other at its place, in this one alone, in the other elsewhere, another figure."""
_MOVED_LEAST = 4
"""Characters that a stretch has at least to be told as moved: a word or two stand elsewhere by chance."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence and its kind, one of KINDS."""

    text: str
    kind: str


@dataclass(frozen=True)
class Reworded:
    """Two sentences as stretches, and the pairs of figures that stand in one place and are not the same."""

    reference: tuple[Piece, ...]
    own: tuple[Piece, ...]
    figures: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class _Word:
    """A word of a sentence: its place, what it is compared by, whether it writes a number, and its kind."""

    start: int
    end: int
    key: str
    numeral: bool
    kind: str = KEPT


def reworded(collection: Collection, reference: str, own: str) -> Reworded:
    """Compare two sentences word by word, a number being one word however it is written; nothing of them is kept."""
    left, right = _words(collection, reference), _words(collection, own)
    matcher = SequenceMatcher(None, [word.key for word in left], [word.key for word in right], autojunk=False)
    figures: list[tuple[str, str]] = []
    for kind, first, last, start, stop in matcher.get_opcodes():
        if kind == "equal":
            continue
        gone, new = left[first:last], right[start:stop]
        for word in (*gone, *new):
            word.kind = ALONE
        numerals = ([word for word in words if word.numeral] for words in (gone, new))
        for one, other in zip(*numerals, strict=False):
            if one.key != other.key:
                one.kind = other.kind = FIGURE
                figures.append((_with_unit(reference, left, one), _with_unit(own, right, other)))
    for words, others in ((left, right), (right, left)):
        _note_moved(words, others)
    return Reworded(tuple(_pieces(reference, left)), tuple(_pieces(own, right)), tuple(figures))


def _words(collection: Collection, text: str) -> list[_Word]:
    """The words of a sentence in their order, each of its numbers as one; punctuation is none."""
    known = collection.tables["numeral_words"]["word"].tolist()
    numbers = [
        _Word(one.start, one.end, f"={stated(text[one.start : one.end], known)}", numeral=True)
        for one in find_numerals(text, known)
    ]
    taken = {at for word in numbers for at in range(word.start, word.end)}
    others = [
        _Word(start, end, plain(text[start:end]), numeral=False)
        for token in cut(collection, text)
        for start, end in _free(token.start, token.end, taken)
        if plain(text[start:end])
    ]
    return sorted([*numbers, *others], key=lambda word: word.start)


def _free(start: int, end: int, taken: set[int]) -> Iterator[tuple[int, int]]:
    """What of a stretch is not taken."""
    begin = start
    for at in range(start, end + 1):
        if at == end or at in taken:
            if begin < at:
                yield begin, at
            begin = at + 1


def _with_unit(text: str, words: Sequence[_Word], number: _Word) -> str:
    """A number with the word that goes on from it."""
    return text[number.start : next((word.end for word in words if word.start == number.end), number.end)]


def _runs(words: Sequence[_Word], kind: str) -> Iterator[list[_Word]]:
    """The longest stretches of words of one kind."""
    run: list[_Word] = []
    for word in words:
        if word.kind == kind:
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _note_moved(words: Sequence[_Word], others: Sequence[_Word]) -> None:
    """Have words that stand alone at their place, and elsewhere in the other sentence, told as moved."""
    there = ["".join(word.key for word in run) for kind in (ALONE, MOVED) for run in _runs(others, kind)]
    for run in list(_runs(words, ALONE)):
        for first in range(len(run)):
            for last in range(len(run), first, -1):
                part = run[first:last]
                key = "".join(word.key for word in part)
                if any(word.kind != ALONE for word in part) or len(key) < _MOVED_LEAST:
                    continue
                if any(key in one for one in there):
                    for word in part:
                        word.kind = MOVED
                    break


def _pieces(text: str, words: Iterable[_Word]) -> Iterator[Piece]:
    """The sentence as stretches; what parts two words of one kind is of it too."""
    at, begin, kind = 0, 0, KEPT
    for word in words:
        if word.kind != kind:
            # The signs between two kinds are common to both sentences, or nobody's.
            stop, begin_next = (at, word.start) if kind != KEPT else (word.start, word.start)
            if stop > begin:
                yield Piece(text[begin:stop], kind)
            if begin_next > stop:
                yield Piece(text[stop:begin_next], KEPT)
            begin, kind = word.start, word.kind
        at = word.end
    if at > begin:
        yield Piece(text[begin:at], kind)
    if at < len(text):
        yield Piece(text[at:], KEPT)

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
_WORD = 2
"""Characters of a word."""
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
    sides: tuple[list[_Word], list[_Word]] = [], []
    for kind, first, last, start, stop in matcher.get_opcodes():
        gone, new = left[first:last], right[start:stop]
        if kind != "equal":
            (before, gone, after), (new_before, new, new_after) = _trimmed(gone, new)
            for word in (*gone, *new):
                word.kind = ALONE
            for one, other in _unlike_numbers(gone, new):
                one.kind = other.kind = FIGURE
                figures.append((_with_unit(reference, left, one), _with_unit(own, right, other)))
            gone, new = [*before, *gone, *after], [*new_before, *new, *new_after]
        sides[0].extend(gone)
        sides[1].extend(new)
    for words, others in (sides, sides[::-1]):
        _note_moved(words, others)
    return Reworded(tuple(_pieces(reference, sides[0])), tuple(_pieces(own, sides[1])), tuple(figures))


def _unlike_numbers(gone: Sequence[_Word], new: Sequence[_Word]) -> Iterator[tuple[_Word, _Word]]:
    """The numbers that stand for each other, pair by pair, and are not the same."""
    for one, other in zip(*([word for word in words if word.numeral] for words in (gone, new)), strict=False):
        if one.key != other.key:
            yield one, other


Parts = tuple[list[_Word], list[_Word], list[_Word]]


def _trimmed(gone: list[_Word], new: list[_Word]) -> tuple[Parts, Parts]:
    """Two stretches without what they begin and end alike: a name may be one word here and several there."""
    heads = [], []
    found = _common(gone, new)
    cut_off = _cut(gone, found), _cut(new, found)
    if all(cut_off):
        (heads_one, gone), (heads_other, new) = cut_off
        heads = heads_one, heads_other
    tails = [], []
    found = _common(gone, new, backwards=True)
    sizes = (sum(len(word.key) for word in words) - found for words in (gone, new))
    cut_off = tuple(_cut(words, size) for words, size in zip((gone, new), sizes, strict=True))
    if all(cut_off):
        (gone, tails_one), (new, tails_other) = cut_off
        tails = tails_one, tails_other
    return (heads[0], gone, tails[0]), (heads[1], new, tails[1])


def _common(gone: Sequence[_Word], new: Sequence[_Word], *, backwards: bool = False) -> int:
    """How many characters two stretches begin with alike, or end with, 0 for fewer than a word has."""
    one, other = ("".join(word.key for word in words) for words in (gone, new))
    if backwards:
        one, other = one[::-1], other[::-1]
    length = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return length if length >= _WORD else 0


def _cut(words: list[_Word], size: int) -> tuple[list[_Word], list[_Word]] | None:
    """The words up to a number of characters, and the others; a word is parted if need be, a number never (None)."""
    for rank, word in enumerate(words):
        if size <= 0:
            return words[:rank], words[rank:]
        if len(word.key) > size:
            if word.numeral or word.end - word.start != len(word.key):
                return None
            first = _Word(word.start, word.start + size, word.key[:size], numeral=False)
            second = _Word(word.start + size, word.end, word.key[size:], numeral=False)
            return [*words[:rank], first], [second, *words[rank + 1 :]]
        size -= len(word.key)
    return words, []


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

"""Texts with what people cannot see made the same, and the way back to what is printed."""

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.paths import ALIKE
from corpus.shipped import shipped_text
from corpus.texts.script import SIMPLIFIED

_BLANK = " "
_BLANKS = re.compile(" +")
_PARAGRAPHS = "\n"
_IDEOGRAPHS = 0x2E80
"""From here on Unicode holds the scripts of East Asia, whose words no blank parts."""
_MARKS = {"Mn", "Me"}
_INVISIBLE = {"Cc", "Cf"}
_FILLERS = {0x115F, 0x1160}
"""Letters of Hangul that show nothing, in their compatible form."""


@dataclass(frozen=True)
class Folded:
    """A text as it is compared.

    `text` is the folded form of `printed`. It is made of stretches, each of which stands character for character for
    one of `printed`: a stretch begins at `starts[i]` of `text` and stands for what begins at `begins[i]` of `printed`.
    One character may stand as several (… as three dots), each a stretch of its own, and some as none.
    """

    printed: str
    text: str
    starts: Sequence[int]
    begins: Sequence[int]

    def place(self, index: int) -> int:
        """The position in `printed` of the character that `text[index]` stands for."""
        stretch = bisect_right(self.starts, index) - 1
        return self.begins[stretch] + index - self.starts[stretch]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]`, not empty, is printed; accents and variation selectors belong to their letter."""
        last = self.place(end - 1) + 1
        while last < len(self.printed) and unicodedata.category(self.printed[last]) in _MARKS:
            last += 1
        return self.place(start), last


def fold(text: str) -> Folded:
    """Fold a text: two texts that differ only in what people cannot see, or type apart, have one folded form.

    Made the same are full and half width and whatever else Unicode calls compatible (Kangxi radicals, compatibility
    ideographs, ①), letter case, the two scripts (character by character, with the characters that the simplified
    one has merged), the radicals of the CJK supplement, and the shapes of quotation marks, dashes and dots. Left out
    are accents, variation selectors, and characters of no width. Blanks count only between two letters of an
    alphabet, where any run of them is one; a line feed parts paragraphs and stays. Commas inside numbers, brackets
    and the way a number is written (3.1万, 31000, 三万一千) are what an author chose, and are kept.
    """
    pieces: list[str] = []
    starts, begins = array("I"), array("I")
    length, blank = 0, None
    for begin, piece in _stretches(text):
        if piece == _BLANK:
            blank = begin if blank is None else blank
            continue
        parts = [(begin, piece)]
        if blank is not None and pieces and _alphabetic(pieces[-1][-1]) and _alphabetic(piece[0]):
            parts = [(blank, _BLANK), *parts]
        blank = None
        for place, part in parts:
            if not starts or place - begins[-1] != length - starts[-1]:
                starts.append(length)
                begins.append(place)
            pieces.append(part)
            length += len(part)
    return Folded(text, "".join(pieces), starts, begins)


def _stretches(text: str) -> Iterator[tuple[int, str]]:
    """The folded letters of a text and where each run of them is printed, those that stand alone for one character."""
    forms = {character: _forms[character] for character in set(text)}
    for character, form in forms.items():
        # A folded letter is its own form, so that none is folded twice; a pass for each is faster than `translate`.
        if len(form) == 1 and form not in {character, _BLANK}:
            text = text.replace(character, form)
    uneven = "".join(character for character, form in forms.items() if len(form) != 1 or form == _BLANK)
    place = 0
    for number, run in enumerate(re.split(f"([{re.escape(uneven)}])", text) if uneven else [text]):
        if number % 2:
            yield from ((place, letter) for letter in forms[run])
        elif run:
            yield place, run
        place += len(run)


def folded(text: str) -> str:
    """The folded form alone of a text, without the way back: that of `fold`, in a fraction of its time."""
    return _BLANKS.sub(_kept_blank, text.translate(_forms_by_code))


def _kept_blank(blanks: re.Match[str]) -> str:
    """A blank between two letters of an alphabet, nothing for one that stands elsewhere."""
    text, start, end = blanks.string, blanks.start(), blanks.end()
    return _BLANK if start > 0 and end < len(text) and _alphabetic(text[start - 1]) and _alphabetic(text[end]) else ""


def holds(folded: str, wanted: str) -> bool:
    """Whether a folded text holds another; none holds one without letters or with a line feed."""
    return bool(wanted) and _PARAGRAPHS not in wanted and wanted in folded


def occurrences(folded: Folded, wanted: str) -> Iterator[tuple[int, int]]:
    """Every place that `holds` another folded text, as (start, end) in what is printed; overlapping ones included."""
    if not holds(folded.text, wanted):
        return
    found, at = None, folded.text.find(wanted)
    while at != -1:
        span = folded.span(at, at + len(wanted))
        # A character that stands as several equal ones (…) holds a shorter query more than once.
        if span != found:
            yield span
        found, at = span, folded.text.find(wanted, at + 1)


def understood(query: str) -> str:
    """What a reader looks for, as it may be shown: without what has no width, letters in the simplified script.

    Punctuation, letter case and blanks stay as they were typed, although they may not count.
    """
    visible = (letter for letter in query if letter.isspace() or unicodedata.category(letter) not in _INVISIBLE)
    return "".join(
        letter
        if unicodedata.category(letter).startswith("P")
        else "".join(SIMPLIFIED.get(form, form) for form in unicodedata.normalize("NFKC", letter))
        for letter in " ".join("".join(visible).split())
    )


def _alphabetic(letter: str) -> bool:
    return letter.isalpha() and ord(letter) < _IDEOGRAPHS


class _Forms(dict[str, str]):
    """Character → its folded form, worked out when it is first met."""

    def __missing__(self, character: str) -> str:
        form = self[character] = _form(character)
        return form


_forms = _Forms()


class _FormsByCode(dict[int, str]):
    """Code point → the folded form of its character, as `str.translate` asks for it."""

    def __missing__(self, code: int) -> str:
        form = self[code] = _forms[chr(code)]
        return form


_forms_by_code = _FormsByCode()


def _alike() -> dict[str, str]:
    """Character → the one that a search takes it for, as `alike.txt` and the scripts have it."""
    alike = dict(SIMPLIFIED)
    for line in shipped_text(ALIKE).splitlines():
        if line and not line.startswith("# "):
            first, *others = line.split()
            alike.update(dict.fromkeys(others, first))
    return alike


_ALIKE = _alike()


def _form(character: str) -> str:
    """The folded form of one character: "" for one of no width, a blank for any blank."""
    if character == _PARAGRAPHS:
        return character
    if character.isspace():
        return _BLANK
    if unicodedata.category(character) in _INVISIBLE:
        return ""
    compatible = unicodedata.normalize("NFKD", _ALIKE.get(character, character))
    letters = unicodedata.normalize("NFKD", compatible.casefold())
    return "".join(_plain(letter) for letter in letters if unicodedata.category(letter) not in _MARKS)


def _plain(letter: str) -> str:
    """What a letter is taken for in the end: a radical may name a traditional character."""
    while letter in _ALIKE:
        letter = _ALIKE[letter]
    return "" if ord(letter) in _FILLERS else letter

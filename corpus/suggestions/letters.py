"""A reading text in plain letters: the simplified script and half-width digits, place for place."""

from dataclasses import replace

from corpus.texts.reading_text import ReadingText
from corpus.texts.script import SIMPLIFIED

_WIDTH = ord("０") - ord("0")
_PLAIN = str.maketrans(
    {one: usual for one, usual in SIMPLIFIED.items() if len(usual) == 1}
    | {chr(ord(letter) + _WIDTH): letter for letter in "0123456789%"}
)


def plain(reading: ReadingText) -> ReadingText:
    """The reading text in the letters that cues are written in; every place in it is the same place of the other."""
    return replace(reading, text=reading.text.translate(_PLAIN))

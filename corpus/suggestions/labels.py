"""What a suggested measure is called: its quote, cut short."""

import re
from collections.abc import Callable, Iterable

from corpus.suggestions.acts import VERB

_LABEL, _LEAST = 30, 8
_LEADING = re.compile(
    r"(?:积极|大力|全力|持续|深入|着力|不断|扎实|稳步|充分|切实|注重|坚持|进一步|广泛|先后|相继|全面|有序|多次|首次|率先|认真|努力"
    r"|已|还|也|均|正|共(?![建享育同]))+(?=..)"
)
_COUNTED = re.compile(r"[约近达超逾]?(?:\s*\d[\d.,]*\s*[余多]?[万亿]?[余多]?\s*[^\W\d]{1,2})+$")
_STOPS = " 、，,：:"
_CUT = re.compile(r"[、，,]|以及|(?<!高)等(?=[^级])|和(?=.{3})")


_MARKS = {"“": "”", "‘": "’", "《": "》", "(": ")", "（": "）"}
_CLOSING = re.compile("[”’》)）]*")
_GOVERNS = re.compile(r"(?:在|对|向|把|将|从|以|与|为|给|让|使|引导)(?!业)[^，,]*$")
"""What reaches up to an object or a verb that comes later."""


def label(quote: str, word_ends: Callable[[str], Iterable[int]] = lambda told: range(len(told))) -> str:
    """A quote cut short: no adverbs before its verb, no figure at its end, and of a list what stands first.

    Marks that open in it close in it, and it keeps a verb with its object. One that is cut off elsewhere ends with …
    behind a word; `word_ends` gives the places in a text at which a word ends.
    """
    told = " ".join(quote.split())
    told = told[_LEADING.match(told).end() :] if _LEADING.match(told) else told
    counted = _COUNTED.search(told)
    if counted and counted.start() >= _LEAST // 2:
        told = told[: counted.start()].rstrip()
    if len(told) <= _LABEL:
        return told
    cuts = [cut.start() for cut in _CUT.finditer(told) if _LEAST <= cut.start() <= _LABEL]
    whole = [cut for cut in cuts if _whole(told[:cut], told[cut:])]
    return told[: whole[-1]].rstrip() if whole else _cut_off(told, word_ends(told))


def _whole(kept: str, dropped: str) -> bool:
    """Whether what is kept of a list says all but further things of its kind.

    A verb in what is dropped would be what the clause is about, and so would what a 的 in it leads to.
    """
    governs = _GOVERNS.search(kept)
    bound = governs and not VERB.search(governs.group())
    return bool(
        not _open(kept) and VERB.search(kept) and not VERB.search(dropped) and "的" not in dropped and not bound
    )


def _cut_off(told: str, ends: Iterable[int]) -> str:
    """The longest beginning that ends behind a word and has room for …, none of its marks left open if that can be."""
    whole = (end + len(_CLOSING.match(told, end).group()) for end in ends)
    room = [end for end in whole if _LEAST <= end < _LABEL]
    closed = [end for end in room if not _open(told[:end])]
    if closed:
        return f"{told[: closed[-1]].rstrip(_STOPS)}…"
    kept = told[: _LABEL - 1 - len(_open(told[: _LABEL - 1]))]
    return f"{kept}…{_open(kept)}"[:_LABEL]


def _open(text: str) -> str:
    """The marks that would close what is left open in a text, in the order in which they would stand."""
    closing: list[str] = []
    for letter in text:
        if letter in _MARKS:
            closing.append(_MARKS[letter])
        elif closing and letter == closing[-1]:
            closing.pop()
    return "".join(reversed(closing))

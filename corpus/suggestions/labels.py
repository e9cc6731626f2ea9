"""What a suggested measure is called: its quote, cut short."""

import re

from corpus.suggestions.acts import VERB

_LABEL, _LEAST = 30, 8
_LEADING = re.compile(
    r"(?:积极|大力|全力|持续|深入|着力|不断|扎实|稳步|充分|切实|注重|坚持|进一步|广泛|先后|相继|全面|有序|多次|首次|率先|认真|努力"
    r"|已|还|也|均|正|共(?![建享育同]))+(?=..)"
)
_COUNTED = re.compile(r"(?:\d[\d.,]*\s*[余多]?[万亿]?[余多]?\s*[^\W\d]{1,2})+$")
_CUT = re.compile(r"[、，,]|以及|等(?=[^级])|和(?=.{3})")


def label(quote: str) -> str:
    """A quote cut short: no adverbs before its verb, no figure at its end, and of a list what stands first.

    Marks that open in it close in it, and it keeps a verb. One that is cut off elsewhere ends with ….
    """
    told = " ".join(quote.split())
    told = told[_LEADING.match(told).end() :] if _LEADING.match(told) else told
    counted = _COUNTED.search(told)
    if counted and counted.start() >= _LEAST // 2:
        told = told[: counted.start()].rstrip()
    if len(told) <= _LABEL:
        return told
    cuts = [cut.start() for cut in _CUT.finditer(told) if _LEAST <= cut.start() <= _LABEL]
    # What comes after the cut may list more of the same; a verb in it would be what the clause is about.
    whole = [cut for cut in cuts if _closed(told[:cut]) and VERB.search(told[:cut]) and not VERB.search(told, cut)]
    return told[: whole[-1]].rstrip() if whole else f"{told[: _LABEL - 1]}…"


def _closed(text: str) -> bool:
    return all(text.count(opens) == text.count(closes) for opens, closes in ("“”", "《》", "()", "（）"))

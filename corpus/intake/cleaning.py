"""What no reader sees taken out of a text: controls, halves of characters, invisible signs; line ends made LF."""

import re
from collections import Counter

from corpus.intake.source import Said

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls
    "\u00ad\u200b-\u200d\u2060-\u2064\ufeff\u180e"  # of no width
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufff9-\ufffb"  # direction, annotation
    "\ud800-\udfff"  # halves of characters
    "\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f"  # no characters, tags
    "]"
)
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_LOST = "\ufffd"


def cleaned(text: str, found: Counter[str]) -> str:
    """A text with LF line ends and nothing invisible; `found` is told how often each kind stood there.

    Characters of private use and marks of lost characters stay, for something stood in their place, and are counted.
    """
    text = _LINE_ENDS.sub("\n", text)
    text, unseen = _UNSEEN.subn("", text)
    if unseen:
        found["unseen_removed"] += unseen
    if private := len(_PRIVATE.findall(text)):
        found["private_use"] += private
    if lost := text.count(_LOST):
        found["characters_lost"] += lost
    return text


def said_of(found: Counter[str]) -> tuple[Said, ...]:
    """What a reader is told of that."""
    return tuple(
        Said(key, {"count": found[key]}) for key in ("unseen_removed", "private_use", "characters_lost") if found[key]
    )

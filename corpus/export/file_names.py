"""Names of files that a clerk can tell apart, and that every file system takes: place, view, how many rows, filters."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.collection.dictionary import Language

MOST_BYTES = 180
"""The longest name in UTF-8, its ending included: what comes before it in a path needs room as well."""
_FORBIDDEN = re.compile(r'[/\\:*?"<>|\x00-\x1f\x7f-\x9f]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_WORDS: Mapping[Language, tuple[str, str, str, str]] = {
    "zh": ("产改观察", "全部地区", "{}条", "{}篇"),
    "en": ("Changai", "All regions", "{} rows", "{} texts"),
}
"""Language → how the app is called, how all places are, how rows are counted, and how texts are."""


@dataclass(frozen=True)
class Named:
    """What a file holds: whose ("" for all places), which view, how many rows, the values of its other filters.

    `of_texts` says that texts are counted, not rows.
    """

    places: str
    view: str
    count: int
    filters: Mapping[str, str] = field(default_factory=dict)
    of_texts: bool = False


def file_name(named: Named, ending: str, language: Language) -> str:
    """产改观察_新会区_数字_38条_目标.csv: safe everywhere, at most MOST_BYTES long; the count is never cut off."""
    app, everywhere, rows, texts = _WORDS[language]
    head = [
        app,
        _cut(safe(named.places) or everywhere, 45),
        _cut(safe(named.view), 45),
        (texts if named.of_texts else rows).format(named.count),
    ]
    told = "_".join(filter(None, head))
    filters = safe(" ".join(named.filters.values()))
    room = MOST_BYTES - len(f"{told}_.{ending}".encode())
    return f"{told}{'_' + _cut(filters, room) if filters else ''}.{ending}"


def safe(text: str) -> str:
    """Text as a part of a file's name: no sign that a file system forbids, none unseen, no dot or blank at its ends."""
    composed = unicodedata.normalize("NFC", text)
    seen = "".join(sign for sign in composed if unicodedata.category(sign) not in {"Cf", "Cs", "Co", "Cn"})
    name = re.sub(r"[\s_]+", " ", _FORBIDDEN.sub("-", seen)).strip(" .-~")
    return f"-{name}" if _RESERVED.fullmatch(name) else name


def _cut(text: str, most: int) -> str:
    """Text of at most so many bytes, an ellipsis where it was cut, no character halved or parted from its accents."""
    if len(text.encode()) <= most:
        return text
    kept = text.encode()[: max(most - len("…".encode()), 0)].decode(errors="ignore")
    while kept and unicodedata.combining(text[len(kept)]):
        kept = kept[:-1]
    return kept.rstrip(" .") + "…"

"""Addresses that nobody would write: parameters of every page with values that fit, fit elsewhere, or fit nowhere."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.hostile import TEXTS
from components.frame.language import LANGUAGES, PARAMETER
from components.frame.url import NAMES
from corpus.collection.collection import Collection
from corpus.paths import PAGES

ALL_PAGES = tuple(sorted(path.stem for path in PAGES.glob("*.py")))
"""Every page by its name."""
TYPED = frozenset({"q", "find"})
"""Parameters that hold any words."""
_CODES = (
    "none",
    "zh",
    "en",
    "1",
    "0",
    "2",
    "-1",
    "0-5",
    "true",
    "type",
    "pillar",
    "planned",
    "result",
    "chart",
    "words",
)
# An address has halves of a character as bytes that are no UTF-8.
_HOSTILE = [text.encode("utf-8", "surrogatepass") if re.search("[\ud800-\udfff]", text) else text for text in TEXTS]
_STRANGERS = ("utm_source", "fbclid", "x", "", "page", "embed", "__proto__", "a.b[0]", "产改")


@dataclass(frozen=True)
class Link:
    """A page and its parameters; `senseless` says that one of the page's own holds what no list has."""

    page: str
    query: dict[str, list[str | bytes]]
    senseless: bool


def links(collection: Collection, count: int, seed: int = 14) -> Iterator[Link]:
    """As many addresses as asked for, the same for the same seed; all pages in turn."""
    chance = random.Random(seed)  # noqa: S311 no secret
    known = [*_values(collection), *_CODES]
    for number in range(count):
        query: dict[str, list[str | bytes]] = {}
        senseless = False
        for name in chance.sample(sorted(NAMES), chance.randint(1, 6)):
            hostile = chance.random() < 0.4  # noqa: PLR2004 a mixture
            query[name] = chance.choices(_HOSTILE if hostile else known, k=chance.choice((1, 1, 1, 2, 5)))
            senseless = senseless or (hostile and name not in TYPED)
        if chance.random() < 0.2:  # noqa: PLR2004 as above
            query[chance.choice(_STRANGERS)] = [chance.choice(_HOSTILE)]
        if chance.random() < 0.3:  # noqa: PLR2004 as above
            query[PARAMETER] = [chance.choice([*LANGUAGES, chance.choice(_HOSTILE)])]
            senseless = senseless or query[PARAMETER][0] not in LANGUAGES
        yield Link(ALL_PAGES[number % len(ALL_PAGES)], query, senseless)


def _values(collection: Collection) -> list[str]:
    """The keys of all tables, and words of their cells."""
    found = {
        str(frame.iloc[row, column])
        for frame in collection.tables.values()
        for column in range(min(3, frame.shape[1]))
        for row in range(min(12, len(frame)))
    }
    return sorted(found - {""})

"""Set phrases: runs of words that stand in the articles more than once, word for word."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations

from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once, latest_results
from corpus.texts.reading_text import readings
from corpus.words.concordance import inside
from corpus.words.places import Place
from corpus.words.selection import Selection
from corpus.words.tokens import tokens

_RUN = re.compile(r"[\u4e00-\u9fff“”‘’『』、]+")
_SIGNS = re.compile(r"[^\u4e00-\u9fff]")
LONGEST = 24
"""Most characters of a phrase."""
FEWEST_WORDS = 3
"""Fewest running words of a phrase."""
PARTICLES = frozenset("的地得了着过和与及或在为是对将把被于从以等之中上下里")
"""Words at which no phrase begins or ends: 的重要内容 is no formula."""


@dataclass(frozen=True)
class Phrase:
    """A repeated run of words; `text` as it is written most often, `regions` in the order of the documents.

    Where it stands says nothing of who was first.
    """

    text: str
    places: tuple[Place, ...]
    regions: tuple[str, ...]


@computed_once
def _runs(collection: Collection) -> dict[str, tuple[Place, ...]]:
    """Every run of words that stands at least twice, its signs left out → its places."""
    places: dict[str, list[Place]] = defaultdict(list)
    for document, cut in tokens(collection).items():
        text = readings(collection)[document].text
        for first, opening in enumerate(cut):
            if opening.text in PARTICLES:
                continue
            for closing in cut[first + FEWEST_WORDS - 1 : first + LONGEST]:
                run = text[opening.start : closing.end]
                if len(run) > LONGEST or not _RUN.fullmatch(run):
                    break
                if closing.text not in PARTICLES:
                    places[_SIGNS.sub("", run)].append(_quoted(document, text, opening.start, closing.end))
    return {run: tuple(found) for run, found in places.items() if len(found) > 1}


def _quoted(document: str, text: str, start: int, end: int) -> Place:
    """The place of a run, with the quotation mark beside it whose partner is inside it."""
    run = text[start:end]
    opened = run.count("“") - run.count("”")
    return Place(document, start - (opened < 0 and text[start - 1] == "“"), end + (opened > 0 and text[end] == "”"))


@latest_results(64)
def phrases(collection: Collection, least_regions: int, selection: Selection) -> list[Phrase]:
    """The runs of at least three words that stand twice or more in a selection, in articles of `least_regions` regions.

    Signs between the words (、 and quotation marks) do not matter. A run inside a longer one is left out where it
    stands nowhere else. The widest shared first, then the longest.
    """
    regions = collection.tables["documents"].set_index("document_id")["region_id"]
    held = {run: tuple(inside(collection, places, selection)) for run, places in _runs(collection).items()}
    shared = {}
    for run, places in held.items():
        where = tuple(dict.fromkeys(regions[place.document_id] for place in places))
        if len(places) > 1 and len(where) >= least_regions:
            shared[run] = where
    found = [
        Phrase(_written(collection, held[run]), held[run], where)
        for run, where in shared.items()
        if not any(run != other and run in other and len(held[other]) == len(held[run]) for other in shared)
    ]
    return sorted(found, key=lambda phrase: (-len(phrase.regions), -len(phrase.text), phrase.text))


def _written(collection: Collection, places: tuple[Place, ...]) -> str:
    """How a phrase is written most often, ties going to the first place."""
    forms = (readings(collection)[place.document_id].text[place.start : place.end] for place in places)
    return Counter(forms).most_common(1)[0][0]


def shared_counts(found: list[Phrase]) -> Counter[tuple[str, str]]:
    """Pair of regions → how many phrases both have, the pair in the order of its phrases' regions."""
    return Counter(pair for phrase in found for pair in combinations(sorted(phrase.regions), 2))

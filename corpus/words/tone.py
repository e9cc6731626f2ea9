"""Words of obligation and encouragement: how often each text uses them. No sentiment, no score."""

from dataclasses import dataclass

from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once, latest_results
from corpus.texts.reading_text import readings
from corpus.words.concordance import inside
from corpus.words.places import Place
from corpus.words.selection import Selection, characters
from corpus.words.tokens import tokens


@dataclass(frozen=True)
class Use:
    """How often a selection uses the words of a class; `rate` is per 10,000 characters."""

    kind: str
    count: int
    rate: float
    words: tuple[tuple[str, int], ...]


@computed_once
def tone_places(collection: Collection) -> dict[str, tuple[Place, ...]]:
    """Every word of the list `tone` → its places in all articles.

    A word inside a longer word of the list (推动 in 积极推动) counts for the longer one alone; one inside a term of the
    lexicon (创新 in 科技创新, 保障 in 社会保障) is part of a name and does not count.
    """
    words = sorted(collection.tables["tone"]["word"], key=len, reverse=True)
    found: dict[str, list[Place]] = {word: [] for word in words}
    for document, reading in readings(collection).items():
        terms = [(token.start, token.end) for token in tokens(collection)[document] if token.kind]
        taken: set[int] = set()
        for word in words:
            at = reading.text.find(word)
            while at != -1:
                end = at + len(word)
                named = any(start <= at and end <= stop and stop - start > len(word) for start, stop in terms)
                if not named and taken.isdisjoint(range(at, end)):
                    found[word].append(Place(document, at, end))
                    taken.update(range(at, end))
                at = reading.text.find(word, at + 1)
    return {word: tuple(sorted(found[word])) for word in collection.tables["tone"]["word"]}


@latest_results(128)
def uses(collection: Collection, selection: Selection) -> list[Use]:
    """The classes of `tone` in their order, with every word found in a selection and its count, most frequent first."""
    rows = collection.tables["tone"]
    size = characters(collection, selection)
    counts = {word: len(inside(collection, places, selection)) for word, places in tone_places(collection).items()}
    found = []
    for kind in dict.fromkeys(rows["kind"]):
        own = [(word, counts[word]) for word in rows.loc[rows["kind"] == kind, "word"] if counts[word]]
        own.sort(key=lambda item: (-item[1], item[0]))
        total = sum(count for _, count in own)
        found.append(Use(kind, total, total / size * 10_000 if size else 0.0, tuple(own)))
    return found

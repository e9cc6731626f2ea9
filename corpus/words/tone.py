"""Words of obligation and encouragement: how often each text uses them. No sentiment, no score."""

from dataclasses import dataclass

from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once, latest_results
from corpus.texts.reading_text import readings
from corpus.texts.word_list import WordList
from corpus.words.concordance import inside
from corpus.words.places import Place
from corpus.words.selection import Selection, characters
from corpus.words.tokens import Words, tokens


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
    ranks = {word: rank for rank, word in enumerate(words)}
    listed, found = WordList(words), {word: [] for word in words}
    for document, reading in readings(collection).items():
        own, taken = tokens(collection)[document], set()
        # The longest first; among equals those that stand first in the list, then in the text.
        for _, at, word in sorted((ranks[word], at, word) for at, word in listed.found(reading.text)):
            end = at + len(word)
            if taken.isdisjoint(range(at, end)) and not _is_named(own, at, end):
                found[word].append(Place(document, at, end))
                taken.update(range(at, end))
    return {word: tuple(sorted(found[word])) for word in collection.tables["tone"]["word"]}


def _is_named(words: Words, start: int, end: int) -> bool:
    """Whether a stretch lies inside a longer term of the lexicon."""
    rank = words.rank_at(start)
    if rank < 0:
        return False
    term = words[rank]
    return bool(term.kind) and end <= term.end and term.end - term.start > end - start


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

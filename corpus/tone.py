"""Words of obligation and encouragement: how often each text uses them. No sentiment, no score."""

from collections import Counter
from dataclasses import dataclass

from corpus.memo import once_per_package
from corpus.package import Package
from corpus.reading_text import readings
from corpus.words import Selection, characters, stretches


@dataclass(frozen=True)
class Use:
    """How often a selection uses the words of a class; `rate` is per 10,000 characters."""

    kind: str
    count: int
    rate: float
    words: tuple[tuple[str, int], ...]


@once_per_package
def uses(package: Package, selection: Selection) -> list[Use]:
    """The classes of `tone` in their order, with every word found and its count, longest words first.

    A word inside a longer word of the list (推动 in 积极推动) counts for the longer one alone.
    """
    rows = package.tables["tone"]
    size = characters(package, selection)
    counts: Counter[str] = Counter()
    words = sorted(rows["word"], key=len, reverse=True)
    for document, spans in stretches(package, selection).items():
        text = readings(package)[document].text
        for begin, end in spans:
            rest = text[begin:end]
            for word in words:
                counts[word] += rest.count(word)
                rest = rest.replace(word, "\0")
    found = []
    for kind in dict.fromkeys(rows["kind"]):
        own = [(word, counts[word]) for word in rows.loc[rows["kind"] == kind, "word"] if counts[word]]
        own.sort(key=lambda item: (-item[1], item[0]))
        total = sum(count for _, count in own)
        found.append(Use(kind, total, total / size * 10_000 if size else 0.0, tuple(own)))
    return found

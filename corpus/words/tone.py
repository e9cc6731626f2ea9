"""Words of obligation and encouragement: how often each text uses them so. No sentiment, no score.

A word counts by its use, not by its form: what stands beside it in its clause, told by the rules of its row of `tone`,
says whether it is the verb or adverb of something that somebody does, or names a thing (创新工作室, 激励机制).
"""

import re
from dataclasses import dataclass

from corpus.collection.codebook import Codebook
from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once, latest_results
from corpus.collection.tables import tuples
from corpus.texts.reading_text import readings
from corpus.texts.word_list import WordList
from corpus.words.concordance import inside
from corpus.words.places import Place
from corpus.words.selection import Selection, characters
from corpus.words.tokens import Words, tokens

NAME, OTHER_USE = "name", "other_use"
"""Why an occurrence is left out: it is part of a name, a title or another word; or the rules of its row say so."""
_TITLE = re.compile(r"《[^《》\n]*》")
_CLAUSE_END = "，,。；;：:！!？?…\n"
_FAR = 60
"""Characters of a clause, on either side, within which a rule looks."""


@dataclass(frozen=True)
class Use:
    """How often a selection uses the words of a class; `rate` is per 10,000 characters."""

    kind: str
    count: int
    rate: float
    words: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Occurrence:
    """A place where a word of tone is written; `left_out` says why it does not count, "" where it does."""

    place: Place
    left_out: str


@dataclass(frozen=True)
class _Rule:
    """What must stand, and must not, right before and right after a word that counts; None asks for nothing."""

    only_after: re.Pattern[str] | None
    only_before: re.Pattern[str] | None
    not_after: re.Pattern[str] | None
    not_before: re.Pattern[str] | None

    def counts(self, left: str, right: str) -> bool:
        """Whether a word counts between two parts of its clause."""
        return (
            (self.only_after is None or bool(self.only_after.search(left)))
            and (self.only_before is None or bool(self.only_before.match(right)))
            and (self.not_after is None or not self.not_after.search(left))
            and (self.not_before is None or not self.not_before.match(right))
        )


@computed_once
def _rules(codebook: Codebook) -> dict[str, _Rule]:
    """Word of tone → its rule."""

    def before(told: str) -> re.Pattern[str] | None:
        return re.compile(f"(?:{told})$") if told else None

    def after(told: str) -> re.Pattern[str] | None:
        return re.compile(f"(?:{told})") if told else None

    return {
        row.word: _Rule(before(row.only_after), after(row.only_before), before(row.not_after), after(row.not_before))
        for row in tuples(codebook.tables["tone"])
    }


@computed_once
def occurrences(collection: Collection) -> dict[str, tuple[Occurrence, ...]]:
    """Every word of the list `tone` → where it is written in all articles, and whether it counts there.

    A word inside a longer word of the list (推动 in 积极推动) is that one's alone. It does not count inside a term of
    the lexicon (创新 in 科技创新), inside a title (《关于推进…的意见》), or where it is cut out of two other words
    (大力 in 强大力量); nor where its rule says that it is used otherwise.
    """
    words = sorted(collection.tables["tone"]["word"], key=len, reverse=True)
    ranks = {word: rank for rank, word in enumerate(words)}
    rules = _rules(collection.codebook)
    listed, found = WordList(words), {word: [] for word in words}
    for document, reading in readings(collection).items():
        own, taken = tokens(collection)[document], set()
        titles = [match.span() for match in _TITLE.finditer(reading.text)]
        # The longest first; among equals those that stand first in the list, then in the text.
        for _, at, word in sorted((ranks[word], at, word) for at, word in listed.found(reading.text)):
            end = at + len(word)
            if not taken.isdisjoint(range(at, end)):
                continue
            taken.update(range(at, end))
            left_out = ""
            if any(start < at and end < stop for start, stop in titles) or _is_part(own, at, end):
                left_out = NAME
            elif not rules[word].counts(*_clause(reading.text, at, end)):
                left_out = OTHER_USE
            found[word].append(Occurrence(Place(document, at, end), left_out))
    return {
        word: tuple(sorted(found[word], key=lambda occurrence: occurrence.place))
        for word in collection.tables["tone"]["word"]
    }


def tone_places(collection: Collection) -> dict[str, tuple[Place, ...]]:
    """Every word of the list `tone` → the places in all articles where it counts."""
    return _places(collection, "")


def left_out_places(collection: Collection, why: str) -> dict[str, tuple[Place, ...]]:
    """Every word of the list `tone` → the places where it is written and does not count, for one of the reasons."""
    return _places(collection, why)


@latest_results(8)
def _places(collection: Collection, left_out: str) -> dict[str, tuple[Place, ...]]:
    return {
        word: tuple(one.place for one in own if one.left_out == left_out)
        for word, own in occurrences(collection).items()
    }


def _clause(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a stretch in its clause; a word that is a clause alone looks at the next one."""
    left = text[max(start - _FAR, 0) : start]
    cut = max(left.rfind(sign) for sign in _CLAUSE_END)
    right = text[end : end + _FAR]
    if right[:1] in ("，", ","):
        right = right[1:]
    stop = min((at for sign in _CLAUSE_END if (at := right.find(sign)) >= 0), default=len(right))
    return left[cut + 1 :], right[:stop]


def _is_part(words: Words, start: int, end: int) -> bool:
    """Whether a stretch lies inside a longer term of the lexicon, or is cut out of the ends of two words."""
    first, last = words.rank_at(start), words.rank_at(end - 1)
    if first < 0:
        return False
    opening, closing = words[first], words[last]
    if first == last:
        return bool(opening.kind) and end <= opening.end and opening.end - opening.start > end - start
    return (opening.start < start < opening.end) or (closing.start < end < closing.end)


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

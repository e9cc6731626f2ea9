"""Rules on what the words are counted with: the lexicon, the words of tone, the stop list."""

from collections import Counter
from collections.abc import Iterator

from corpus.collection.collection import Collection
from corpus.collection.tables import records
from corpus.problem import Problem

_OF_CONCEPT = ("kind", "pillar_id")
"""What all terms of a concept have in common."""


def synonyms_agree(collection: Collection) -> Iterator[Problem]:
    """The terms of one concept are of one kind and one pillar: they are drawn as one word."""
    first: dict[str, dict[str, str]] = {}
    told: set[tuple[str, str]] = set()
    for row in records(collection.tables["lexicon"]):
        other = first.setdefault(row["concept"], row)
        for field in _OF_CONCEPT:
            place = (row["concept"], field)
            if row[field] != other[field] and place not in told:
                told.add(place)
                yield Problem("lexicon", row["concept"], field, "differs_among_terms", "same_for_all")


def regions_of_articles_exist(collection: Collection) -> Iterator[Problem]:
    """The code that a term means in the articles of a region is one of `regions`."""
    known = set(collection.tables["regions"]["region_id"])
    for row in records(collection.tables["lexicon"]):
        wanted = row["article_region"]
        if wanted.isdigit() and wanted not in known:
            place = {"value": wanted, "table": "regions"}
            yield Problem("lexicon", row["term"], "article_region", "not_in_table", "add_or_correct", place)


def stopwords_are_no_terms(collection: Collection) -> Iterator[Problem]:
    """The stop list names a word once, one a line, and no term of the lexicon."""
    terms = set(collection.tables["lexicon"]["term"])
    for word, count in Counter(collection.stopwords).items():
        if count > 1:
            yield Problem("stopwords.txt", word, "", "stands_twice", "remove_line")
        if word != "".join(word.split()) or not word:
            yield Problem("stopwords.txt", repr(word), "", "no_single_word", "one_word_a_line")
        if word in terms:
            yield Problem("stopwords.txt", word, "", "is_a_term", "remove_here")

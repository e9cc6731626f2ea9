"""Rules on what the words are counted with: the lexicon, the words of tone, the stop list."""

from collections import Counter
from collections.abc import Iterator

from corpus.collection.collection import Collection
from corpus.problem import Problem


def synonyms_agree(collection: Collection) -> Iterator[Problem]:
    """The terms of one concept are of one kind and one pillar: they are drawn as one word."""
    rows = collection.tables["lexicon"]
    for concept, group in rows.groupby("concept", sort=False):
        for field in ("kind", "pillar_id"):
            if group[field].nunique() > 1:
                yield Problem("lexicon", concept, field, "differs among its terms", "give all of them the same")


def stopwords_are_no_terms(collection: Collection) -> Iterator[Problem]:
    """The stop list names a word once, one a line, and no term of the lexicon."""
    terms = set(collection.tables["lexicon"]["term"])
    for word, count in Counter(collection.stopwords).items():
        if count > 1:
            yield Problem("stopwords.txt", word, "", "stands twice", "remove one line")
        if word != "".join(word.split()) or not word:
            yield Problem("stopwords.txt", repr(word), "", "is no single word", "write one word a line, without blanks")
        if word in terms:
            yield Problem("stopwords.txt", word, "", "is a term of the lexicon", "remove it here or there")

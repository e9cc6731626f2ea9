"""Many strings are found in one pass, and every place of each."""

import random

from corpus.texts.word_list import WordList

LETTERS = "工会人𠮷a"


def test_every_place_of_every_string_is_found():
    """What is found is what looking for each string by itself finds, overlapping places and single letters included."""
    chance = random.Random(7)  # noqa: S311 a fixed seed, so that a failure comes back
    for _ in range(300):
        text = "".join(chance.choices(LETTERS, k=chance.randint(0, 40)))
        words = {"".join(chance.choices(LETTERS, k=chance.randint(1, 4))) for _ in range(6)}
        expected = {(at, word) for word in words for at in range(len(text)) if text.startswith(word, at)}
        found = list(WordList(words).found(text))
        assert len(found) == len(expected)
        assert set(found) == expected


def test_nothing_is_found_by_nothing():
    """No strings, a blank one, and a text shorter than any string give no place."""
    assert list(WordList([]).found("工会")) == list(WordList([""]).found("工会")) == []
    assert list(WordList(["工会"]).found("工")) == list(WordList(["工会"]).found("")) == []

"""Set phrases are found again by plain search, whatever signs stand between their words."""

import re

import pytest

from corpus.texts.reading_text import readings
from corpus.words.phrases import FEWEST_WORDS, LONGEST, PARTICLES, phrases, shared_counts
from corpus.words.selection import Selection
from corpus.words.tokens import tokens

SIGNS = re.compile(r"[“”‘’『』、]")


def bare(text):
    """A text without the signs that do not matter."""
    return SIGNS.sub("", text)


@pytest.mark.parametrize("least", [1, 2, 3])
def test_phrases_stand_where_they_say(least, collection):
    """A place reads as its phrase but for signs, and its regions are those of its places."""
    regions = collection.tables["documents"].set_index("document_id")["region_id"]
    found = phrases(collection, least, Selection())
    assert found
    for phrase in found:
        texts = [readings(collection)[place.document_id].text[place.start : place.end] for place in phrase.places]
        assert {bare(text) for text in texts} == {bare(phrase.text)}
        assert phrase.text in texts
        assert set(phrase.regions) == {regions[place.document_id] for place in phrase.places}
        assert len(phrase.regions) >= least
        assert len(phrase.places) > 1


def test_phrases_are_found_by_plain_search(collection):
    """Plain search without signs finds a phrase at every place it names, and where words are cut otherwise."""
    for phrase in phrases(collection, 2, Selection()):
        count = sum(bare(reading.text).count(bare(phrase.text)) for reading in readings(collection).values())
        assert count >= len(phrase.places)


def test_phrases_are_whole_words(collection):
    """A phrase has three running words or more, is no longer than said, and no particle is at either end."""
    for phrase in phrases(collection, 1, Selection()):
        for place in phrase.places:
            words = [
                token.text
                for token in tokens(collection)[place.document_id]
                if place.start <= token.start and token.end <= place.end
            ]
            assert len(words) >= FEWEST_WORDS
            assert bare("".join(words)) == bare(phrase.text)
            assert PARTICLES.isdisjoint({words[0], words[-1]})
        assert len(bare(phrase.text)) <= LONGEST


def test_quotation_marks_come_in_pairs(collection):
    """No phrase shows the one of two quotation marks without the other where the text has it beside it."""
    for phrase in phrases(collection, 1, Selection()):
        for place in phrase.places:
            text = readings(collection)[place.document_id].text
            shown = text[place.start : place.end]
            if shown.count("“") > shown.count("”"):
                assert text[place.end] != "”"
            if shown.count("“") < shown.count("”"):
                assert text[place.start - 1] != "“"


def test_phrases_inside_longer_ones_are_left_out(collection):
    """A phrase inside another is told apart only where it stands more often."""
    found = phrases(collection, 2, Selection())
    for one in found:
        for other in found:
            if one != other and bare(one.text) in bare(other.text):
                assert len(one.places) > len(other.places)


@pytest.mark.parametrize(
    ("words", "regions"),
    [
        ("劳模精神、劳动精神、工匠精神", {"360000", "500000", "500110"}),
        ("获得感、幸福感、安全感", {"451082"}),
        ("赋能产业工人由“工”变“匠”", {"360000"}),
        ("知识型、技能型、创新型", {"500000", "511000"}),
    ],
)
def test_known_formulas_are_found(words, regions, collection):
    """Formulas read in the sources are among the phrases, with the regions in which they stand."""
    found = {phrase.text: set(phrase.regions) for phrase in phrases(collection, 1, Selection())}
    assert found[words] == regions


def test_filters_leave_phrases_of_the_sentences_chosen(collection):
    """With a pillar chosen only places in the sentences of such measures count."""
    everywhere = {phrase.text: set(phrase.places) for phrase in phrases(collection, 1, Selection())}
    part = phrases(collection, 1, Selection(pillars=("C",)))
    assert 0 < len(part) < len(everywhere)
    for phrase in part:
        assert any(set(phrase.places) <= places for places in everywhere.values()) or phrase.text not in everywhere


def test_pairs_are_a_recount(collection):
    """Two regions share as many phrases as name both."""
    found = phrases(collection, 2, Selection())
    counts = shared_counts(found)
    assert counts
    for (one, other), count in counts.items():
        assert one < other
        assert count == sum({one, other} <= set(phrase.regions) for phrase in found)

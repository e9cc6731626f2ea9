"""Words of tone are counted once each, longest first, outside terms and names."""

import re

import pytest

from corpus.texts.reading_text import readings
from corpus.words.places import Place
from corpus.words.selection import Selection, characters
from corpus.words.tokens import tokens
from corpus.words.tone import tone_places, uses


def recount(collection):
    """Every place of a word of tone, by a regular expression that takes the longest at each place."""
    words = sorted(collection.tables["tone"]["word"], key=lambda word: (-len(word), word))
    pattern = re.compile("|".join(words))
    found = {word: [] for word in words}
    for document, reading in readings(collection).items():
        named = set()
        for token in tokens(collection)[document]:
            if token.kind:
                named.update((token.text, at) for at in range(token.start, token.end))
        for match in pattern.finditer(reading.text):
            inside = [text for text, at in named if at == match.start()]
            if not any(match.group() in text and len(text) > len(match.group()) for text in inside):
                found[match.group()].append(Place(document, *match.span()))
    return found


def test_places_are_a_recount(collection):
    """Each word has just the places that a second way of counting finds."""
    expected = recount(collection)
    found = tone_places(collection)
    assert sum(map(len, found.values())) > 200
    for word, places in found.items():
        assert sorted(places) == sorted(expected[word]), word


def test_no_character_is_counted_twice(collection):
    """推动 inside 积极推动 counts for the longer word alone."""
    taken = [
        (place.document_id, at)
        for places in tone_places(collection).values()
        for place in places
        for at in range(place.start, place.end)
    ]
    assert len(taken) == len(set(taken))
    text = "".join(reading.text for reading in readings(collection).values())
    assert len(tone_places(collection)["积极推动"]) == text.count("积极推动") > 0


def test_words_inside_terms_do_not_count(collection):
    """创新 in the terms 科技创新 and 创新工作室 is part of a name."""
    terms = [
        token
        for cut in tokens(collection).values()
        for token in cut
        if token.text in {"科技创新", "创新工作室"} and token.kind == "term"
    ]
    assert terms
    held = {(token.document_id, at) for token in terms for at in range(token.start, token.end)}
    assert held.isdisjoint((place.document_id, place.start) for place in tone_places(collection)["创新"])


@pytest.mark.parametrize("selection", [Selection(), Selection(("360000",)), Selection(pillars=("F",))])
def test_rates_are_counts_per_ten_thousand_characters(selection, collection):
    """The count of a class is the sum of its words, its rate that count per 10,000 characters of the selection."""
    found = uses(collection, selection)
    assert [use.kind for use in found] == list(dict.fromkeys(collection.tables["tone"]["kind"]))
    for use in found:
        assert use.count == sum(count for _, count in use.words)
        assert use.rate == pytest.approx(use.count / characters(collection, selection) * 10_000)


def test_proposals_propose(collection):
    """建议 heads the article of proposals; a news page that reports what is done proposes nothing there."""
    by_region = {
        region: {use.kind: use.count for use in uses(collection, Selection((region,)))} for region in ("360000",)
    }
    assert by_region["360000"]["proposal"] == 0
    assert {place.document_id for place in tone_places(collection)["建议"]} >= {"luyuefu"}

"""Words of tone are counted once each, longest first, outside terms and names."""

import re

import pytest

from corpus.concordance import Place
from corpus.reading_text import readings
from corpus.tokens import tokens
from corpus.tone import tone_places, uses
from corpus.words import Selection, characters


def recount(package):
    """Every place of a word of tone, by a regular expression that takes the longest at each place."""
    words = sorted(package.tables["tone"]["word"], key=lambda word: (-len(word), word))
    pattern = re.compile("|".join(words))
    found = {word: [] for word in words}
    for document, reading in readings(package).items():
        named = set()
        for token in tokens(package)[document]:
            if token.kind:
                named.update((token.text, at) for at in range(token.start, token.end))
        for match in pattern.finditer(reading.text):
            inside = [text for text, at in named if at == match.start()]
            if not any(match.group() in text and len(text) > len(match.group()) for text in inside):
                found[match.group()].append(Place(document, *match.span()))
    return found


def test_places_are_a_recount(package):
    """Each word has just the places that a second way of counting finds."""
    expected = recount(package)
    found = tone_places(package)
    assert sum(map(len, found.values())) > 200
    for word, places in found.items():
        assert sorted(places) == sorted(expected[word]), word


def test_no_character_is_counted_twice(package):
    """推动 inside 积极推动 counts for the longer word alone."""
    taken = [
        (place.document_id, at)
        for places in tone_places(package).values()
        for place in places
        for at in range(place.start, place.end)
    ]
    assert len(taken) == len(set(taken))
    text = "".join(reading.text for reading in readings(package).values())
    assert len(tone_places(package)["积极推动"]) == text.count("积极推动") > 0


def test_words_inside_terms_do_not_count(package):
    """创新 in the terms 科技创新 and 创新工作室 is part of a name."""
    terms = [
        token
        for cut in tokens(package).values()
        for token in cut
        if token.text in {"科技创新", "创新工作室"} and token.kind == "term"
    ]
    assert terms
    held = {(token.document_id, at) for token in terms for at in range(token.start, token.end)}
    assert held.isdisjoint((place.document_id, place.start) for place in tone_places(package)["创新"])


@pytest.mark.parametrize("selection", [Selection(), Selection(("360000",)), Selection(pillars=("F",))])
def test_rates_are_counts_per_ten_thousand_characters(selection, package):
    """The count of a class is the sum of its words, its rate that count per 10,000 characters of the selection."""
    found = uses(package, selection)
    assert [use.kind for use in found] == list(dict.fromkeys(package.tables["tone"]["kind"]))
    for use in found:
        assert use.count == sum(count for _, count in use.words)
        assert use.rate == pytest.approx(use.count / characters(package, selection) * 10_000)


def test_proposals_propose(package):
    """建议 heads the article of proposals; a news page that reports what is done proposes nothing there."""
    by_region = {region: {use.kind: use.count for use in uses(package, Selection((region,)))} for region in ("360000",)}
    assert by_region["360000"]["proposal"] == 0
    assert {place.document_id for place in tone_places(package)["建议"]} >= {"luyuefu"}

"""Search finds what a plain scan of the reading texts finds, neither more nor less."""

import unicodedata
from itertools import pairwise

import pytest

from corpus.texts import reading_text
from corpus.texts.folding import fold
from corpus.texts.search import CONTEXT, search

ARTICLE = "xinhui"
"""The article whose every word of two characters is looked up."""


@pytest.fixture(scope="module")
def readings(collection):
    """The reading texts, built apart from those that search uses."""
    return reading_text.readings(collection)


def scan(readings, word):
    """Every place of a word, overlapping ones included: (article, position in the reading text)."""
    return [
        (document, at)
        for document, reading in readings.items()
        for at in range(len(reading.text))
        if reading.text.startswith(word, at)
    ]


def shown(readings, document, at, length):
    """A line of the concordance as it should read: article, left, keyword, right."""
    text = readings[document].text
    left, right = text[max(at - CONTEXT, 0) : at], text[at + length : at + length + CONTEXT]
    return document, left.replace("\n", " ¶ "), text[at : at + length], right.replace("\n", " ¶ ")


def test_every_word_of_two_characters_is_found_everywhere(collection, readings):
    """Every pair of neighbouring characters of an article is found in all articles, wherever a plain scan finds it."""
    places, own = {}, set()
    for document, reading in readings.items():
        visible = [at for at, character in enumerate(reading.text) if character != " "]
        for at, after in pairwise(visible):
            pair = reading.text[at] + reading.text[after]
            places.setdefault(pair, []).append((document, at, after + 1 - at))
            if document == ARTICLE:
                own.add(pair)
    # Case, width and the shape of signs do not count: such pairs have tests of their own.
    pairs = {pair for pair in own if pair.isalnum() and pair == pair.casefold() == pair.upper()}
    assert len(pairs) > 1000
    for pair in pairs:
        expected = [shown(readings, *place) for place in places[pair]]
        assert [(hit.document_id, hit.left, hit.keyword, hit.right) for hit in search(collection, pair)] == expected, (
            pair
        )


@pytest.mark.parametrize("word", ["产", "产业工人", "10万", "3.1 万", "新型学徒制", "不见经传"])
def test_word_of_any_length_is_found(word, collection, readings):
    """Single characters, phrases and numerals are found where a plain scan finds them."""
    expected = [shown(readings, document, at, len(word)) for document, at in scan(readings, word)]
    assert [(hit.document_id, hit.left, hit.keyword, hit.right) for hit in search(collection, word)] == expected


@pytest.mark.parametrize(
    "word",
    [".", "*", "+", "?", "(", ")", "[", "]", "{", "}", "^", "$", "|", "\\", ".*", "\\d", "[产]", "产|改", "%", "_"],
)
def test_signs_are_taken_literally(word, collection, readings):
    """Signs that mean something in a regular expression or a pattern are looked up as themselves, in either width."""
    expected = [
        (document, at)
        for document, reading in readings.items()
        for at in range(len(reading.text))
        if unicodedata.normalize("NFKC", reading.text[at : at + len(word)]).startswith(word)
    ]
    assert [(hit.document_id, hit.position) for hit in search(collection, word)] == expected


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('由"工"变"匠"', "由“工”变“匠”"),
        ("由「工」变「匠」", "由“工”变“匠”"),
        ("“产改”", "“产改”"),
        ("ＧＤＰ", "GDP"),
        ("(简称", "(简称"),
        ("3.1万人次", "3.1 万人次"),
        ("3656万元", "3656 万元"),
        ("產業工人隊伍建設改革", "产业工人队伍建设改革"),
        ("技能⼈才", "技能人才"),
        ("产\u200b改", "产改"),
    ],
)
def test_what_looks_alike_is_found(typed, printed, collection, readings):
    """However it is typed, what looks alike finds what is printed, at least wherever it is printed so, and shows it."""
    hits = search(collection, typed)
    expected = scan(readings, printed)
    assert expected
    assert set(expected) <= {(hit.document_id, hit.position) for hit in hits}
    assert printed in {hit.keyword for hit in hits}
    assert {fold(hit.keyword).text for hit in hits} == {fold(typed).text}


@pytest.mark.parametrize(("one", "other"), [("（", "("), ("，", ","), ("”，", '",'), ("％", "%")])
def test_width_makes_no_difference(one, other, collection, readings):
    """A sign finds the same places in either width: those where a plain scan finds the one or the other."""
    found = [(hit.document_id, hit.position) for hit in search(collection, one)]
    assert found == [(hit.document_id, hit.position) for hit in search(collection, other)]
    assert set(scan(readings, one)) | set(scan(readings, other)) <= set(found)


def test_overlapping_places_are_all_found(collection, readings):
    """Places that share a character are found each."""
    doubled = next(
        reading.text[at : at + 1]
        for reading in readings.values()
        for at in range(len(reading.text) - 2)
        if len(set(reading.text[at : at + 3])) == 1
    )
    assert len(search(collection, doubled * 2)) == len(scan(readings, doubled * 2))


@pytest.mark.parametrize("word", ["GDP", "CPU", "ICT", "CEO"])
def test_letter_case_is_ignored(word, collection):
    """Latin letters are found in whatever case they are typed, and shown as they are printed."""
    hits = search(collection, word)
    assert hits
    assert search(collection, word.lower()) == hits
    assert search(collection, word.title()) == hits
    assert all(hit.keyword == word for hit in hits)


def test_blanks_around_the_word_do_not_count(collection):
    """Blanks at either end, the full-width one too, change nothing."""
    assert search(collection, "产改")
    assert search(collection, " \u3000产改\t") == search(collection, "产改")


@pytest.mark.parametrize("query", ["", "   ", "\u3000", "\n", "产改\n产改"])
def test_nothing_is_found_for_nothing(query, collection):
    """A blank query finds nothing, nor does one that holds a line feed."""
    assert search(collection, query) == []


def test_place_of_a_hit_begins_and_ends_with_the_word(collection):
    """A hit's place in the source begins with the first and ends with the last character of the word."""
    documents = collection.tables["documents"].set_index("document_id")["seed_file"]
    hits = [hit for word in ("产业", "团结", "考培", "技能人才", "改革") for hit in search(collection, word)]
    assert hits
    for hit in hits:
        seed = collection.seeds[documents[hit.document_id]]
        assert (seed[hit.start], seed[hit.end - 1]) == (hit.keyword[0], hit.keyword[-1]), hit


@pytest.mark.parametrize("word", ["产业", "团结", "考培", "技能人才", "GDP"])
def test_hit_knows_its_place_in_the_reading_text(word, collection, readings):
    """A hit's position in the reading text is where the word stands there, torn words included."""
    assert [(hit.document_id, hit.position) for hit in search(collection, word)] == scan(readings, word)


def test_hits_come_in_the_order_of_reading(collection, readings):
    """Hits stand article by article in the order of the table, within an article in the order of reading."""
    order = list(readings)
    ranks = [order.index(hit.document_id) for hit in search(collection, "产业工人")]
    assert len(set(ranks)) > 1
    assert ranks == sorted(ranks)

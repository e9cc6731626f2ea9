"""A selection names regions, articles or collections; what it is compared with is the rest of the same kind."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from corpus.collection.collection import CURATED, NOWHERE, union
from corpus.texts.reading_text import readings
from corpus.words.concordance import of_concept
from corpus.words.counts import counted, running_words, types
from corpus.words.places import Place, Places
from corpus.words.selection import Selection, characters, others, selected, stretches
from corpus.words.table import word_table
from corpus.words.tokens import cut, tokens


@pytest.fixture(scope="module")
def both(collection, one_article):
    """The curated articles and a reader's own, which names no region."""
    return union(collection, one_article)


def test_articles_are_selected_by_id(both):
    """An article is counted alone, be it one of several of its region or one without a region."""
    for document in ("luyuefu", "mine"):
        selection = Selection(documents=(document,))
        reading = readings(both)[document]
        assert stretches(both, selection) == {document: ((0, len(reading.text)),)}
        assert characters(both, selection) == reading.characters
        assert running_words(both, selection) == len(tokens(both)[document])


def test_collections_are_selected_by_name(both, collection):
    """The articles of one part of a union are counted without those of the other; both are everything."""
    assert set(stretches(both, Selection(collections=("own",)))) == {"mine"}
    assert set(stretches(both, Selection(collections=(CURATED,)))) == set(readings(collection))
    assert stretches(both, Selection(collections=("own", CURATED))) == stretches(both, Selection())
    assert stretches(both, Selection(documents=("mine",), collections=(CURATED,))) == {}


def test_words_of_two_vocabularies_are_added_up(both, collection, one_article):
    """The words of a union are those of its parts: counts, forms and concepts, whichever part met a word first."""
    rows = word_table(both, Selection(), None, (), 1).set_index("concept")
    expected = Counter(token.concept for cut_text in tokens(both).values() for token in cut_text)
    assert {concept: rows["count"][concept] for concept in rows.index} == {
        concept: count for concept, count in expected.items() if concept in rows.index
    }
    ours, mine = (set(types(part).concepts) for part in (collection, one_article))
    assert set(types(both).concepts) == ours | mine
    assert ours & mine
    assert mine - ours
    for concept in mine:
        own = [of_concept(part, concept, Selection()) for part in (collection, one_article)]
        assert of_concept(both, concept, Selection()) == own[0] + own[1]
        assert of_concept(both, concept, Selection(documents=("mine",))) == own[1]


def test_a_readers_words_stay_his(both, collection):
    """Cutting and counting a reader's text adds no word to the vocabulary of the curated texts."""
    (curated,) = {id(words.vocabulary): words.vocabulary for words in tokens(collection).values()}.values()
    before = list(curated.texts)
    counted(both, Selection())
    cut(collection, "某某镇古怪词语")
    assert curated.texts == before
    assert tokens(both)["mine"].vocabulary is not curated
    assert tokens(both)["xinhui"].vocabulary is curated


@pytest.mark.parametrize(
    ("selection", "field", "rest"),
    [
        (Selection(documents=("mine",), genres=("news_feature",)), "documents", {"xinhui", "luyuefu"}),
        (Selection(("440705",), documents=("xinhui",)), "documents", {"mine", "xinhui-note"}),
        (Selection(("440705",), collections=(CURATED,)), "regions", {"360000", NOWHERE["region_id"]}),
        (Selection(collections=("own",), pillars=("C",)), "collections", {CURATED}),
    ],
)
def test_the_rest_of_the_same_kind_is_compared(both, selection, field, rest):
    """Articles are compared with all other articles, regions with regions, collections with collections."""
    reference = others(both, selection)
    chosen = set(getattr(selection, field))
    assert rest <= set(getattr(reference, field))
    assert chosen.isdisjoint(getattr(reference, field))
    assert (reference.genres, reference.pillars) == (selection.genres, selection.pillars)
    if field == "documents":
        assert not reference.regions
        assert set(stretches(both, replace(reference, genres=()))) == set(readings(both)) - chosen


def test_everything_has_no_rest(both, collection):
    """All of one kind is compared with the rest of the corpus, which is None."""
    assert others(both, Selection()) is None
    assert others(both, Selection(documents=tuple(readings(both)))) is None
    assert others(collection, Selection(collections=(CURATED,))) is None


def test_sentences_of_an_article(collection):
    """Articles and measures together select the sentences of these measures in these articles."""
    pillar = Selection(pillars=("C",))
    one = replace(pillar, documents=("neijiang",))
    assert stretches(collection, one) == {"neijiang": stretches(collection, pillar)["neijiang"]}
    assert set(selected(collection, one)) == {
        token for token in selected(collection, pillar) if token.document_id == "neijiang"
    }


def test_places_are_a_sequence(collection):
    """Places kept as numbers are the tuple of places that they stand for."""
    places = of_concept(collection, "产改", Selection())
    documents = list(readings(collection))
    rows = [(documents.index(place.document_id), place.start, place.end) for place in places]
    compact = Places(documents, *np.array(rows).T)
    assert compact == tuple(places)
    assert (compact[0], compact[-1], compact[1:3]) == (places[0], places[-1], tuple(places[1:3]))
    assert len(compact) == len(places)
    assert Place(places[0].document_id, places[0].start, places[0].end) in compact
    assert hash(compact) == hash(tuple(places))
    assert repr(compact) == repr(tuple(places))

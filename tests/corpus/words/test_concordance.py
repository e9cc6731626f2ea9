"""Places of words: every one of them, inside what was chosen, with their lines and their sentences."""

from collections import Counter

import pytest

from corpus.texts.reading_text import readings
from corpus.texts.search import CONTEXT, search
from corpus.words.collocates import collocates, sentence_sets
from corpus.words.concordance import concept_of, inside, lines, of_concept, of_string, sentences, together
from corpus.words.places import Place
from corpus.words.selection import Selection
from corpus.words.table import CLASSES, word_table
from corpus.words.tokens import tokens

SELECTIONS = {
    "all": Selection(),
    "a region": Selection(("500000",)),
    "two regions": Selection(("440705", "360000")),
    "a pillar": Selection(pillars=("C",)),
    "a pillar in a region": Selection(("511000",), pillars=("C",)),
    "an actor": Selection(actors=("enterprise",)),
    "proposals": Selection(statuses=("proposed",)),
    "a genre": Selection(genres=("signed_article",)),
    "nothing": Selection(("360000",), genres=("proposal",)),
}


@pytest.mark.parametrize("selection", SELECTIONS.values(), ids=SELECTIONS)
def test_a_word_has_as_many_places_as_its_table_counts(selection, collection):
    """Every count of a word table is the number of places that its word leads to: no cloud says more than it shows."""
    rows = word_table(collection, selection, None, (), 1)
    for concept, count in zip(rows["concept"], rows["count"], strict=True):
        assert len(of_concept(collection, concept, selection)) == count


@pytest.mark.parametrize("word", ["产改", "人才", "技能", "的", "，", "由“工”变“匠”", "不见经传"])
def test_a_string_is_found_wherever_plain_search_finds_it(word, collection):
    """Over all texts the places are those of search, overlapping ones included."""
    found = of_string(collection, word, Selection())
    assert found == [Place(hit.document_id, hit.position, hit.position + len(word)) for hit in search(collection, word)]


def test_places_inside_a_selection_lie_in_its_sentences(collection):
    """With a pillar chosen, the places are those whose whole word stands in the sentence of such a measure."""
    selection = SELECTIONS["a pillar in a region"]
    everywhere = of_string(collection, "培训", Selection())
    found = inside(collection, everywhere, selection)
    assert 0 < len(found) < len(everywhere)
    measures = collection.tables["measures"]
    types = collection.tables["measure_types"].set_index("measure_type_id")["pillar_id"]
    own = measures[(measures["region_id"] == "511000") & (measures["measure_type_id"].map(types) == "C")]
    held = set()
    for row in own.itertuples():
        reading = next(one for one in readings(collection).values() if one.document_id == row.document_id)
        first, last = reading.span(int(row.start), int(row.end))
        held.update(range(reading.sentence_at(first)[0], reading.sentence_at(last - 1)[1]))
    assert {place.start for place in found} == {
        place.start for place in everywhere if place.document_id == "neijiang" and place.start in held
    }


def test_a_line_is_the_text_around_its_keyword(collection):
    """Left, keyword and right are one stretch of the paragraph, no longer than the context on either side."""
    places = of_concept(collection, "产改", Selection())
    found = lines(collection, places)
    assert [line.place for line in found] == places
    for line in found:
        text = readings(collection)[line.place.document_id].text
        begin = line.place.start - len(line.left)
        assert text[begin : line.place.end + len(line.right)] == line.left + line.keyword + line.right
        assert "\n" not in line.left + line.right
        assert len(line.left) == CONTEXT or begin == 0 or text[begin - 1] == "\n"
        assert len(line.right) == CONTEXT or text[line.place.end + len(line.right) :][:1] in {"", "\n"}


def test_sentences_hold_every_place_once(collection):
    """All places are in the sentences, in order, each where it stands; a sentence is never told twice."""
    places = of_concept(collection, "产业工人", Selection())
    found = sentences(collection, places)
    assert [place for sentence in found for place in sentence.places] == places
    assert max(Counter((sentence.document_id, sentence.start) for sentence in found).values()) == 1
    assert len(found) < len(places)
    for sentence in found:
        text = readings(collection)[sentence.document_id].text
        assert text[sentence.start : sentence.start + len(sentence.text)] == sentence.text
        assert "\n" not in sentence.text
        for place in sentence.places:
            assert sentence.start <= place.start < place.end <= sentence.start + len(sentence.text)


def test_a_string_over_two_sentences_brings_both(collection):
    """What begins in one sentence and ends in the next is shown in both."""
    reading = next(one for one in readings(collection).values() if "。" in one.text[:-9])
    at = reading.text.index("。", reading.paragraphs[-3].start)
    (sentence,) = sentences(collection, [Place(reading.document_id, at - 1, at + 3)])
    assert sentence.text.count("。") == 2 or not sentence.text.endswith("。")
    assert reading.text[at - 1 : at + 3] in sentence.text


def test_lost_beginning_is_told_with_the_first_sentence_alone(collection):
    """A sentence whose beginning the source has lost says so; the next one of its paragraph does not."""
    lost = [(one, par) for one in readings(collection).values() for par in one.paragraphs if par.lost_start]
    assert lost
    for reading, paragraph in lost:
        first, *rest = reading.sentences(paragraph)
        told = sentences(collection, [Place(reading.document_id, start, start + 1) for start, _ in (first, *rest[:1])])
        assert [sentence.lost_start for sentence in told] == [True, *([False] if rest else [])]


def test_together_keeps_sentences_that_hold_both(collection):
    """The sentences of a pair are those that hold a place of the one and of the other."""
    one, other = (of_concept(collection, word, Selection()) for word in ("产改", "民营企业"))
    found = together(sentences(collection, [*one, *other]), one, other)
    assert found
    words = tokens(collection)
    for sentence in found:
        held = {
            token.concept
            for token in words[sentence.document_id]
            if sentence.start <= token.start < sentence.start + len(sentence.text)
        }
        assert {"产改", "民营企业"} <= held


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("产改", "产改"),
        ("产业工人队伍建设改革", "产改"),
        ("劳动模范", "劳模"),
        ("学校", "学校"),
        ("ict", "ICT"),
        ("ＩＣＴ", "ICT"),
        ("產改", "产改"),
        (" 勞動 模範\u200b", "劳模"),
        ("进产业", ""),
        ("", ""),
    ],
)
def test_concept_is_what_a_term_or_a_synonym_means(typed, meant, collection):
    """A synonym leads to its concept, however it is set; pieces of words mean none."""
    assert concept_of(collection, typed) == meant


def test_what_is_looked_up_is_not_beside_itself(collection):
    """No concept that the string is part of, or a synonym of, is told as its collocate."""
    sets = sentence_sets(collection, Selection(), CLASSES)
    for typed in ("产业工人队伍建设改革", "ict", "人才"):
        found = collocates(collection, of_string(collection, typed, Selection()), sets, 1)
        assert len(found)
        assert concept_of(collection, typed) not in set(found["concept"])


def test_names_left_out_have_no_rows(collection):
    """A class left out has no row in the table, and its words have places all the same."""
    kinds = set(word_table(collection, Selection(), None, CLASSES, 1)["kind"])
    assert kinds.isdisjoint(CLASSES)
    assert of_concept(collection, "新会区", Selection())

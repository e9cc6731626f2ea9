"""Running words stand where they say, and every entry of the lexicon keeps its term whole."""

import csv

import jieba
import pytest

from corpus.paths import DATA
from corpus.reading_text import readings
from corpus.tokens import cutter, entries, stopwords, tokens

with (DATA / "lexicon.csv").open(encoding="utf-8", newline="") as file:
    LEXICON = list(csv.DictReader(file))
CONCEPTS = {row["term"]: row["concept"] for row in LEXICON}


def test_tokens_stand_where_they_say(package):
    """A token is the characters of its reading text between its offsets; tokens run forward without overlap."""
    for document, cut in tokens(package).items():
        text = readings(package)[document].text
        assert cut
        at = 0
        for token in cut:
            assert text[token.start : token.end] == token.text
            assert token.start >= at
            at = token.end


def test_nothing_but_signs_is_left_between_tokens(package):
    """Whatever stands between two tokens holds no letter, no digit and no Chinese character."""
    for document, cut in tokens(package).items():
        text = readings(package)[document].text
        ends = [0, *(token.end for token in cut)]
        starts = [*(token.start for token in cut), len(text)]
        assert not any(
            character.isalnum() for end, start in zip(ends, starts, strict=True) for character in text[end:start]
        )


def test_every_entry_has_its_effect(package):
    """Each term of the lexicon is a running word somewhere in the texts, save those inside longer entries."""
    found = {token.text for cut in tokens(package).values() for token in cut}
    idle = [row["term"] for row in LEXICON if row["term"] not in found]
    longer = list(entries(package))
    assert [term for term in idle if not any(term != other and term in other for other in longer)] == []


def test_tokens_carry_the_concept_of_the_lexicon(package):
    """A word of the lexicon has its concept, so that synonyms count as one: 产改 is 产业工人队伍建设改革."""
    assert CONCEPTS["产业工人队伍建设改革"] == CONCEPTS["产改"] == "产改"
    for cut in tokens(package).values():
        for token in cut:
            assert token.concept == CONCEPTS.get(token.text, entries(package).get(token.text, token).concept)


def test_cut_is_the_one_of_jieba_with_these_words():
    """The cutter cuts as a fresh jieba does that was given the same words."""
    plain = jieba.Tokenizer()
    plain.add_word("产教融合共同体")
    text = "推进产教融合共同体建设，培养技能人才。"
    assert [word for word, _, _ in cutter(["产教融合共同体"])(text)] == plain.lcut(text)


@pytest.mark.parametrize("word", ["的", "我们", "据悉"])
def test_stop_words_are_left_out(word, package):
    """Function words and phrases of the genre are on the list; terms of the field are not."""
    assert word in stopwords(package)
    assert stopwords(package).isdisjoint(CONCEPTS)

"""Running words stand where they say, and every entry of the lexicon keeps its term whole."""

import csv
import re

import jieba
import pytest

from corpus.paths import DATA
from corpus.texts.reading_text import readings
from corpus.words.own_places import hang_on_article
from corpus.words.tokens import cut, cutter, entries, stopwords, tokens

with (DATA / "lexicon.csv").open(encoding="utf-8", newline="") as file:
    LEXICON = list(csv.DictReader(file))
CONCEPTS = {row["term"]: row["concept"] for row in LEXICON}


def test_tokens_stand_where_they_say(collection):
    """A token is the characters of its reading text between its offsets; tokens run forward without overlap."""
    for document, words in tokens(collection).items():
        text = readings(collection)[document].text
        assert words
        at = 0
        for token in words:
            assert text[token.start : token.end] == token.text
            assert token.start >= at
            at = token.end


def test_nothing_but_signs_is_left_between_tokens(collection):
    """Whatever stands between two tokens holds no letter, no digit and no Chinese character."""
    for document, words in tokens(collection).items():
        text = readings(collection)[document].text
        ends = [0, *(token.end for token in words)]
        starts = [*(token.start for token in words), len(text)]
        assert not any(
            character.isalnum() for end, start in zip(ends, starts, strict=True) for character in text[end:start]
        )


def test_every_entry_has_its_effect(collection):
    """Each term of the lexicon is a running word somewhere in the texts, save those inside longer entries."""
    found = {token.text for words in tokens(collection).values() for token in words}
    idle = [row["term"] for row in LEXICON if row["term"] not in found and not row["article_region"]]
    longer = list(entries(collection.codebook))
    assert [term for term in idle if not any(term != other and term in other for other in longer)] == []


def test_tokens_carry_the_concept_of_the_lexicon(collection):
    """A word of the lexicon has its concept, so that synonyms count as one: 产改 is 产业工人队伍建设改革."""
    assert CONCEPTS["产业工人队伍建设改革"] == CONCEPTS["产改"] == "产改"
    for words in tokens(collection).values():
        for token in words:
            if token.text not in hang_on_article(collection.codebook):
                assert token.concept == CONCEPTS.get(
                    token.text, entries(collection.codebook).get(token.text, token).concept
                )


def test_no_word_bears_the_name_of_a_concept_it_is_not_in(collection):
    """A running word that the lexicon does not know is called like no concept of it: counts would run together."""
    concepts = {entry.concept for entry in entries(collection.codebook).values()}
    known = entries(collection.codebook)
    for words in tokens(collection).values():
        assert [token.text for token in words if token.text in concepts and token.text not in known] == []


def test_own_text_is_cut_like_the_articles(collection):
    """A text of the reader's own is cut with the same words, and nothing of it stays behind."""
    tokens(collection)
    kept = len(collection.memo), len(collection.codebook.memo)
    text = "我们推进产教融合共同体建设，培养技能人才。"
    found = cut(collection, text)
    assert [token.text for token in found if token.kind] == ["产教融合共同体", "技能人才"]
    assert all(text[token.start : token.end] == token.text for token in found)
    assert (len(collection.memo), len(collection.codebook.memo)) == kept


def test_cut_is_the_one_of_jieba_with_these_words(tmp_path):
    """The cutter cuts as a fresh jieba does that was given the same words."""
    plain = jieba.Tokenizer()
    plain.tmp_dir = tmp_path
    plain.add_word("产教融合共同体")
    text = "推进产教融合共同体建设，培养技能人才。"
    assert [word for word, _, _ in cutter(["产教融合共同体"])(text)] == plain.lcut(text)


@pytest.mark.parametrize("word", ["的", "我们", "据悉"])
def test_stop_words_are_left_out(word, collection):
    """Function words and phrases of the genre are on the list; terms of the field are not."""
    assert word in stopwords(collection.codebook)
    assert stopwords(collection.codebook).isdisjoint(CONCEPTS)


def test_words_are_a_sequence_of_tokens(collection):
    """A text's words are had by rank, from either end, in slices and one after the other, and are the same tokens."""
    words = tokens(collection)["xinhui"]
    listed = list(words)
    assert len(words) == len(listed)
    assert (words[0], words[-1], words[3:9]) == (listed[0], listed[-1], listed[3:9])
    assert words[5] in words
    with pytest.raises(IndexError):
        words[len(words)]
    assert [words.rank_at(token.start) for token in listed] == list(range(len(words)))
    assert words.rank_at(-1) == -1


def test_terms_of_letters_digits_and_rare_characters_are_kept_whole(collection):
    """1+X证书, AI工匠, 5G and the rare characters of names are terms that the dictionary takes and the cut keeps."""
    terms = ["1+X证书", "AI工匠", "5G", "ICT", "工业4.0", "互联网+", "王䶮", "张𬭎"]
    found = [word for word, _, _ in cutter(terms)("推进1+X证书和AI工匠5G ICT，王䶮与张𬭎谈工业4.0和互联网+，说5G好")]
    assert set(terms) <= set(found)
    (field,) = (field for field in collection.dictionary.fields("lexicon") if field.name == "term")
    assert all(re.fullmatch(field.constraints["pattern"], term) for term in terms)

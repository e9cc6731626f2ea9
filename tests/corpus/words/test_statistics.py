"""The statistics of words agree with independent implementations and published examples."""

import math
import os
import random
import subprocess
import sys
from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from scipy.spatial.distance import dice
from scipy.stats import chi2_contingency, hypergeom
from scipy.stats.contingency import relative_risk

from corpus.paths import ROOT
from corpus.texts.reading_text import readings
from corpus.words.association import log_dice
from corpus.words.collocates import collocates, edges, sentence_sets
from corpus.words.concordance import concept_of, of_concept, of_string
from corpus.words.counts import countable
from corpus.words.dispersion import deviations
from corpus.words.keyness import LEVEL, chances, log_likelihood, log_ratio, stand_out
from corpus.words.selection import Selection, characters, others, selected
from corpus.words.table import CLASSES, standing_out, word_table
from corpus.words.tf_idf import tf_idf
from corpus.words.tokens import tokens
from tests.strange import Article, collected


@pytest.mark.parametrize("seed", range(40))
def test_log_likelihood_is_that_of_scipy(seed):
    """G² of a 2×2 table is scipy's log-likelihood statistic without correction."""
    chance = random.Random(seed)  # noqa: S311 cases, not secrets
    focus, reference = chance.randint(1, 60), chance.randint(1, 90)
    focus_size, reference_size = chance.randint(500, 4000), chance.randint(500, 9000)
    table = [[focus, reference], [focus_size - focus, reference_size - reference]]
    expected = chi2_contingency(table, correction=False, lambda_="log-likelihood").statistic
    assert log_likelihood(focus, focus_size, reference, reference_size) == pytest.approx(expected)


def test_log_likelihood_of_a_word_that_one_side_lacks():
    """A count of nought adds nothing of its own, and equal rates give nought."""
    assert log_likelihood(0, 1000, 12, 1000) == pytest.approx(
        chi2_contingency([[0, 12], [1000, 988]], correction=False, lambda_="log-likelihood").statistic
    )
    assert log_likelihood(5, 1000, 10, 2000) == pytest.approx(0)


def test_chances_are_the_tail_that_scipy_gives():
    """The chance of a word is scipy's upper tail of the hypergeometric distribution; 1 where it is no more frequent."""
    dealt = np.random.default_rng(1)
    focus, reference = dealt.integers(0, 60, 400), dealt.integers(0, 200, 400)
    found = chances(focus, 2400, reference, 7100)
    more = focus * 7100 > reference * 2400
    expected = hypergeom.sf(focus - 1, 9500, focus + reference, 2400)
    assert more.sum() > 100
    assert found[more] == pytest.approx(expected[more], rel=1e-6)
    assert (found[~more] == 1).all()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], []),
        ([0.051], [False]),
        ([0.049], [True]),
        # 0.03 is below 0.05, and above 0.05 / 2.
        ([0.01, 0.03, 0.04], [True, False, False]),
        ([0.04, 0.02, 0.01], [True, True, True]),
        ([0.9, 0.0001, 0.9, 0.01], [False, True, False, True]),
    ],
)
def test_bound_is_that_of_holm(given, expected):
    """The k-th smallest chance passes where it and all before it are at most 0.05 ÷ (words - k + 1)."""
    assert stand_out(np.array(given)).tolist() == expected


def dealt_out(frequencies: np.ndarray, size: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """The words of a text dealt blindly to a focus of `size` words and a rest: the counts of each in both."""
    words = np.random.default_rng(seed).permutation(np.repeat(np.arange(len(frequencies)), frequencies))
    focus = np.bincount(words[:size], minlength=len(frequencies))
    return focus, frequencies - focus


@pytest.mark.parametrize("size", [300, 3000])
def test_words_dealt_out_blindly_do_not_stand_out(size):
    """Of texts whose words fell to them by chance, at most about one in twenty has any word that stands out."""
    # Zipf's frequencies, as those of running text: some words often, most once or twice.
    frequencies = np.maximum(900 // np.arange(1, 1200), 1)
    total, runs = int(frequencies.sum()), 200
    wrong = 0
    for seed in range(runs):
        focus, rest = dealt_out(frequencies, size, seed)
        wrong += bool(stand_out(chances(focus, size, rest, total - size)).any())
    # Twice the level would be met by chance less than once in a thousand such tests.
    assert wrong <= runs * LEVEL * 2


def test_planted_word_stands_out_alone():
    """A word put twenty times into one of two blindly dealt texts, twice into the other, is found, and no other."""
    frequencies = np.maximum(900 // np.arange(1, 1200), 1)
    total, size = int(frequencies.sum()), 2000
    focus, rest = dealt_out(frequencies, size, 7)
    focus, rest = np.append(focus, 20), np.append(rest, 2)
    found = stand_out(chances(focus, size + 20, rest, total - size + 2))
    assert np.flatnonzero(found).tolist() == [len(frequencies)]


def test_sentences_dealt_out_blindly_have_no_typical_word_and_a_planted_one_has(collection):
    """Two texts of one vocabulary differ in no word until one of them has a word of its own ten times."""
    dealt = random.Random(4)  # noqa: S311 cases, not secrets
    usual = ["夜校开课", "工友上课", "师傅讲课", "企业招人", "学校办班"]

    def said(more: str) -> list[Article]:
        """An article for each of two regions, the first with something more."""
        lines = ["。".join(dealt.choices(usual, k=80)) + "。" for _ in range(2)]
        return [Article("a", "440705", ("标题", lines[0] + more)), Article("b", "511000", ("标题", lines[1]))]

    regions = collection.rows["regions"].to_dict("records")
    for more, expected in (("", set()), ("龙舟下水。" * 12, {"龙舟", "下水"})):
        own = collected("dealt", collection, collection.codebook, said(more), regions=regions)
        asked = (own, Selection(("440705",)), Selection(("511000",)), CLASSES, 1)
        rows = word_table(*asked)
        assert set(rows.loc[rows["stands_out"], "concept"]) == expected
        assert standing_out(*asked).count >= len(rows)


@pytest.mark.parametrize(
    ("counts", "expected"), [((10, 1000, 10, 1000), 0), ((20, 1000, 10, 1000), 1), ((10, 1000, 40, 1000), -2)]
)
def test_log_ratio_is_doublings(counts, expected):
    """The log ratio is 1 for twice as often, -2 for a quarter as often."""
    assert log_ratio(*counts) == pytest.approx(expected)


def test_log_ratio_of_a_word_that_one_side_lacks():
    """A count of nought is taken as a half."""
    assert log_ratio(8, 1000, 0, 1000) == pytest.approx(math.log2(16))


def dispersion(counts, sizes):
    """DP of one word by its definition, part by part."""
    total, whole = sum(counts), sum(sizes)
    return sum(abs(count / total - size / whole) for count, size in zip(counts, sizes, strict=True)) / 2


def test_dispersion_of_the_published_example():
    """DP of the worked example of Gries (2008): counts 1, 2, 3, 4, 5 in parts of 9, 10, 10, 10, 11 words is 0.18."""
    counts, sizes = np.array([1, 2, 3, 4, 5]), np.array([9, 10, 10, 10, 11])
    (found,) = deviations(np.zeros(5, np.int64), np.arange(5), counts, sizes)
    assert found == pytest.approx(0.18, abs=0.005)
    assert found == pytest.approx(dispersion(counts, sizes))


def test_dispersion_of_even_and_of_bunched_words():
    """Even is nought; all in one of two equal parts is a half."""
    found = deviations(np.array([0, 0, 1]), np.array([0, 1, 0]), np.array([5, 5, 10]), np.array([100, 100]))
    assert list(found) == pytest.approx([0.0, 0.5])


def test_dispersion_of_many_words_is_that_of_each():
    """DP of all words at once, from the parts that have them, is that of each word over all parts."""
    chance = random.Random(5)  # noqa: S311 cases, not secrets
    sizes = [chance.randint(0, 900) for _ in range(30)]
    counts = {
        (word, part): chance.randint(1, 9) for word in range(12) for part in chance.sample(range(30), 3 + 2 * word)
    }
    words, parts = np.array(list(counts)).T
    found = deviations(words, parts, np.array(list(counts.values())), np.array(sizes))
    for word, value in enumerate(found):
        assert value == pytest.approx(dispersion([counts.get((word, part), 0) for part in range(30)], sizes), abs=1e-14)


@pytest.mark.parametrize("seed", range(20))
def test_log_ratio_is_the_relative_risk_of_scipy(seed):
    """The log ratio is log2 of scipy's relative risk where both sides have the word."""
    chance = random.Random(seed)  # noqa: S311 cases, not secrets
    counts = (chance.randint(1, 60), chance.randint(500, 4000), chance.randint(1, 90), chance.randint(500, 9000))
    assert log_ratio(*counts) == pytest.approx(math.log2(relative_risk(*counts).relative_risk))


@pytest.mark.parametrize(
    ("having", "published"), [(18_165, 1.65), (6_723, 2.08), (19_241, 1.62), (25_235, 1.5)], ids=str
)
def test_tf_idf_of_the_published_example(having, published):
    """The second factor is the idf of Manning, Raghavan and Schütze (2008), figure 6.8, but for the base of the log."""
    assert tf_idf(1, 10_000, 806_791, having) / math.log(10) == pytest.approx(published, abs=0.006)


def test_tf_idf_of_a_word_found_everywhere_is_nought():
    """What all texts have weighs nothing; what one of six has weighs its rate times ln 6."""
    assert tf_idf(30, 10_000, 6, 6) == 0
    assert tf_idf(30, 10_000, 6, 1) == pytest.approx(30 * math.log(6))


@pytest.mark.parametrize("seed", range(20))
def test_log_dice_is_that_of_scipy(seed):
    """Rychlý's logDice is 14 + log2 of Dice's coefficient, which is 1 less scipy's dissimilarity of two rows."""
    chance = random.Random(seed)  # noqa: S311 cases, not secrets
    one, other = ([chance.random() < share for _ in range(300)] for share in (0.3, 0.2))
    together = sum(a and b for a, b in zip(one, other, strict=True))
    assert log_dice(together, sum(one), sum(other)) == pytest.approx(14 + math.log2(1 - dice(one, other)))


def test_log_dice_has_its_ceiling():
    """Always together is 14, half as tight one point less."""
    assert log_dice(7, 7, 7) == pytest.approx(14)
    assert log_dice(7, 14, 14) == pytest.approx(13)


@pytest.mark.parametrize("region", ["440705", "360000"])
def test_word_table_is_a_recount(region, collection):
    """Counts, articles and sizes of a region's words are those of its tokens, counted anew."""
    rows = word_table(collection, Selection((region,)), others(collection, Selection((region,))), CLASSES, 2)
    documents = collection.tables["documents"]
    own = set(documents.loc[documents["region_id"] == region, "document_id"])
    words = [t for d in own for t in tokens(collection)[d] if countable(collection, t, CLASSES)]
    expected = {concept: count for concept, count in Counter(t.concept for t in words).items() if count >= 2}
    assert dict(zip(rows["concept"], rows["count"], strict=True)) == expected
    size = sum(readings(collection)[d].characters for d in own)
    assert characters(collection, Selection((region,))) == size
    for row in rows.itertuples():
        assert row.rate == pytest.approx(expected[row.concept] / size * 10_000)
        assert row.articles == sum(any(t.concept == row.concept for t in cut) for cut in tokens(collection).values())


def test_same_settings_give_the_same_words(collection):
    """A table is sorted by count and then by the word, whoever asks."""
    rows = word_table(collection, Selection(("511000",)), None, CLASSES, 2)
    assert list(zip(-rows["count"], rows["concept"], strict=True)) == sorted(
        zip(-rows["count"], rows["concept"], strict=True)
    )


def test_selection_by_measures_takes_their_sentences(collection):
    """With a pillar chosen only tokens of sentences that hold such a measure count."""
    part = selected(collection, Selection(pillars=("A",)))
    whole = selected(collection, Selection())
    assert 0 < len(part) < len(whole)
    assert set(part) <= set(whole)


@pytest.mark.parametrize(
    ("selection", "filters"),
    [
        (Selection(("440705",)), {}),
        (Selection(("440705", "360000")), {}),
        (Selection(("511000",), pillars=("C",)), {"pillars": ("C",)}),
        (Selection(("500000",), genres=("signed_article",)), {"genres": ("signed_article",)}),
    ],
)
def test_a_region_is_compared_with_like_text_of_the_others(selection, filters, collection):
    """The reference has all other regions and the same filters: sentences are never compared with whole articles."""
    reference = others(collection, selection)
    everywhere = set(collection.tables["documents"]["region_id"])
    assert set(reference.regions) == everywhere - set(selection.regions)
    assert reference == replace(Selection(reference.regions), **filters)


@pytest.mark.parametrize("selection", [Selection(pillars=("C",)), Selection(genres=("proposal",))])
def test_all_regions_are_compared_with_the_rest_of_the_corpus(selection, collection):
    """Without a region the reference is whatever the selection leaves, word for word."""
    assert others(collection, selection) is None
    rows = word_table(collection, selection, None, CLASSES, 1)
    own, everything = (
        Counter(t.concept for t in selected(collection, one) if countable(collection, t, CLASSES))
        for one in (selection, Selection())
    )
    size, whole = len(selected(collection, selection)), len(selected(collection, Selection()))
    for row in rows.itertuples():
        rest = everything[row.concept] - own[row.concept]
        assert row.reference == rest
        table = [[own[row.concept], rest], [size - own[row.concept], whole - size - rest]]
        expected = chi2_contingency(table, correction=False, lambda_="log-likelihood").statistic
        assert row.g2 == pytest.approx(expected, abs=1e-9)


def test_nothing_is_key_without_a_reference(collection):
    """The whole corpus has nothing to be compared with: neither evidence nor size."""
    rows = word_table(collection, Selection(), None, CLASSES, 2)
    assert len(rows)
    assert set(rows["g2"]) == set(rows["log_ratio"]) == {0.0}


def test_chinese_numbers_are_no_words(collection):
    """二十 and 70% are numbers, and numbers are left out; 一对一 is a word."""
    words = set(word_table(collection, Selection(), None, CLASSES, 1)["concept"])
    assert "一对一" in words
    assert not [word for word in words if set(word) <= set("〇零一二两三四五六七八九十百千万亿第0123456789.%")]


@pytest.mark.parametrize("node", ["技能人才", "产改", "进产业"])
def test_collocates_are_a_recount_of_sentences(node, collection):
    """A collocate shares as many sentences with a concept, or a string, as are counted by hand; G² is scipy's."""
    sets = sentence_sets(collection, Selection(), CLASSES)
    concept = concept_of(collection, node)
    places = (of_concept if concept else of_string)(collection, node, Selection())
    found = collocates(collection, places, sets, 2)
    assert len(found)
    assert node not in set(found["concept"])
    own = [
        held
        for (document, start), held in sets.items()
        if (
            node in held
            if concept
            else node in readings(collection)[document].text[start : end_of(collection, document, start)]
        )
    ]
    for row in found.itertuples():
        assert row.together == sum(row.concept in held for held in own)
        assert row.sentences == sum(row.concept in held for held in sets.values())
        assert row.log_dice == pytest.approx(14 + math.log2(2 * row.together / (len(own) + row.sentences)))
        rest = len(sets) - len(own)
        apart = row.sentences - row.together
        table = [[row.together, apart], [len(own) - row.together, rest - apart]]
        expected = chi2_contingency(table, correction=False, lambda_="log-likelihood").statistic
        assert row.g2 == pytest.approx(expected, abs=1e-9)


def end_of(collection, document, start):
    """Where the sentence that begins at `start` ends."""
    return readings(collection)[document].sentence_at(start)[1]


def test_edges_are_a_recount_of_sentences(collection):
    """An edge counts the sentences of its two concepts."""
    sets = sentence_sets(collection, Selection(), CLASSES).values()
    field = frozenset({"产改", "产业工人", "技能人才", "产教融合", "国有企业", "民营企业"})
    found = edges(collection, Selection(), CLASSES, 2, field)
    assert found
    for edge in found:
        assert edge.sentences == sum({edge.one, edge.other} <= one for one in sets) >= 2


PROGRAM = """
import hashlib
from corpus.words.cloud_layout import layout
from corpus.words.collocates import edges
from corpus.words.network import layout as network
from corpus.collection.folder import load
from corpus.words.phrases import phrases
from corpus.words.selection import Selection, others
from corpus.words.table import CLASSES, standing_out, word_table
collection = load()
own = Selection(("360000",))
rows = word_table(collection, own, others(collection, own), CLASSES, 2)
terms = frozenset(rows[rows["kind"] == "term"].head(30)["concept"])
found = edges(collection, own, CLASSES, 2, terms)
said = [rows.to_csv(), layout(dict(zip(rows["concept"], rows["g2"])), 60.0), found, network(found)]
said.append(phrases(collection, 1, Selection()))
print(hashlib.sha256(repr(said).encode()).hexdigest())
"""


def test_same_settings_say_the_same_in_any_process():
    """Tables, clouds, networks and phrases do not depend on the order in which a process keeps its sets."""
    said = {
        subprocess.run(  # noqa: S603 our own words
            [sys.executable, "-c", PROGRAM],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1

"""The statistics of words agree with independent implementations and published examples."""

import math
import random
from collections import Counter

import networkx as nx
import pytest
from scipy.stats import chi2_contingency

from corpus.association import log_dice
from corpus.collocates import collocates, edges, graphml, layout, sentence_sets
from corpus.dispersion import deviation_of_proportions
from corpus.keyness import log_likelihood, log_ratio
from corpus.phrases import phrases
from corpus.reading_text import readings
from corpus.tf_idf import tf_idf
from corpus.tokens import tokens
from corpus.words import CLASSES, Selection, characters, countable, others, selected, word_table


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


@pytest.mark.parametrize(
    ("counts", "expected"), [((10, 1000, 10, 1000), 0), ((20, 1000, 10, 1000), 1), ((10, 1000, 40, 1000), -2)]
)
def test_log_ratio_is_doublings(counts, expected):
    """The log ratio is 1 for twice as often, -2 for a quarter as often."""
    assert log_ratio(*counts) == pytest.approx(expected)


def test_log_ratio_of_a_word_that_one_side_lacks():
    """A count of nought is taken as a half."""
    assert log_ratio(8, 1000, 0, 1000) == pytest.approx(math.log2(16))


def test_dispersion_of_the_published_example():
    """DP of the worked example of Gries (2008): counts 1, 2, 3, 4, 5 in parts of 9, 10, 10, 10, 11 words is 0.18."""
    assert deviation_of_proportions((1, 2, 3, 4, 5), (9, 10, 10, 10, 11)) == pytest.approx(0.18, abs=0.005)


@pytest.mark.parametrize(("counts", "expected"), [((5, 5), 0.0), ((10, 0), 0.5)])
def test_dispersion_of_even_and_of_bunched_words(counts, expected):
    """Even is nought; all in one of two equal parts is a half; no use at all is no number."""
    assert deviation_of_proportions(counts, (100, 100)) == pytest.approx(expected)
    assert math.isnan(deviation_of_proportions((0, 0), (100, 100)))


def test_tf_idf_of_a_word_found_everywhere_is_nought():
    """What all texts have weighs nothing; what one of six has weighs its rate times ln 6."""
    assert tf_idf(30, 10_000, 6, 6) == 0
    assert tf_idf(30, 10_000, 6, 1) == pytest.approx(30 * math.log(6))


def test_log_dice_has_its_ceiling():
    """Always together is 14, half as tight one point less."""
    assert log_dice(7, 7, 7) == pytest.approx(14)
    assert log_dice(7, 14, 14) == pytest.approx(13)


@pytest.mark.parametrize("region", ["440705", "360000"])
def test_word_table_is_a_recount(region, package):
    """Counts, articles and sizes of a region's words are those of its tokens, counted anew."""
    rows = word_table(package, Selection((region,)), others(package, (region,)), CLASSES, 2)
    documents = package.tables["documents"]
    own = set(documents.loc[documents["region_id"] == region, "document_id"])
    words = [t for d in own for t in tokens(package)[d] if countable(package, t, CLASSES)]
    expected = {concept: count for concept, count in Counter(t.concept for t in words).items() if count >= 2}
    assert dict(zip(rows["concept"], rows["count"], strict=True)) == expected
    size = sum(readings(package)[d].characters for d in own)
    assert characters(package, Selection((region,))) == size
    for row in rows.itertuples():
        assert row.rate == pytest.approx(expected[row.concept] / size * 10_000)
        assert row.articles == sum(any(t.concept == row.concept for t in cut) for cut in tokens(package).values())


def test_same_settings_give_the_same_words(package):
    """A table is sorted by count and then by the word, whoever asks."""
    rows = word_table(package, Selection(("511000",)), Selection(), CLASSES, 2)
    assert list(zip(-rows["count"], rows["concept"], strict=True)) == sorted(
        zip(-rows["count"], rows["concept"], strict=True)
    )


def test_selection_by_measures_takes_their_sentences(package):
    """With a pillar chosen only tokens of sentences that hold such a measure count."""
    part = selected(package, Selection(pillars=("A",)))
    whole = selected(package, Selection())
    assert 0 < len(part) < len(whole)
    assert set(part) <= set(whole)


def test_collocates_are_a_recount_of_sentences(package):
    """A collocate shares as many sentences with the node as are counted by hand."""
    sets = sentence_sets(package, Selection(), CLASSES)
    found = collocates(package, "技能人才", Selection(), CLASSES, 2)
    assert len(found)
    for row in found.itertuples():
        assert row.together == sum({"技能人才", row.concept} <= one for one in sets)
        assert row.sentences == sum(row.concept in one for one in sets)


def test_network_is_a_recount_and_stands_still(package):
    """An edge counts the sentences of its two concepts; the layout is the same twice; GraphML names every node."""
    sets = sentence_sets(package, Selection(), CLASSES)
    field = frozenset({"产改", "产业工人", "技能人才", "产教融合", "国有企业", "民营企业"})
    found = edges(package, Selection(), CLASSES, 2, field)
    assert found
    for edge in found:
        assert edge.sentences == sum({edge.one, edge.other} <= one for one in sets)
    assert layout(found) == layout(found)
    read_back = nx.parse_graphml(graphml(found).decode())
    assert {frozenset(pair) for pair in read_back.edges} == {frozenset((edge.one, edge.other)) for edge in found}


def test_phrases_stand_in_every_region_they_name(package):
    """A shared phrase is found by plain string search in the articles of just the regions it names."""
    regions = package.tables["documents"].set_index("document_id")["region_id"]
    found = phrases(package, 3, 2)
    assert found
    for phrase in found:
        having = {regions[document] for document, reading in readings(package).items() if phrase.text in reading.text}
        assert set(phrase.regions) <= having
        assert len(phrase.regions) >= 2

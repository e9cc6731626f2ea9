"""Words of tone are counted once each, longest first, outside terms and names."""

import re

import pytest
from scipy.stats import binomtest

from corpus.texts.reading_text import readings
from corpus.words.places import Place
from corpus.words.selection import Selection, characters
from corpus.words.tokens import tokens
from corpus.words.tone import NAME, OTHER_USE, left_out_places, occurrences, tone_places, uses
from corpus.words.tone_precision import interval, precisions
from tests.strange import Article, collected


def written(collection):
    """Every place of a word of tone, by a regular expression that takes the longest at each place."""
    words = sorted(collection.tables["tone"]["word"], key=lambda word: (-len(word), word))
    pattern = re.compile("|".join(words))
    found = {word: [] for word in words}
    for document, reading in readings(collection).items():
        for match in pattern.finditer(reading.text):
            found[match.group()].append(Place(document, *match.span()))
    return found


def test_places_are_a_recount(collection):
    """Each word is met just where a second way of counting finds it, and either counts there or is left out."""
    expected, found = written(collection), occurrences(collection)
    assert sum(map(len, found.values())) > 300
    for word, own in found.items():
        assert [one.place for one in own] == sorted(expected[word]), word
        parts = (tone_places(collection), left_out_places(collection, NAME), left_out_places(collection, OTHER_USE))
        assert sorted(place for part in parts for place in part[word]) == sorted(expected[word])


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


COUNTED = {
    "创新": ["某市创新技能人才培养模式，效果好。", "市总工会创新推进结对工作。", "我县不断创新服务方式。"],
    "推动": ["市里推动企业建立学徒制。", "通过推动改革，工人多了。"],
    "不断": ["不断完善评价办法。"],
    "支持": ["财政支持学校办班。", "对企业给予支持。"],
    "激励": ["企业激励员工学习。"],
    "争取": ["争取在年底建成。"],
    "谋划": ["正谋划建设基地。"],
    "继续": ["明年将继续开展竞赛。"],
    "建议": ["委员建议加强培训。"],
    "加快": ["一是加快学校建设。"],
    "探索": ["积极探索学徒制培训。"],
}
"""Word → sentences of our own in which it counts, each of them once."""
LEFT_OUT = {
    "创新": [
        "创新人才和创新成果很多。",
        "技术创新能力强。",
        "工人勤于创新。",
        "创新创业服务中心的模式。",
        "建成创新工作室。",
    ],
    "推动": [
        "在企业的推动和大家努力下前进。",
        "在双重力量推动下前进。",
        "这是推动改革的重要途径。",
        "对于推动发展有意义。",
    ],
    "推进": ["参加全市推进会精神学习。", "听取推进情况汇报。", "印发《关于推进产改的意见》。"],
    "不断": ["技能水平不断提升。", "在不断优化的机制里成长。", "队伍不断壮大。"],
    "支持": ["在政府的支持下办班。", "获得资金支持三万元。"],
    "激励": ["建立激励机制。", "完善激励制度。"],
    "大力": ["这里有强大力量。", "在市里的大力支持下。"],
    "着力": ["找准着力点。"],
    "积极": ["调动积极性。", "做了积极的工作。"],
    "争取": ["已经争取资金三万元。"],
    "谋划": ["领导亲自谋划。"],
    "继续": ["工人可以继续深造。", "目前继续实施减免。"],
    "建议": ["收到合理化建议三条。", "委员提出建议。"],
    "全面": ["产改是全面深化改革的重要内容。", "促进人的全面发展。"],
    "探索": ["他带队探索冶炼技术。"],
}
"""Word → sentences of our own in which it is written and does not count."""


def counted_in(collection, sentence, word):
    """How often a word is written in a sentence of our own, and how often it counts there."""
    own = collected("own", collection, collection.codebook, [Article("own", "", ("见闻", sentence))])
    return len(occurrences(own)[word]), len(tone_places(own)[word])


@pytest.mark.parametrize(("word", "sentence"), [(word, one) for word, all_ in COUNTED.items() for one in all_])
def test_verb_of_an_act_counts(word, sentence, collection):
    """A word of tone counts in a text that nobody has seen where it says what somebody does."""
    assert counted_in(collection, sentence, word) == (1, 1)


@pytest.mark.parametrize(("word", "sentence"), [(word, one) for word, all_ in LEFT_OUT.items() for one in all_])
def test_other_uses_do_not_count(word, sentence, collection):
    """The same form does not count as a noun, in a name or title, of what comes by itself, or of what is past."""
    met, counted = counted_in(collection, sentence, word)
    assert met > 0
    assert counted == 0


def test_noun_of_innovation_is_no_trial_in_the_articles(collection):
    """Of all places of 创新 in the articles few count, each of them with the way of doing that is renewed."""
    counted, met = tone_places(collection)["创新"], occurrences(collection)["创新"]
    assert 0 < len(counted) * 5 < len(met)
    for place in counted:
        right = readings(collection)[place.document_id].text[place.end : place.end + 16]
        assert re.match("推进|.*模式", right), right
    assert not any(place.document_id == "qijian" for place in tone_places(collection)["谋划"])


def test_every_class_is_precise_on_what_was_read(collection):
    """Every class was read in the articles, and at least nine in ten of what counts is used so; recounted by hand."""
    said = {(row.seed_file, int(row.start)): row.used for row in collection.tables["tone_readings"].itertuples()}
    kinds = dict(zip(collection.tables["tone"]["word"], collection.tables["tone"]["kind"], strict=True))
    read = {kind: [] for kind in kinds.values()}
    for word, places in tone_places(collection).items():
        for place in places:
            reading = readings(collection)[place.document_id]
            read[kinds[word]].append(said[reading.seed_file, reading.offsets[place.start]] == "true")
    for own in precisions(collection):
        assert (own.read, own.right) == (len(read[own.kind]), sum(read[own.kind]))
        assert own.right >= own.read * 0.9
        assert own.read > 0


def test_precision_of_a_collection_that_nobody_read_is_unknown(collection):
    """In a collection without readings nothing is said of its own places; the sample elsewhere is the codebook's."""
    own = collected("own", collection, collection.codebook, [Article("own", "", ("见闻", "市里推动改革。"))])
    (drive,) = [one for one in precisions(own) if one.kind == "drive"]
    assert (drive.read, drive.right, drive.missed) == (0, 0, 0)
    assert drive.elsewhere > drive.elsewhere_right > 0


@pytest.mark.parametrize(("right", "read"), [(0, 1), (1, 1), (3, 3), (96, 117), (10, 20)])
def test_interval_is_that_of_wilson(right, read):
    """The interval of a share is scipy's by Wilson's method."""
    expected = binomtest(right, read).proportion_ci(method="wilson")
    assert interval(right, read) == pytest.approx((expected.low, expected.high))
    assert interval(0, 0) == (0, 1)

"""A reference held beside a reader's text: what stands there verbatim, adapted or not, and which words changed."""

import random

import pytest

from corpus.intake.source import Source
from corpus.reading.reference import ABSENT, ADAPTED, HALF, VERBATIM, beside, stock
from corpus.reading.reworded import ALONE, FIGURE, MOVED, reworded
from corpus.reading.sentences import LONGEST, plain, read_source, sentences
from corpus.reading.unlike_figures import unlike_figures
from corpus.texts.reading_text import readings
from tests.corpus.reading.sentence_pairs import PAIRS


def _text(lines, name="reference"):
    return read_source(Source(name, "txt", "\n".join(lines)), name)


def _held(reference, own, collection):
    return beside([_text(reference)], [_text(own, "own-1")], stock(collection))


@pytest.fixture(scope="module")
def pairs(collection):
    """All pairs together: each sentence has to find its own counterpart among the others."""
    return _held([one for one, _, _ in PAIRS], [other for _, other, _ in PAIRS], collection)


def test_sentences_stand_as_people_would_say(pairs):
    """Every sentence of the table stands in the report as the table says, and points to its own counterpart."""
    found = {}
    for sentence, match in zip(pairs.reference, pairs.of_reference, strict=True):
        other = pairs.own[match.other].text.strip() if match.other >= 0 else ""
        found[sentence.text.strip()] = (other, match.kind)
    assert found == {one: ("" if kind == ABSENT else other, kind) for one, other, kind in PAIRS}


def test_the_thresholds_stand_in_a_gap(collection):
    """What is adapted lies well above the bound and what shares formulae only well below: none hangs on a hair."""
    shares = {kind: [] for kind in (ADAPTED, ABSENT)}
    for one, other, kind in PAIRS:
        if kind in shares:
            held = _held([one], [other], collection)
            shares[kind].append(max(held.of_reference[0].share, held.of_own[0].share))
    assert min(shares[ADAPTED]) > HALF * 1.25
    assert max(shares[ABSENT]) < HALF * 0.75


def test_without_the_formulae_slogans_would_look_adapted(collection):
    """Formulae are told apart by what the genre says everywhere: without it the same sentences would count."""
    slogans = [pair for pair in PAIRS if pair[2] == ABSENT and plain(pair[0])[:6] == plain(pair[1])[:6]]
    for one, other, _ in slogans:
        assert beside([_text([one])], [_text([other])], {}).of_reference[0].kind == ADAPTED
        assert _held([one], [other], collection).of_reference[0].kind == ABSENT


def test_both_ways_are_told(collection):
    """A sentence kept whole in a longer one is verbatim; the longer one is adapted, and what nobody has is absent."""
    held = _held(
        ["支持船厂把闲置仓库改成练兵场。", "设立司机驿站二十处，全天提供热饮。"],
        ["我县出台办法，支持船厂把闲置仓库改成练兵场，并给予补助。", "渔港新添三台吊机。"],
        collection,
    )
    assert [one.kind for one in held.of_reference] == [VERBATIM, ABSENT]
    assert [one.kind for one in held.of_own] == [ADAPTED, ABSENT]
    assert held.counts() == (
        {VERBATIM: 1, ADAPTED: 0, ABSENT: 1},
        {VERBATIM: 0, ADAPTED: 1, ABSENT: 1},
    )


def test_a_run_may_cross_the_ends_of_sentences(collection):
    """A sentence that the report cuts into two is verbatim there, at the one in which it lies most."""
    held = _held(
        ["船厂把闲置仓库改成练兵场，工会统一调度，每周开放五个晚上。"],
        ["渔港新添吊机。", "船厂把闲置仓库改成练兵场。", "工会统一调度，每周开放五个晚上。"],
        collection,
    )
    (match,) = held.of_reference
    assert match.kind == VERBATIM
    assert "船厂" in held.own[match.other].text or "调度" in held.own[match.other].text
    assert [one.kind for one in held.of_own] == [ABSENT, VERBATIM, VERBATIM]


def test_articles_that_owe_each_other_nothing_share_next_to_nothing(collection):
    """Of the sentences of the shipped articles hardly any counts as taken from another: they were written apart."""
    texts = list(readings(collection).values())
    taken = [
        sentence.text
        for text in texts
        for held in [beside([text], [other for other in texts if other is not text], stock(collection))]
        for sentence, match in zip(held.reference, held.of_reference, strict=True)
        if match.kind != ABSENT
    ]
    assert any("产业工人是工人阶级的主体力量" in text for text in taken)
    assert len(taken) < sum(len(sentences([text])) for text in texts) / 50


def test_numbers_are_not_run_together():
    """A stop or a dash inside a number counts, elsewhere punctuation does not."""
    assert plain("增长3.5%，") == plain("增长３.５％") != plain("增长35%")
    assert plain("3-5人") != plain("35人")
    assert plain("“工友夜校”、开课") == plain("工友夜校开课")


def test_long_lists_are_compared_in_parts(collection):
    """What goes on without a stop is cut at its commas, and every character of it is still there."""
    line = "，".join(f"第{rank}号船坞添置吊机" for rank in range(200))
    found = sentences([_text([line])])
    assert max(len(one.text) for one in found) <= LONGEST
    assert "".join(one.text for one in found) == line
    assert {one.kind for one in _held([line], [line], collection).of_reference} == {VERBATIM}


def test_words_that_changed_are_marked(collection):
    """Words that stand in one sentence only are told from those kept, and the pieces are the sentences again."""
    one, other = "健全师傅津贴制度，按季度发放补贴。", "建立师傅津贴制度，按月发放补贴。"
    found = reworded(collection, one, other)
    assert [piece.text for piece in found.reference if piece.kind == ALONE] == ["健全", "季度"]
    assert [piece.text for piece in found.own if piece.kind == ALONE] == ["建立", "月"]
    assert ("".join(piece.text for piece in found.reference), "".join(piece.text for piece in found.own)) == (
        one,
        other,
    )


def test_figures_that_differ_are_pointed_out(collection):
    """Figures at one place that differ are told with their unit; one written in other characters does not differ."""
    found = reworded(
        collection, "全年培训三万人次，惠及30家企业，占比35%。", "全年培训4万人次，惠及三十家企业，占比32%。"
    )
    assert found.figures == (("三万人次", "4万人次"), ("35%", "32%"))
    assert [piece.text for piece in found.own if piece.kind == FIGURE] == ["4万", "32"]


def test_sentences_with_another_figure_are_counted(pairs, collection):
    """Of all adapted sentences those are told, in both texts, of which a figure is another at its place."""
    found = unlike_figures(collection, pairs)
    assert [pairs.reference[rank].text.strip()[:8] for rank in found.reference] == ["力争到2028年"]
    assert [pairs.own[rank].text.strip()[:8] for rank in found.own] == ["力争到2027年"]
    assert found.left_out == 0


def test_a_name_may_be_one_word_here_and_several_there(collection):
    """Stretches that begin or end alike are told as kept, however the sentences are cut into words."""
    found = reworded(collection, "新会美达锦纶开设夜校。", "新昌美达锦纶开设夜校。")
    assert "".join(piece.text for piece in found.own if piece.kind == ALONE) in {"新昌", "昌"}


def test_a_clause_that_moved_is_no_loss(collection):
    """A clause that stands elsewhere in the other sentence is told as moved, not as gone and new."""
    found = reworded(
        collection,
        "完善工资集体协商机制，把技能等级写进协商清单。",
        "把技能等级写进协商清单，完善工资集体协商机制。",
    )
    assert {piece.kind for piece in (*found.reference, *found.own)} == {"kept", MOVED}


def test_nothing_and_little_are_no_error(collection):
    """An empty text, one of signs alone and one of a word have no counterpart and break nothing."""
    for own in ([""], ["……！"], ["夜校"]):
        held = _held(["每个县区都要选定两条主干产业链。"], own, collection)
        assert [one.kind for one in held.of_reference] == [ABSENT]
    assert _held(["夜校"], ["夜校"], collection).of_reference[0].kind == VERBATIM


def test_sentences_told_again_and_again_are_one(collection):
    """A sentence that a text repeats has the same counterpart each time, however often the other repeats it too."""
    one, other = "完善工资集体协商机制，把技能等级写进清单。", "把技能等级写进清单，完善工资集体协商机制。"
    held = _held([one] * 900, [other] * 900, collection)
    assert {(match.kind, match.other) for match in held.of_reference} == {(ADAPTED, 0)}


def test_rows_of_a_table_find_their_own(collection):
    """In a table of like rows each row is found by what it has alone."""
    rows = [f"第{rank}号船坞添置吊机，由工会统一调度，每周开放五个晚上。" for rank in range(600)]
    held = _held(rows, [row.replace("五个", "六个") for row in rows], collection)
    assert [match.kind for match in held.of_reference].count(ADAPTED) == len(rows)
    pairs = [(held.own[match.other].text, held.reference[rank].text) for rank, match in enumerate(held.of_reference)]
    hits = sum(other.split("号")[0] == one.split("号")[0] for other, one in pairs)
    assert hits > len(rows) * 0.9


def test_two_long_texts_are_compared_in_time(collection):
    """Two thousand sentences beside two thousand cost what their length costs: each looks at what it shares only."""
    letters, chance = plain("".join(text.text for text in readings(collection).values())), random.Random(7)  # noqa: S311 texts, no secrets

    def made(count):
        places = [chance.randrange(len(letters) - 60) for _ in range(count)]
        return ["".join(chance.sample(letters[at : at + 60], 45)) + "。" for at in places]

    own = made(2000)
    held = _held([*made(2000)[:-1], own[1234]], own, collection)
    assert held.of_reference[-1].kind == VERBATIM
    assert held.own[held.of_reference[-1].other].text == own[1234]
    assert held.counts()[0][ABSENT] > 1990

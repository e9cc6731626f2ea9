"""The clause around a figure says what it says, and nothing is torn apart for it."""

from itertools import pairwise

import pytest

from corpus.coding.evidence import evidence
from corpus.texts.clauses import clause, clauses
from corpus.texts.reading_text import readings


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("去年，全市共开展各类技能培训|3万人次|，发放补贴200万元。", "全市共开展各类技能培训3万人次"),
        ("去年，全市开展培训3万人次，补贴|200万元|。", "全市开展培训3万人次，补贴200万元"),
        ("据《产改，提升：方案》要求建成工作室|12家|，另建站5个。", "据《产改，提升：方案》要求建成工作室12家"),
        ("全市评出“师带徒”标兵（含提名，共两批）|30名|，均予奖励。", "全市评出“师带徒”标兵（含提名，共两批）30名"),
        ("全市评出标兵90名（其中来自一线的有|30名|，占三成），均予奖励。", "其中来自一线的有30名"),
        ("每月给予津贴1500元（最长|3年|），均予落实。", "每月给予津贴1500元（最长3年）"),
        ("“我们办了不少实事，其中新建爱心驿站共|16个|，”他说。", "其中新建爱心驿站共16个"),
        ("参加培训的技师与其他职工之比为|1：3|，合计1,200人。", "参加培训的技师与其他职工之比为1：3"),
        ("In the past year |1,200| were trained, and 30 firms paid.", "In the past year 1,200 were trained"),
        ("共|3人|。", "共3人"),
        ("”）建成的工作室和工作站合计|16家|（“", "”）建成的工作室和工作站合计16家（“"),
    ],
)
def test_clause_lies_between_stops(sentence, said):
    """Stops cut, and brackets; titles, words in quotation marks, brackets beside, times and proportions are whole."""
    before, quote, after = sentence.split("|")
    whole = before + quote + after
    assert whole[slice(*clause(whole, len(before), len(before + quote)))] == said


def test_every_figure_stands_in_its_clause(collection):
    """A clause holds its figure, is part of the sentence, and is a sentence only where this has no shorter clause."""
    shorter = 0
    for number in collection.tables["numbers"]["number_id"]:
        found = evidence(collection, number)
        start, end = len(found.left), len(found.left) + len(found.quote)
        first, last = clause(found.sentence, start, end)
        assert 0 <= first <= start < end <= last <= len(found.sentence)
        assert sum(letter.isalnum() for letter in found.sentence[first:last]) >= min(
            8, sum(letter.isalnum() for letter in found.sentence)
        )
        for opens, closes in ("《》", "（）"):
            said = found.sentence[first:last]
            assert said.count(opens) == said.count(closes) or found.sentence.count(opens) != found.sentence.count(
                closes
            )
        shorter += last - first < len(found.sentence.rstrip("。"))
    assert shorter > 0


def test_stretch_outside_is_refused():
    """What is not in the sentence has no clause in it."""
    with pytest.raises(ValueError, match="no stretch"):
        clause("共3人。", 3, 9)


def test_clauses_of_a_text_follow_each_other(collection):
    """The clauses of a paragraph leave out stops and blanks alone, and cut in no title and no short brackets."""
    text = "据《产改，提升：方案》要求，建站1,200个（含提名，共两批）；每班8:30 开始。 “好，就这么办。”他说。"
    assert [text[start:end] for start, end in clauses(text, 0, len(text))] == [
        "据《产改，提升：方案》要求",
        "建站1,200个（含提名，共两批）",
        "每班8:30 开始",
        "“好，就这么办。”他说",
    ]
    for reading in readings(collection).values():
        found = clauses(reading.text, 0, len(reading.text))
        left = [reading.text[end:start] for (_, end), (start, _) in pairwise(found)]
        assert all(not any(map(str.isalnum, between)) for between in left)

"""Congresses and plenums that a clause only names speak for no code."""

import pytest

from corpus.suggestions.candidates import instrument_wording
from corpus.suggestions.congresses import without_congresses
from corpus.suggestions.learned import instrument_cues


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("宣讲党的二十届三中全会精神", "宣讲精神"),
        ("学习党的二十大报告", "学习报告"),
        ("贯彻省委十二届八次全会部署", "贯彻部署"),
        ("召开县委十四届六次全会", "召开县委十四届六次全会"),
        ("办好工会十大赛事", "办好工会十大赛事"),
        ("成立工会联合会", "成立工会联合会"),
    ],
)
def test_names_of_congresses_are_blanked(said, left):
    """A congress named as a subject matter is blanked place for place; one that is convened, and its like, stay."""
    told = without_congresses(said)
    assert len(told) == len(said)
    assert told.replace(" ", "") == left


def test_a_plenum_is_no_cue(collection):
    """A clause that spreads what a plenum said has the mark of spreading it and none of meeting."""
    cues = instrument_cues(collection)
    assert "organisation" not in instrument_wording("宣讲三中全会精神", cues).signs
    assert "organisation" in instrument_wording("召开县委全会", cues).signs
    assert "publicity" in instrument_wording("宣讲三中全会精神", cues).signs

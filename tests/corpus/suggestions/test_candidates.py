"""Which clauses of a text are thought of as measures at all."""

import pytest

from corpus.suggestions.candidates import candidates, is_slogan
from corpus.suggestions.suggest import suggested_measures
from corpus.texts.reading_text import readings
from tests.strange import Article, collected


@pytest.mark.parametrize(
    ("said", "slogan"),
    [
        ("提升纺织工人技能水平", True),
        ("着力激发队伍创新活力", True),
        ("保持队伍和谐稳定", True),
        ("提高学徒补贴", False),
        ("实施织匠培养行动", False),
        ("推进“金梭”能力测评", False),
        ("强化培训基地建设", False),
    ],
)
def test_slogans_name_no_object(said, slogan):
    """A clause of a verb and a good that is wished for is a slogan; one with an object of its own is none."""
    assert is_slogan(said, 0, len(said)) == slogan


def test_headings_and_counts_are_no_measures(collection):
    """Neither a numbered heading that runs in, nor what a clause only counts, nor a slogan is suggested."""
    told = (
        "（一）实施织匠成长行动，提升纺织工人技能水平。一是举办纺织工技能竞赛3场。",
        "全县共完成培训962人次，其中，引导性培训507人次，专项培训83人次，技能培训372人次。",
        "在县电视台开设“织匠风采”专栏，发布内容6期，激发队伍创新活力。",
    )
    lines = ("云岭县纺织工人队伍建设情况", "".join(told))
    own = collected("own", collection, collection.codebook, [Article("weave", "", lines)])
    text = readings(own)["weave"].text
    found = [text[one.start : one.end] for one in suggested_measures(collection, own, "weave")]
    assert any("举办纺织工技能竞赛" in quote for quote in found)
    assert any("开设“织匠风采”专栏" in quote for quote in found)
    assert not [quote for quote in found if "成长行动" in quote or "人次" in quote or "6期" in quote or "活力" in quote]
    said = [text[one.start : one.end] for one in candidates(readings(own)["weave"])]
    assert not [clause for clause in said if "成长行动" in clause]

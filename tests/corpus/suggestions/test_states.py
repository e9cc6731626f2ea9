"""How far a measure has got is told by words, names and titles apart."""

import pytest

from corpus.suggestions.states import plans, proposes, scope, status


@pytest.mark.parametrize(
    ("paragraph", "code", "cue"),
    [
        ("县里|举办竞赛|。", "implemented", ""),
        ("下一步，县里|举办竞赛|。", "planned", "下一步"),
        ("下一步，县里修路。同时，|举办竞赛|。", "planned", "下一步"),
        ("下一步修路，|已先后举办竞赛|。", "implemented", ""),
        ("县里|将持续举办竞赛|。", "planned", "将"),
        ("县里|将举办竞赛纳入考核|。", "implemented", ""),
        ("县里|将举办竞赛|。", "planned", "将"),
        ("县里|计划举办竞赛12场|。", "planned", "计划"),
        ("县里|准备表彰工匠|。", "planned", "准备"),
        ("县里|拟给予每人补贴|。", "planned", "拟"),
        ("各镇|要持续开展练兵|。", "planned", "要"),
        ("县里|主要开展练兵|。", "implemented", ""),
        ("县里|建设虚拟培训室|。", "implemented", ""),
        ("县里|出台《明年计划》|。", "implemented", ""),
        ("县里|开展学徒制试点|。", "pilot", "试点"),
        ("县里|探索“车间课堂”育人模式|。", "pilot", "探索"),
        ("县里|探索成立学院|。", "implemented", ""),
        ("代表们建议，|健全协商制度|。", "proposed", "建议"),
        ("“建议多开课。|健全协商制度|。”", "proposed", "建议"),
        ("“建议多开课。”他说。|健全协商制度|。", "implemented", ""),
    ],
)
def test_status(paragraph, code, cue):
    """A plan holds for the rest of its paragraph, a wish for the rest of its speech; what is done is done."""
    before, quote, after = paragraph.split("|")
    text = before + quote + after
    start, sentence = len(before), before.rfind("。") + 1
    found = status(text, start, start + len(quote), (0, sentence))
    assert (found.code, text[found.start : found.end]) == (code, cue)


def test_all_of_a_proposal_is_proposed():
    """An article of wishes, by its genre, its signature or its title, has done nothing."""
    assert proposes("proposal", "", "")
    assert proposes("", "省政协委员 王某", "")
    assert proposes("", "", "关于办好夜校的建议")
    assert not proposes("", "本报记者", "夜校的灯")
    assert status("举办竞赛", 0, 4, (0, 0), whole="proposed").code == "proposed"


def test_notices_and_programmes_tell_plans():
    """What a notice or a programme tells is planned, but for what it tells as past."""
    assert plans("关于开展职工技能竞赛的通知")
    assert plans("云岭县纺织工匠培育方案（试行）")
    assert not plans("云岭县出台培育方案助力纺织工匠")
    assert not plans("云岭县纺织工匠培育情况")
    assert status("举办竞赛12场。", 0, 7, (0, 0), whole="planned").code == "planned"
    assert status("去年以来，举办竞赛12场。", 5, 12, (0, 0), whole="planned").code == "implemented"
    assert status("举办了竞赛。", 0, 5, (0, 0), whole="planned").code == "implemented"


@pytest.mark.parametrize(
    ("quote", "kind", "code"),
    [
        ("举办竞赛", "union", "whole_region"),
        ("举办竞赛", "enterprise", "single_organisation"),
        ("在园区举办竞赛", "government", "part"),
        ("指导5家规上企业备案", "government", "part"),
        ("建成工作室5家", "government", "whole_region"),
        ("携手三个区县办学", "school", "part"),
    ],
)
def test_scope(quote, kind, code):
    """A firm's act is its own, one for a park or for some firms is for a part, any other for all."""
    assert scope(quote, 0, len(quote), kind, wishes=False).code == code

"""Who acts is told by the subject that a paragraph had last."""

import pytest

from corpus.suggestions.actors import NOBODY, Actor, abbreviations, body, speaker

KNOWN = {"锦绣公司": Actor("jinxiu", "enterprise", 0, 0)}


@pytest.mark.parametrize(
    ("clause", "kind", "named"),
    [
        ("县总工会举办竞赛", "union", "县总工会"),
        ("去年，", None, ""),
        ("市人力资源和社会保障局积极落实", "government", "市人力资源和社会保障局"),
        ("云岭县委、县政府高度重视", "party", "云岭县委"),
        ("河西技师学院与十家企业签约", "school", "河西技师学院"),
        ("锦绣公司开办夜校", "enterprise", "锦绣公司"),
        ("该公司还开办夜校", "enterprise", "该公司"),
        ("向20家企业颁发牌匾", None, ""),
        ("推动企业自主认定", None, ""),
        ("企业职工教育经费", None, ""),
        ("我县出台办法", "unnamed", ""),
        ("云岭县推行学徒制", "unnamed", ""),
        ("产业园区设立调解室", "other", "产业园区"),
        ("县机械行业协会牵头开展评价", "association", "县机械行业协会"),
    ],
)
def test_subject_of_a_clause(clause, kind, named):
    """A clause begins with a body by its name or nature, with a place, or with neither; objects are no subjects."""
    found = body(clause, 0, len(clause), KNOWN)
    assert (found.kind if found else None) == kind
    if found and named:
        assert clause[found.start : found.end] == named
        assert found.organisation_id == ("jinxiu" if named in KNOWN else "")
    if kind == "unnamed":
        assert found == NOBODY


def test_a_text_names_its_bodies_for_short():
    """What a text calls a firm for short is that firm's kind."""
    text = "云岭钢铁有限公司(以下简称“云钢”)开工。云岭学校（简称云校）开学。今年（简称甲乙）。"
    assert {short: found.kind for short, found in abbreviations(text).items()} == {
        "云钢": "enterprise",
        "云校": "school",
    }


@pytest.mark.parametrize(
    ("signature", "kind"),
    [
        ("□云岭职业学院党委书记 王某", "school"),
        ("□中共云岭县委书记 王某", "party"),
        ("□云岭化工公司总经理", "enterprise"),
    ],
)
def test_signature_tells_a_body(signature, kind):
    """Whoever signs speaks for the body that the signature names first."""
    assert speaker(signature, {}).kind == kind
    assert speaker("本报记者 王某", {}) is None

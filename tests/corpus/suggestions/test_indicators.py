"""A figure is given an indicator only where words beside it say so."""

import pytest

from corpus.suggestions.indicators import indicator_scores, suggested_indicator


@pytest.mark.parametrize(
    ("figure", "unit", "indicator"),
    [
        ("全县建成技能大师工作室|12个|，", "facility", "skill_master_studios"),
        ("共组建|9个|行业产教融合共同体。", "organisation", "industry_communities"),
        ("办起|3个|产业学院，", "facility", "industry_colleges"),
        ("办起|3个|产业学院，", "", "industry_colleges"),
        ("办起|3人|产业学院，", "person", ""),
        ("其中技能大师工作室|12个|，", "facility", ""),
        ("拥有高新技术企业|33家|，", "organisation", "hightech_firms"),
        ("去年新增高新技术企业|33家|，", "organisation", "new_hightech_firms"),
        ("全县职业技能等级认定企业|23家|，", "organisation", "certifying_firms"),
        ("建成自治区认定企业技术中心|7家|，", "facility", "technology_centres"),
        ("县里有女职工关爱室|3个|，", "facility", "womens_rooms"),
        ("退休人员社会化管理率为|97%|。", "percent", "retiree_management_rate"),
        ("发明专利授权累计|191件|。", "item", "patents"),
        ("全县产业工人|8万人|。", "person", "industrial_workers"),
        ("县里竞赛涉及|5个|，", "item", ""),
        ("完成培训962人次，其中，引导性培训|507人次|，", "person_time", "training_person_times"),
        ("有2人任党代表、|17人|任政协委员。", "person", "delegates"),
        ("举办技能竞赛|4场|，", "event", "contest_events"),
        ("他种了|12个|西瓜，", "item", ""),
        ("|12个|", "item", ""),
    ],
)
def test_indicator_of_a_figure(collection, figure, unit, indicator):
    """The name right beside a figure tells its indicator; a part, another unit, two that fit, or no name tell none.

    The end of a name tells it as well, and of two of a name that which grows or stands like the figure.
    """
    before, quote, after = figure.split("|")
    text = before + quote + after
    found = suggested_indicator(collection, text, len(before), len(before) + len(quote), unit)
    assert (found.indicator_id if found else "") == indicator
    if found:
        assert text[found.start : found.end] in text[: len(before)] + " " + after


def test_precision_comes_first(collection):
    """Of the figures of the articles, each without its own coding, nearly all that are given an indicator have it."""
    _, named, right, _, figures = zip(*indicator_scores(collection, whole=True), strict=True)
    assert sum(right) >= 0.9 * sum(named)
    assert sum(named) >= 0.4 * sum(figures)

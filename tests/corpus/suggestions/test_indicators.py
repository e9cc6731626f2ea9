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
        ("拥有高新技术企业|33家|，", "organisation", ""),
        ("他种了|12个|西瓜，", "item", ""),
        ("|12个|", "item", ""),
    ],
)
def test_indicator_of_a_figure(collection, figure, unit, indicator):
    """The name right beside a figure tells its indicator; a part, another unit, two that fit, or no name tell none."""
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
    assert sum(named) >= 0.2 * sum(figures)

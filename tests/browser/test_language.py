"""Two languages: the browser's at first, the reader's choice from then on."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

MENU = {
    "zh-CN": [
        "总览",
        "议题",
        "地区画像",
        "措施矩阵",
        "数字",
        "关键词云",
        "检索与原文",
        "我的文档",
        "数据与方法",
        "阅读单",
    ],
    "en": [
        "Overview",
        "Topics",
        "Profiles",
        "Matrix",
        "Numbers",
        "Words",
        "Search and reader",
        "My documents",
        "Data and methods",
        "Reading list",
    ],
}


def assert_speaks(visitor, language):
    """Assert that the menu and the document's own language are `language`."""
    expect(visitor.page.get_by_test_id("stTopNavLink")).to_have_text(MENU[language])
    expect(visitor.page.locator("html")).to_have_attribute("lang", language)


@pytest.mark.parametrize(
    ("locale", "language", "title"),
    [("zh-TW", "zh-CN", "产改观察"), ("en-US", "en", "Changai Explorer"), ("fr-FR", "en", "Changai Explorer")],
)
def test_browser_decides_at_first(arrive, locale, language, title):
    """A visitor gets Chinese for any Chinese browser and English for any other."""
    visitor = arrive(locale=locale)
    visitor.go("/", title)
    assert_speaks(visitor, language)
    expect(visitor.page).to_have_url(visitor.origin + "/")


def test_choice_keeps_filters_and_lasts(visitor):
    """The switch changes every word, keeps the filters, goes into the URL and holds on the next page."""
    page = visitor.page
    visitor.go("/numbers?region=440705", "数字")
    expect(visitor.lines).to_have_count(37)
    visitor.settle()
    before = [row["number_id"] for row in visitor.rows()]

    visitor.language("English").click()
    expect(page.locator("h1")).to_have_text("Numbers")
    expect(page.get_by_text(re.compile("37 of 171 figures shown"))).to_be_visible()
    expect(page.get_by_text("所示")).to_have_count(0)
    expect(page).to_have_url(visitor.origin + "/numbers?region=440705&lang=en")
    expect(page).to_have_title(re.compile("^Numbers "))
    assert_speaks(visitor, "en")
    visitor.settle()
    assert [row["number_id"] for row in visitor.rows()] == before
    expect(visitor.pill("Region", "Xinhui District")).to_have_attribute("aria-pressed", "true")

    visitor.menu("Data and methods")
    expect(page).to_have_url(re.compile("lang=en$"))
    assert_speaks(visitor, "en")
    visitor.menu("Numbers")
    expect(visitor.lines).to_have_count(37)
    expect(page).to_have_url(visitor.origin + "/numbers?region=440705&lang=en")

    visitor.settle()
    visitor.language("中文").click()
    expect(page.locator("h1")).to_have_text("数字")
    expect(visitor.lines).to_have_count(37)
    expect(page).to_have_url(visitor.origin + "/numbers?region=440705&lang=zh")
    assert_speaks(visitor, "zh-CN")


def test_link_brings_its_language(arrive):
    """A link with a language speaks it, whatever the browser's."""
    visitor = arrive(locale="en-US")
    visitor.go("/reader?doc=jiangxi&lang=zh", "检索与原文")
    assert_speaks(visitor, "zh-CN")

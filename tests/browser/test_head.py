"""The head of every page: one line on a screen, three on a phone, and what it is searched and filtered by."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

PAGES = ("/", "/profile", "/matrix", "/numbers", "/words", "/reader", "/data")
LAPTOP = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
MENU = 60
"""Height of Streamlit's own bar, in pixels."""


def lowest(visitor):
    """Where the lowest part of the head ends, in the app's own fonts, once nothing moves any more."""
    visitor.page.evaluate("document.fonts.ready.then(() => true)")
    ends = [0.0, 1.0]
    while ends[-1] != ends[-2]:
        visitor.page.wait_for_timeout(300)
        boxes = [part.bounding_box() for part in parts(visitor)]
        ends.append(max(box["y"] + box["height"] for box in boxes))
    return ends[-1]


def parts(visitor):
    """The ink of title and question, the switch of language, and the box to look for something where there is one."""
    head = visitor.page.get_by_test_id("stHorizontalBlock").first
    switch = head.get_by_role("radiogroup", name=re.compile("语言|Language"))
    box = head.get_by_role("textbox")
    found = [head.locator("h1 span").first, head.get_by_test_id("stCaptionContainer").locator("p").first, switch]
    return [*found, box.first] if box.count() else found


@pytest.mark.parametrize("path", PAGES[::2])
def test_head_is_one_line(arrive, path):
    """On a laptop the head ends within 64 pixels under the menu, and the app's name stands in the menu."""
    visitor = arrive(**LAPTOP)
    # English is the longer of the two languages.
    visitor.go(f"{path}?lang=en")
    assert lowest(visitor) <= MENU + 64
    name = visitor.page.get_by_test_id("stHeaderLogo")
    expect(name).to_be_visible()
    assert name.bounding_box()["y"] < MENU


@pytest.mark.parametrize("path", PAGES)
def test_head_is_short_on_a_phone(arrive, path):
    """On a phone title, question, language and search end in the upper quarter of the screen."""
    visitor = arrive(**PHONE)
    # English is the longer of the two languages.
    visitor.go(f"{path}?lang=en")
    assert lowest(visitor) <= 844 / 4


def test_name_leads_to_the_overview(visitor):
    """The app's name leads to the first page from any other, in the language that was chosen."""
    visitor.go("/numbers?lang=en", "Numbers")
    visitor.page.get_by_test_id("stLogoLink").first.click()
    expect(visitor.page.locator("h1")).to_have_text("Changai Explorer")


def shown(visitor, count, total=171):
    """Wait until the page says that it shows so many figures."""
    expect(visitor.page.get_by_text(f"所示 {count} / {total}")).to_be_visible()
    visitor.settle()


def test_pill_gives_what_it_says(visitor):
    """A pill in line tells its count, which is what the page shows once it is pressed; the others count anew."""
    visitor.go("/numbers", "数字")
    pill = visitor.pill("地区", "新会区")
    count = pill.get_attribute("aria-description")
    expect(pill).to_contain_text(count)
    pill.click()
    shown(visitor, count)
    kind = visitor.pill("性质", "结果")
    expect(kind).not_to_have_attribute("aria-description", "119")
    count = kind.get_attribute("aria-description")
    kind.click()
    shown(visitor, count)


def unit_section(visitor):
    """The part of the drawer that holds the units, open."""
    visitor.page.get_by_role("button", name=re.compile("^(更多)?筛选")).first.click()
    section = visitor.page.locator(".panel section").filter(has=visitor.page.locator("summary", has_text="单位"))
    section.locator("summary").click()
    return section


def test_filter_behind_the_button_stands_as_a_chip(visitor):
    """What is chosen behind the button is told beside it and taken off there; options without a row are told of."""
    visitor.go("/numbers?region=440705", "数字")
    section = unit_section(visitor)
    expect(section.get_by_text(re.compile("其余 .+ 个选项没有匹配。"))).to_be_visible()
    option = section.get_by_role("button", name="人", exact=True)
    count = option.get_attribute("aria-description")
    option.click()
    shown(visitor, count)
    expect(visitor.page).to_have_url(re.compile("unit=person"))
    expect(visitor.page.get_by_role("button", name="更多筛选（1）")).to_be_visible()
    visitor.page.keyboard.press("Escape")
    expect(section).to_be_hidden()
    visitor.page.get_by_role("button", name="去掉 单位 · 人").click()
    shown(visitor, 37)
    expect(visitor.page).not_to_have_url(re.compile("unit="))


def test_clear_takes_everything_off(visitor):
    """One button takes off every filter and the text, on the page and in the link, and then is gone."""
    visitor.go("/numbers?region=440705&unit=person&kind=result&q=人", "数字")
    clear = visitor.page.get_by_role("button", name="清除筛选")
    clear.click()
    shown(visitor, 166)
    expect(visitor.page).to_have_url(re.compile(r"/numbers$"))
    expect(visitor.page.get_by_role("textbox").first).to_have_value("")
    expect(clear).to_be_hidden()


def test_filters_stand_in_a_drawer_on_a_phone(arrive):
    """On a phone one button beside the search holds all filters and says how many are chosen; each stands as a chip."""
    visitor = arrive(**PHONE)
    visitor.go("/numbers", "数字")
    page = visitor.page
    button = page.get_by_role("button", name="筛选", exact=True)
    box = page.get_by_test_id("stTextInput").first.bounding_box()
    assert abs(button.bounding_box()["y"] + button.bounding_box()["height"] - box["y"] - box["height"]) < 12
    expect(page.get_by_role("button", name="新会区", exact=True)).to_have_count(0)
    button.tap()
    option = page.locator(".panel").get_by_role("button", name="新会区", exact=True)
    count = option.get_attribute("aria-description")
    option.tap()
    shown(visitor, count)
    page.get_by_role("button", name="收起").tap()
    expect(page.get_by_role("button", name="筛选（1）")).to_be_visible()
    page.get_by_role("button", name="去掉 地区 · 新会区").tap()
    shown(visitor, 166)


def test_quick_hand_loses_no_filter(visitor):
    """Pills pressed one upon another, faster than the server answers, are all pressed, and the link has them all."""
    visitor.go("/numbers", "数字")
    for group, name in (("地区", "新会区"), ("地区", "内江市"), ("性质", "目标"), ("性质", "结果")):
        visitor.pill(group, name).click(no_wait_after=True)
    expect(visitor.page).to_have_url(re.compile("region=.*region=.*kind=.*kind="))
    visitor.settle()
    for group, name in (("地区", "新会区"), ("地区", "内江市"), ("性质", "目标"), ("性质", "结果")):
        expect(visitor.pill(group, name)).to_have_attribute("aria-pressed", "true")


def test_keyboard_goes_from_search_to_filters_to_content(visitor):
    """Tab leads from the search to the filters and on to the content, arrows from filter to filter."""
    visitor.go("/numbers", "数字")
    visitor.page.get_by_role("textbox").first.focus()
    visitor.tab_to(visitor.page.get_by_label("地区", exact=True).get_by_role("button").first, 2)
    more = visitor.page.get_by_role("button", name="更多筛选")
    visitor.tab_to(more, 12, "ArrowRight")
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.locator(".panel")).to_be_visible()
    visitor.page.keyboard.press("Escape")
    expect(visitor.page.locator(".panel")).to_be_hidden()
    assert visitor.has_focus(more)
    visitor.tab_to(visitor.page.get_by_role("radio", name="全部"), 3)


@pytest.mark.parametrize("path", ["/profile", "/data"])
def test_page_without_a_search_leads_to_one(visitor, path):
    """What is asked in the head of a page without a search of its own is looked for on the page that answers."""
    visitor.go(path)
    box = visitor.page.get_by_label("查什么")
    box.fill("学徒")
    box.press("Enter")
    expect(visitor.page).to_have_url(re.compile("[?&]q="))
    expect(visitor.page.get_by_role("textbox").first).to_have_value("学徒")

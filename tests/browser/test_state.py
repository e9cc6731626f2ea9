"""The state of a page in the real browser: the way back, the language through the menu, words typed by input method."""

import re

import pytest
from playwright.sync_api import expect

from components.words.settings import MOST

pytestmark = pytest.mark.browser


def compose(visitor, box, word):
    """Type a word as an input method does: x, xi, xin are composed, then the word takes their place."""
    box.focus()
    session = visitor.page.context.new_cdp_session(visitor.page)
    for step in ("x", "xi", "xin"):
        session.send("Input.imeSetComposition", {"text": step, "selectionStart": len(step), "selectionEnd": len(step)})
    session.send("Input.insertText", {"text": word})
    session.detach()


def test_back_undoes_the_first_filter(visitor):
    """Back from the first filter leads to the page without one, its widgets following; Forward brings it back."""
    visitor.go("/numbers", "数字")
    expect(visitor.lines.first).to_be_visible()
    everything = visitor.lines.count()
    visitor.pill("地区", "新会区").click()
    expect(visitor.page).to_have_url(visitor.origin + "/numbers?region=440705")
    expect(visitor.lines).to_have_count(37)
    visitor.settle()
    visitor.page.go_back()
    expect(visitor.page).to_have_url(visitor.origin + "/numbers")
    expect(visitor.lines).to_have_count(everything)
    expect(visitor.pill("地区", "新会区")).to_have_attribute("aria-pressed", "false")
    visitor.page.go_forward()
    expect(visitor.lines).to_have_count(37)
    expect(visitor.pill("地区", "新会区")).to_have_attribute("aria-pressed", "true")


def test_back_through_a_visit_by_the_menu_loses_no_choice(visitor):
    """The bare address through which the menu led to a choice is no wish to be without it, and traps nobody."""
    visitor.go("/numbers?region=440705", "数字")
    expect(visitor.lines).to_have_count(37)
    visitor.menu("措施矩阵")
    visitor.menu("数字")
    expect(visitor.page).to_have_url(visitor.origin + "/numbers?region=440705")
    visitor.settle()
    visitor.page.go_back()
    visitor.settle()
    # The bare address is a step of its own, unless the choice was back before the browser had noted it.
    if "/numbers" in visitor.page.url:
        expect(visitor.lines).to_have_count(37)
        visitor.page.go_back()
    expect(visitor.page.locator("h1")).to_have_text("措施矩阵")


def test_query_travels_and_back_finds_it_as_it_was(visitor):
    """A query goes along by the menu and stands in the link; Back leads to what was looked for there."""
    visitor.go("/numbers?q=学徒", "数字")
    expect(visitor.lines.first).to_be_visible()
    shown = visitor.lines.count()
    visitor.menu("检索与原文")
    expect(visitor.page).to_have_url(re.compile(r"/reader\?(?=.*q=%E5%AD%A6%E5%BE%92)"))
    box = visitor.page.get_by_label("在全部文章中查找")
    expect(box).to_have_value("学徒")
    visitor.page.get_by_test_id("stPageLink").filter(has_text=re.compile("^措施 ")).get_by_role("link").click()
    expect(visitor.page.locator("h1")).to_have_text("措施矩阵")
    expect(visitor.page).to_have_url(re.compile(r"/matrix\?(?=.*q=%E5%AD%A6%E5%BE%92)(?=.*status=proposed)"))
    visitor.settle()
    box = visitor.page.get_by_test_id("stTextInput").locator("input")
    box.fill("竞赛")
    box.press("Enter")
    expect(visitor.page).to_have_url(re.compile(r"q=%E7%AB%9E%E8%B5%9B"))
    visitor.menu("关键词云")
    visitor.page.get_by_role("radio", name="逐处检索").click()
    expect(visitor.page.get_by_label("词、短语或概念")).to_have_value("竞赛")
    visitor.settle()
    for _ in range(12):
        if "/numbers" in visitor.page.url:
            break
        visitor.page.go_back()
        visitor.settle()
    expect(visitor.page.locator("h1")).to_have_text("数字")
    expect(visitor.page).to_have_url(re.compile(r"/numbers\?(?=.*q=%E5%AD%A6%E5%BE%92)"))
    expect(visitor.lines).to_have_count(shown)
    visitor.menu("检索与原文")
    expect(visitor.page.get_by_label("在全部文章中查找")).to_have_value("学徒")


def test_back_from_the_first_page_leaves_it(visitor):
    """A page that names in its link what it shows at first traps nobody who goes back."""
    visitor.go("/numbers", "数字")
    visitor.menu("地区画像")
    expect(visitor.page).to_have_url(re.compile(r"/profile\?region="))
    visitor.settle()
    visitor.page.go_back()
    visitor.settle()
    # The bare address is a step of its own, unless the link was written before the browser had noted it.
    if "/profile" in visitor.page.url:
        visitor.page.go_back()
    expect(visitor.page.locator("h1")).to_have_text("数字")


def test_language_of_a_link_stays_through_the_menu(visitor):
    """A language that a link brought is in the link of every page that the menu leads to."""
    visitor.go("/numbers?lang=en", "Numbers")
    visitor.menu("Matrix", "Measure matrix")
    expect(visitor.page).to_have_url(visitor.origin + "/matrix?lang=en")
    visitor.menu("Profiles", "Region profile")
    expect(visitor.page).to_have_url(re.compile(r"/profile\?region=\d+&lang=en$"))


def test_link_that_asks_for_too_much_leaves_the_page_whole(visitor, collection):
    """A region too many in a link is named, the others are shown; taking one away by its pill leaves the rest."""
    written = list(dict.fromkeys(collection.tables["documents"]["region_id"]))
    silent = [region for region in collection.tables["regions"]["region_id"] if region not in written]
    regions = [*written, *silent][: MOST + 1]
    visitor.go("/words?" + "&".join(f"region={region}" for region in regions), "关键词云")
    expect(visitor.page.get_by_test_id("stAlert")).to_contain_text(f"一次最多 {MOST} 个；略去：")
    expect(visitor.page.get_by_test_id("stException")).to_have_count(0)
    visitor.pill(re.compile("并排的地区"), "江西 · 省级").click()
    expect(visitor.page).to_have_url(re.compile(rf"/words\?(region=\d+&?){{{MOST - 1}}}$"))


@pytest.mark.parametrize(
    ("path", "name", "word", "parameter"),
    [
        ("/numbers?view=indicator", "指标", "学徒", "focus"),
        ("/profile?region=440705&with=511000", "并排读哪一类措施的原文", "竞赛", "type"),
        ("/data", "数据表", "文章", "table"),
    ],
)
def test_word_is_composed_in_a_long_list(visitor, path, name, word, parameter):
    """What an input method composes narrows a long list once it is a word, and Enter chooses; the link names it."""
    visitor.go(path)
    box = visitor.page.get_by_role("combobox", name=name)
    box.scroll_into_view_if_needed()
    before = box.input_value()
    compose(visitor, box, word)
    expect(box).to_have_value(word)
    options = visitor.page.get_by_role("option")
    expect(options.first).to_contain_text(word)
    assert all(word in text for text in options.all_inner_texts())
    chosen = options.first.inner_text()
    visitor.page.keyboard.press("Enter")
    expect(box).to_have_value(chosen)
    expect(options).to_have_count(0)
    assert chosen != before
    expect(visitor.page).to_have_url(re.compile(rf"[?&]{parameter}="))
    visitor.settle()
    expect(box).to_have_value(chosen)


def test_word_is_composed_in_a_list_of_many(visitor):
    """The place name that an input method composes is found among the places, which are chosen one after another.

    A link to a place without articles offers one more than pills have room for.
    """
    visitor.go("/words?region=440000", "关键词云")
    box = visitor.page.get_by_role("combobox", name="地区")
    compose(visitor, box, "新会")
    expect(box).to_have_value("新会")
    expect(visitor.page.get_by_role("option")).to_have_count(1)
    visitor.page.keyboard.press("Enter")
    expect(visitor.page).to_have_url(visitor.origin + "/words?region=440000&region=440705")
    expect(box).to_have_value("")
    visitor.settle()
    visitor.page.keyboard.press("Backspace")
    expect(visitor.page).to_have_url(visitor.origin + "/words?region=440000")


@pytest.mark.parametrize(
    ("path", "parameter"),
    [("/numbers", "q"), ("/words?section=concordance", "find")],
)
def test_word_is_composed_in_a_box_for_text(visitor, path, parameter):
    """A box for text takes the word that an input method composes, whole."""
    word = "新会"
    visitor.go(path)
    box = visitor.page.get_by_test_id("stTextInput").locator("input").first
    compose(visitor, box, word)
    expect(box).to_have_value(word)
    visitor.page.keyboard.press("Enter")
    expect(visitor.page).to_have_url(re.compile(rf"[?&]{parameter}=%E6%96%B0%E4%BC%9A"))
    expect(box).to_have_value(word)


@pytest.mark.parametrize(
    ("path", "name", "wanted", "parameter"),
    [
        ("/reader?doc=jiangxi", "文章", "新会区", "doc=xinhui"),
        ("/profile?region=360000", "地区", "新会", "region=440705"),
        ("/matrix?by=type", "改革领域", "C 技能形成", "open=C"),
    ],
)
def test_short_list_stays_whole_whatever_is_composed(visitor, path, name, wanted, parameter):
    """A list that is short enough to look through hides nothing from an input method, and what is wanted is chosen."""
    visitor.go(path)
    box = visitor.page.get_by_role("combobox", name=name, exact=True).first
    compose(visitor, box, "新会")
    option = visitor.page.get_by_role("option", name=re.compile(f"^{re.escape(wanted)}")).first
    expect(option).to_be_visible()
    assert visitor.page.get_by_role("option").count() > 1
    option.click()
    expect(visitor.page).to_have_url(re.compile(parameter))
    expect(box).to_have_value(re.compile(f"^{re.escape(wanted)}"))

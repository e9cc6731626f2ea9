"""A link says everything: what a page showed, another browser shows, even from a server that has just started."""

import re

import pytest
from playwright.sync_api import expect

from corpus import paths
from corpus.coding.evidence import sentence

pytestmark = pytest.mark.browser

PAGES = {
    "data": "数据与方法",
    "documents": "我的文档",
    "matrix": "措施矩阵",
    "numbers": "数字",
    "pins": "阅读单",
    "profile": "地区画像",
    "reader": "检索与原文",
    "topics": "议题",
    "words": "关键词云",
}
"""Address of each page but the first → its title."""
MENU = ["总览", "议题", "地区画像", "措施矩阵", "数字", "关键词云", "检索与原文", "我的文档", "数据与方法", "阅读单"]
IGNORED = "链接里有看不懂的参数，已忽略。"


def assert_framed(visitor, title):
    """Assert that the menu is there, that the browser's title is the page's, and that no page was missed."""
    expect(visitor.page.get_by_test_id("stTopNavLink")).to_have_text(MENU)
    expect(visitor.page).to_have_title(re.compile(f"^{title} "))
    expect(visitor.page.get_by_text("Page not found")).to_have_count(0)


def test_every_page_is_tried():
    """The titles above name every page that has an address of its own."""
    assert {path.stem for path in paths.PAGES.glob("*.py")} == {*PAGES, "overview"}


@pytest.mark.parametrize(("name", "title"), list(PAGES.items())[::3])
def test_link_to_a_page(visitor, name, title):
    """A link to any page finds it, with the menu."""
    visitor.go(f"/{name}", title)
    assert_framed(visitor, title)


def test_link_to_filtered_figures(visitor, arrive, cold_server):
    """The link of a filtered table gives a stranger the same rows, menu and title from a cold server."""
    visitor.go("/numbers", "数字")
    visitor.pill("地区", "新会区").click()
    expect(visitor.lines).to_have_count(37)
    visitor.pill("性质", "规则参数").click()
    expect(visitor.lines).to_have_count(4)
    expect(visitor.page).to_have_url(visitor.origin + "/numbers?region=440705&kind=parameter")
    visitor.settle()

    stranger = arrive(cold_server)
    stranger.go("/numbers?region=440705&kind=parameter", "数字")
    expect(stranger.lines).to_have_count(4)
    assert_framed(stranger, "数字")
    assert stranger.rows() == visitor.rows()
    expect(stranger.pill("地区", "新会区")).to_have_attribute("aria-pressed", "true")
    expect(stranger.page).to_have_url(cold_server + "/numbers?region=440705&kind=parameter")


def test_link_to_a_place_in_an_article(arrive, cold_server, collection):
    """A link to a figure in the reader opens its article with the figure in view, from a cold server."""
    row = collection.tables["numbers"].set_index("number_id").loc["jiangxi-n11"]
    visitor = arrive(cold_server)
    visitor.go("/reader?doc=jiangxi&figure=jiangxi-n11", "检索与原文")
    expect(visitor.page.locator("[data-focus]")).to_have_text(row["quote"])
    expect(visitor.page.locator("[data-focus]")).to_be_in_viewport(ratio=1)
    expect(visitor.page.get_by_label("文章", exact=True)).to_have_value(re.compile("^江西省"))
    assert_framed(visitor, "检索与原文")


def test_link_to_an_audited_page(visitor):
    """A link to the audit of a source page opens that page."""
    visitor.go("/data?section=audit&source=chongqing.txt", "数据与方法")
    expect(visitor.page.get_by_label("来源版面", exact=True)).to_have_value(re.compile(r"chongqing\.txt$"))
    expect(visitor.page.locator(".passage .result").first).to_be_visible()
    assert_framed(visitor, "数据与方法")


def test_link_to_a_figure(arrive, cold_server, collection):
    """A link opens a figure's evidence from a cold server; once closed it leaves the URL and stays closed."""
    visitor = arrive(cold_server)
    visitor.go("/numbers?figure=qijiang-n03", "数字")
    assert visitor.sentence()["sentence"] == sentence(collection, "qijiang-n03")
    visitor.settle()
    assert_framed(visitor, "数字")
    visitor.close_drawer()
    visitor.pill("性质", "目标").click()
    expect(visitor.lines).to_have_count(7)
    visitor.settle()
    expect(visitor.drawer).to_have_count(0)
    expect(visitor.page).to_have_url(cold_server + "/numbers?kind=target")


@pytest.mark.parametrize(
    ("path", "title", "kept"),
    [
        ("/?x=1&lang=xx&region=440705", "产改观察", ""),
        (f"/numbers?region=999&kind=parameter&unit=&q={'x' * 200}&%FF=%00", "数字", "kind=parameter"),
        ("/reader?doc=nope&order=up&marks=all&at=9-5&figure=%3Cb%3E&q=%00", "检索与原文", "doc=xinhui"),
        ("/matrix?by=x&open=Z&intended=maybe&view=table&rows=up&cell=1.A", "措施矩阵", "view=table"),
        ("/profile?region=999&with=1&section=x&type=Z9&organisation=%00", "地区画像", "region=360000"),
        ("/data?section=none&table=../seeds&source=x.txt", "数据与方法", "section=tables&table=numbers"),
    ],
)
def test_malformed_link(visitor, path, title, kept):
    """What a link says that makes no sense is ignored in one sentence, and leaves the URL."""
    visitor.go(path, title)
    page = visitor.page
    expect(page.get_by_test_id("stAlert")).to_have_text(IGNORED)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(visitor.drawer).to_have_count(0)
    sound = "&".join(part for part in (kept, "lang=zh" if "lang=" in path else "") if part)
    expect(page).to_have_url(visitor.origin + path.partition("?")[0] + (f"?{sound}" if sound else ""))

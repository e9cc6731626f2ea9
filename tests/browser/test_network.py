"""The browser asks this server alone, and has nothing to complain about."""

import re

import pytest
from playwright.sync_api import expect

from corpus.paths import PAGES

pytestmark = pytest.mark.browser

ADDRESSES = {
    "/": "产改观察",
    "/profile?region=440705&measure=xinhui-m03": "地区画像",
    "/profile?region=440705&with=360000": "地区画像",
    "/topics": "议题",
    "/matrix?by=type&open=C&cell=440705.C2": "措施矩阵",
    "/matrix?view=table": "措施矩阵",
    "/numbers?figure=xinhui-n04": "数字",
    "/words?word=360000.产改": "关键词云",
    "/words?section=concordance&find=产教融合": "关键词云",
    "/words?section=network&region=none": "关键词云",
    "/words?section=phrases&pair=360000.500000": "关键词云",
    "/words?section=tone&word=360000.drive": "关键词云",
    "/words?section=cut": "关键词云",
    "/reader?q=产改&order=scan": "检索与原文",
    "/data": "数据与方法",
    "/documents": "我的文档",
    "/data?section=audit": "数据与方法",
    "/data?section=codebook": "数据与方法",
    "/data?section=method": "数据与方法",
    "/data?section=citation": "数据与方法",
    "/pins": "阅读单",
}
"""Every page, and views of it → its title."""
PROBES = re.compile(r"/(profile|matrix|numbers|words|reader|data|documents)/_stcore/(health|host-config)")
"""What Streamlit looks for beside a page before it looks at the root."""


@pytest.mark.parametrize(
    ("scheme", "ground", "addresses"),
    [("light", "rgb(251, 249, 244)", ADDRESSES), ("dark", "rgb(25, 24, 22)", {"/": ADDRESSES["/"]})],
    ids=["light", "dark"],
)
def test_nothing_comes_from_elsewhere(arrive, scheme, ground, addresses):
    """No page fetches anything from elsewhere, or a font it does not draw with, or leaves an error in the console.

    What the policy refuses would stand there too. In the dark the first page alone is asked.
    """
    visitor = arrive(empty=True, color_scheme=scheme)
    page = visitor.page
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url.replace("ws:", "http:")))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console",
        lambda message: (
            complaints.append(f"{message.text} {message.location['url']}") if message.type == "error" else None
        ),
    )
    for address, title in addresses.items():
        visitor.go(address, title)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.lang") == "zh-CN"
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", ground)
    own = (f"{visitor.origin}/", "data:", f"blob:{visitor.origin}/")
    assert len(asked) > len(addresses)
    assert [url for url in asked if not url.startswith(own) or "SourceSans" in url] == []
    probe = re.compile(rf"Failed to load resource.* 404 .*{re.escape(visitor.origin)}{PROBES.pattern}")
    assert [complaint for complaint in complaints if not probe.fullmatch(complaint)] == []


def test_every_page_is_asked():
    """No page is left out above."""
    asked = {address.lstrip("/").partition("?")[0] or "overview" for address in ADDRESSES}
    assert asked == {path.stem for path in PAGES.glob("*.py")}

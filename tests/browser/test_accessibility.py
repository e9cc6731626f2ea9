"""What axe-core asks of a page, each page once, and what the keyboard and a screen reader need beside."""

import re

import pytest
from playwright.sync_api import expect

from benchmarks.keyboard import MOST, presses

pytestmark = pytest.mark.browser

GRAVE = ("critical", "serious")
SAMPLE = ("topics", "matrix", "numbers drawer", "words", "reader hits", "no page")
"""Scenes looked at here, one width and mode each; `benchmarks/accessibility.py` looks at all of them."""


@pytest.mark.parametrize("scene", SAMPLE)
def test_nothing_grave_of_ours(arrive, scene):
    """Axe finds nothing serious or critical in what is ours."""
    pytest.importorskip("axe_playwright_python", reason="axe-core comes with the development dependencies")
    from benchmarks.axe import SCENES, findings, source, stand  # noqa: PLC0415 only where axe is there

    dark = SAMPLE.index(scene) % 2
    visitor = arrive(color_scheme="dark" if dark else "light", viewport={"width": 390 if dark else 1440, "height": 844})
    visitor.page.goto(visitor.origin + SCENES[scene])
    stand(visitor.page)
    found = findings(visitor.page, source())
    assert [one for one in found if one.whose == "ours" and one.impact in GRAVE] == []


def test_links_skip_to_the_parts_of_a_page(visitor):
    """A link leads to search, filters, content and downloads each, within the presses of Tab that it may take."""
    visitor.go("/numbers", "数字")
    expect(visitor.page.get_by_test_id("stDownloadButton").last).to_be_visible()
    by_link, alone = presses(visitor.page)
    assert by_link.keys() == {"search", "filters", "results", "downloads"}
    assert alone.keys() >= by_link.keys()
    assert max(by_link.values()) <= MOST


def test_result_of_a_filter_is_said(visitor):
    """A filter's result stands in one region that is said aloud when it changes, and that outlasts the change."""
    visitor.go("/numbers", "数字")
    said = visitor.page.locator(".st-key-told[role=status]")
    expect(said).to_have_text(re.compile(r"^所示 \d+ / \d+ 个数字"))
    before = said.element_handle()
    visitor.pill("地区", "新会区").click()
    expect(said).to_have_text(re.compile(r"^所示 37 / \d+ 个数字"))
    assert before.evaluate("region => region.isConnected && region.textContent.includes('37')")


def test_address_of_no_page(visitor):
    """Whoever asks for a page that is not there is told so in their language, and finds the pages."""
    visitor.go("/nowhere", "没有这一页")
    expect(visitor.page.get_by_role("dialog")).to_have_count(0)
    visitor.page.get_by_test_id("stMain").get_by_role("link", name="数字", exact=True).click()
    expect(visitor.page.locator("h1")).to_have_text("数字")


def test_streamlit_speaks_the_language_of_the_page(visitor):
    """Streamlit's own words are Chinese on a Chinese page and English on an English one."""
    visitor.go("/documents", "我的文档")
    skip = visitor.page.get_by_test_id("stSkipToContent")
    expect(skip).to_have_text("跳到正文")
    expect(visitor.page.get_by_text(re.compile("per file|^Upload$"))).to_have_count(0)
    expect(visitor.page.get_by_text("每个文件至多 10MB")).to_be_visible()
    visitor.language("English").click()
    expect(skip).to_have_text("Skip to main content")


def test_marks_outlast_forced_colours(arrive):
    """In forced colours what is chosen differs from what is not by more than a tint."""
    visitor = arrive(forced_colors="active")
    visitor.go("/numbers?region=440705", "数字")
    chosen, other = visitor.pill("地区", "新会区"), visitor.pill("地区", "江西省")
    colours = [one.evaluate("e => getComputedStyle(e).backgroundColor") for one in (chosen, other)]
    assert colours[0] != colours[1]

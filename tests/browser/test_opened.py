"""Opening evidence runs no page: the drawer alone is drawn, and the address tells what is open."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import PageRuns, Visitor

pytestmark = pytest.mark.browser

OPENERS = {
    "/numbers": ".board button",
    "/numbers?view=terms": ".frame tbody tr",
    "/topics?topic=apprenticeship": ".topic button",
    "/profile": ".passage mark",
    "/numbers?view=share": '[data-testid="stVegaLiteChart"] g.role-mark path[aria-label]',
    "/matrix": '[data-testid="stVegaLiteChart"] g.role-mark path[aria-label]',
    "/matrix?view=table": "td button",
    "/words": ".cloud text",
    "/words?section=tone": ".frame tbody tr",
    "/reader?doc=xinhui": ".passage mark.measure",
    "/data?section=codebook": ".passage mark",
    "/pins?pins=xinhui-n01": ".passage mark",
}
"""A page or a view of it → what opens evidence there."""
OPEN = re.compile("[?&](figure|measure|policy|organisation|programme|person|award|cell|word)=")


def press(visitor: Visitor, opener: Locator) -> None:
    """Click what opens evidence, whether it stands in the page or in a picture."""
    expect(opener).to_be_visible()
    if opener.evaluate("element => element instanceof SVGPathElement"):
        visitor.click_mark(opener)
    else:
        opener.click()


def test_no_click_on_evidence_runs_a_page(visitor):
    """On every page, opening and closing evidence runs the page not once; an address that it wrote opens it again."""
    runs = PageRuns(visitor)
    for path, opener in OPENERS.items():
        visitor.go(path)
        before = runs.count
        assert before
        press(visitor, visitor.page.locator(opener).first)
        expect(visitor.page, path).to_have_url(OPEN)
        expect(visitor.drawer.locator("mark, .quote").first).to_be_visible()
        opened = visitor.page.url
        visitor.page.keyboard.press("Escape")
        expect(visitor.page).not_to_have_url(OPEN)
        visitor.settle()
        assert runs.count == before, path
        if "reader" not in path:
            visitor.go(opened.removeprefix(visitor.origin))
            expect(visitor.drawer.locator("mark, .quote").first).to_be_visible()


def test_the_way_back_closes_what_a_click_has_opened(visitor):
    """Each thing opened is a step of the browser's history, and filters stay what they were."""
    visitor.go("/numbers?region=360000")
    figures = visitor.page.locator(".board button")
    press(visitor, figures.nth(1))
    expect(visitor.page).to_have_url(re.compile(r"region=360000&figure="))
    visitor.page.go_back()
    expect(visitor.drawer).to_have_count(0)
    expect(visitor.page).to_have_url(re.compile(r"region=360000$"))
    visitor.page.go_forward()
    expect(visitor.page).to_have_url(re.compile(r"region=360000&figure="))
    expect(visitor.drawer.locator(".quote").first).to_be_visible()


def test_a_choice_that_the_page_has_not_seen_is_kept(visitor):
    """A filter pressed and a figure clicked in one breath: the address tells both, and the page shows both."""
    visitor.go("/numbers")
    runs = PageRuns(visitor)
    visitor.page.reload()
    visitor.settle()
    figure = visitor.page.locator('.board button[data-id^="jiangxi"]').first
    expect(figure).to_be_visible()
    before = runs.count
    visitor.page.locator(".st-key-numbers-filters-box button").first.evaluate("button => button.click()")
    figure.evaluate("button => button.click()")
    expect(visitor.drawer.locator(".quote").first).to_be_visible()
    expect(visitor.page).to_have_url(re.compile(r"region=\d+&figure=jiangxi"))
    expect(visitor.page.locator('.board td[data-region]:not([data-region="江西"])')).to_have_count(0)
    expect(visitor.page.locator('.board td[data-region="江西"]').first).to_be_visible()
    assert runs.count > before

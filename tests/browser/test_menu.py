"""On a phone the menu lies over the page, and goes once a page is chosen."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_menu_goes_once_a_page_is_chosen(visitor):
    """The page that was chosen in the narrow menu stands free, and can be searched at once."""
    visitor.page.set_viewport_size({"width": 390, "height": 844})
    visitor.go("/?lang=zh")
    visitor.page.get_by_test_id("stExpandSidebarButton").click()
    visitor.page.get_by_test_id("stSidebarNavLink").filter(has_text=re.compile("^议题$")).click()
    expect(visitor.page.locator("h1")).to_have_text("议题")
    expect(visitor.page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "true")

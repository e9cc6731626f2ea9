"""Everything about a figure can be done without a mouse."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

SCALES = {"": 1, "万": 10**4, "亿": 10**8}
"""What a word for a scale multiplies by."""


@pytest.fixture
def at_table(visitor):
    """A visitor before the 37 facts of Xinhui, the keyboard on the last button before the table."""
    visitor.go("/numbers?region=440705", "数字")
    expect(visitor.lines).to_have_count(37)
    visitor.settle()
    visitor.page.get_by_role("button", name="SVG").focus()
    return visitor


def test_figure_opens_and_closes(at_table):
    """Tab reaches the table, arrows a figure in it, Enter opens its evidence, Escape closes it."""
    button = at_table.lines.nth(1).get_by_role("button")
    at_table.tab_to(at_table.lines.nth(0).get_by_role("button"), 2)
    at_table.tab_to(button, 1, "ArrowDown")
    at_table.page.keyboard.press("Enter")
    assert at_table.sentence()["quote"] == button.inner_text()
    at_table.close_drawer()


def test_keyboard_stays_where_it_was(at_table):
    """After the evidence is closed the keyboard stands on the figure that opened it."""
    button = at_table.lines.nth(1).get_by_role("button")
    button.focus()
    at_table.page.keyboard.press("Enter")
    assert at_table.sentence()["quote"]
    at_table.close_drawer()
    expect(button).to_be_focused()


def test_headers_sort(at_table):
    """Enter on a header sorts the rows by it, once up and once down, and says so to a screen reader."""
    header = at_table.page.locator(".frame th").nth(1)
    button = header.get_by_role("button")
    at_table.tab_to(at_table.lines.nth(0).get_by_role("button"), 2)
    at_table.tab_to(at_table.page.locator(".frame th button").first, 1, "ArrowUp")
    at_table.tab_to(button, 1, "ArrowRight")

    def values():
        cells = at_table.page.locator(".frame tbody td:nth-child(2)").all_text_contents()
        found = [re.match(r"([\d,.]+) ?([万亿]?)", cell).groups() for cell in cells]
        return [float(digits.replace(",", "")) * SCALES[word] for digits, word in found]

    before = values()
    at_table.page.keyboard.press("Enter")
    expect(header).to_have_attribute("aria-sort", "ascending")
    assert values() == sorted(before)
    assert at_table.has_focus(button)
    at_table.page.keyboard.press("Enter")
    expect(header).to_have_attribute("aria-sort", "descending")
    assert values() == sorted(before, reverse=True)
    expect(at_table.page.locator(".frame th[aria-sort]")).to_have_count(1)

"""A card opens its figure by mouse and by keyboard, and the board as well."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


def test_card_opens_its_figure(visitor):
    """A click anywhere on a card, or Enter on its figure, opens its sentence; the keyboard comes back to it."""
    visitor.go("/numbers?view=money", "数字")
    card = visitor.page.locator(".figure-cards .card").first
    figure = card.get_by_role("button")
    quote = figure.inner_text()
    card.locator(".clause").click()
    assert visitor.sentence()["quote"] == quote
    expect(visitor.page).to_have_url(re.compile(f"figure={card.get_attribute('data-id')}"))
    visitor.close_drawer()
    expect(figure).to_be_focused()
    visitor.page.keyboard.press("Enter")
    assert visitor.sentence()["quote"] == quote
    visitor.close_drawer()


def test_figure_of_the_board_opens(visitor):
    """A written figure among themes and regions opens its sentence."""
    visitor.go("/numbers", "数字")
    figure = visitor.page.locator(".board button").nth(20)
    quote = figure.inner_text()
    figure.click()
    assert visitor.sentence()["quote"] == quote
    visitor.close_drawer()


@pytest.mark.parametrize("view", ["", "indicator", "share", "period"])
def test_first_screen_of_a_phone_has_figures(view, arrive):
    """Whatever the view, a written figure stands on the first screen of a phone."""
    visitor = arrive(**PHONE)
    visitor.go(f"/numbers?view={view}" if view else "/numbers", "数字")
    drawn = {"": ".board button", "share": "svg .mark-text text", "period": "svg .mark-text text"}
    first = visitor.page.locator(drawn.get(view, ".figure-cards .figure")).first
    expect(first).to_be_visible()
    visitor.settle()
    box = first.bounding_box()
    assert box["y"] + box["height"] < 844
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= 390

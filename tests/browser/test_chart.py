"""A picture of figures answers a click."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

KIND, REGION = "结果", "新会"
SHARES = "/numbers?view=share"
"""The address of a picture with a bar for each share."""
MARK = f'[data-testid="stVegaLiteChart"] path[aria-label*="{REGION}"][aria-label*="{KIND}"]'


def test_mark_opens_its_figure(visitor, collection):
    """A click on a mark opens the evidence of that mark's figure: its region, its kind, its words."""
    numbers = collection.tables["numbers"]
    expected = numbers[(numbers["region_id"] == "440705") & (numbers["kind"] == "result")]
    expected = expected[expected["unit"] == "percent"].set_index("number_id")
    visitor.go(SHARES, "数字")
    marks = visitor.page.locator(MARK)
    expect(marks).to_have_count(len(expected))
    visitor.settle()
    visitor.click_mark(marks.nth(1))
    found = visitor.sentence()
    opened = visitor.fact("代号").inner_text()
    assert opened in expected.index
    assert found["quote"] == expected.loc[opened, "quote"]
    assert found["quote"] in marks.nth(1).get_attribute("aria-label")
    expect(visitor.fact("性质")).to_have_text(KIND)


@pytest.fixture
def closed(visitor):
    """A visitor who opened a figure of Xinhui by its mark and closed it again."""
    visitor.go(f"{SHARES}&region=440705", "数字")
    expect(visitor.page.locator(MARK)).to_have_count(2)
    visitor.settle()
    visitor.click_mark(visitor.page.locator(MARK).first)
    assert visitor.sentence()["quote"]
    visitor.close_drawer()
    return visitor


def test_mark_opens_its_figure_again(closed):
    """A mark whose evidence was closed opens it once more."""
    mark = closed.page.locator(MARK).first
    closed.click_mark(mark)
    assert closed.sentence()["quote"] in mark.get_attribute("aria-label")


def test_selected_mark_opens_nothing_by_itself(closed):
    """After the evidence is closed, a filter opens nothing, whatever is still selected in the picture."""
    closed.pill("性质", KIND).click()
    expect(closed.page.locator(MARK)).to_have_count(2)
    closed.settle()
    expect(closed.drawer).to_have_count(0)


def test_mark_opens_its_figure_after_a_visit_elsewhere(closed):
    """Whatever was selected before the reader went to another page, a mark opens its own figure."""
    marks = closed.page.locator(MARK)
    for at in (0, 1):
        closed.menu("数据与方法")
        closed.menu("数字")
        expect(marks).to_have_count(2)
        closed.settle()
        closed.click_mark(marks.nth(at))
        assert marks.nth(at).get_attribute("aria-label").startswith(f"{closed.sentence()['quote']} ")
        closed.close_drawer()


def test_keyboard_does_what_the_mouse_does(visitor):
    """A picture is one stop of the Tab key: arrows go from mark to mark, each tells itself, and Enter opens it."""
    visitor.go(SHARES, "数字")
    page = visitor.page
    stops = page.locator('[data-testid="stVegaLiteChart"] [role="button"]')
    expect(stops.first).to_have_attribute("tabindex", "0")
    assert stops.count() > 2
    assert stops.evaluate_all("marks => marks.filter(mark => mark.tabIndex === 0).length") == 1
    visitor.settle()
    stops.first.focus()
    page.keyboard.press("ArrowDown")
    mark = page.locator('[data-testid="stVegaLiteChart"] [role="button"]:focus')
    told = mark.get_attribute("aria-label")
    assert told != stops.first.get_attribute("aria-label")
    expect(page.locator("#vg-tooltip-element.visible")).to_contain_text(told.split(" · ")[0])
    assert mark.evaluate("mark => getComputedStyle(mark).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert told.startswith(f"{visitor.sentence()['quote']} ")
    visitor.close_drawer()
    expect(mark).to_have_attribute("aria-label", told)

"""A word on a cloud leads by one click, or by the keyboard, to its sentences, and a line of them to the article."""

import re

import pytest
from playwright.sync_api import expect

from corpus.concordance import of_concept
from corpus.package import load

WORD = "产教融合"


@pytest.fixture(scope="module")
def expected():
    """How often the word stands in the articles of 重庆市, synonyms included."""
    package = load()
    documents = package.tables["documents"].set_index("document_id")["region_id"]
    return len([line for line in of_concept(package, WORD) if documents[line.document_id] == "500000"])


def test_click_on_a_word_leads_to_the_article(visitor, expected):
    """Cloud → word → its places → the article, with the place in view."""
    visitor.go("/words?region=500000", "关键词云")
    visitor.page.locator(".cloud text").filter(has_text=re.compile(f"^{WORD}")).first.click()
    expect(visitor.drawer).to_have_count(1)
    expect(visitor.page).to_have_url(re.compile("word="))
    lines = visitor.drawer.locator(".passage p")
    expect(lines).to_have_count(expected)
    lines.first.locator("mark").click()
    expect(visitor.page.locator("h1")).to_have_text("检索与原文")
    visitor.settle()
    expect(visitor.page.locator(".passage mark.quote").first).to_be_in_viewport()
    assert visitor.page.locator(".passage mark.quote").first.inner_text() in {WORD, WORD[:2], WORD[:3]}


def test_keyboard_opens_a_word(visitor, expected):
    """A word takes the focus and opens by Enter; Escape closes it and takes it out of the URL."""
    visitor.go("/words?region=500000", "关键词云")
    word = visitor.page.locator(".cloud text").filter(has_text=re.compile(f"^{WORD}")).first
    word.focus()
    visitor.page.keyboard.press("Enter")
    expect(visitor.drawer.locator(".passage p")).to_have_count(expected)
    visitor.page.keyboard.press("Escape")
    expect(visitor.drawer).to_have_count(0)
    expect(visitor.page).not_to_have_url(re.compile("word="))


def test_same_link_draws_the_same_picture(arrive):
    """Two strangers with one link see the same words in the same places."""
    pictures = []
    for _ in range(2):
        stranger = arrive()
        stranger.go("/words?region=440705&by=keyness", "关键词云")
        words = stranger.page.locator(".cloud text")
        expect(words.first).to_be_visible()
        pictures.append(
            words.evaluate_all(
                "all => all.map(one => [one.firstChild.data, one.getAttribute('x'), one.getAttribute('y')])"
            )
        )
    assert pictures[0] == pictures[1] != []


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
@pytest.mark.parametrize("section", ["clouds", "network", "tone", "phrases", "cut"])
def test_page_fits_its_screen(section, size, arrive):
    """No section is wider than the screen."""
    stranger = arrive(viewport={"width": size[0], "height": size[1]}, color_scheme="dark")
    stranger.go(f"/words?section={section}", "关键词云")
    assert stranger.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")

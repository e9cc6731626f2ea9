"""Which font files a browser fetches: the first parts for what the app shows, further ones on demand."""

import re

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import expect

from corpus.paths import STATIC

pytestmark = pytest.mark.browser

FIRST = {"NotoSansSC-Regular.woff2", "NotoSansSC-Bold.woff2", "NotoSerifSC-SemiBold.woff2"}
PAGES = ["/words", "/documents", "/?lang=en"]


def fetched(page):
    """The names of the font files that a page has fetched, once no face is still loading."""
    page.evaluate("document.fonts.ready.then(() => true)")
    addresses = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    return {found[1] for address in addresses if (found := re.search(r"/static/fonts/([^/?]+)$", address))}


@pytest.mark.parametrize("path", PAGES)
def test_what_the_app_shows_takes_the_first_parts_alone(visitor, path):
    """A page fetches no further font; where it does, `python tools/build_fonts.py` moves its characters up."""
    visitor.go(path)
    expect(visitor.page.locator("h1")).to_be_visible()
    assert fetched(visitor.page) <= FIRST


@pytest.mark.parametrize(("word", "parts"), [("乒乓", ["common"]), ("李堃", ["common", "rare"]), ("𫟼", ["rare"])])
def test_a_rarer_character_brings_its_part(visitor, word, parts):
    """A page with a character outside the first part fetches on until a part has it, the commoner part first."""
    visitor.go("/data?section=method")
    page = visitor.page
    before = fetched(page)
    wanted = [f"NotoSansSC-Regular-{part}.woff2" for part in parts]
    with TTFont(STATIC / "fonts" / wanted[-1]) as font:
        assert set(map(ord, word)) & set(font.getBestCmap())
    with page.expect_response(re.compile(rf"/{re.escape(wanted[-1])}$")):
        page.get_by_test_id("stMain").evaluate("(main, word) => main.append(word)", word)
    assert fetched(page) - before == set(wanted)

"""On paper a page shows all that it holds, and nothing to press."""

import pytest
from playwright.sync_api import expect


@pytest.mark.browser
@pytest.mark.parametrize(("path", "part"), [("/numbers?view=indicator", ".frame"), ("/reader", ".passage")])
def test_page_prints_whole_and_without_buttons(path, part, visitor):
    """In print nothing scrolls in a box, the page is as tall as what it shows, and no button is seen."""
    visitor.go(path)
    visitor.page.emulate_media(media="print")
    box = visitor.page.locator(part).first
    tall = box.evaluate("box => [box.scrollHeight, box.clientHeight, getComputedStyle(box).overflowY]")
    assert tall[0] <= tall[1] + 1, tall
    for hidden in ("stHeader", "stDownloadButton"):
        for one in visitor.page.get_by_test_id(hidden).all():
            expect(one).to_be_hidden()
    assert visitor.page.get_by_test_id("stMain").evaluate("main => getComputedStyle(main).overflowY") == "visible"
    assert visitor.page.pdf().startswith(b"%PDF")

"""What is on the screen: Chinese that can be read without a Chinese font, and pages that fit a phone."""

import io
import re

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
DRAWN = ".passage, [data-testid=stVegaLiteChart] svg, canvas, pre"
PAGES = {
    "/": DRAWN,
    "/numbers": ".board table",
    "/numbers?view=change": DRAWN,
    "/numbers?view=period": DRAWN,
    "/reader": DRAWN,
    "/data": DRAWN,
    "/data?section=audit": DRAWN,
    "/data?section=codebook": DRAWN,
    "/data?section=method": "h3",
    "/data?section=citation": DRAWN,
}
"""Addresses → what stands there once the page is drawn."""
MEASURES = {
    "/matrix": "[data-testid=stVegaLiteChart] svg",
    "/matrix?by=type&intended=yes&empty=yes": "[data-testid=stVegaLiteChart] svg",
    "/matrix?by=type&view=table": ".frame table",
    "/profile?region=440705": ".passage p.entry",
    "/profile?region=440705&section=figures": ".frame table",
    "/profile?region=440705&section=policies": ".passage p.name",
    "/profile?region=500110&with=500000": ".passage p.entry",
}
"""The same for the pages on measures."""
MISSING = "\uf8f0\uf8f1"
"""Two characters that no font has; a browser draws boxes for them."""


def unlikeness(page):
    """How unlike the two characters of the heading are on the screen: the share of their pixels that differ."""
    boxes = page.locator("h1").evaluate(
        """heading => {
            let node = heading
            while (node.firstChild) node = node.firstChild
            return [0, 1].map(at => {
                const range = document.createRange()
                range.setStart(node, at)
                range.setEnd(node, at + 1)
                const { x, y, width, height } = range.getBoundingClientRect()
                return { x, y, width, height }
            })
        }"""
    )
    pictures = [Image.open(io.BytesIO(page.screenshot(clip=box))).convert("L") for box in boxes]
    size = min(picture.size for picture in pictures)
    difference = ImageChops.difference(*(picture.crop((0, 0, *size)) for picture in pictures))
    return sum(difference.histogram()[64:]) / (size[0] * size[1])


def test_chinese_is_drawn(visitor):
    """The fonts come with the app: they are loaded, and characters are drawn as characters, not as boxes."""
    page = visitor.page
    visitor.go("/numbers", "数字")
    expect(visitor.lines).to_have_count(166)
    page.evaluate("document.fonts.ready.then(() => true)")
    loaded = page.evaluate("[...document.fonts].filter(font => font.status === 'loaded').map(font => font.family)")
    assert {"Noto Sans SC", "Noto Serif SC"} <= {family.strip("\"'") for family in loaded}
    drawn = unlikeness(page)
    page.locator("h1").evaluate(
        """(heading, text) => {
            let node = heading
            while (node.firstChild) node = node.firstChild
            node.textContent = text
        }""",
        MISSING,
    )
    boxes = unlikeness(page)
    assert boxes < 0.02
    assert drawn > 0.1


def width(visitor, drawn):
    """How wide the page is laid out, what overflows included; `drawn` is what stands there once it is drawn."""
    expect(visitor.page.locator(drawn).first).to_be_visible()
    visitor.settle()
    return visitor.page.evaluate(
        """Math.max(...[document.documentElement, document.querySelector("[data-testid=stMain]")]
            .map(element => element.scrollWidth))"""
    )


def cut(visitor):
    """The texts of charts that reach beyond the picture, and of links that reach beyond their line: so are cut."""
    return visitor.page.evaluate(
        """() => {
            const all = selector => [...document.querySelectorAll(selector)]
            const links = all("[data-testid=stPageLink-NavLink] span")
                .filter(link => link.scrollWidth > link.clientWidth + 1)
            const texts = all("[data-testid=stVegaLiteChart] svg").flatMap(svg => {
                const { left, right } = svg.getBoundingClientRect()
                return [...svg.querySelectorAll("text")].filter(text => {
                    const box = text.getBoundingClientRect()
                    return box.width && (box.left < left - 1 || box.right > right + 1)
                })
            })
            return [...links, ...texts].map(element => element.textContent)
        }"""
    )


@pytest.mark.parametrize(("path", "drawn"), PAGES.items())
def test_page_fits_a_phone(arrive, path, drawn):
    """No page scrolls sideways on a phone, and no chart cuts its words, in either language."""
    visitor = arrive(**PHONE)
    visitor.go(path)
    assert width(visitor, drawn) <= 390
    assert cut(visitor) == []
    visitor.language("English").tap()
    expect(visitor.page.locator("html")).to_have_attribute("lang", "en")
    assert width(visitor, drawn) <= 390
    assert cut(visitor) == []


@pytest.mark.parametrize("screen", [PHONE], ids=["phone"])
@pytest.mark.parametrize(("path", "drawn"), MEASURES.items())
def test_measures_fit_the_screen(arrive, path, drawn, screen):
    """Neither the matrix nor a profile scrolls sideways or cuts words on a phone, in either language."""
    visitor = arrive(**screen)
    visitor.go(path)
    assert width(visitor, drawn) <= screen["viewport"]["width"]
    assert cut(visitor) == []
    visitor.language("English").click()
    expect(visitor.page.locator("html")).to_have_attribute("lang", "en")
    assert width(visitor, drawn) <= screen["viewport"]["width"]
    assert cut(visitor) == []


@pytest.mark.parametrize(
    ("path", "figure"),
    [
        ("/numbers", ".frame tbody button"),
        ("/reader", ".passage mark.context"),
        ("/matrix?cell=440705.C", "[role=dialog] .passage mark"),
        ("/profile?region=440705", ".passage mark.measure"),
    ],
)
def test_figure_opens_on_a_phone(arrive, path, figure):
    """A tap on the first figure or measure opens its evidence, which fits the phone as well."""
    visitor = arrive(**PHONE)
    visitor.go(path)
    first = visitor.page.locator(figure).first
    expect(first).to_be_visible()
    visitor.settle()
    quote = first.inner_text()
    first.tap()
    assert visitor.sentence()["quote"] == quote
    expect(visitor.page).to_have_url(re.compile("(figure|measure)="))
    # The pointer waits until the drawer has slid in.
    visitor.drawer.locator(".quote").first.hover()
    for passage in visitor.drawer.locator(".passage").all():
        box = passage.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390

"""Hostile texts in every parameter of every page and in a reader's own document, in a real browser: what gets out.

    python -m benchmarks.injection

Counts scripts that ran, requests to any other host, headings that nobody of us wrote, and pages that failed.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlencode, urlsplit

from playwright.sync_api import Page, expect

from benchmarks.harness import APP, chromium, serve
from benchmarks.hostile import HEADING, TEXTS
from benchmarks.links import ALL_PAGES
from components.frame.url import NAMES

FINDINGS = ("scripts", "foreign requests", "forged headings", "failed pages")
_PATIENCE, _LONG = 60_000, 1_000
_SOUND = [text for text in TEXTS if text.encode("utf-8", "ignore").decode() == text]
_FORGED = """heading => {
    const trees = [document, ...[...document.querySelectorAll('*')].map(one => one.shadowRoot).filter(Boolean)]
    return trees.flatMap(tree => [...tree.querySelectorAll('h1, h2, h3, h4, h5, h6, [role=heading]')])
        .filter(one => one.textContent.includes(heading)).length
}"""


def addresses(texts: list[str]) -> Iterator[str]:
    """Addresses whose every known parameter is a hostile text: each text once, the pages in turn."""
    names = sorted(NAMES)
    # The server takes no address beyond 64 kB.
    texts = [text for text in texts if len(text) < _LONG]
    for rank in range(0, len(texts), len(names)):
        page = ALL_PAGES[rank // len(names) % len(ALL_PAGES)]
        query = urlencode(dict(zip(names, texts[rank : rank + len(names)], strict=False)))
        yield f"/{'' if page == 'overview' else page}?{query}"


def document() -> str:
    """A report of a reader's own that holds every hostile text, each in a sentence with a figure."""
    lines = (
        f"第{rank}段：{' '.join(text.split())} 今年培训产业工人{rank + 10}人。" for rank, text in enumerate(_SOUND)
    )
    return "\n".join(["一份怀有恶意的总结", *lines])


def watch(page: Page, origin: str, found: Counter) -> None:
    """Count what a page asks of other hosts, and what its scripts open."""
    own = urlsplit(origin).netloc

    def asked(request: object) -> None:
        address = urlsplit(request.url)
        if address.scheme in {"http", "https", "ws", "wss"} and address.netloc != own:
            found["foreign requests"] += 1

    page.on("request", asked)
    page.on("dialog", lambda dialog: (found.update(scripts=1), dialog.dismiss()))


def look(page: Page, found: Counter) -> None:
    """Wait until the page stands, and count what it shows that it should not."""
    app = page.get_by_test_id("stApp")
    expect(page.locator("h1").first).to_be_visible(timeout=_PATIENCE)
    expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=_PATIENCE)
    found["pages"] += 1
    found["scripts"] += page.evaluate("window.changaiRan || 0")
    found["forged headings"] += page.evaluate(_FORGED, HEADING)
    found["failed pages"] += page.get_by_test_id("stException").count()


def read_own(page: Page, origin: str, found: Counter) -> None:
    """Paste the document, and look at it in every step and beside the others on every page."""
    page.goto(f"{origin}/documents?lang=zh")
    look(page, found)
    page.get_by_label("粘贴一篇文字").fill(document())
    page.get_by_role("button", name="读", exact=True).click()
    expect(page.locator(".passage mark").first).to_be_visible(timeout=_PATIENCE)
    look(page, found)
    steps = page.get_by_test_id("stMain").locator("[data-testid=stButtonGroup] button")
    for step in ("审核", "比较", "带走"):
        steps.filter(has_text=step).first.click()
        page.wait_for_timeout(500)
        look(page, found)
    for link in ("检索与原文", "关键词云", "数字", "地区画像", "数据与方法"):
        page.get_by_test_id("stTopNavLink").filter(has_text=link).click()
        page.wait_for_timeout(500)
        look(page, found)


def main() -> int:
    """Print how many texts were put where, and what got out; 1 where anything did."""
    argparse.ArgumentParser(description=__doc__.splitlines()[0]).parse_args()
    found: Counter = Counter()
    with chromium() as browser, serve(APP) as app:
        for turn in range(len(ALL_PAGES)):
            # Each text comes to another page and under another name each time.
            texts = [*_SOUND[turn * 7 :], *_SOUND[: turn * 7]]
            for address in addresses(texts[turn * 2 :]):
                page = browser.new_page()
                watch(page, app.url, found)
                page.goto(app.url + address)
                look(page, found)
                page.close()
        page = browser.new_page(locale="zh-CN")
        watch(page, app.url, found)
        read_own(page, app.url, found)
    print(f"{len(_SOUND)} texts, {found['pages']} pages opened")
    print(*(f"{name}: {found[name]}" for name in FINDINGS), sep="\n")
    return int(any(found[name] for name in FINDINGS))


if __name__ == "__main__":
    sys.exit(main())

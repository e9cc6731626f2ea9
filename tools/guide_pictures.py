"""Take the pictures of the user guide from a running app, in both languages.

    streamlit run app.py --server.headless true &
    python tools/guide_pictures.py http://localhost:8501

Needs Chromium and Playwright (development dependencies); writes docs/pictures/<name>-<language>.png.
"""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

TARGET = Path(__file__).resolve().parents[1] / "docs" / "pictures"
SIZE = {"width": 1200, "height": 760}
_COLOURS = 96
_STILL = "[data-testid=stApp][data-test-script-state=notRunning]"


def _click(selector: str) -> Callable[[Page], None]:
    return lambda page: page.locator(selector).first.click()


def _none(_page: Page) -> None:
    """Leave the page as it opens."""


VIEWS = {
    "overview": ("", _none),
    "topics": ("topics?topic=apprenticeship", _none),
    "evidence": ("numbers", _click(".board button")),
    "indicator": ("numbers?view=indicator", _none),
    "matrix": ("matrix", _none),
    "words": ("words", _none),
    "reader": ("reader?doc=neijiang", _none),
    "documents": ("documents", _none),
}
"""Picture → the address of its page, and what is done there before it is taken."""


def main(origin: str) -> None:
    """Take every picture in every language."""
    TARGET.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        path = shutil.which("chromium-headless-shell") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for language in ("zh", "en"):
            page = browser.new_context(viewport=SIZE, color_scheme="light").new_page()
            for name, (address, act) in VIEWS.items():
                page.goto(f"{origin}/{address}{'&' if '?' in address else '?'}lang={language}")
                page.wait_for_selector(_STILL)
                page.wait_for_timeout(2500)
                act(page)
                page.wait_for_timeout(1500)
                file = TARGET / f"{name}-{language}.png"
                page.screenshot(path=file)
                # Paper and ink need few colours.
                Image.open(file).quantize(_COLOURS).save(file, optimize=True)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"))

"""How often Tab is pressed until the search, the filters, the first result and the downloads of each page are reached.

See README.md beside this file.
"""

import argparse
import sys
from pathlib import Path

from playwright.sync_api import Page

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.axe import SCENES, stand
from benchmarks.harness import APP, chromium, serve

GOALS = ("search", "filters", "results", "downloads")
MOST = 25
"""How many presses each of them may take."""
_LONGEST = 120
_HERE = """() => {
    let one = document.activeElement
    while (one.shadowRoot?.activeElement) one = one.shadowRoot.activeElement
    return Object.keys(changaiPage.targets).filter((name) => changaiPage.targets[name]() === one)
}"""


def main() -> None:
    """Print a line a page, first by the links that skip, then by Tab alone; exit 1 where a link takes too many."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenes", nargs="*", help="names or beginnings of names of scenes; all")
    parser.add_argument("--language", default="zh", choices=["zh", "en"])
    parser.add_argument("--url", default="", help="a server that runs already")
    asked = parser.parse_args()
    scenes = {
        name: path
        for name, path in SCENES.items()
        if "drawer" not in name and (not asked.scenes or any(name.startswith(one) for one in asked.scenes))
    }
    print(f"{'Tab presses: by link / alone':<30}" + "".join(f"{goal:>14}" for goal in GOALS))
    with chromium() as browser:
        page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        if asked.url:
            worst = _pressed(page, asked.url, scenes, asked.language)
        else:
            with serve(APP) as server:
                worst = _pressed(page, server.url, scenes, asked.language)
    print(f"at most {worst} by link")
    raise SystemExit(1 if worst > MOST else 0)


def _pressed(page: Page, url: str, scenes: dict[str, str], language: str) -> int:
    """Print how often Tab is pressed in each scene; the most that any link takes."""
    worst = 0
    for name, path in scenes.items():
        page.goto(f"{url}{path}{'&' if '?' in path else '?'}lang={language}")
        stand(page)
        links, alone = presses(page)
        worst = max([worst, *links.values()])
        told = [f"{links[goal]} / {alone.get(goal, '-')}" if goal in links else "" for goal in GOALS]
        print(f"{name:<30}" + "".join(f"{one:>14}" for one in told), flush=True)
    return worst


def presses(page: Page) -> tuple[dict[str, int], dict[str, int]]:
    """Goal → presses of Tab on a page just opened: until its link has the focus, and until it has it itself.

    RuntimeError where the link leads elsewhere.
    """
    links: dict[str, int] = {}
    alone: dict[str, int] = {}
    for count in range(1, _LONGEST):
        page.keyboard.press("Tab")
        if link := page.evaluate("() => document.activeElement.dataset.name"):
            links[link] = count
        for goal in page.evaluate(_HERE):
            alone.setdefault(goal, count)
        if links and set(links) <= set(alone):
            break
    for goal in links:
        page.evaluate("goal => document.querySelector(`.changai-skips [data-name=${goal}]`).click()", goal)
        if goal not in page.evaluate(_HERE):
            message = f"{page.url}: the link to {goal} leads elsewhere"
            raise RuntimeError(message)
    return links, alone


if __name__ == "__main__":
    main()

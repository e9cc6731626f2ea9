"""From a click on evidence to the drawer that shows it, and the server's part, as ratios to a blank page's click."""

from harness import APP, HERE, STILL, Server, Table, chromium, new_page, rest, runs, serve
from playwright.sync_api import Browser, Page

from pages import BLANK, FIGURES, WARM_UP, staged

OPENERS = {
    "numbers, figure": ("numbers", ".board button"),
    "topics, entry": ("topics", ".topic button"),
    "profile, measure": ("profile", ".passage mark"),
    "matrix, cell": ("matrix?view=table", "td button"),
    "words, word": ("words", ".cloud text"),
    "reader, mark": ("reader?doc=xinhui", ".passage mark.measure"),
    "data, codebook": ("data?section=codebook", ".passage mark"),
}
"""What is clicked: the page, and what opens evidence on it."""


def opened(page: Page, server: Server, opener: str) -> tuple[float, ...]:
    """The FIGURES of one click on evidence, in ms; the drawer is closed again."""
    before = len(server.script_runs())
    page.evaluate("drawer.arm()")
    page.locator(opener).first.click()
    times = page.wait_for_function(f"benchmark.idle() && drawer.times({STILL * 1000})").json_value()
    done = server.runs_after(before)
    before = len(server.script_runs())
    page.keyboard.press("Escape")
    server.runs_after(before)
    return (*times, *map(sum, zip(*done, strict=True)))


def scene(browser: Browser, server: Server, path: str, opener: str) -> Page:
    """A page on which evidence has been opened before."""
    page = new_page(browser)
    page.add_init_script(path=HERE / "drawer.js")
    page.goto(f"{server.url}/{path}")
    rest(page, "h1")
    for _ in range(WARM_UP):
        opened(page, server, opener)
    return page


def main() -> None:
    """Measure every opener, a click of the blank page before each of ours, and print as it goes."""
    count = runs(__doc__, 9)
    table = Table("blank")
    with (
        chromium() as browser,
        serve(HERE / "blank.py", timed=True) as blank_server,
        serve(APP, timed=True) as app_server,
    ):
        for name, (path, opener) in OPENERS.items():
            page = scene(browser, app_server, path, opener)
            with staged(browser, blank_server, BLANK) as blank:
                rounds = [(blank.click(turn % 2), opened(page, app_server, opener)) for turn in range(count)]
            page.context.close()
            for index, figure in enumerate(FIGURES):
                table.line(f"{name}: {figure}", *([pair[side][index] for pair in rounds] for side in (0, 1)))


if __name__ == "__main__":
    main()

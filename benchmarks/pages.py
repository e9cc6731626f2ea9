"""From a click on each page to its new content, and the server's part in it, as ratios to a blank page."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import mean

from harness import APP, HERE, STILL, Server, Table, chromium, new_page, rest, runs, serve
from playwright.sync_api import Browser, Page

WARM_UP = 3
FIGURES = (
    "click to first",
    "click to all",
    "server: script",
    "server: whole run",
    "server: processor",
    "server: own thread",
)
"""What is measured of a click; times of the server as in timed_server.py."""


@dataclass(frozen=True)
class Scene:
    """A click there and a click back: selectors of both, of what opens them, and of what a reader looks at first."""

    path: str
    probe: str
    clicks: tuple[str, str]
    opener: str = ""


_SENTENCE = "[data-testid=stMarkdown]:not(:has([data-testid=stCaptionContainer]))"
BLANK = Scene("", "[data-testid=stText]", (".st-key-pill button",) * 2)
SCENES = {
    "overview, language": Scene(
        "",
        "h1",
        (".st-key-language_switch button >> nth=1", ".st-key-language_switch button >> nth=0"),
    ),
    "topics, region": Scene(
        "topics",
        _SENTENCE,
        (".st-key-topics-filters-box button >> nth=2",) * 2,
    ),
    "numbers, region": Scene(
        "numbers",
        _SENTENCE,
        (".st-key-numbers-filters-box button >> nth=0",) * 2,
    ),
    "matrix, region": Scene(
        "matrix",
        _SENTENCE,
        (".st-key-matrix-filters-box button >> nth=0",) * 2,
    ),
    "words, statistic": Scene(
        "words",
        "[data-testid=stColumn] [data-testid=stCaptionContainer]",
        (".st-key-words-by button >> nth=2", ".st-key-words-by button >> nth=0"),
    ),
    "profile, region": Scene(
        "profile",
        "[data-testid=stSubheader], h3",
        ("[role=option] >> nth=-1", "[role=option] >> nth=0"),
        ".st-key-profile-region input",
    ),
    "reader, article": Scene(
        "reader",
        "[data-testid=stText]",
        ("[role=option] >> nth=-1", "[role=option] >> nth=0"),
        ".st-key-reader-doc input",
    ),
    "data, table": Scene(
        "data",
        _SENTENCE,
        ("[role=option]:has-text('· documents.csv')", "[role=option]:has-text('· numbers.csv')"),
        ".st-key-data-table-box input",
    ),
}


@dataclass
class Stage:
    """A scene opened in the browser, with the states that its clicks lead to once they are known."""

    scene: Scene
    page: Page
    server: Server
    states: list[dict] = field(default_factory=list)

    def learn(self) -> None:
        """Click to and fro until both states are known; a page that shows something else each time cannot be timed."""
        seen = []
        for turn in range(2 * WARM_UP):
            self._press(turn % 2)
            time.sleep(STILL)
            seen.append(rest(self.page, self.scene.probe))
        for state, again in zip(seen[-4:-2], seen[-2:], strict=True):
            painted = sorted({*state["painted"]} & {*again["painted"]})
            if [state["first"], state["whole"]] != [again["first"], again["whole"]]:
                message = f"{self.page.url} does not show the same again:\n{state['whole']}\n---\n{again['whole']}"
                raise RuntimeError(message)
            self.states.append({**state, "painted": painted})
        if self.states[0]["first"] == self.states[1]["first"]:
            message = f"{self.page.url}: the click changes nothing at {self.scene.probe}"
            raise RuntimeError(message)

    def click(self, turn: int) -> tuple[float, ...]:
        """The FIGURES of one click, in ms."""
        before = len(self.server.script_runs())
        self._press(turn)
        self.page.wait_for_function("benchmark.times()")
        first, everything = self.page.evaluate("benchmark.times()")
        done = self.server.runs_after(before)
        if len(done) > 1:
            print(f"  {self.page.url}: {len(done)} script runs for one click, added up")
        return (first, everything, *map(sum, zip(*done, strict=True)))

    def _press(self, turn: int) -> None:
        if self.scene.opener:
            self.page.click(self.scene.opener)
        target = self.page.locator(self.scene.clicks[turn])
        target.wait_for()
        state = self.states[turn] if self.states else {"first": "", "whole": "", "painted": []}
        self.page.evaluate("([probe, state]) => benchmark.arm(probe, state)", [self.scene.probe, state])
        target.click()


@contextmanager
def staged(browser: Browser, server: Server, scene: Scene) -> Iterator[Stage]:
    """Open a scene and learn its states."""
    page = new_page(browser)
    page.goto(server.url)
    rest(page, "*")
    page.goto(f"{server.url}/{scene.path}")
    rest(page, scene.probe)
    stage = Stage(scene, page, server)
    stage.learn()
    yield stage
    page.context.close()


def main() -> None:
    """Measure every scene, a click of the blank page before each of ours, and print as it goes."""
    count = runs(__doc__, 9)
    table = Table("blank")
    with (
        chromium() as browser,
        serve(HERE / "blank.py", timed=True) as blank_server,
        serve(APP, timed=True) as app_server,
    ):
        for name, scene in SCENES.items():
            with staged(browser, blank_server, BLANK) as blank, staged(browser, app_server, scene) as ours:
                rounds = [[(blank.click(turn), ours.click(turn)) for turn in (0, 1)] for _ in range(count)]
            for index, figure in enumerate(FIGURES):
                # A figure of one run is the mean of its click there and its click back.
                sides = [
                    [mean(pair[side][index] for pair in there_and_back) for there_and_back in rounds] for side in (0, 1)
                ]
                table.line(f"{name}: {figure}", *sides)


if __name__ == "__main__":
    main()

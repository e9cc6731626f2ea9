"""What axe-core finds wrong with every page, view and drawer, in light and dark, at three widths.

See README.md beside this file.
"""

import argparse
from collections import Counter

from axe import SCENES, Finding, findings, source, stand
from harness import APP, chromium, serve
from playwright.sync_api import Browser

HEIGHTS = {1440: 900, 390: 844, 320: 700}
"""Width of a window → its height."""
GRAVE = ("critical", "serious")
_LOCALES = {"zh": "zh-CN", "en": "en-GB"}


def main() -> None:
    """Look at every scene asked for, print what is found and whose it is; exit 1 where something of ours is grave."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenes", nargs="*", help="names or beginnings of names of scenes; all")
    parser.add_argument("--widths", nargs="+", type=int, default=list(HEIGHTS), choices=list(HEIGHTS))
    parser.add_argument("--modes", nargs="+", default=["light", "dark"], choices=["light", "dark"])
    parser.add_argument("--languages", nargs="+", default=["zh", "en"], choices=list(_LOCALES))
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N elements of each rule of ours")
    parser.add_argument("--url", default="", help="a server that runs already")
    asked = parser.parse_args()
    scenes = {
        name: path
        for name, path in SCENES.items()
        if not asked.scenes or any(name.startswith(one) for one in asked.scenes)
    }
    found: list[tuple[str, Finding]] = []
    with chromium() as browser:
        if asked.url:
            found = _looked(browser, asked.url, scenes, asked)
        else:
            with serve(APP) as server:
                found = _looked(browser, server.url, scenes, asked)
    _told(found, asked.show)
    grave = sum(one.whose == "ours" and one.impact in GRAVE for _, one in found)
    raise SystemExit(1 if grave else 0)


def _looked(browser: Browser, url: str, scenes: dict[str, str], asked: argparse.Namespace) -> list[tuple[str, Finding]]:
    """What is found in each scene × language × mode × width, with where."""
    script, found = source(), []
    for language in asked.languages:
        context = browser.new_context(locale=_LOCALES[language])
        for name, path in scenes.items():
            page = context.new_page()
            page.set_viewport_size({"width": asked.widths[0], "height": HEIGHTS[asked.widths[0]]})
            page.goto(f"{url}{path}{'&' if '?' in path else '?'}lang={language}")
            for mode in asked.modes:
                page.emulate_media(color_scheme=mode)
                for width in asked.widths:
                    page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
                    stand(page)
                    here = findings(page, script)
                    place = f"{name} {language} {mode} {width}"
                    found += [(place, one) for one in here]
                    ours = sum(one.whose == "ours" and one.impact in GRAVE for one in here)
                    print(f"{place:<52}{ours:>5} of {len(here)}", flush=True)
            page.close()
        context.close()
    return found


def _told(found: list[tuple[str, Finding]], show: int) -> None:
    """Print the findings by rule, impact and whose they are."""
    counts = Counter((one.whose, one.impact, one.rule) for _, one in found)
    print(f"\n{'whose':<11}{'impact':<10}{'rule':<34}{'found':>6}{'places':>8}")
    for (whose, impact, rule), count in sorted(counts.items()):
        same = [(place, one) for place, one in found if (one.whose, one.impact, one.rule) == (whose, impact, rule)]
        print(f"{whose:<11}{impact:<10}{rule:<34}{count:>6}{len({place for place, _ in same}):>8}")
        seen = {}
        for place, one in same:
            seen.setdefault((one.where, one.why), place)
        if show:
            for (where, why), place in list(seen.items())[:show]:
                print(f"    {place} | {where}\n        {why[:300]}")
    for whose in ("ours", "chart", "streamlit"):
        print(f"{whose}: {sum(one.whose == whose and one.impact in GRAVE for _, one in found)} serious or critical")


if __name__ == "__main__":
    main()

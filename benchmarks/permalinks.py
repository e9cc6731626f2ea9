"""Fuzzed addresses over all pages: whether each opens, and says so where something of the address was left out.

python -m benchmarks.permalinks --cases 2000
"""

import argparse
import sys
from collections import Counter
from functools import cache
from time import process_time

from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from benchmarks.links import Link, links
from components.frame.curated import checked
from components.frame.language import STRINGS
from corpus.paths import ROOT

# Each run would read anew what every installed package says of itself.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)
_TOLD = frozenset(STRINGS["app.ignored_parameters"].values())


def opened(link: Link) -> AppTest:
    """The page of an address, as a new visitor gets it."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    if link.page != "overview":
        app.switch_page(f"pages/{link.page}.py")
    app.query_params.update(link.query)
    return app.run()


def fault(app: AppTest, link: Link) -> str:
    """What is wrong with a page that an address has opened; "" for nothing."""
    if app.exception:
        return f"exception: {app.exception[0].value}"
    if app.error:
        return f"refused: {app.error[0].value}"
    if not app.title:
        return "no page"
    if link.senseless and not _TOLD & {remark.value for remark in app.info}:
        return "nothing told"
    return ""


def main() -> int:
    """Print how many addresses were opened on which page, and what was wrong; 1 where anything was."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=14)
    options = parser.parse_args()
    collection, problem = checked()
    if problem:
        sys.exit(str(problem))
    begun, pages, told, faults = process_time(), Counter(), 0, []
    for link in links(collection, options.cases, options.seed):
        app = opened(link)
        pages[link.page] += 1
        told += link.senseless
        if wrong := fault(app, link):
            faults.append(wrong)
            print(f"{link.page} {ascii(link.query)[:400]}\n    {wrong}", flush=True)
    print(f"{options.cases} addresses, {told} of them with something senseless, {process_time() - begun:.0f} s")
    print(", ".join(f"{page} {count}" for page, count in sorted(pages.items())))
    print(f"faults: {len(faults)}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

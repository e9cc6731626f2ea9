"""Every page, view and drawer of the app as a scene, and what axe-core finds wrong with one."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType

from playwright.sync_api import Page

SCENES = MappingProxyType(
    {
        "overview": "/",
        "topics": "/topics?topic=apprenticeship",
        "topics typed": "/topics?q=技能",
        "topics picture": "/topics?topic=contests&view=picture",
        "topics drawer": "/topics?topic=training&figure=xinhui-n06",
        "profile": "/profile?region=440705",
        **{f"profile {part}": f"/profile?region=500000&section={part}" for part in ("figures", "actors", "texts")},
        "profile beside": "/profile?region=440705&beside=500000",
        "matrix": "/matrix",
        "matrix cell": "/matrix?cell=440705+C",
        "matrix row": "/matrix?cell=440705+",
        "numbers": "/numbers",
        **{
            f"numbers {view}": f"/numbers?view={view}"
            for view in ("indicator", "change", "share", "money", "period", "terms", "ratio", "check")
        },
        "numbers none": "/numbers?q=zzzz",
        "numbers drawer": "/numbers?figure=xinhui-n06",
        "words": "/words",
        **{
            f"words {section}": f"/words?section={section}"
            for section in ("network", "phrases", "tone", "cut", "concordance&find=技能")
        },
        "words drawer": "/words?word=技能",
        "reader": "/reader?document=jiangxi",
        "reader hits": "/reader?q=技能",
        "documents": "/documents",
        **{
            f"data {section}": f"/data?section={section}"
            for section in ("tables", "audit", "codebook", "method", "coding", "citation")
        },
        "pins": "/pins",
        "pins some": "/pins?pins=xinhui-n06&pins=jiangxi-n06",
        "no page": "/nowhere",
    }
)
"""Scene → its address on the app's server, without the language."""
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""The tags of the rules that are asked: WCAG 2.2 to level AA, and what axe calls good practice."""
_STANDS = '[data-testid="stApp"][data-test-script-state="notRunning"][data-test-connection-state="CONNECTED"]'
_WHOSE = """target => {
    let root = document, node = null
    const ours = '.stMarkdown, .stHtml, [data-testid="stHeading"], [data-testid="stText"], [class^="changai-"]'
    for (const selector of target) {
        node = root.querySelector(selector)
        if (!node) return "ours"
        root = node.shadowRoot ?? root
    }
    if (target.length > 1 || node.closest('[data-testid="stBidiComponentRegular"]')) return "ours"
    if (node.closest('[data-testid="stVegaLiteChart"]')) return "chart"
    return node.closest(ours) && !node.closest('[data-testid="stTooltipIcon"]') ? "ours" : "streamlit"
}"""


@dataclass(frozen=True)
class Finding:
    """A rule that an element breaks: its impact, whose the element is (ours, chart, streamlit), where it is and why."""

    rule: str
    impact: str
    whose: str
    where: str
    why: str


def stand(page: Page) -> None:
    """Wait until the page stands as it is shown."""
    for _ in range(2):
        page.wait_for_selector(_STANDS, timeout=60_000)
        page.wait_for_timeout(500)


def source() -> str:
    """The script of axe-core, as the development dependency `axe-playwright-python` brings it."""
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def findings(page: Page, script: str, rules: Sequence[str] = RULES) -> list[Finding]:
    """What axe finds on the page as it stands, an entry for each rule and element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(script)
    asked = {"runOnly": {"type": "tag", "values": list(rules)}, "resultTypes": ["violations"]}
    answer = page.evaluate("asked => axe.run(document, asked).then(found => JSON.stringify(found.violations))", asked)
    found = []
    for broken in json.loads(answer):
        for node in broken["nodes"]:
            target = [part for one in node["target"] for part in ([one] if isinstance(one, str) else one)]
            why = (node.get("failureSummary") or "").replace("\n", " ")
            whose = page.evaluate(_WHOSE, target)
            found.append(Finding(broken["id"], node["impact"] or broken["impact"], whose, " > ".join(target), why))
    return found

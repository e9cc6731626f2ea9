"""Contrast after WCAG 2 of what the app draws, in both modes, and how far the colours of the pillars are apart.

Of the palette it is computed; of pages it is measured in the browser on the text that stands there.
"""

import itertools
import sys

from harness import ROOT, chromium, serve

sys.path.insert(0, str(ROOT))

from tests.components.charts.test_charts import MODES, SIMULATION, colours, contrast, difference, grounds, lab, linear

PAGES = {"overview": "/", "numbers": "/numbers?view=period", "matrix": "/matrix", "words": "/words?section=network"}
KINDS = {
    "label of a chart": '[data-testid="stVegaLiteChart"] svg text',
    "caption": '[data-testid="stCaptionContainer"] p',
    "what is selected": '[aria-checked="true"] p, [data-testid$="Active"] p',
}
"""What is measured → where it stands."""
MEASURE = """
([kinds]) => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true })
  const read = colour => {
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = colour
    canvas.fillRect(0, 0, 1, 1)
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data
    return [r, g, b, a / 255]
  }
  const over = (top, under, alpha) => [0, 1, 2].map(at => top[at] * alpha + under[at] * (1 - alpha))
  const luminance = rgb => rgb.map(part => part / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0)
  const measured = element => {
    const chain = []
    for (let at = element; at; at = at.parentElement) chain.unshift(getComputedStyle(at))
    let ground = [255, 255, 255]
    for (const style of chain) {
      const [r, g, b, alpha] = read(style.backgroundColor)
      ground = over([r, g, b], ground, alpha)
    }
    const own = chain.at(-1)
    const [r, g, b, alpha] = read(element.closest("svg.marks") ? own.fill : own.color)
    const opacity = chain.reduce((product, style) => product * Number(style.opacity), alpha)
    const both = [luminance(over([r, g, b], ground, opacity)), luminance(ground)]
    const [dark, light] = both.sort((one, other) => one - other)
    return (light + 0.05) / (dark + 0.05)
  }
  return Object.fromEntries(Object.entries(kinds).map(([kind, where]) => {
    const found = [...document.querySelectorAll(where)].filter(one => one.getClientRects().length && one.textContent)
    return [kind, found.length ? Math.min(...found.map(measured)) : null]
  }))
}
"""


def palette() -> None:
    """Print the least contrasts and distances of the pillars' colours."""
    for mode in MODES:
        shown = {pillar: colour for pillar, colour in colours(mode).items() if pillar}
        least = {pillar: min(contrast(own, ground) for ground in grounds(mode)[0]) for pillar, own in shown.items()}
        print(f"{mode:6} contrast with the ground:", ", ".join(f"{pillar} {own:.2f}" for pillar, own in least.items()))
        for vision in ("normal", *SIMULATION):
            apart = min(difference(*pair, vision) for pair in itertools.combinations(shown.values(), 2))
            print(f"{mode:6} least difference of two pillars, {vision}: {apart:.1f}")
        lightness = sorted(lab(linear(own))[0] for own in shown.values())
        print(f"{mode:6} least step in grey: {min(b - a for a, b in itertools.pairwise(lightness)):.1f} L*")


def pages() -> None:
    """Print the least contrast of each kind of text on each page, in both modes."""
    with serve(ROOT / "app.py") as server, chromium() as browser:
        for scheme, (name, path) in itertools.product(("light", "dark"), PAGES.items()):
            page = browser.new_page(color_scheme=scheme, locale="zh-CN", viewport={"width": 1440, "height": 900})
            page.goto(server.url + path)
            page.locator('[data-testid="stVegaLiteChart"] svg').first.wait_for()
            page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()
            for kind, least in page.evaluate(MEASURE, [KINDS]).items():
                if least:
                    print(f"{scheme:5} {name:9} {kind}: {least:.2f}")
            page.close()


if __name__ == "__main__":
    palette()
    pages()

// When does a page show what a click leads to? Texts are read through shadow roots; grids paint theirs on a canvas, so
// what they paint is noted. `benchmark.state` is what a page shows, `arm` waits for a state after the next press.
(() => {
  const main = "[data-testid=stMain]"
  const roots = []
  let painted = new Set()
  let goal = null
  let asked = false

  const whole = () => {
    const element = document.querySelector(main)
    if (!element) return ""
    // A grid repeats its cells inside its canvas for screen readers, some time after it has painted them.
    const light = [...element.querySelectorAll("canvas")].reduce(
      (text, canvas) => text.replace(canvas.textContent, ""),
      element.textContent,
    )
    return [light, ...roots.filter((root) => root.isConnected).map((root) => root.textContent).sort()].join("\n")
  }
  const first = (probe) => document.querySelector(`${main} ${probe}`)?.textContent ?? ""

  const check = () => {
    asked = false
    if (!goal?.pressed) return
    const after = performance.now() - goal.pressed
    if (!goal.first && first(goal.probe) === goal.state.first) goal.first = after
    if (goal.first && !goal.whole && goal.state.painted.every((text) => painted.has(text)) && whole() === goal.state.whole)
      goal.whole = after
  }
  const ask = () => {
    if (!asked) queueMicrotask(check)
    asked = true
  }
  const observer = new MutationObserver(check)
  const watch = (root) => observer.observe(root, { subtree: true, childList: true, characterData: true })
  watch(document)

  // What happens inside a shadow root is seen from inside only.
  const attachShadow = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options)
    roots.push(root)
    watch(root)
    return root
  }
  const fillText = CanvasRenderingContext2D.prototype.fillText
  CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
    painted.add(text)
    ask()
    return fillText.call(this, text, ...place)
  }
  window.addEventListener("pointerdown", (event) => {
    if (!goal || goal.pressed) return
    painted = new Set()
    goal.pressed = event.timeStamp
  }, { capture: true })

  window.benchmark = {
    state: (probe) => ({ first: first(probe), whole: whole(), painted: [...painted] }),
    arm: (probe, state) => { goal = { probe, state } },
    times: () => goal?.whole ? [goal.first, goal.whole] : null,
    idle: () => document.querySelector(
      "[data-testid=stApp][data-test-connection-state=CONNECTED][data-test-script-state=notRunning]",
    ) !== null && document.fonts.status === "loaded",
  }
})()

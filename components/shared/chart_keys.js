// The marks of a chart by keyboard: one stop of the Tab key a picture, arrows inside it, Enter opens what a click opens,
// and what is told where a mark is pointed at is told where it has the focus. Vega names each mark to a screen reader.
if (!window.changaiChartKeys) {
  window.changaiChartKeys = true
  const CHART = '[data-testid="stVegaLiteChart"]'
  const MARK = "g.role-mark > [aria-label]"
  const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }
  const marksOf = (chart) => [...chart.querySelectorAll(MARK)]
  const middle = (mark) => {
    const box = mark.getBoundingClientRect()
    return [box.left + box.width / 2, box.top + box.height / 2]
  }
  const point = (mark, kind) => {
    const [clientX, clientY] = middle(mark)
    const told = { bubbles: true, cancelable: true, clientX, clientY, view: window }
    mark.dispatchEvent(kind.startsWith("pointer") ? new PointerEvent(kind, told) : new MouseEvent(kind, told))
  }
  const nearest = (marks, from, [right, down]) => {
    const [x, y] = middle(from)
    let best
    for (const mark of marks) {
      const [dx, dy] = middle(mark).map((at, rank) => at - [x, y][rank])
      const along = dx * right + dy * down
      if (along < 1) continue
      const far = along + 3 * Math.abs(dx * down) + 3 * Math.abs(dy * right)
      if (!best || far < best.far) best = { mark, far }
    }
    return best?.mark
  }
  const stop = (chart, mark) => {
    for (const one of marksOf(chart)) one.setAttribute("tabindex", one === mark ? "0" : "-1")
  }
  // A picture that was drawn anew has new marks.
  const prepare = () => {
    for (const chart of document.querySelectorAll(CHART)) {
      const fresh = [...chart.querySelectorAll(`${MARK}:not([tabindex])`)]
      if (!fresh.length) continue
      for (const mark of fresh) {
        mark.setAttribute("role", "button")
        mark.removeAttribute("aria-roledescription")
      }
      for (const group of chart.querySelectorAll("[aria-roledescription]")) group.removeAttribute("aria-roledescription")
      stop(chart, chart.querySelector(`${MARK}[tabindex="0"]`) ?? marksOf(chart)[0])
    }
  }
  let waits = 0
  new MutationObserver(() => {
    clearTimeout(waits)
    waits = setTimeout(prepare, 100)
  }).observe(document.body, { childList: true, subtree: true })
  prepare()
  const markOf = (target) => (target.matches?.(`${CHART} ${MARK}`) ? target : null)
  document.addEventListener("focusin", ({ target }) => {
    if (!markOf(target)) return
    stop(target.closest(CHART), target)
    for (const kind of ["pointerover", "mouseover", "pointermove", "mousemove"]) point(target, kind)
  })
  document.addEventListener("focusout", ({ target }) => {
    if (!markOf(target)) return
    for (const kind of ["pointerout", "mouseout"]) point(target, kind)
  })
  document.addEventListener("keydown", (event) => {
    const mark = markOf(event.target)
    if (!mark || event.altKey || event.ctrlKey || event.metaKey) return
    const chart = mark.closest(CHART)
    const marks = marksOf(chart)
    const step = STEPS[event.key]
    const ends = { Home: marks[0], End: marks.at(-1) }
    if (event.key === "Enter" || event.key === " ") {
      const label = mark.getAttribute("aria-label")
      point(mark, "click")
      focusAfterDrawer(() => marksOf(chart).find((one) => one.getAttribute("aria-label") === label))
    } else if (event.key === "Escape") point(mark, "pointerout")
    else if (step || event.key in ends) (step ? nearest(marks, mark, step) : ends[event.key])?.focus()
    else return
    event.preventDefault()
  })
}

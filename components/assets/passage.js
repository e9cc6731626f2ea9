// Draws paragraphs of runs. Every text goes in as textContent; a run with a target is a button that reports it.
const drawn = new WeakMap()

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const root = parentElement.querySelector(".passage")
  // A rerun that changes nothing leaves the passage as it is, with its focus.
  const wanted = JSON.stringify(data)
  if (drawn.get(root) === wanted) return
  drawn.set(root, wanted)
  root.classList.toggle("scroll", Boolean(data.scroll))
  root.lang = "zh-CN"
  const paragraphs = data.paragraphs.map((paragraph) => {
    const element = document.createElement("p")
    element.className = paragraph.role
    if (paragraph.role === "title") element.setAttribute("role", "heading"), element.setAttribute("aria-level", "2")
    if (paragraph.role === "heading") element.setAttribute("role", "heading"), element.setAttribute("aria-level", "3")
    if (paragraph.tag) {
      const tag = document.createElement("span")
      tag.className = "tag"
      tag.textContent = paragraph.tag
      element.append(tag)
    }
    if (paragraph.lost) {
      const lost = document.createElement("span")
      lost.className = "lost"
      lost.textContent = data.lostLabel
      element.append(lost)
    }
    for (const run of paragraph.runs) {
      if (!run.style) {
        element.append(document.createTextNode(run.text))
        continue
      }
      const opens = run.target && data.opens
      const node = document.createElement(run.style === "neighbour" ? "span" : "mark")
      node.className = run.style
      node.textContent = run.text
      if (run.label) node.title = run.label
      if (opens) {
        // No <button>: browsers never break one across lines, and a quote may run over several.
        node.setAttribute("role", "button")
        node.setAttribute("aria-label", run.label ? `${run.text} · ${run.label}` : run.text)
        node.dataset.target = run.target
        node.onclick = () => {
          setTriggerValue("opened", run.target)
          focusAfterDrawer(() => root.querySelector(`[data-target="${CSS.escape(run.target)}"]`))
        }
        node.onkeydown = (event) => {
          if (event.key !== "Enter" && event.key !== " ") return
          event.preventDefault()
          node.click()
        }
      }
      if (run.target && run.target === data.focus) {
        node.classList.add("focus")
        node.dataset.focus = "true"
      }
      element.append(node)
    }
    if (paragraph.rendering) {
      const rendering = document.createElement("span")
      rendering.className = "rendering"
      rendering.lang = "en-GB"
      rendering.textContent = paragraph.rendering
      const whose = document.createElement("b")
      whose.textContent = `${data.renderingLabel} `
      rendering.prepend(whose)
      element.append(rendering)
    }
    return element
  })
  root.replaceChildren(...paragraphs)
  if (root.querySelector('[role="button"]')) roving(root, '[role="button"]')
  // What scrolls is reached by keyboard, if by nothing inside it.
  else if (data.scroll) root.tabIndex = 0
  const focus = root.querySelector("[data-focus]")
  if (focus && root.dataset.brought !== data.focus) {
    root.dataset.brought = data.focus
    requestAnimationFrame(() => focus.scrollIntoView({ block: "center" }))
  }
}

// A word cloud as SVG: places come from the server, every word is a button. Texts go in as textContent.
const drawn = new WeakMap()
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

// The word next to one in a direction: what lies straight ahead counts as nearer.
function nextWord(words, from, [right, down]) {
  const middle = (word) => {
    const box = word.getBoundingClientRect()
    return [box.left + box.width / 2, box.top + box.height / 2]
  }
  const [x, y] = middle(from)
  let best
  for (const word of words) {
    const at = middle(word)
    const [dx, dy] = [at[0] - x, at[1] - y]
    const along = dx * right + dy * down
    if (along < 1) continue
    const far = along + 2 * Math.abs(dx * down) + 2 * Math.abs(dy * right)
    if (!best || far < best.far) best = { word, far }
  }
  return best?.word
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  // A rerun that changes nothing leaves the picture as it is, with its focus.
  const wanted = JSON.stringify(data)
  if (drawn.get(parentElement) === wanted) return
  drawn.set(parentElement, wanted)
  const root = parentElement.querySelector(".cloud")
  if (!data.words.length) {
    const none = document.createElement("div")
    none.className = "none"
    none.textContent = data.none
    root.replaceChildren(none)
    return
  }
  // The template holds an empty drawing: what is put into it takes its namespace.
  const svg = parentElement.querySelector("template").content.firstElementChild.cloneNode()
  const put = (name, parent, attributes) => {
    const made = document.createElementNS(svg.namespaceURI, name)
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
    parent.append(made)
    return made
  }
  svg.setAttribute("viewBox", `0 0 ${data.width} ${data.height}`)
  svg.setAttribute("role", "group")
  svg.setAttribute("aria-label", data.caption)
  const words = data.words.map((word, rank) => {
    const place = { x: word.x, y: word.y, "font-size": word.size, role: "button", "aria-label": word.told, lang: "zh-CN" }
    // One stop of the Tab key a cloud, arrows inside it.
    const text = put("text", svg, { ...place, tabindex: rank ? "-1" : "0" })
    text.dataset.word = word.word
    if (word.colour) text.style.setProperty("--word", `color-mix(in srgb, ${word.colour} ${data.share}, var(--st-text-color))`)
    if (word.single) text.classList.add("single")
    text.textContent = word.word
    if (word.letter) put("tspan", text, { dx: data.gap, "font-size": word.letter_size }).textContent = word.letter
    put("title", text, {}).textContent = word.told
    text.onclick = () => {
      setTriggerValue("opened", word.word)
      focusAfterDrawer(() => root.querySelector(`[data-word="${CSS.escape(word.word)}"]`))
    }
    text.onfocus = () => words.forEach((one) => one.setAttribute("tabindex", one === text ? "0" : "-1"))
    text.onkeydown = (event) => {
      const ends = { Home: words[0], End: words.at(-1) }
      if (event.key === "Enter" || event.key === " ") text.onclick()
      else if (event.key in STEPS) nextWord(words, text, STEPS[event.key])?.focus()
      else if (event.key in ends) ends[event.key].focus()
      else return
      event.preventDefault()
    }
    return text
  })
  root.replaceChildren(svg)
}

// A word cloud as SVG: places come from the server, every word is a button. Texts go in as textContent.
const drawn = new WeakMap()

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
  for (const word of data.words) {
    const place = { x: word.x, y: word.y, "font-size": word.size, role: "button", "aria-label": word.told, lang: "zh-CN" }
    const text = put("text", svg, place)
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
    text.onkeydown = (event) => {
      if (event.key !== "Enter" && event.key !== " ") return
      event.preventDefault()
      text.onclick()
    }
  }
  root.replaceChildren(svg)
  roving(root, "text")
}

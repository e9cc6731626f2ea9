// Which colour means what: a patch and a name each. Texts go in as textContent.
export default function (component) {
  const { data, parentElement } = component
  const list = parentElement.querySelector("ul")
  list.setAttribute("aria-label", data.caption)
  list.replaceChildren(...data.items.map((item) => {
    const entry = document.createElement("li")
    const patch = document.createElement("i")
    if (item.colour) patch.style.background = `color-mix(in srgb, ${item.colour} ${data.share}, var(--st-text-color))`
    const name = document.createElement("span")
    name.textContent = item.name
    entry.append(patch, name)
    return entry
  }))
}

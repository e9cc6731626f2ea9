// Written figures by theme and region, each a button that opens its sentence. Every text goes in as textContent.
const drawn = new WeakMap()

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const root = parentElement.querySelector(".board")
  // What is opened does not run the page, which would tint it.
  const tint = (id) => {
    for (const button of root.querySelectorAll("button")) button.classList.toggle("chosen", button.dataset.id === id)
  }
  const open = (id) => {
    setTriggerValue("opened", id)
    tint(id)
    focusAfterDrawer(() => root.querySelector(`button[data-id="${CSS.escape(id)}"]`))
  }
  const figure = (one) => {
    const button = document.createElement("button")
    button.type = "button"
    button.className = one.kind
    button.lang = "zh-CN"
    button.dataset.id = one.id
    button.textContent = one.written
    button.title = one.about
    button.setAttribute("aria-label", `${one.written} · ${one.about} · ${data.opens}`)
    button.onclick = () => open(one.id)
    return button
  }
  const draw = () => {
    const table = document.createElement("table")
    table.createCaption().textContent = data.caption
    const head = table.createTHead().insertRow()
    head.append(document.createElement("td"))
    for (const region of data.regions) {
      const cell = document.createElement("th")
      cell.scope = "col"
      const level = document.createElement("small")
      level.textContent = region.level
      cell.append(document.createTextNode(region.name), level)
      head.append(cell)
    }
    const body = table.createTBody()
    for (const theme of data.themes) {
      const line = body.insertRow()
      const name = document.createElement("th")
      name.scope = "row"
      name.textContent = theme.name
      name.style.setProperty("--theme", theme.colour)
      line.append(name)
      theme.cells.forEach((figures, rank) => {
        const cell = line.insertCell()
        cell.dataset.region = data.regions[rank].name
        cell.append(...figures.flatMap((one) => [figure(one), document.createTextNode(" ")]))
      })
    }
    root.replaceChildren(table)
    roving(root, "button")
  }
  // A rerun that changes nothing leaves the board as it is, with its focus.
  const wanted = JSON.stringify([data.regions, data.themes, data.caption])
  if (drawn.get(root) !== wanted) {
    drawn.set(root, wanted)
    draw()
  }
  tint(data.chosen)
}

// The matrix as a table: every cell is a button that reports itself. Texts go in as textContent.
const shown = new WeakMap()

function twoLines(parent, text, below) {
  parent.append(document.createTextNode(text))
  if (below) {
    const small = document.createElement("small")
    small.textContent = below
    parent.append(small)
  }
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const frame = parentElement.querySelector(".frame")
  const wanted = JSON.stringify([data.columns, data.rows, data.caption])
  if (shown.get(parentElement) !== wanted) {
    shown.set(parentElement, wanted)
    const table = document.createElement("table")
    table.createCaption().textContent = data.caption
    const head = table.createTHead().insertRow()
    for (const column of [{ name: "", level: "" }, ...data.columns]) {
      const cell = document.createElement("th")
      cell.scope = "col"
      twoLines(cell, column.name, column.level)
      head.append(cell)
    }
    const body = table.createTBody()
    for (const row of data.rows) {
      const line = body.insertRow()
      const name = document.createElement("th")
      name.scope = "row"
      name.textContent = row.label
      line.append(name)
      for (const entry of row.cells) {
        const cell = line.insertCell()
        const button = document.createElement("button")
        cell.dataset.id = entry.id
        button.type = "button"
        twoLines(button, entry.written, entry.form)
        button.setAttribute("aria-label", entry.told)
        button.title = entry.told
        button.onclick = () => {
          setTriggerValue("opened", entry.id)
          focusAfterDrawer(() => frame.querySelector(`td[data-id="${CSS.escape(entry.id)}"] button`))
        }
        cell.append(button)
      }
    }
    frame.replaceChildren(table)
  }
  for (const cell of frame.querySelectorAll("td")) {
    cell.classList.toggle("chosen", cell.dataset.id === data.chosen)
  }
}

// The matrix as a table: every cell, and the head of every row and column, is a button that reports itself. Texts go in
// as textContent.
const shown = new WeakMap()

function twoLines(parent, text, below) {
  parent.append(document.createTextNode(text))
  if (below) {
    const small = document.createElement("small")
    small.textContent = below
    parent.append(small)
  }
}

// A count and its unit stay in one line: where a cell is narrow, it breaks between measures and figures.
function unbroken(written) {
  return written.split(" · ").map((part) => part.replaceAll(" ", "\u00a0")).join("\u00a0· ")
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const frame = parentElement.querySelector(".frame")
  const wanted = JSON.stringify([data.columns, data.rows, data.caption, data.heads])

  // What is opened does not run the page, which would tint it.
  function tint(id) {
    for (const cell of frame.querySelectorAll("[data-id]")) cell.classList.toggle("chosen", cell.dataset.id === id)
  }

  function opener(parent, id, told, ...lines) {
    const button = document.createElement("button")
    parent.dataset.id = id
    button.type = "button"
    twoLines(button, ...lines)
    // What is seen stands in the name, so that whoever speaks to the page can say it.
    button.setAttribute("aria-label", [...lines.filter(Boolean), told].join(" · "))
    button.title = told
    button.onclick = () => {
      setTriggerValue("opened", id)
      tint(id)
      focusAfterDrawer(() => frame.querySelector(`[data-id="${CSS.escape(id)}"] button`))
    }
    parent.append(button)
  }

  function head(line, side, scope, id, name, below) {
    const cell = document.createElement("th")
    cell.scope = scope
    line.append(cell)
    opener(cell, id, data.heads[side], name, below)
  }

  if (shown.get(parentElement) !== wanted) {
    shown.set(parentElement, wanted)
    const table = document.createElement("table")
    table.createCaption().textContent = data.caption
    const top = table.createTHead().insertRow()
    const corner = document.createElement("td")
    top.append(corner)
    for (const column of data.columns) head(top, "column", "col", column.id, column.name, column.level)
    const body = table.createTBody()
    for (const row of data.rows) {
      const line = body.insertRow()
      head(line, "row", "row", row.id, row.label)
      for (const entry of row.cells) {
        opener(line.insertCell(), entry.id, entry.told, unbroken(entry.written), entry.form)
      }
    }
    frame.replaceChildren(table)
    roving(frame, "button", "td button")
  }
  tint(data.chosen)
}

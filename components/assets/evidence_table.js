// A table of figures: headers sort, a row or its button reports the figure it opens. Texts go in as textContent.
const states = new WeakMap()

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const frame = parentElement.querySelector(".frame")
  frame.style.setProperty("--table-height", `${data.height}px`)
  const order = states.get(parentElement) ?? { column: -1, down: false, drawn: "" }
  states.set(parentElement, order)
  // What is opened does not run the page, which would tint it.
  const tint = (id) => {
    for (const line of frame.querySelectorAll("tbody tr")) line.classList.toggle("chosen", line.dataset.id === id)
  }
  const open = (id) => {
    setTriggerValue("opened", id)
    tint(id)
    focusAfterDrawer(() => frame.querySelector(`tr[data-id="${CSS.escape(id)}"] button`))
  }

  const draw = () => {
    const rows = data.rows.slice()
    if (order.column >= 0) {
      const sign = order.down ? -1 : 1
      const key = (row) => row.sort[order.column] ?? row.cells[order.column]
      rows.sort((a, b) => {
        const [left, right] = [key(a), key(b)]
        // What has no number stands last, whichever way the numbers run.
        if (typeof left !== typeof right) return typeof left === "number" ? -1 : 1
        return sign * (typeof left === "number" && typeof right === "number"
          ? left - right : String(left).localeCompare(String(right), data.language))
      })
    }
    const table = document.createElement("table")
    const caption = table.createCaption()
    caption.textContent = data.caption
    const head = table.createTHead().insertRow()
    data.columns.forEach((column, index) => {
      const cell = document.createElement("th")
      cell.scope = "col"
      cell.className = column.style
      if (order.column === index) cell.setAttribute("aria-sort", order.down ? "descending" : "ascending")
      const button = document.createElement("button")
      button.type = "button"
      button.textContent = column.title
      button.onclick = () => {
        order.down = order.column === index ? !order.down : false
        order.column = index
        draw()
        frame.querySelectorAll("th button")[index].focus()
      }
      cell.append(button)
      head.append(cell)
    })
    const body = table.createTBody()
    for (const row of rows) {
      const line = body.insertRow()
      line.dataset.id = row.id
      if (row.kind) line.classList.add(row.kind)
      line.onclick = () => open(row.id)
      row.cells.forEach((text, index) => {
        const cell = line.insertCell()
        cell.className = data.columns[index].style
        if (index !== data.opener) {
          cell.textContent = text
          spoken(cell)
          return
        }
        const button = document.createElement("button")
        button.type = "button"
        button.textContent = text
        spoken(button)
        button.setAttribute("aria-label", `${text} · ${data.opens}`)
        button.onclick = (event) => {
          event.stopPropagation()
          open(row.id)
        }
        cell.append(button)
      })
    }
    const none = document.createElement("div")
    none.className = "none"
    none.textContent = data.none
    frame.replaceChildren(rows.length ? table : none)
    roving(frame, "button", "td button")
  }
  // A rerun that changes nothing leaves the table as it is, with its scroll and its focus.
  const wanted = JSON.stringify([data.columns, data.rows, data.caption])
  if (order.drawn !== wanted) {
    order.drawn = wanted
    draw()
  }
  tint(data.chosen)
}

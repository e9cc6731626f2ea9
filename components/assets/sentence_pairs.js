// Sentences of two texts side by side. Texts go in as textContent; what only one has is <del> or <ins>, so that it is
// struck or underlined and read aloud as such.
const TAGS = { alone: ["del", "ins"], moved: ["em", "em"], figure: ["strong", "strong"] }

function element(name, style, text) {
  const made = document.createElement(name)
  if (style) made.className = style
  if (text) made.textContent = text
  return made
}

export default function (component) {
  const { data, parentElement } = component
  const root = parentElement.querySelector(".pairs")
  if (!data.rows.length) {
    root.replaceChildren(element("p", "nothing", data.none))
    return
  }
  const legend = element("p", "legend")
  for (const [kind, words] of data.legend) legend.append(element(TAGS[kind][kind === "alone" ? 1 : 0], kind, words))
  const table = element("table", "")
  const head = element("tr", "")
  for (const title of data.heads) {
    const cell = element("th", "", title)
    cell.scope = "col"
    head.append(cell)
  }
  const top = element("thead", "")
  top.append(head)
  const body = element("tbody", "")
  for (const row of data.rows) {
    const line = element("tr", row.kind)
    const name = element("th", "name", row.name)
    name.scope = "row"
    line.append(name)
    row.sides.forEach((side, at) => {
      const cell = element("td", side.length ? "" : "nothing", side.length ? "" : row.nothing)
      if (side.length) cell.lang = "zh-CN"
      cell.dataset.head = data.heads[at + 1]
      for (const piece of side) {
        cell.append(TAGS[piece.kind] ? element(TAGS[piece.kind][at], piece.kind, piece.text) : piece.text)
      }
      if (at === 1) for (const note of row.notes) cell.append(element("p", "note", note))
      line.append(cell)
    })
    body.append(line)
  }
  table.append(top, body)
  root.replaceChildren(legend, table)
}

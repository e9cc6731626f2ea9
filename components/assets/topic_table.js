// The answer to a topic: regions across, what they report down; on a narrow page one region under another. Texts go in
// as textContent. Elements stand region by region, which is the order in which they are read aloud.
const drawn = new WeakMap()

function element(name, style, text) {
  const made = document.createElement(name)
  if (style) made.className = style
  if (text) made.textContent = text
  return made
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const root = parentElement.querySelector(".topic")
  const wanted = JSON.stringify(data)
  if (drawn.get(parentElement) === wanted) return
  drawn.set(parentElement, wanted)

  const opener = (lead) => {
    const button = element("button", `lead ${lead.style}`)
    button.type = "button"
    button.dataset.id = lead.id
    if (lead.sign) button.append(element("span", "sign", lead.sign))
    button.append(spoken(element("span", "written", lead.written)))
    button.setAttribute("aria-label", [lead.sign, lead.written, lead.label, lead.opens].filter(Boolean).join(" · "))
    button.onclick = () => {
      setTriggerValue("opened", lead.id)
      focusAfterDrawer(() => root.querySelector(`button[data-id="${CSS.escape(lead.id)}"]`))
    }
    const line = element("div", "line")
    line.append(button)
    if (lead.label) line.append(element("span", "label", lead.label))
    for (const fact of lead.facts) {
      const part = element("span", fact.differs ? "fact differs" : "fact", fact.text)
      if (fact.differs) part.title = data.differs
      line.append(part)
    }
    return line
  }
  const entry = (one) => {
    const item = element("li", one.beside ? "beside" : "")
    for (const lead of one.leads) item.append(opener(lead))
    if (one.clause.length) {
      const clause = element("p", "clause")
      clause.lang = "zh-CN"
      for (const run of one.clause) clause.append(run.marked ? element("mark", "", run.text) : run.text)
      item.append(clause)
    }
    if (one.rendering) {
      const more = element("details", "rendering")
      more.append(element("summary", "", data.rendering), element("p", "", one.rendering))
      item.append(more)
    }
    if (one.why) (item.querySelector(".clause") ?? item.querySelector(".line:last-of-type")).append(element("span", "why", one.why))
    return item
  }
  const list = (entries) => {
    const made = element("ul", "")
    let body = ""
    for (const one of entries) {
      if (one.body && one.body !== body) made.append(element("li", "body", one.body))
      body = one.body
      made.append(entry(one))
    }
    return made
  }
  const folded = (title, entries) => {
    const more = element("details", "more")
    more.append(element("summary", "", title), list(entries))
    return more
  }

  const parts = []
  if (data.verdict) {
    const verdict = element("div", "verdict")
    const told = element("p", "")
    told.append(element("strong", "", data.verdict.label), ` ${data.verdict.told}`)
    for (const field of data.verdict.fields) told.append(" ", element("span", "field", field))
    verdict.append(told)
    if (data.verdict.why.length) {
      const why = element("details", "")
      why.append(element("summary", "", data.verdict.ask))
      const reasons = element("ul", "")
      for (const reason of data.verdict.why) reasons.append(element("li", "", reason))
      why.append(reasons)
      verdict.append(why)
    }
    parts.push(verdict)
  }
  const grid = element("div", "grid")
  const width = data.regions.map((region) => (region.quiet ? "minmax(6.5rem, 0.45fr)" : "minmax(9.6rem, 1fr)"))
  grid.style.setProperty("--columns", `${data.side} ${width.join(" ")}`)
  data.rows.forEach((row, at) => {
    const label = element("div", "row", row)
    label.setAttribute("aria-hidden", "true")
    label.style.gridRow = at + 2
    grid.append(label)
  })
  data.regions.forEach((region, column) => {
    const section = element("section", region.quiet ? "quiet" : "")
    const head = element("h3", "")
    head.id = `${data.key}.${column}`
    head.append(element("span", "name", region.name), element("small", region.differs ? "differs" : "", region.level))
    head.append(element("small", "", region.articles))
    head.style.gridColumn = column + 2
    section.setAttribute("aria-labelledby", head.id)
    section.append(head)
    region.cells.forEach((cell, at) => {
      const box = element("div", cell.entries.length || cell.beside.length || cell.silent.length ? "cell" : "cell empty")
      box.style.gridColumn = column + 2
      box.style.gridRow = at + 2
      box.append(element("h4", "", data.rows[at]))
      if (cell.entries.length) box.append(list(cell.entries.slice(0, cell.first)))
      if (cell.entries.length > cell.first) box.append(folded(cell.more, cell.entries.slice(cell.first)))
      if (cell.beside.length) box.append(folded(cell.besideTitle, cell.beside))
      for (const one of cell.silent) box.append(element("p", "silent", one))
      section.append(box)
    })
    grid.append(section)
  })
  parts.push(grid)
  root.replaceChildren(...parts)
  roving(root, "button, summary", "button")
  if (!root.dataset.prints) {
    root.dataset.prints = "yes"
    // What is folded is printed too.
    addEventListener("beforeprint", () => root.querySelectorAll("details").forEach((one) => (one.open = true)))
  }
}

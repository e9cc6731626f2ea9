// The paragraphs of a text, each with what it is, to be joined and divided. Texts go in as textContent.
const papers = new WeakMap()

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value)
  made.append(...children)
  return made
}

class Paper {
  constructor(root) {
    this.root = root
    this.splitting = -1
    this.waits = false
  }

  update(data, send) {
    this.data = data
    this.send = send
    if (this.turn !== data.turn) {
      this.turn = data.turn
      this.splitting = -1
    }
    this.waits = false
    this.draw()
  }

  act(act) {
    // Ranks mean the paragraphs as they stand: one change at a time.
    if (this.waits) return
    this.waits = true
    this.send({ n: this.data.turn + 1, ...act })
    for (const control of this.root.querySelectorAll("button, select")) control.disabled = true
  }

  draw() {
    const { parts, words } = this.data
    const had = this.root.getRootNode().activeElement
    const held = had && this.root.contains(had) ? [had.dataset.rank, had.dataset.does] : null
    const list = element("ol", { class: "parts", "aria-label": words.help })
    // Lines that go on are one paragraph: they stand in the same item, each with what parts it from the one before.
    let item
    for (const part of parts) {
      if (item && part.joins) item.append(...this.line(part, false))
      else {
        item = element("li", { class: part.role }, ...this.line(part, true))
        list.append(item)
      }
    }
    this.root.replaceChildren(list)
    if (held) this.root.querySelector(`[data-rank="${held[0]}"][data-does="${held[1]}"]`)?.focus()
  }

  button(part, does, label, act) {
    const made = element("button", { type: "button", "data-rank": part.rank, "data-does": does }, label)
    made.setAttribute("aria-label", `${label} · ${part.text[0].slice(0, 12)}`)
    made.onclick = act
    return made
  }

  line(part, begins) {
    const { words, roles } = this.data
    const tools = element("div", { class: "tools" })
    const select = element("select", { "data-rank": part.rank, "data-does": "role" })
    select.setAttribute("aria-label", `${words.role} · ${part.text[0].slice(0, 12)}`)
    for (const [value, label] of roles) select.append(element("option", { value }, label))
    select.value = part.role
    select.onchange = () => this.act({ act: "role", rank: part.rank, role: select.value })
    if (begins) tools.append(select)
    if (part.rank) {
      const label = part.joins ? words.part : words.join
      tools.append(this.button(part, "join", label, () => this.act({ act: "join", rank: part.rank, joins: !part.joins })))
    }
    const splitting = this.splitting === part.rank
    if (part.breaks.length) {
      tools.append(this.button(part, "split", splitting ? words.keep : words.split, () => {
        this.splitting = splitting ? -1 : part.rank
        this.draw()
      }))
    }
    const text = element("p", { lang: "zh-CN" })
    part.text.forEach((piece, rank) => {
      if (rank && splitting) {
        const at = part.breaks[rank - 1]
        const cut = this.button(part, `cut${at}`, words.here, () => this.act({ act: "split", rank: part.rank, at }))
        cut.className = "cut"
        text.append(cut)
      }
      text.append(document.createTextNode(piece))
    })
    return [tools, text]
  }
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const root = parentElement.querySelector(".paper")
  if (!papers.has(root)) papers.set(root, new Paper(root))
  papers.get(root).update(data, (act) => setTriggerValue("act", act))
}

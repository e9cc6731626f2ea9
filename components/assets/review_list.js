// A list of rows to be decided on, one after the other, by keyboard or by hand. Texts go in as textContent.
const lists = new WeakMap()
const PATIENCE = 350
const DECIDED = { accept: "accepted", correct: "corrected", reject: "rejected", add: "added", open: "" }
const SIGNS = { "": "○", accepted: "✓", corrected: "△", rejected: "×", added: "＋" }

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value)
  made.append(...children)
  return made
}

class ReviewList {
  constructor(root) {
    this.root = root
    this.rows = new Map()
    this.pending = []
    this.last = 0
    this.active = ""
    this.editing = ""
    this.filter = ""
    this.bar = element("div", { class: "bar" })
    this.progress = element("p", { class: "progress", role: "status" })
    this.meter = element("span", { class: "meter", "aria-hidden": "true" }, element("span"))
    this.select = element("select")
    this.all = element("button", { type: "button" })
    this.undo = element("button", { type: "button" })
    this.redo = element("button", { type: "button" })
    this.aside = element("button", { type: "button" })
    this.bar.append(this.progress, this.meter, this.select, this.all, this.undo, this.redo, this.aside)
    this.keys = element("p", { class: "keys" })
    this.list = element("ol", { class: "rows" })
    this.none = element("p", { class: "none" })
    root.replaceChildren(this.bar, this.keys, this.list, this.none)
    this.select.onchange = () => {
      this.filter = this.select.value
      this.active = ""
      this.draw()
    }
    this.all.onclick = () => this.act("accept", this.waiting().map((item) => item.id))
    this.aside.onclick = () => {
      this.filter = this.filter === "passed" ? "" : "passed"
      this.active = ""
      this.draw()
    }
    this.undo.onclick = () => this.act("undo", [])
    this.redo.onclick = () => this.act("redo", [])
    this.list.addEventListener("keydown", (event) => this.press(event))
  }

  update(data, send) {
    const fresh = !this.data
    this.data = data
    this.send = send
    this.last = Math.max(this.last, data.turn)
    this.pending = this.pending.filter((act) => act.n > data.turn)
    if (data.wrong && data.wrong.n !== this.refused) {
      this.refused = data.wrong.n
      this.active = this.editing = data.wrong.row
    }
    if (data.at && data.at !== this.told) {
      this.told = data.at
      this.filter = ""
      this.active = data.at
      this.draw()
      this.focus()
      return
    }
    const lead = data.lead && data.lead.n === data.turn && data.lead.n !== this.led ? data.lead : null
    if (lead) {
      this.led = lead.n
      if (this.items().some((item) => item.id === lead.row)) this.active = lead.row
    }
    const had = this.root.getRootNode().activeElement
    const inside = had && this.list.contains(had) && !had.closest("form")
    this.draw()
    // Whoever comes to this step comes to decide: the keys work at once.
    if (fresh) requestAnimationFrame(() => this.focus())
    else if (inside || lead) this.focus()
  }

  tell() {
    clearTimeout(this.timer)
    if (!this.follow || this.followed === this.active) return
    this.timer = setTimeout(() => {
      this.followed = this.active
      this.follow?.(this.active)
    }, PATIENCE)
  }

  verdict(item) {
    let verdict = item.verdict
    for (const act of this.pending) if (act.rows.includes(item.id)) verdict = DECIDED[act.act] ?? verdict
    return verdict
  }

  items() {
    return this.data.items.filter((item) => (this.filter ? item.sorts.includes(this.filter) : !item.aside))
  }

  waiting() {
    return this.items().filter((item) => !item.aside && !this.verdict(item))
  }

  draw() {
    const { data } = this
    const items = this.items()
    if (!items.some((item) => item.id === this.active)) {
      this.active = (items.find((item) => !this.verdict(item)) ?? items[0])?.id ?? ""
    }
    this.tell()
    const { words } = data
    const counted = data.items.filter((item) => !item.aside)
    const before = counted.filter((item) => item.verdict).length
    const more = counted.filter((item) => this.verdict(item)).length - before
    const seen = data.seen + more
    const numbers = { seen, all: data.all, here: data.here[0] + more, whole: data.here[1] }
    this.progress.textContent = words.progress.replace(/\{(\w+)\}/g, (_, name) => numbers[name])
    this.meter.firstChild.style.width = `${data.all ? (100 * seen) / data.all : 0}%`
    this.keys.textContent = words.keys
    this.select.setAttribute("aria-label", words.filter)
    const wanted = JSON.stringify(data.filters)
    if (this.drawn !== wanted) {
      this.drawn = wanted
      this.select.replaceChildren(...data.filters.map(([value, label]) => element("option", { value }, label)))
    }
    this.select.value = this.filter
    const waits = this.waiting().length
    this.all.textContent = words.all.replace("{count}", waits)
    this.all.disabled = !waits
    this.undo.textContent = words.undo
    this.undo.disabled = !data.undo && !this.pending.length
    this.redo.textContent = words.redo
    this.redo.disabled = !data.redo
    const aside = data.items.filter((item) => item.sorts.includes("passed")).length
    this.aside.textContent = words.aside.replace("{count}", aside)
    this.aside.hidden = !aside
    this.aside.setAttribute("aria-pressed", String(this.filter === "passed"))
    this.none.textContent = words.none
    this.none.hidden = items.length > 0
    const lines = items.map((item, at) => this.line(item, at, items.length))
    const shown = [...this.list.children]
    if (shown.length !== lines.length) this.list.replaceChildren(...lines)
    else lines.forEach((line, at) => line !== shown[at] && shown[at].replaceWith(line))
  }

  line(item, at, count) {
    const active = item.id === this.active
    const verdict = this.verdict(item)
    const editing = active && this.editing === item.id
    const wrong = editing && this.data.wrong?.row === item.id ? this.data.wrong : null
    const signature = JSON.stringify([item, verdict, active, editing, at, count, wrong, this.data.words.accept])
    const held = this.rows.get(item.id)
    if (held?.signature === signature) return held.line
    const line = element("li", { "data-id": item.id, tabindex: active ? "0" : "-1" })
    line.className = `${item.group} ${verdict || "waits"}${active ? " active" : ""}`
    if (active) line.setAttribute("aria-current", "true")
    const { words } = this.data
    const state = words.states[verdict] ?? words.states[""]
    const name = [item.quote, item.told, item.aside ? "" : state, item.clause].filter(Boolean).join(" · ")
    line.setAttribute("aria-label", `${at + 1}/${count} ${name}`)
    const head = element("div", { class: "head" })
    const sign = element("span", { class: "sign", "aria-hidden": "true" }, SIGNS[verdict] ?? "○")
    const title = element("span", { class: "title", lang: "zh-CN" }, item.quote)
    head.append(sign, title, element("span", { class: "told" }, item.told))
    if (!active && item.around) {
      const [before, after] = item.around
      title.replaceChildren(element("span", { class: "near" }, before), item.quote, element("span", { class: "near" }, after))
    }
    if (!item.aside || verdict) head.append(element("span", { class: "tag" }, state))
    line.append(head)
    line.onclick = (event) => {
      if (event.target.closest("button, select, input, form")) return
      if (this.active !== item.id) this.go(item.id)
    }
    line.onfocus = () => {
      if (this.active !== item.id) this.go(item.id)
    }
    if (active) line.append(this.more(item, verdict, editing, wrong))
    this.rows.set(item.id, { signature, line })
    return line
  }

  more(item, verdict, editing, wrong) {
    const { words } = this.data
    const box = element("div", { class: "more" })
    const sentence = element("p", { class: "sentence", lang: "zh-CN" })
    for (const run of item.runs) {
      if (!run.style) sentence.append(document.createTextNode(run.text))
      else sentence.append(element("mark", { class: run.style, title: run.label || undefined }, run.text))
    }
    box.append(sentence)
    if (item.cues.length) {
      const cues = element("p", { class: "cues" }, words.cues)
      for (const cue of item.cues) {
        cues.append(element("span", {}, `${cue.label} `, element("b", { lang: "zh-CN" }, cue.text)))
      }
      box.append(cues)
    }
    if (editing) {
      box.append(this.form(item, wrong))
      return box
    }
    const buttons = element("div", { class: "buttons" })
    const button = (label, key, act, chosen) => {
      const made = element("button", { type: "button", "aria-keyshortcuts": key }, label)
      if (chosen) made.setAttribute("aria-pressed", "true")
      made.append(element("kbd", { "aria-hidden": "true" }, key))
      made.onclick = act
      buttons.append(made)
    }
    if (item.aside) {
      if (verdict !== "added") button(words.add, "e", () => this.edit(item.id))
    } else {
      button(words.accept, "a", () => this.decide("accept"), verdict === "accepted")
      button(words.correct, "e", () => this.edit(item.id), verdict === "corrected")
      button(words.reject, "r", () => this.decide("reject"), verdict === "rejected")
      if (item.group === "figure") {
        const reasons = element("select", { "aria-label": words.because })
        reasons.append(element("option", { value: "" }, words.because))
        for (const [value, label] of this.data.reasons) reasons.append(element("option", { value }, label))
        reasons.value = verdict === "rejected" ? item.reason : ""
        reasons.onchange = () => reasons.value && this.decide("reject", reasons.value)
        buttons.append(reasons)
      }
    }
    if (verdict) button(words.open, "o", () => this.decide("open"))
    box.append(buttons)
    return box
  }

  form(item, wrong) {
    const { words, forms } = this.data
    const form = element("form", { "aria-label": `${words.correct} ${item.quote}` })
    const inputs = new Map()
    const written = (wrong ?? item).written
    const repeats = (field) => field.repeats && written[field.name] === written[field.repeats]
    for (const field of forms[item.form]) {
      if (field.left_out && repeats(field)) continue
      const label = element("label", { class: field.wide ? "wide" : undefined }, field.label)
      let input
      if (field.search) {
        const id = `options-${field.name}`
        input = element("input", { type: "text", list: id, autocomplete: "off", placeholder: field.hint || "" })
        const offered = field.options.map(([, text]) => element("option", { value: text }))
        label.append(element("datalist", { id }, ...offered))
        // What is written there would be all that is offered.
        input.onfocus = () => input.select()
      } else if (field.options) {
        input = element("select")
        for (const [value, text] of field.options) input.append(element("option", { value }, text))
      } else if (field.flag) {
        input = element("input", { type: "checkbox" })
      } else {
        input = element("input", { type: "text", maxlength: "90", autocomplete: "off", placeholder: field.hint || "" })
      }
      const held = repeats(field) ? "" : written[field.name] ?? ""
      if (field.flag) input.checked = held === "true"
      else if (field.search) input.value = field.options.find(([value]) => value === held)?.[1] ?? held
      else input.value = held
      inputs.set(field.name, [field, input])
      label.append(input)
      form.append(label)
    }
    const told = element("p", { class: "wrong", role: "alert" })
    told.textContent = wrong?.text ?? ""
    const save = element("button", { type: "submit", class: "save" }, words.save)
    const cancel = element("button", { type: "button" }, words.cancel)
    form.append(told, element("div", { class: "buttons" }, save, cancel))
    cancel.onclick = () => this.leave()
    form.onkeydown = (event) => {
      event.stopPropagation()
      if (event.key !== "Escape") return
      event.preventDefault()
      this.leave()
    }
    form.onsubmit = (event) => {
      event.preventDefault()
      const cells = {}
      for (const [name, [field, input]] of inputs) {
        const entered = input.value.trim()
        cells[name] = field.flag ? (input.checked ? "true" : "") : entered
        if (field.search) cells[name] = field.options.find(([, text]) => text === entered)?.[0] ?? entered
      }
      for (const field of forms[item.form]) if (field.repeats && !cells[field.name]) cells[field.name] = cells[field.repeats]
      this.editing = ""
      this.act(item.aside ? "add" : "correct", [item.id], { cells })
      this.next()
    }
    return form
  }

  edit(id) {
    this.active = id
    this.editing = id
    this.draw()
    this.list.querySelector("form input, form select")?.focus({ preventScroll: true })
    this.list.querySelector("li.active")?.scrollIntoView({ block: "nearest" })
  }

  leave() {
    this.editing = ""
    if (this.data.wrong) this.data.wrong = null
    this.draw()
    this.focus()
  }

  go(id) {
    this.active = id
    this.editing = ""
    this.draw()
    this.focus()
  }

  focus() {
    const line = this.list.querySelector("li.active")
    line?.focus({ preventScroll: true })
    line?.scrollIntoView({ block: "nearest" })
  }

  step(by) {
    const items = this.items()
    const at = items.findIndex((item) => item.id === this.active)
    const to = items[Math.min(Math.max(at + by, 0), items.length - 1)]
    if (to) this.go(to.id)
  }

  next() {
    const items = this.items()
    const at = items.findIndex((item) => item.id === this.active)
    const order = [...items.slice(at + 1), ...items.slice(0, at)]
    const to = order.find((item) => !item.aside && !this.verdict(item))
    this.go(to ? to.id : this.active)
  }

  decide(act, reason = "") {
    const item = this.items().find((one) => one.id === this.active)
    if (!item || (item.aside && act !== "open")) return
    this.act(act, [item.id], { reason })
    if (act === "open") this.go(item.id)
    else this.next()
  }

  act(act, rows, more = {}) {
    if (!rows.length && act !== "undo" && act !== "redo") return
    this.last += 1
    this.pending.push({ n: this.last, act, rows, ...more })
    // What the server has not acknowledged goes again with each act, so that none is lost between two runs.
    this.send(this.pending)
    this.draw()
  }

  press(event) {
    if (event.target.closest("form, select") || event.ctrlKey || event.metaKey || event.altKey) return
    const acts = {
      ArrowDown: () => this.step(1),
      ArrowUp: () => this.step(-1),
      j: () => this.step(1),
      k: () => this.step(-1),
      Home: () => this.step(-Infinity),
      End: () => this.step(Infinity),
      a: () => this.decide("accept"),
      r: () => this.decide("reject"),
      o: () => this.decide("open"),
      e: () => this.active && this.edit(this.active),
      u: () => this.act("undo", []),
      y: () => this.act("redo", []),
    }
    const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
}

export default function (component) {
  const { data, parentElement, setTriggerValue, setStateValue } = component
  const root = parentElement.querySelector(".review")
  if (!lists.has(root)) lists.set(root, new ReviewList(root))
  const list = lists.get(root)
  // Where a picture is shown beside the list, it follows the row at hand.
  list.follow = data.follows ? (id) => setStateValue("active", id) : null
  list.update(data, (acts) => setTriggerValue("acts", acts))
}

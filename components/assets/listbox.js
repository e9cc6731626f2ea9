// A combobox (WAI-ARIA: editable, list autocomplete) over a long list. Texts go in as textContent. What an input method
// is still composing is no text yet: the list narrows, and Enter chooses, only when the composition has ended.
const boxes = new WeakMap()
const SHOWN = 200
const folded = (text) => text.normalize("NFKC").toLowerCase().trim()

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

class Box {
  constructor(root) {
    this.label = element("label", { for: "input" })
    this.chips = element("ul", { class: "chips" })
    this.input = element("input", {
      id: "input", type: "text", role: "combobox", autocomplete: "off", spellcheck: "false", "aria-autocomplete": "list",
      "aria-controls": "list", "aria-expanded": "false",
    })
    this.arrow = element("span", { class: "arrow", "aria-hidden": "true" })
    this.field = element("div", { class: "field" }, this.chips, this.input, this.arrow)
    this.list = element("ul", { id: "list", role: "listbox" })
    this.note = element("div", { class: "note" })
    this.panel = element("div", { class: "panel", popover: "manual" }, this.list, this.note)
    this.status = element("div", { class: "status", role: "status" })
    root.replaceChildren(this.label, this.field, this.panel, this.status)
    this.composing = false
    this.typed = false
    this.turn = -1
    this.active = -1
    this.shown = []
    this.listen()
  }

  listen() {
    this.input.addEventListener("compositionstart", () => { this.composing = true })
    this.input.addEventListener("compositionend", () => {
      this.composing = false
      this.type()
    })
    this.input.addEventListener("input", (event) => {
      if (!this.composing && !event.isComposing) this.type()
    })
    this.input.addEventListener("keydown", (event) => {
      if (!this.composing && !event.isComposing && event.keyCode !== 229) this.press(event)
    })
    this.input.addEventListener("focus", () => this.input.select())
    this.input.addEventListener("blur", () => this.close())
    // The list must not take the focus from the box.
    this.panel.addEventListener("mousedown", (event) => event.preventDefault())
    this.field.addEventListener("mousedown", (event) => {
      if (this.data.disabled || event.target.closest("button")) return
      if (event.target !== this.input) {
        event.preventDefault()
        this.input.focus()
      }
      if (!this.opened) this.open()
      else if (event.target !== this.input) this.close()
    })
    this.place = () => {
      const field = this.field.getBoundingClientRect()
      const room = window.innerHeight - field.bottom
      const height = Math.min(this.panel.scrollHeight || 300, 320)
      const above = room < height + 12 && field.top > room
      this.panel.style.left = `${field.left}px`
      this.panel.style.width = `${field.width}px`
      this.panel.style.top = above ? "auto" : `${field.bottom + 4}px`
      this.panel.style.bottom = above ? `${window.innerHeight - field.top + 4}px` : "auto"
      this.panel.style.maxHeight = `${Math.max(Math.min(320, (above ? field.top : room) - 12), 120)}px`
    }
    this.follow = (event) => {
      if (event.target !== this.panel && event.target !== this.list) this.place()
    }
  }

  get opened() {
    return this.input.getAttribute("aria-expanded") === "true"
  }

  update(data, send) {
    const fresh = data.turn >= this.turn
    this.data = data
    this.send = send
    this.labels = new Map(data.options.map((option) => [option.value, option.label]))
    this.label.textContent = data.label
    this.input.disabled = data.disabled
    this.field.classList.toggle("disabled", data.disabled)
    this.list.setAttribute("aria-label", data.label)
    if (data.many) this.list.setAttribute("aria-multiselectable", "true")
    // What the server says of an earlier choice comes late: the hand has moved on.
    if (fresh) {
      this.turn = data.turn
      this.chosen = data.chosen.filter((value) => this.labels.has(value))
    }
    this.show()
    if (this.opened && !this.composing) this.narrow()
  }

  show() {
    const { many, placeholder, remove } = this.data
    this.chips.replaceChildren(...(many ? this.chosen : []).map((value) => {
      const button = element("button", { type: "button", "aria-label": `${remove} ${this.labels.get(value)}` }, "×")
      button.disabled = this.data.disabled
      button.onclick = () => {
        this.toggle(value)
        this.input.focus()
      }
      const name = element("span", { title: this.labels.get(value) }, this.labels.get(value))
      return element("li", {}, name, button)
    }))
    this.chips.hidden = !this.chips.childElementCount
    this.input.placeholder = many && this.chosen.length ? "" : placeholder
    if (!this.typed && !this.composing) this.rest()
  }

  rest() {
    const held = this.data.many ? "" : this.labels.get(this.chosen[0]) ?? ""
    if (this.input.value !== held) this.input.value = held
    this.input.title = held
  }

  type() {
    this.typed = true
    if (!this.opened) this.open()
    else this.narrow()
  }

  open() {
    if (this.data.disabled) return
    this.input.setAttribute("aria-expanded", "true")
    if (!this.panel.matches(":popover-open")) this.panel.showPopover()
    this.narrow()
    window.addEventListener("scroll", this.follow, true)
    window.addEventListener("resize", this.place)
  }

  close() {
    this.input.setAttribute("aria-expanded", "false")
    this.input.removeAttribute("aria-activedescendant")
    if (this.panel.matches(":popover-open")) this.panel.hidePopover()
    window.removeEventListener("scroll", this.follow, true)
    window.removeEventListener("resize", this.place)
    this.typed = false
    this.status.textContent = ""
    this.rest()
  }

  narrow() {
    const { options, none, found, more, full, most, many } = this.data
    const wanted = this.typed ? folded(this.input.value) : ""
    const hits = options.filter((option) => folded(option.label).includes(wanted))
    this.shown = hits.slice(0, SHOWN)
    this.list.replaceChildren(...this.shown.map((option, at) => {
      const line = element("li", { role: "option", id: `option${at}` }, option.label)
      line.setAttribute("aria-selected", String(this.chosen.includes(option.value)))
      line.onclick = () => this.take(option.value)
      return line
    }))
    const isFull = many && most && this.chosen.length >= most
    const count = hits.length ? found.replace("{count}", hits.length) : none
    const rest = hits.length > SHOWN ? more.replace("{count}", hits.length - SHOWN) : ""
    this.note.textContent = isFull ? full : hits.length ? rest : none
    this.note.hidden = !this.note.textContent
    this.status.textContent = isFull ? full : count
    const held = this.shown.findIndex((option) => this.chosen.includes(option.value))
    this.point(wanted ? Math.min(0, this.shown.length - 1) : many ? Math.min(this.active, this.shown.length - 1) : held)
    this.place()
  }

  point(at) {
    this.active = at
    this.list.childNodes.forEach((line, rank) => line.classList.toggle("active", rank === at))
    if (at < 0) this.input.removeAttribute("aria-activedescendant")
    else {
      this.input.setAttribute("aria-activedescendant", `option${at}`)
      this.list.childNodes[at].scrollIntoView({ block: "nearest" })
    }
  }

  press(event) {
    const last = this.shown.length - 1
    const { key } = event
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault()
      if (!this.opened) this.open()
      else if (last >= 0) {
        const step = key === "ArrowDown" ? 1 : -1
        this.point(this.active < 0 ? (step > 0 ? 0 : last) : (this.active + step + last + 1) % (last + 1))
      }
    } else if (key === "Enter") {
      event.preventDefault()
      if (!this.opened) this.open()
      else if (this.active >= 0) this.take(this.shown[this.active].value)
    } else if (key === "Escape" && this.opened) {
      event.preventDefault()
      event.stopPropagation()
      this.close()
      this.input.select()
    } else if (key === "Backspace" && this.data.many && !this.input.value && this.chosen.length) {
      this.toggle(this.chosen.at(-1))
    }
  }

  take(value) {
    this.typed = false
    if (this.data.many) {
      this.input.value = ""
      this.toggle(value)
      return
    }
    const same = this.chosen[0] === value
    this.chosen = [value]
    this.close()
    if (!same) this.report()
  }

  toggle(value) {
    const { most } = this.data
    if (this.chosen.includes(value)) this.chosen = this.chosen.filter((one) => one !== value)
    else if (!most || this.chosen.length < most) this.chosen = [...this.chosen, value]
    else return this.narrow()
    this.show()
    if (this.opened) this.narrow()
    this.report()
  }

  report() {
    this.turn += 1
    this.send({ values: this.chosen, turn: this.turn })
  }
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  if (!boxes.has(parentElement)) boxes.set(parentElement, new Box(parentElement.querySelector(".box")))
  const box = boxes.get(parentElement)
  box.update(data, (chosen) => setTriggerValue("chosen", chosen))
  return () => box.close()
}

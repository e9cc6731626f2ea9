// What rows are filtered by: options with their counts, in line or in a panel behind one button, and what is chosen as
// chips. Texts go in as textContent. Elements stay where they are between two updates, so that neither the keyboard's
// place nor a click under way is lost. On a narrow screen all stands in the panel, which is a drawer then.
const bars = new WeakMap()
const SEARCHED = 12
const NARROW = "(max-width: 640px)"
const folded = (text) => text.normalize("NFKC").toLowerCase().trim()

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

function arrange(parent, nodes) {
  const same = parent.childNodes.length === nodes.length && nodes.every((node, at) => parent.childNodes[at] === node)
  if (!same) parent.replaceChildren(...nodes)
}

class Options {
  constructor(bar, facet) {
    this.bar = bar
    this.facet = facet
    this.buttons = new Map()
    this.chips = new Map()
  }

  button(option) {
    if (!this.buttons.has(option.value)) {
      const made = element("button", { type: "button", class: "option" }, element("span"), element("i"))
      made.onclick = () => this.bar.toggle(this.facet, option.value)
      this.buttons.set(option.value, made)
    }
    const button = this.buttons.get(option.value)
    const [name, count] = button.children
    name.textContent = option.label
    count.textContent = option.count
    button.setAttribute("aria-label", option.label)
    button.setAttribute("aria-description", option.count)
    button.setAttribute("aria-pressed", String(this.bar.holds(this.facet, option.value)))
    button.classList.toggle("none", !option.count)
    return button
  }
}

class Group extends Options {
  constructor(bar, facet) {
    super(bar, facet)
    this.name = element("span", { class: "name", "aria-hidden": "true" })
    this.node = element("div", { class: "group", role: "group" })
  }

  show(facet) {
    this.name.textContent = facet.label
    this.node.setAttribute("aria-label", facet.label)
    arrange(this.node, [this.name, ...facet.options.map((option) => this.button(option))])
  }
}

class Section extends Options {
  constructor(bar, facet) {
    super(bar, facet)
    this.title = element("span")
    this.held = element("b")
    this.find = element("input", { type: "search", class: "find", autocomplete: "off", spellcheck: "false" })
    this.list = element("div", { class: "list", role: "group" })
    this.rest = element("div", { class: "rest" })
    this.fold = element("details", {}, element("summary", {}, this.title, " ", this.held), this.find, this.list, this.rest)
    this.node = element("section", {}, this.fold)
    this.drawn = false
    this.find.addEventListener("input", (event) => {
      if (!event.isComposing) this.show(this.data)
    })
    this.find.addEventListener("compositionend", () => this.show(this.data))
  }

  show(facet) {
    this.data = facet
    const { rest, find } = this.bar.data.words
    const chosen = this.bar.chosen[this.facet] ?? []
    const matching = facet.options.filter((option) => option.count || chosen.includes(option.value))
    const left = facet.options.length - matching.length
    const wanted = folded(this.find.value)
    const shown = matching.filter((option) => folded(option.label).includes(wanted))
    this.node.classList.toggle("narrow", facet.inline)
    this.title.textContent = facet.label
    this.held.textContent = chosen.length ? String(chosen.length) : ""
    this.list.setAttribute("aria-label", facet.label)
    this.find.setAttribute("aria-label", `${facet.label}: ${find}`)
    this.find.placeholder = find
    this.find.hidden = facet.options.length <= SEARCHED
    this.rest.textContent = rest.replace("{count}", left)
    this.rest.hidden = !left
    if (!this.drawn) this.fold.open = facet.inline || chosen.length > 0
    this.drawn = true
    arrange(this.list, shown.map((option) => this.button(option)))
  }
}

class Bar {
  constructor(root) {
    this.groups = element("div", { class: "groups" })
    this.wide = element("span", { class: "wide" })
    this.narrow = element("span", { class: "narrow" })
    this.button = element(
      "button", { type: "button", class: "open", "aria-haspopup": "dialog", "aria-expanded": "false" }, this.wide, this.narrow
    )
    this.chips = element("ul", { class: "chips" })
    this.title = element("span")
    this.done = element("button", { type: "button" })
    this.sections = element("div")
    this.panel = element(
      "div", { class: "panel", popover: "manual", role: "dialog" },
      element("div", { class: "top" }, this.title, this.done), this.sections
    )
    this.clear = element("button", { type: "button", class: "clear" })
    root.replaceChildren(this.groups, this.button, this.panel, this.chips, this.clear)
    this.root = root
    this.inline = new Map()
    this.folded = new Map()
    this.tags = new Map()
    this.turn = -1
    this.clear.onclick = () => {
      this.chosen = Object.fromEntries(this.data.facets.map((facet) => [facet.name, facet.usual]))
      this.report(true)
      this.button.focus()
    }
    this.button.onclick = () => (this.opened ? this.close() : this.open())
    this.done.onclick = () => this.leave()
    this.panel.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing) return
      event.stopPropagation()
      this.leave()
    })
    this.outside = (event) => {
      const path = event.composedPath()
      if (!path.includes(this.panel) && !path.includes(this.button)) this.close()
    }
    this.place = () => this.settle()
  }

  get opened() {
    return this.panel.matches(":popover-open")
  }

  holds(facet, value) {
    return (this.chosen[facet] ?? []).includes(value)
  }

  // What is chosen otherwise than usual.
  active(facet) {
    const held = this.chosen[facet.name] ?? []
    return held.length !== facet.usual.length || held.some((value) => !facet.usual.includes(value))
  }

  update(data, send) {
    this.data = data
    this.send = send
    // What the server says of an earlier choice comes late: the hand has moved on.
    if (data.turn >= this.turn) {
      this.turn = data.turn
      this.chosen = data.chosen
    }
    this.show()
  }

  kept(parts, kind, facet) {
    if (!parts.has(facet.name)) parts.set(facet.name, new kind(this, facet.name))
    const part = parts.get(facet.name)
    part.show(facet)
    return part.node
  }

  show() {
    const { facets, words } = this.data
    const number = (some) => some.filter((facet) => this.active(facet))
      .reduce((sum, facet) => sum + Math.max((this.chosen[facet.name] ?? []).length, 1), 0)
    const told = (all, none, count) => (count ? all.replace("{count}", count) : none)
    const behind = facets.filter((facet) => !facet.inline)
    arrange(this.groups, facets.filter((facet) => facet.inline).map((facet) => this.kept(this.inline, Group, facet)))
    arrange(this.sections, facets.map((facet) => this.kept(this.folded, Section, facet)))
    arrange(this.chips, facets.filter((facet) => this.active(facet)).flatMap((facet) => facet.options
      .filter((option) => this.holds(facet.name, option.value)).map((option) => this.chip(facet, option))))
    this.wide.textContent = told(words.more, words.more_none, number(behind))
    this.narrow.textContent = told(words.filters, words.filters_none, number(facets))
    this.title.textContent = words.filters_none
    this.panel.setAttribute("aria-label", words.filters_none)
    this.done.textContent = words.done
    this.clear.textContent = words.clear
    this.clear.hidden = !this.data.also && !number(facets)
    if (this.opened) this.settle()
    roving(this.root, ".groups .option, .open, .chips .chip, .clear")
  }

  chip(facet, option) {
    const key = `${facet.name} ${option.value}`
    if (!this.tags.has(key)) {
      const made = element("button", { type: "button", class: "chip" })
      made.onclick = () => {
        this.toggle(facet.name, option.value)
        this.button.focus()
      }
      this.tags.set(key, element("li", {}, made))
    }
    const line = this.tags.get(key)
    const [button] = line.children
    // What is pressed in line needs no chip beside it.
    line.classList.toggle("narrow", facet.inline)
    const text = `${facet.label} · ${option.label}`
    button.textContent = `${option.label} ×`
    button.title = text
    button.setAttribute("aria-label", `${this.data.words.remove} ${text}`)
    return line
  }

  settle() {
    const { style } = this.panel
    if (window.matchMedia(NARROW).matches) {
      Object.assign(style, { left: "0", right: "0", top: "auto", bottom: "0", maxHeight: "80dvh" })
      return
    }
    const at = this.button.getBoundingClientRect()
    const left = Math.max(Math.min(at.left, window.innerWidth - this.panel.offsetWidth - 12), 12)
    const room = Math.max(window.innerHeight - at.bottom - 16, 160)
    Object.assign(style, { left: `${left}px`, right: "auto", top: `${at.bottom + 4}px`, bottom: "auto", maxHeight: `${room}px` })
  }

  open() {
    this.panel.showPopover()
    this.button.setAttribute("aria-expanded", "true")
    this.settle()
    this.done.focus({ preventScroll: true })
    document.addEventListener("pointerdown", this.outside, true)
    window.addEventListener("resize", this.place)
    window.addEventListener("scroll", this.place, true)
  }

  close() {
    if (this.opened) this.panel.hidePopover()
    this.button.setAttribute("aria-expanded", "false")
    document.removeEventListener("pointerdown", this.outside, true)
    window.removeEventListener("resize", this.place)
    window.removeEventListener("scroll", this.place, true)
  }

  leave() {
    this.close()
    this.button.focus()
  }

  toggle(facet, value) {
    const held = this.chosen[facet] ?? []
    const now = held.includes(value) ? held.filter((one) => one !== value) : [...held, value]
    this.chosen = { ...this.chosen, [facet]: now }
    this.report(false)
  }

  report(clear) {
    this.turn += 1
    this.show()
    this.send({ values: this.chosen, clear, turn: this.turn })
  }
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  if (!bars.has(parentElement)) bars.set(parentElement, new Bar(parentElement.querySelector(".bar")))
  const bar = bars.get(parentElement)
  bar.update(data, (chosen) => setTriggerValue("chosen", chosen))
  return () => bar.close()
}
